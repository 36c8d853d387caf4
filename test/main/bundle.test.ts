import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { places } from '../../src/main/places.ts'
import { makeZip } from './zip-maker.ts'
import { runCli, type Program } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-bundle-'))
afterAll(() => rmSync(root, { recursive: true }))

/** The sample county, one of its returns in a zip. */
const sample = join(root, 'sample')
cpSync(places().sampleFolder, sample, { recursive: true })
const returns = join(sample, 'returns')
const zipped = readdirSync(returns).find((name) => name.endsWith('.xlsx')) ?? ''
const content = readFileSync(join(returns, zipped))
rmSync(join(returns, zipped))
writeFileSync(join(returns, '一批.zip'), makeZip([{ name: Buffer.from(zipped), content }]))

async function compiled(program: Program, name: string): Promise<string[]> {
  const out = join(root, name)
  const words = ['compile', sample, '--out', out]
  const { code, err } = await runCli(words, { HUISHU_DATA_DIR: join(root, 'data') }, program)
  expect([code, err]).toEqual([0, expect.not.stringContaining('程序内部出错')])
  return ['report.json', 'values.csv'].map((file) => readFileSync(join(out, file), 'utf8'))
}

// It has .xlsx, older files and a zip: both kinds of threads, readers, store and writers are run.
test('what is packaged compiles the sample county as the sources do', async () => {
  const packaged = await compiled('out/main/cli.js', 'packaged')
  expect(packaged).toEqual(await compiled('src/main/cli.ts', 'sources'))
  expect(packaged[0]).toContain(`returns/一批.zip/${zipped}`)
  expect(packaged[1]?.split('\n').length).toBeGreaterThan(1_000)
}, 60_000)
