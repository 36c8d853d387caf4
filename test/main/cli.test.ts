import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { places } from '../../src/main/places.ts'
import { ended, runCli, startCli } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-cli-'))
const env = { HUISHU_DATA_DIR: join(root, 'data') }
afterAll(() => rmSync(root, { recursive: true }))

test('--version and --help go to stdout with exit 0', async () => {
  expect(await runCli(['--version'])).toEqual({ code: 0, out: `${places().version}\n`, err: '' })
  const help = await runCli(['--help'])
  expect([help.code, help.err]).toEqual([0, ''])
  for (const word of ['compile', 'import', 'export', 'serve']) expect(help.out).toContain(word)
  expect((await runCli(['compile', '--help'])).out).toContain('--out')
})

test.each([
  [[], '缺少命令'],
  [['nothing'], 'nothing'],
  [['compile'], '--out'],
  [['compile', '--out', 'y'], 'DIR'],
  [['compile', 'x'], '--out'],
  [['compile', 'x', '--out'], '--out'],
  [['import', 'x.huishu'], 'PATH'],
  [['export', 'x.huishu', '--out', 'y.xlsx', '--basis', 'wrong'], '--basis'],
  [['serve', '--port', '99999'], '--port'],
  [['serve', 'a', 'b'], '参数太多'],
  [['--wrong'], '--wrong'],
])('usage: %j exits 2 with one line on stderr that names %s', async (words, named) => {
  const { code, out, err } = await runCli(words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^用法不对：.+\n$/u)
  expect(err).toContain(named)
})

test('usage errors are in English where asked for', async () => {
  const { code, err } = await runCli(['export', 'x.huishu', '--lang', 'en'])
  expect([code, err]).toEqual([2, "required option '--out <FILE>' not specified. See --help.\n"])
})

test('what cannot be done exits 1 with one line: what, where', async () => {
  writeFileSync(join(root, 'text.huishu'), 'no collection')
  const words = ['export', join(root, 'text.huishu'), '--out', join(root, 'x.xlsx')]
  const chinese = await runCli(words, env)
  expect([chinese.code, chinese.out]).toEqual([1, ''])
  expect(chinese.err).toMatch(/^.*text\.huishu.*不是汇数统计库.*\n$/u)
  const english = await runCli([...words, '--lang', 'en'], env)
  expect(english.err).toMatch(/^.*text\.huishu.* is not a Huishu collection.*\n$/u)
  expect(existsSync(join(root, 'x.xlsx'))).toBe(false)
  expect(readFileSync(join(root, 'text.huishu'), 'utf8')).toBe('no collection')
})

test('a path that is not there is named', async () => {
  const gone = join(root, '没有这份.xlsx')
  const { code, err } = await runCli(['import', join(root, 'text.huishu'), gone], env)
  expect([code, err]).toEqual([1, `找不到文件“${gone}”；请核对路径。\n`])
})

test('serve prints one line with the address, answers there, and ends with the signal', async () => {
  expect(existsSync(join(places().rendererFolder, 'index.html'))).toBe(true)
  const host = startCli(['serve'], env)
  const end = ended(host)
  const [first] = (await once(host.stdout ?? host, 'data')) as [Buffer]
  const url = new URL(String(first).trim())
  expect((await fetch(url.origin)).status).toBe(200)
  expect((await fetch(`${url.origin}/api/about`, { method: 'POST' })).status).toBe(403)
  const second = await runCli(['serve', '--port', url.port], env)
  expect([second.code, second.out]).toEqual([1, ''])
  expect(second.err).toBe(
    `端口 ${url.port} 无法使用（EADDRINUSE）；请用 --port 换一个，0 为任意。\n`,
  )
  host.kill('SIGTERM')
  const { code, out, err } = await end
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.trim().split('\n')).toHaveLength(1)
})
