import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../../src/main/log/log.ts'
import type { LogRecord } from '../../../src/main/log/record.ts'

let dataFolder = ''
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'huishu-log-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const lines = (name: string): LogRecord[] =>
  readFileSync(join(dataFolder, 'log', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogRecord)

it('writes one record a line: when, how bad, which version, where, what, and the stack', () => {
  const log = createLog({ dataFolder, version: '1.2.3' })
  log.write('error', 'job import', new TypeError('x'))
  log.write('note', 'job export', 'y')
  const [first, second] = lines('huishu.log')
  expect(first).toMatchObject({ level: 'error', version: '1.2.3', where: 'job import' })
  expect(first?.code).toBe('TypeError')
  expect(first?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u)
  expect(first?.stack.join()).toContain('log.test.ts:')
  expect(second).toMatchObject({ level: 'note', where: 'job export', code: 'string', stack: [] })
})

it.skipIf(process.platform === 'win32')('files are for their owner only', () => {
  createLog({ dataFolder, version: '1' }).write('error', 'here', null)
  const mode = (path: string) => statSync(join(dataFolder, path)).mode & 0o777
  expect([mode('log'), mode('log/huishu.log')]).toEqual([0o700, 0o600])
})

it('keeps the newest files of a limited size and lets the oldest go', () => {
  const log = createLog({ dataFolder, version: '1', room: { files: 3, bytes: 1_000 } })
  for (let at = 0; at < 100; at += 1) log.write('error', `part ${letters(at)}`, null)
  const names = readdirSync(join(dataFolder, 'log')).sort()
  expect(names).toEqual(['huishu.1.log', 'huishu.2.log', 'huishu.log'])
  for (const name of names)
    expect(statSync(join(dataFolder, 'log', name)).size).toBeLessThanOrEqual(1_000)
  const all = ['huishu.2.log', 'huishu.1.log', 'huishu.log'].flatMap(lines)
  expect(all.map(({ where }) => where)).toEqual(
    Array.from({ length: all.length }, (_, at) => `part ${letters(100 - all.length + at)}`),
  )
})

it('a line is cut at its stack, never so that it is no JSON', () => {
  const frame = `    at ${'a'.repeat(150)} (src/${'b'.repeat(300)}.ts:1:2)\n`
  const stack = Array.from({ length: 30 }, () => frame).join('')
  const caused = { stack, cause: { stack, cause: { stack } } }
  createLog({ dataFolder, version: '1' }).write('error', 'here', caused)
  const [record] = lines('huishu.log')
  expect(JSON.stringify(record).length).toBeLessThanOrEqual(20_000)
  expect(record?.stack.length).toBeGreaterThan(10)
})

it('a folder that cannot be is no trouble: the line is lost, the work goes on', async () => {
  writeFileSync(join(dataFolder, 'log'), 'a file where the folder should be')
  const log = createLog({ dataFolder, version: '1', show: () => Promise.reject(new Error('no')) })
  expect(() => log.write('error', 'here', new Error('x'))).not.toThrow()
  expect(await log.show()).toEqual({ folder: join(dataFolder, 'log'), opened: false })
})

it('an error that throws when it is looked at is no trouble', () => {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('looked')
      },
    },
  )
  expect(() => createLog({ dataFolder, version: '1' }).write('error', 'here', trap)).not.toThrow()
})

it('shows its folder where the host can, made if there was nothing to write yet', async () => {
  const shown: string[] = []
  const show = (folder: string): Promise<boolean> => {
    shown.push(folder)
    return Promise.resolve(statSync(folder).isDirectory())
  }
  const folder = join(dataFolder, 'log')
  expect(await createLog({ dataFolder, version: '1', show }).show()).toEqual({
    folder,
    opened: true,
  })
  expect(shown).toEqual([folder])
  expect(await createLog({ dataFolder, version: '1' }).show()).toEqual({ folder, opened: false })
})

/** A number in letters, as names of parts hold no digits. */
function letters(number: number): string {
  return String(number).replaceAll(/\d/gu, (digit) => String.fromCodePoint(97 + Number(digit)))
}
