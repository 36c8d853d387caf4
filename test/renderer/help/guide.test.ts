import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { zh } from '../../../src/renderer/words/zh.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const guide = read('docs/用户指南.md').split('\n---\n')[0] ?? ''
const news = read('docs/更新说明.md')

/** What the texts quote that is no word of the program: figures, files and columns of the office's own. */
const OF_THE_OFFICE = new Set([
  ...['类别', '学区', '应报表', '基建股.xlsx', '2026年上半年', '截至2026年6月底', '万元', '=', '|'],
  ...['约30', '2000万', '3-5', '周岁', '电话核实', '问过会计，明天补', '约 40', '±84 人', '分组_'],
  ...[
    '57（待确认）',
    '另存为 PDF',
    '区县.txt',
    '增加',
    '九年一贯制',
    '名称.备份',
    '负责人姓名',
    '联系电话',
  ],
])

/** A word as it is quoted: without … and what explains it behind. */
const bare = (word: string): string => word.replace(/(?:…|。|（[^（）]*）…?|：.*)$/u, '')

function sentences(value: unknown): { said: string; made: boolean }[] {
  if (typeof value === 'string') return [{ said: value, made: false }]
  if (typeof value === 'function')
    return [{ said: String(Reflect.apply(value, undefined, [7, 9, 8])), made: true }]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(sentences)
}

/** Every word of the interface, and the literals of the sentences and sheets that both hosts share. */
function wordsOf(catalog: unknown): { fixed: Set<string>; made: string[] } {
  const all = sentences(catalog)
  const shared = [
    ...readdirSync(join(ROOT, 'src/shared/words')).map((name) => `src/shared/words/${name}`),
    'src/main/workbook/consolidated/words.ts',
  ].flatMap((path) => [...read(path).matchAll(/'([^'\n]*)'/gu)].map(([, said = '']) => said))
  const fixed = all.filter(({ made }) => !made).map(({ said }) => said)
  return {
    fixed: new Set([...fixed, ...shared].map(bare)),
    made: all.filter(({ made }) => made).map(({ said }) => said),
  }
}

/** Words in “ ” of a text that the program does not have; a way of several (A → B、C) is taken apart. */
function unknown(text: string, { fixed, made }: ReturnType<typeof wordsOf>): string[] {
  const known = (word: string): boolean =>
    fixed.has(bare(word)) || OF_THE_OFFICE.has(word) || made.some((said) => said.includes(word))
  const quotes = [...text.matchAll(/“([^”]+)”/gu)].map(([, quoted = '']) => quoted)
  return quotes.flatMap((quoted) =>
    known(quoted) ? [] : quoted.split(/ → |、/u).filter((part) => !known(part)),
  )
}

test('every word that the guide and the release notes quote is what the program says', () => {
  const words = wordsOf(zh)
  expect([...guide.matchAll(/“/gu)].length).toBeGreaterThan(100)
  expect([unknown(guide, words), unknown(news, words)]).toEqual([[], []])
})

test('a word that was renamed is seen in the guide', () => {
  const renamed = {
    ...zh,
    top: { ...zh.top, adopted: '采用值' },
    help: { ...zh.help, title: '？' },
  }
  const { fixed, made } = wordsOf(renamed)
  expect(unknown('点“帮助 → 打开日志文件夹”，再点“打开用户说明”', { fixed, made })).toEqual([
    '帮助',
    '打开用户说明',
  ])
})

test('every picture of the guide is there, none lies about, and all of them are small', () => {
  const named = [...guide.matchAll(/!\[[^\]]+\]\((images\/[^)]+)\)/gu)].map(([, at = '']) => at)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((at) => !existsSync(join(ROOT, 'docs', at)))).toEqual([])
  const there = readdirSync(join(ROOT, 'docs/images')).filter((name) => name.endsWith('.webp'))
  expect(there.map((name) => `images/${name}`).toSorted()).toEqual(named.toSorted())
  const size = named.reduce((sum, at) => sum + statSync(join(ROOT, 'docs', at)).size, 0)
  expect(size).toBeLessThan(900_000)
})

test('the release notes in Chinese have the versions of the changelog', () => {
  const versions = (text: string): string[] =>
    [...text.matchAll(/^## \[?([\d.]+)\]?(?: - |（)([\d-]+)/gmu)].map(
      ([, number = '', day = '']) => `${number} ${day}`,
    )
  expect(versions(news)).toEqual(versions(read('CHANGELOG.md')))
  expect(versions(news).length).toBeGreaterThan(1)
})
