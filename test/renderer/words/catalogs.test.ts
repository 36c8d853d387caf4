import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { differencesKept } from '../../../src/shared/lists.ts'
import { faultText } from '../../../src/shared/words/faults.ts'
import { suspectedText } from '../../../src/shared/words/screening.ts'
import { en } from '../../../src/renderer/words/en.ts'
import { wordsIn } from '../../../src/renderer/words/words-in.ts'
import { zh } from '../../../src/renderer/words/zh.ts'
import { fill } from '../../../src/shared/words/template.ts'

/** Every sentence of a catalog with its place; functions are asked with plain values. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const made: unknown = Reflect.apply(value, undefined, [7, 9, 8])
    return [[path, String(made)]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`))
}

test('both catalogs say the same things', () => {
  const places = (catalog: unknown): string[] => sentences(catalog, '').map(([path]) => path)
  expect(places(en).toSorted()).toEqual(places(zh).toSorted())
})

test('no sentence is empty, and no Chinese one was left in English', () => {
  // The switch to the other language speaks that language; marks, and words that
  // forms print, are shown as they are written.
  const other = new Set([
    '.top.language',
    '.top.languageHint',
    '.setup.marks',
    '.forms.code.one-table.rows',
    '.forms.maker.rowsHint',
    '.forms.maker.columnsHint',
  ])
  const all = [...sentences(zh, ''), ...sentences(en, '')]
  expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
  const left = sentences(en, '').filter(
    ([path, text]) => /[\u4e00-\u9fff]/.test(text) && !other.has(path),
  )
  expect(left).toEqual([])
})

test('in English one is one: a file, not files, and it was read', () => {
  const { overview, check, create } = wordsIn('en')
  expect(overview.nextClaim(1)).toBe('Assign 1 file')
  expect(overview.nextClaim(21)).toBe('Assign 21 files')
  expect(overview.nextUnread(1)).toBe('Go on receiving: 1 file was not read')
  expect(overview.nextUnreadable(1)).toBe('See to 1 unreadable cell')
  expect(check.allPassHint(1)).toContain('1 rule was checked')
  expect(create.counts(1, 2, 11)).toBe('1 blank workbook, 2 tables, 11 items')
  // A name that somebody gave stays as it is.
  expect(create.otherSheets('1 files')).toContain('1 files')
  const many = '{n} entries differ in “{name}”'
  expect(fill(many, { n: 1, name: '1 files' })).toBe('1 entry differs in “1 files”')
  expect(fill(many, { n: 11, name: '' })).toBe('11 entries differ in “”')
})

const SOURCE = join(import.meta.dirname, '../../../src')
/** Sentences about data, of which each file holds both languages. */
const SHARED = [
  ...readdirSync(join(SOURCE, 'shared/words')).map((name) => `shared/words/${name}`),
  'main/workbook/consolidated/words.ts',
  ...readdirSync(join(SOURCE, 'main/workbook/queries')).map(
    (name) => `main/workbook/queries/${name}`,
  ),
]

/** Chinese marks in an English sentence that stand beside no Chinese. */
function chineseMarks(sentence: string): string[] {
  if (!/[A-Za-z]{2,} [a-z]{2,}/u.test(sentence)) return []
  const lone = /(?<![\u4e00-\u9fff])[，。；：！？（）、《》【】％～](?![\u4e00-\u9fff])/u
  return lone.test(sentence) ? [sentence] : []
}

test('no English sentence carries Chinese marks but where Chinese is quoted', () => {
  expect(chineseMarks('2 rows differ，see below')).toHaveLength(1)
  expect(sentences(en, '').flatMap(([, text]) => chineseMarks(text))).toEqual([])
  const literals = SHARED.flatMap((path) =>
    [...readFileSync(join(SOURCE, path), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/gu)].map(
      ([, plain, made]) => plain ?? made ?? '',
    ),
  )
  expect(literals.length).toBeGreaterThan(1_000)
  expect(literals.flatMap(chineseMarks)).toEqual([])
})

/** Words that were given up for others: docs/glossary.md, “Decided, and why”. */
const GIVEN_UP =
  /(?<!原)表样|采用数|待认领|对账(?!数)|签审|快照|头条数字|空壳|照抄|换列|去向|撤回问题|[^学]校数 ?\d/u

test('words that were given up are nowhere in the program, the workbook and the guide', () => {
  expect('快照 3 份').toMatch(GIVEN_UP)
  expect(sentences(zh, '').filter(([, text]) => GIVEN_UP.test(text))).toEqual([])
  const quoted = SHARED.flatMap((path) =>
    [...readFileSync(join(SOURCE, path), 'utf8').matchAll(/'[^'\n]*'|`[^`]*`/gu)].map(
      ([one]) => one,
    ),
  )
  expect(quoted.filter((text) => GIVEN_UP.test(text))).toEqual([])
  const guide = readFileSync(join(SOURCE, '../docs/用户指南.md'), 'utf8').split('\n')
  expect(guide.filter((line) => GIVEN_UP.test(line))).toEqual([])
})

test('what is put into an English sentence is parted as English is', () => {
  const says = differencesKept([['XM-01', '完成投资', '', '甲校', '320']], true)
  const params = { form: '项目台账', title: '项目台账', count: 1, other: '甲校', says }
  expect(suspectedText('en', { code: 'list-differ', params })).toContain(
    'XM-01 完成投资 (blank), 甲校 320; …',
  )
  expect(suspectedText('zh', { code: 'list-differ', params })).toContain(
    'XM-01 完成投资 （空），甲校 320；…',
  )
  const fault = { key: 'register.status', column: '状况', columns: '标识码、状态' }
  expect(
    faultText('en', { kind: 'settings', id: '', code: 'settings-column-not-found', params: fault }),
  ).toContain('标识码, 状态')
})
