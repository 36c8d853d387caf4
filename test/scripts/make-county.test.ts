import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compareValues, valuesOf } from '../support/compare.ts'
import { makeCounty } from '../support/county.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/make-county.ts')
const folder = mkdtempSync(join(tmpdir(), 'huishu-county-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('make-county on the command line', () => {
  it('writes the same county that the module makes, with the truth beside it', async () => {
    const out = join(folder, 'plain')
    const args = ['--out', out, '--seed', '11', '--schools', '8', '--style', 'plain']
    execFileSync(process.execPath, [SCRIPT, ...args])
    const { files, truth } = await makeCounty({ seed: 11, schools: 8, style: 'plain', mess: true })
    const other = [...files].filter(
      ([path, bytes]) => Buffer.compare(readFileSync(join(out, path)), bytes) !== 0,
    )
    expect(other.map(([path]) => path)).toEqual([])
    const csv = valuesOf(readFileSync(join(out, 'truth/values.csv'), 'utf8'))
    expect(compareValues(csv, truth.values)).toEqual({
      equal: truth.values.length,
      unreadable: [],
      wrong: [],
    })
  })

  it('can leave register and collection.yaml out', async () => {
    const { files } = await makeCounty({
      seed: 2,
      schools: 4,
      style: 'plain',
      mess: false,
      config: 'none',
    })
    const folders = [...files.keys()].map((path) => path.split('/')[0])
    expect(new Set(folders)).toEqual(new Set(['forms', 'returns']))
  })

  it.each([[[]], [['--style', 'grand', '--out', 'x']]])('says how it is used: %j', (args) => {
    const run = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('--schools')
  })

  it('makes only the mess that is named, and says which it does not know', () => {
    const out = join(folder, 'one-kind')
    const args = ['--out', out, '--schools', '4', '--style', 'own', '--mess', 'brackets']
    execFileSync(process.execPath, [SCRIPT, ...args])
    const files = JSON.parse(readFileSync(join(out, 'truth/files.json'), 'utf8')) as {
      mess: string[]
    }[]
    expect(files.flatMap(({ mess }) => mess)).toEqual(['brackets'])
    const run = spawnSync(process.execPath, [SCRIPT, ...args.slice(0, -1), 'dust'], {
      encoding: 'utf8',
    })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('dust')
  })

  it('refuses a number that is none and writes nothing', () => {
    const out = join(folder, 'none')
    const run = spawnSync(process.execPath, [SCRIPT, '--out', out, '--seed', 'x'], {
      encoding: 'utf8',
    })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('--seed')
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined()
  })
})

describe('the same seed', () => {
  it('gives the same bytes, another seed another county', async () => {
    const options = { schools: 6, style: 'official', mess: true } as const
    const [one, again, other] = await Promise.all(
      [5, 5, 6].map((seed) => makeCounty({ ...options, seed })),
    )
    const sizes = [...(one?.files ?? [])].filter(
      ([path, bytes]) => Buffer.compare(bytes, again?.files.get(path) ?? new Uint8Array(1)) !== 0,
    )
    expect(sizes.map(([path]) => path)).toEqual([])
    expect([...(other?.files.keys() ?? [])]).not.toEqual([...(one?.files.keys() ?? [])])
  })
})
