import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { parseLibrary } from '../src/core/indicators/library.ts'
import { leavesOf } from '../src/core/indicators/leaves.ts'
import type { Indicator } from '../src/core/indicators/indicator.ts'
import { MEASURES } from './forms/measures.ts'
import type { Measure } from './forms/measures.ts'
import { FORM_LIBRARY } from './forms/library.ts'

const root = join(import.meta.dirname, '..')
const { indicators, forms } = parseLibrary(
  readFileSync(join(root, 'resources/library/indicators.yaml'), 'utf8'),
)
const BOOKS = new Map(
  FORM_LIBRARY.flatMap(({ file, sheets }) =>
    sheets.map(({ name }) => [name, file.replace('.xlsx', '')] as const),
  ),
)

/** What an indicator reads: items, columns of the register, figures of other offices. */
interface Sources {
  items: string[]
  attributes: string[]
  externals: string[]
}

function sourcesOf({ numerator, denominator }: Indicator): Sources {
  const leaves = [numerator, ...(denominator === null ? [] : [denominator])].flatMap(leavesOf)
  const texts = leaves.flatMap((leaf) => [
    ...('expr' in leaf ? [leaf.expr] : []),
    ...('where' in leaf && leaf.where !== null ? [leaf.where] : []),
  ])
  const all = (pattern: RegExp): string[] => [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found))),
  ]
  return {
    items: all(/([\p{L}\d_]+\[[^\]]+\])/gu),
    attributes: all(/学校\.([\p{L}\d]+)/gu),
    externals: leaves.flatMap((leaf) => (leaf.kind === 'external' ? [leaf.name] : [])),
  }
}

/** Of several entries of one id the one that reads the form library. */
function chosen(id: string): Indicator {
  const all = indicators.filter((one) => one.id === id)
  const found = all.find((one) => sourcesOf(one).items.some(isOurs)) ?? all[0]
  if (found === undefined) throw new RangeError(`no indicator ${id} in the library`)
  return found
}

const formOf = (item: string): string => item.replace(/\[.*$/u, '')
const isOurs = (item: string): boolean => forms.includes(formOf(item))

/** Whether a measure is collected: by a form or by a column of the register, without another office's figure. */
export function isCollected({ indicators: ids }: Measure): boolean {
  return ids.length > 0 && ids.every((id) => sourcesOf(chosen(id)).externals.length === 0)
}

function row(measure: Measure, number: number): string {
  const sources = measure.indicators.map((id) => sourcesOf(chosen(id)))
  const all = (pick: (one: Sources) => string[]): string[] => [...new Set(sources.flatMap(pick))]
  const items = all(({ items: own }) => own)
  const attributes = all((one) => one.attributes).filter((name) => name !== '办学类型代码')
  const books = [
    ...new Set(items.map((item) => BOOKS.get(formOf(item)) ?? formOf(item))),
    ...(attributes.length > 0 || items.length === 0 ? ['名册'] : []),
  ]
  const places = [
    ...items.map((item) => `\`${item}\``),
    ...attributes.map((name) => `名册“${name}”`),
  ]
  const externals = all((one) => one.externals).map((name) => `外部数据“${name}”`)
  const cells = [
    String(number),
    measure.name,
    measure.indicators.join('；'),
    books.join('、'),
    [...places, ...externals].join('、') || '名册各校',
    measure.note ?? '',
  ]
  return `| ${cells.join(' | ')} |`
}

const HEAD = `# 指标覆盖

五份公开的工作总结里引用过 83 种统计指标。下表逐一说明每种从哪张表、哪个项目来。本文由 \`node scripts/make-coverage.ts\` 按指标库和空白台账生成，不要手改。

- **指标编号**：指标库 \`resources/library/indicators.yaml\` 里的指标，在“汇总 → 指标 → 指标库”选用；把空白台账放进一次没有自带指标的汇总，读它的指标自动带入。
- **表**：\`resources/forms\` 里的空白台账，由学校或局内股室、中心填报（名册里各占一行）；写“名册”的是学校名册的栏。
- **项目**：表里的项目，写法见 contract.md §2；台账的项目由 \`resources/library/lists.yaml\` 从各行计得，同一编号只计一次。
`

/** docs/指标覆盖.md as it must read. */
export async function coverageText(): Promise<string> {
  let number = 0
  const chapters = MEASURES.map(([chapter, measures]) =>
    [
      `## ${chapter}`,
      '',
      '| 序号 | 总结里的指标 | 指标编号 | 表 | 项目 | 说明 |',
      '| --- | --- | --- | --- | --- | --- |',
      ...measures.map((measure) => row(measure, ++number)),
    ].join('\n'),
  )
  const all = MEASURES.flatMap(([, measures]) => measures)
  const collected = all.filter(isCollected).length
  const rest = all.filter((measure) => !isCollected(measure)).map(({ name }) => name)
  const end =
    rest.length === 0
      ? `83 种都由收来的表和名册给出。`
      : `83 种中 ${String(collected)} 种由收来的表和名册给出；其余：${rest.join('、')}。`
  const text = [
    HEAD,
    ...chapters,
    `## 小结\n\n${end}名次、目标由文件照录，不合并；一个事项有几种说法时无法判定，须先问清。`,
  ]
  return format(`${text.join('\n\n')}\n`, { parser: 'markdown' })
}

if (import.meta.main) {
  writeFileSync(join(root, 'docs/指标覆盖.md'), await coverageText())
}
