import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { main } from '../../../src/main/cli.ts'
import { CallError } from '../../../src/shared/result.ts'

const wish = vi.hoisted(() => ({ thrown: null as unknown }))
vi.mock('../../../src/main/commands/check.ts', () => ({
  checkCommand: () => Promise.reject(wish.thrown as Error),
}))

const dataFolder = mkdtempSync(join(tmpdir(), 'huishu-cli-log-'))
const file = join(dataFolder, 'log', 'huishu.log')
beforeAll(() => {
  vi.stubEnv('HUISHU_DATA_DIR', dataFolder)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(dataFolder, { recursive: true, force: true })
})

it('a command that could not do it says so and leaves nothing behind; a fault leaves its stack', async () => {
  wish.thrown = new CallError('no-such-file', { path: 'a.huishu' })
  expect(await main(['check', 'a.huishu'])).toBe(1)
  expect(existsSync(file)).toBe(false)
  wish.thrown = new TypeError('城关小学 4127')
  expect(await main(['check', 'a.huishu'])).toBe(1)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('"where":"command line","code":"TypeError"')
  expect(text).toContain('command-line.test.ts:')
  expect(text).not.toMatch(/城关|4127/u)
})
