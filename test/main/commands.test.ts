import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftReport } from '../../src/shared/draft.ts'
import { createService } from '../../src/core/service/service.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'
import { callCli, ended, startCli } from './run-cli.ts'

// The commands over a real collection: the shipped sample without its returns.
const root = mkdtempSync(join(tmpdir(), 'huishu-commands-'))
const { sampleFolder, version } = places()
const returns = join(sampleFolder, 'returns')
const env = { HUISHU_DATA_DIR: join(root, 'data') }
let collection = ''

beforeAll(async () => {
  const place = { host: 'memory' as const, version, sampleFolder, dataFolder: join(root, 'data') }
  const ports = createPorts(place)
  const service = createService(ports)
  const files = (await ports.grants.give([{ at: sampleFolder, path: '' }])).filter(
    (file) => !file.path.startsWith('returns/'),
  )
  const plan = await service.planCollection({ files })
  const { title, county, schoolYear, referenceDate, dueDate } = plan
  await service.createCollection({ files, title, county, schoolYear, referenceDate, dueDate })
  service.close()
  await ports.close()
  collection = join(root, 'data', readdirSync(join(root, 'data'))[0] ?? '')
})
afterAll(() => rmSync(root, { recursive: true }))

test('import prints a verdict for every file and nothing else on stdout', async () => {
  const { code, out, err } = await callCli(['import', collection, returns], env)
  expect([code, err]).toEqual([0, ''])
  const lines = out.trimEnd().split('\n')
  const loose = readdirSync(returns).filter((name) => !name.endsWith('.zip'))
  for (const name of loose)
    expect(lines.filter((line) => line.includes(`\t${name}`))).toHaveLength(1)
  expect(lines.some((line) => line.includes('补报.zip/'))).toBe(true)
})

test('a file that is in already is shown with its verdict, in English where asked for', async () => {
  const one = readdirSync(returns).find((name) => name.endsWith('.xlsx')) ?? ''
  const words = ['import', collection, join(returns, one), '--lang', 'en']
  const { code, out } = await callCli(words, env)
  expect(code).toBe(0)
  expect(out).toMatch(/^[A-Za-z ]+\t/u)
})

test('blanks writes one for each school into folders by town, or for those that are named', async () => {
  const all = join(root, '空表.zip')
  const { code, err } = await callCli(['blanks', collection, '--out', all], env)
  expect([code, err]).toEqual([0, expect.any(String)])
  const names = Object.keys(unzipSync(readFileSync(all)))
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) expect(name).toMatch(/^[^/]+[乡镇街道]\/\d+_[^/]+\.xlsx$/u)
  const [first = ''] = names
  const school = /\/(\d+)_/u.exec(first)?.[1] ?? ''
  const one = join(root, '一所.zip')
  const named = ['blanks', collection, '--out', one, '--school', school, '--no-last-year']
  expect((await callCli(named, env)).code).toBe(0)
  const [[name, bytes] = ['', new Uint8Array()], ...others] = Object.entries(
    unzipSync(readFileSync(one)),
  )
  expect([name, others]).toEqual([first, []])
  expect(Object.keys(unzipSync(bytes)).filter((part) => part.includes('comments'))).toEqual([])
  const nobody = await callCli(['blanks', collection, '--out', one, '--school', '无此校'], env)
  expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('无此校')])
})

test('draft holds a text against a collection, which stays as it is', async () => {
  const file = join(root, '初稿.txt')
  writeFileSync(file, '全县有幼儿园99所，小学7所，投入2亿元。')
  const before = readFileSync(collection)
  const { code, out, err } = await callCli(
    ['draft', file, '--workspace', collection, '--json'],
    env,
  )
  expect([code, err]).toEqual([0, ''])
  const { figures, relations } = JSON.parse(out) as DraftReport
  expect(figures.map(({ indicator }) => indicator)).toEqual(['幼儿园数', '小学数', null])
  expect(relations.map(({ type, figures: own, verdict }) => [type, own, verdict])).toEqual([
    ['versus_data', [0], 'inconsistent'],
    ['versus_data', [1], 'consistent'],
  ])
  expect(Object.keys(relations[0] ?? {})).not.toContain('why')
  const said = await callCli(['draft', file, '--workspace', collection], env)
  expect(said.out).toContain('本库“幼儿园数”为10所，文中为99所')
  expect(before.equals(readFileSync(collection))).toBe(true)
  const none = await callCli(['draft', file, '--workspace', join(root, '没有.huishu')], env)
  expect([none.code, none.out]).toEqual([1, ''])
})

test('export writes the workbook, replacing an older one as a whole', async () => {
  const out = join(root, '汇总表.xlsx')
  writeFileSync(out, 'older')
  expect(await callCli(['export', collection, '--out', out], env)).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  const ended = await callCli(['export', collection, '--out', out, '--basis', 'returned'], env)
  expect(ended.code).toBe(0)
  expect(readdirSync(root).filter((name) => name.includes('.tmp'))).toEqual([])
})

test('export --all writes all results in one zip, and nothing else', async () => {
  const out = join(root, '全部成果.zip')
  expect(await callCli(['export', collection, '--all', '--out', out], env)).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  const zip = unzipSync(readFileSync(out))
  const report: unknown = JSON.parse(strFromU8(zip['report.json'] ?? new Uint8Array()))
  expect(report).toMatchObject({ schema: 1 })
  expect(Object.keys(zip)).toContain('汇总表.xlsx')
  expect(readdirSync(root).filter((name) => /results-|\.part$/u.test(name))).toEqual([])
})

test('export into a folder that is not there says so and leaves nothing', async () => {
  const out = join(root, '没有', '汇总表.xlsx')
  const { code, err } = await callCli(['export', collection, '--out', out], env)
  expect(code).toBe(1)
  expect(err).toMatch(/^无法写入.*汇总表\.xlsx.*\n$/u)
  expect(existsSync(join(root, '没有'))).toBe(false)
})

test('Ctrl-C in the middle leaves the collection whole', async () => {
  const child = startCli(['import', collection, returns, returns], env)
  const end = ended(child)
  setTimeout(() => child.kill('SIGINT'), 1_200)
  const { code, err } = await end
  // Before the work began the signal simply ends the program; after it was done there is nothing to stop.
  expect(code === 1 ? err : '已取消。\n').toBe('已取消。\n')
  const after = await callCli(['export', collection, '--out', join(root, 'after.xlsx')], env)
  expect([after.code, after.err]).toEqual([0, ''])
})
