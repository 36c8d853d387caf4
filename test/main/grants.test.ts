import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import type { SourceFile } from '../../src/core/ports.ts'
import { createGrants, expandPaths } from '../../src/main/grants.ts'
import { makeZip } from './zip-maker.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-grants-'))
const county = join(root, 'county')
const dataFolder = join(root, 'data', '汇数')
const bytes = (text: string) => Buffer.from(text)

mkdirSync(join(county, 'returns', 'late'), { recursive: true })
writeFileSync(join(county, 'collection.yaml'), 'title: x')
writeFileSync(join(county, 'returns', 'b.xlsx'), 'b')
writeFileSync(join(county, 'returns', '~$b.xlsx'), 'lock')
writeFileSync(join(county, 'returns', 'Thumbs.db'), 'x')
writeFileSync(join(county, 'returns', 'late', 'a.xlsx'), 'a')
writeFileSync(join(county, 'returns', 'broken.zip'), 'PK but no zip')
const inner = makeZip([{ name: bytes('deep.xlsx'), content: bytes('d') }])
const tooDeep = makeZip([{ name: bytes('in.zip'), content: inner }])
writeFileSync(
  join(county, 'returns', '一批.zip'),
  makeZip([
    { name: iconv.encode('前进.xlsx', 'gbk'), content: bytes('q') },
    { name: bytes('inner.zip'), content: inner, flags: 0x800 },
    { name: bytes('nest.zip'), content: tooDeep },
  ]),
)
symlinkSync(join(county, 'returns'), join(county, 'returns', 'late', 'loop'))
symlinkSync(join(root, 'gone'), join(county, 'returns', 'dangling'))
afterAll(() => rmSync(root, { recursive: true }))

const paths = (files: { path: string }[]) => files.map((file) => file.path)
const textOf = async (file: SourceFile | undefined) =>
  Buffer.from((await file?.bytes()) ?? []).toString('utf8')

const returns = [
  'returns/b.xlsx',
  'returns/broken.zip',
  'returns/late/a.xlsx',
  'returns/~$b.xlsx',
  'returns/一批.zip/inner.zip/deep.xlsx',
  'returns/一批.zip/nest.zip/in.zip',
  'returns/一批.zip/前进.xlsx',
]

test('a folder is walked, zips are opened once more inside, everything in order of place', async () => {
  const files = await expandPaths([county])
  expect(paths(files)).toEqual(['collection.yaml', ...returns])
  const at = (path: string) => files.find((file) => file.path === path)
  expect(await textOf(at('returns/一批.zip/前进.xlsx'))).toBe('q')
  expect(await textOf(at('returns/一批.zip/inner.zip/deep.xlsx'))).toBe('d')
  expect(await textOf(at('returns/broken.zip'))).toBe('PK but no zip')
})

test('several items keep their own names; a base decides otherwise', async () => {
  const two = [join(county, 'returns', 'late'), join(county, 'collection.yaml')]
  expect(paths(await expandPaths(two))).toEqual([
    'collection.yaml',
    'late/a.xlsx',
    'late/loop/b.xlsx',
    'late/loop/broken.zip',
    'late/loop/~$b.xlsx',
    'late/loop/一批.zip/inner.zip/deep.xlsx',
    'late/loop/一批.zip/nest.zip/in.zip',
    'late/loop/一批.zip/前进.xlsx',
  ])
  expect(paths(await expandPaths([join(county, 'returns', 'b.xlsx')], county))).toEqual([
    'returns/b.xlsx',
  ])
})

test('a path where nothing is, is named', async () => {
  await expect(expandPaths([join(root, '没有')])).rejects.toMatchObject({
    code: 'no-such-file',
    params: { path: join(root, '没有') },
  })
})

test('grants open what was given, and nothing else', async () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  const given = await grants.give([{ at: county, path: '' }])
  expect(paths(await grants.open(given))).toEqual(['collection.yaml', ...returns])
  expect(new Set(given.map((file) => file.grant)).size).toBe(given.length)
  expect(JSON.stringify(given)).not.toContain(root)
  await expect(grants.open([{ grant: county, path: 'x' }])).rejects.toMatchObject({
    code: 'no-such-grant',
  })
  expect(() => grants.collectionPath('../../etc/passwd')).toThrow('no-such-grant')
  grants.close()
  await expect(grants.open(given)).rejects.toMatchObject({ code: 'no-such-grant' })
})

test('a file that went away after it was given says so', async () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  const at = join(root, 'short-lived.xlsx')
  writeFileSync(at, 'x')
  const given = await grants.give([{ at, path: 'short-lived.xlsx' }])
  const [file] = await grants.open(given)
  rmSync(at)
  await expect(file?.bytes()).rejects.toMatchObject({ code: 'no-such-file' })
  await expect(grants.open(given)).rejects.toMatchObject({ code: 'no-such-file' })
})

test('a new collection never takes an existing name and always a possible one', () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  const first = grants.newCollectionPath('青禾县2025/2026')
  expect(first).toBe(join(dataFolder, '青禾县2025-2026.huishu'))
  writeFileSync(first, 'x')
  expect(grants.newCollectionPath('青禾县2025/2026')).toBe(
    join(dataFolder, '青禾县2025-2026 (2).huishu'),
  )
  expect(grants.newCollectionPath(' ..\u0000 ')).toBe(join(dataFolder, '-.huishu'))
  expect(grants.newCollectionPath('CON')).toBe(join(dataFolder, '_CON.huishu'))
  rmSync(first)
})

test('collections are listed newest first, those opened elsewhere included', () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  const old = grants.newCollectionPath('旧')
  const elsewhere = join(root, '外.huishu')
  const newest = grants.newCollectionPath('新')
  for (const [path, day] of [
    [old, 1],
    [elsewhere, 2],
    [newest, 3],
  ] as const) {
    writeFileSync(path, 'x')
    utimesSync(path, new Date(2025, 8, day), new Date(2025, 8, day))
  }
  const grant = grants.collectionGrant(elsewhere)
  expect(grants.collections().map((one) => one.title)).toEqual(['新', '外', '旧'])
  expect(grants.collections()[1]?.grant).toBe(grant)
  expect(grants.collectionPath(grant)).toBe(elsewhere)
})

test('an export gets a file of its own that goes with the session', () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  const output = grants.newOutput('汇总表.xlsx')
  writeFileSync(output.path, 'x')
  expect(grants.output(output.grant)).toEqual({ path: output.path, name: '汇总表.xlsx' })
  expect(grants.newOutput('汇总表.xlsx').path).not.toBe(output.path)
  grants.close()
  expect(existsSync(output.path)).toBe(false)
})

test('the sample is the shipped county', async () => {
  const grants = createGrants({ dataFolder, sampleFolder: county })
  expect(paths(await grants.sample())).toEqual(['collection.yaml', ...returns])
})
