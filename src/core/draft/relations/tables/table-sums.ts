import type { Figure } from '../../../model/draft/figure.ts'
import { overlap, sum } from '../numbers/bounds.ts'
import { signed } from '../judging/evidence.ts'
import type { Question, Reading } from '../question.ts'
import { mayOverlap } from '../text/families.ts'
import type { Table } from '../../tables/tables.ts'

/** Whether a figure is a number that stands bare in one of the tables. */
export function isOfTable(tables: readonly Table[]): (figure: Figure) => boolean {
  const ends = new Set<number>()
  for (const { headings, rows } of tables)
    for (const { cells } of rows)
      cells.forEach(({ end }, column) => {
        if (headings[column]?.unit !== '') ends.add(end)
      })
  return ({ end, text }) => ends.has(end) && /^\d[\d,，.．]*$/u.test(text)
}

const TOTAL = /^(?:[全本]?[省市县区旗乡镇校]?(?:合计|总计|共计)|总数)$/u
/** Lines that are told again in others, or are a part of the line above. */
const WITHIN = /其中|小计|合计|总计|共计|^(?:城区|镇区|乡村|#)|以上/u
/** What does not add up: shares, averages. */
const NO_SUM = /[率比均]|增幅|增速|标准/u
const LEAST_PARTS = 2

interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

/**
 * What tables state in so many words: the line 合计 is the sum of the lines beside it, the column 合计
 * that of the columns counted alike. Where several such sums stand side by side and none comes out,
 * the table is not made so, and nothing is asked.
 */
export function tableQuestions(tables: readonly Table[], figures: readonly Figure[]): Question[] {
  const byEnd = new Map(figures.map((figure, index) => [figure.end, index]))
  return tables.flatMap((table, at) => {
    const grid = table.rows.map(({ cells }) =>
      table.headings.map(({ unit }, column) => {
        const cell = cells[column]
        const index = cell === undefined || unit === '' ? undefined : byEnd.get(cell.end)
        return index !== undefined && adds(figures[index]) ? index : null
      }),
    )
    return [
      ...asked(rowSums(table, grid), `table ${String(at)} rows`, figures),
      ...asked(columnSums(table, grid, figures), `table ${String(at)} columns`, figures),
    ]
  })
}

function adds(figure: Figure | undefined): boolean {
  return (
    figure !== undefined &&
    figure.quoted !== null &&
    !['%', '‰', '百分点', '比', '倍', '分'].includes(figure.unit) &&
    !figure.kind.startsWith('change') &&
    !NO_SUM.test(figure.about.measure)
  )
}

type Grid = readonly (readonly (number | null)[])[]

/** The line 合计, the first or the last, over all other lines. */
function rowSums({ rows, headings }: Table, grid: Grid): Sum[] {
  const labels = rows.map(({ label }) => label)
  const totals = labels.flatMap((label, at) => (TOTAL.test(label) ? [at] : []))
  const [total] = totals
  if (total === undefined || totals.length > 1) return []
  if (total !== 0 && total !== rows.length - 1) return []
  const others = labels.toSpliced(total, 1)
  if (!areParts(others)) return []
  return headings.flatMap(({ label }, column) =>
    NO_SUM.test(label)
      ? []
      : sumOf(
          grid[total]?.[column],
          grid.flatMap((row, at) => (at === total ? [] : [row[column] ?? null])),
        ),
  )
}

/** The column 合计 over all others that are counted in its unit. */
function columnSums({ headings }: Table, grid: Grid, figures: readonly Figure[]): Sum[] {
  const totals = headings.flatMap(({ label, unit }, at) =>
    unit !== '' && TOTAL.test(label) ? [at] : [],
  )
  const [total] = totals
  if (total === undefined || totals.length > 1) return []
  const unit = headings[total]?.unit
  const parts = headings.flatMap((heading, at) =>
    at !== total && heading.unit === unit ? [at] : [],
  )
  if (!areParts(parts.map((at) => headings[at]?.label ?? ''))) return []
  return grid.flatMap((row) => {
    const whole = row[total]
    const base = whole === undefined || whole === null ? '' : (figures[whole]?.unit ?? '')
    const own = parts.map((at) => row[at] ?? null)
    const alike = own.every((index) => index === null || figures[index]?.unit === base)
    return alike ? sumOf(whole, own) : []
  })
}

/** Names that may divide a whole: each once, none within another. */
function areParts(labels: readonly string[]): boolean {
  return (
    labels.length >= LEAST_PARTS &&
    new Set(labels).size === labels.length &&
    !labels.some((label) => label === '' || WITHIN.test(label)) &&
    !mayOverlap(labels)
  )
}

function sumOf(total: number | null | undefined, parts: readonly (number | null)[]): Sum[] {
  const known = parts.flatMap((part) => (part === null ? [] : [part]))
  if (total === null || total === undefined || known.length < parts.length) return []
  return [{ total, parts: known }]
}

function asked(sums: readonly Sum[], pattern: string, figures: readonly Figure[]): Question[] {
  const held = sums.filter((one) => comesOut(one, figures)).length
  if (sums.length > 1 && held * 2 < sums.length) return []
  return sums.map((one) => ({
    type: 'sum_of_parts',
    rule: 'sum',
    grade: held > 0 ? 'stated' : 'likely',
    readings: [readingOf(one, figures)],
    natural: 1,
    patterns: [pattern],
  }))
}

function comesOut({ total, parts }: Sum, figures: readonly Figure[]): boolean {
  const [whole, ...others] = [total, ...parts].flatMap((index) => {
    const figure = figures[index]
    return figure === undefined ? [] : [signed(figure)]
  })
  return whole !== undefined && overlap(sum(others), whole)
}

function readingOf({ total, parts }: Sum, figures: readonly Figure[]): Reading {
  const text = (index: number): string => figures[index]?.text.replaceAll(/\s/gu, '') ?? ''
  return {
    figures: [total, ...parts],
    formula: `${parts.map(text).join(' + ')} = ${text(total)}`,
    reckon: (at) => ({ computed: sum(parts.map(at)), quoted: at(total) }),
    compares: 'equal',
    asked: total,
  }
}
