import { Bounded } from '../../memory/bounded.ts'
import { keptForTexts } from '../../memory/kept-for-text.ts'
import { perObject } from '../../memory/per-object.ts'
import type { ListColumn } from '../../../shared/lists.ts'
import type { Form } from '../../../shared/model.ts'
import { displayLabel, likeness, normalLabel } from '../../forms/label.ts'
import { headingRole } from '../../forms/furniture.ts'
import { headingPath } from '../../forms/heading.ts'
import { meaningOf } from '../../forms/meaning.ts'
import { SAME_ENDINGS } from '../../forms/synonyms.ts'
import type { SheetGrid } from '../../forms/sheet-grid.ts'

/** Where a list stands on a returned sheet. */
export interface ListSheet {
  form: Form
  columns: readonly ListColumn[]
  grid: SheetGrid
  headTop: number
  headBottom: number
  /** Sheet column of each column of the list, -1 where the sheet lacks it. */
  columnAt: number[]
  /** Sheet columns with a heading that the list does not know. */
  others: { column: number; heading: string }[]
  /** Columns of the list that are headed otherwise. */
  variants: { label: string; written: string }[]
  /** Share of the list's columns that were found. */
  score: number
}

const FAR_DOWN = 60
/** Rows that a header has at most. */
const HEAD_ROWS = 4
/** How much of a list's headings must be found, how many of them exactly, and how alike a heading must be that is spelt otherwise, or stands between the same two. */
const LEAST = { found: 0.5, exact: 2, alike: 0.7, between: 0.5 }
/** Words that make a heading another one, however alike: the day planned is not the day begun. */
const WORDS_APART = [
  /计划|规划|拟|预计|预定|目标/u,
  /批复|审批|备案|立项/u,
  /上年|去年|往年|上期|同期/u,
  /累计/u,
  /其中/u,
  /[男女]/u,
]

/** The sheets that hold each list, the best first; a sheet is one list's only. */
export function listSheets(grids: readonly SheetGrid[], forms: readonly Form[]): ListSheet[][] {
  const found = forms.flatMap((form) => {
    const sheets = grids.flatMap((grid) => {
      const sheet = headOn(grid, form)
      return sheet === null ? [] : [sheet]
    })
    return sheets.length === 0 ? [] : [sheets]
  })
  const taken = new Map<SheetGrid, ListSheet>()
  for (const sheet of found.flat()) {
    const before = taken.get(sheet.grid)
    if (before === undefined || value(sheet) > value(before)) taken.set(sheet.grid, sheet)
  }
  return found
    .map((sheets) =>
      sheets.filter((sheet) => taken.get(sheet.grid) === sheet).sort((a, b) => value(b) - value(a)),
    )
    .filter((sheets) => sheets.length > 0)
}

/** The sheet's name decides between headings that fit alike; hidden sheets come last. */
function value({ form, grid, score }: ListSheet): number {
  const name = grid.sheet.name
  const called = form.editions.some((edition) => edition.sheet === name) ? 0.2 : 0
  return score + called - (grid.sheet.hidden ? 1 : 0)
}

/** The row of a sheet in which most of a list's headings stand. */
function headOn(grid: SheetGrid, form: Form): ListSheet | null {
  const { columns = [] } = form.list ?? {}
  let best: ListSheet | null = null
  const words = lastWords(form)
  const least = Math.min(LEAST.exact, columns.length)
  const said: number[] = []
  const [first = 0] = grid.filledRows()
  for (let top = first; top < Math.min(grid.rowCount, first + FAR_DOWN); top++) {
    if (grid.anchors(top).length < 2) continue
    const bottom = bottomOf(grid, top)
    let exact = 0
    const count = (row: number): number => (said[row] ??= wordsOn(grid, row, words))
    for (let row = top; row <= bottom; row++) exact += count(row)
    // Nearly every line has no such line below it; one without any heading (the sender's) is no group's.
    let deeper = bottom
    while (
      exact > 0 &&
      deeper < top + HEAD_ROWS - 1 &&
      count(deeper + 1) > 0 &&
      isHeads(grid, deeper + 1, words)
    )
      exact += count(++deeper)
    if (exact < least) continue
    for (const end of deeper > bottom ? [bottom, deeper] : [bottom]) {
      const here = headAt(grid, { top, bottom: end }, form, columns)
      if (here.score >= LEAST.found && here.score > (best?.score ?? 0)) best = here
    }
    if (best?.score === 1) break
  }
  return best
}

/** The words of a list's headings, without their units. */
const lastWords = perObject(
  ({ list }: Form): ReadonlySet<string> =>
    new Set((list?.columns ?? []).map(({ heading }) => lastOf(heading))),
)

/** Lengths tell most headings apart before their letters are looked at. */
function isNear(own: string, other: string): boolean {
  const [less, more] = own.length < other.length ? [own, other] : [other, own]
  return less.length >= more.length * LEAST.alike && likeness(own, other) >= LEAST.alike
}

/** How many cells of a row are headed as a column of a list. */
function wordsOn(grid: SheetGrid, row: number, words: ReadonlySet<string>): number {
  let count = 0
  for (const column of grid.anchors(row)) {
    const isText = grid.cell(row, column)?.kind === 'text'
    if (isText && words.has(lastOf(grid.text(row, column)))) count++
  }
  return count
}

/** Whether a row says nothing but headings of the list: groups whose cells are not merged stand above such a one. */
function isHeads(grid: SheetGrid, row: number, words: ReadonlySet<string>): boolean {
  return grid.anchors(row).every((column) => {
    const text = grid.text(row, column)
    return words.has(lastOf(text)) || headingRole(text) === 'ordinal'
  })
}

/** Last row of a header: cells merged downwards reach to it. */
function bottomOf(grid: SheetGrid, top: number): number {
  let bottom = top
  for (const column of grid.anchors(top)) {
    bottom = Math.max(bottom, grid.merge(top, column)?.bottom ?? top)
  }
  return Math.min(bottom, top + HEAD_ROWS - 1)
}

function headAt(
  grid: SheetGrid,
  { top: headTop, bottom: headBottom }: { top: number; bottom: number },
  form: Form,
  columns: readonly ListColumn[],
): ListSheet {
  const headings: { column: number; heading: string }[] = []
  for (let column = 0; column < grid.columnCount; column++) {
    const path = headingPath(grid, column, headTop, headBottom)
    if (path.length > 0) headings.push({ column, heading: path.map(displayLabel).join('·') })
  }
  const key = headings.map(({ column, heading }) => `${String(column)} ${heading}`).join('\n')
  const known = pairedOf(form)
  const paired = known.get(key) ?? known.set(key, pairHeadings(columns, headings))
  const found = paired.columnAt.filter((at) => at >= 0).length
  const score = columns.length === 0 ? 0 : found / columns.length
  return { form, columns, grid, headTop, headBottom, ...paired, score }
}

type Paired = Pick<ListSheet, 'columnAt' | 'others' | 'variants'>

/** Headings found out about so far, for each list: those of most returns, and of their other tables, are the same. */
const pairedOf = perObject<Form, Bounded<Paired>>(() => new Bounded(2_000))

function pairHeadings(
  columns: readonly ListColumn[],
  headings: { column: number; heading: string }[],
): Paired {
  const columnAt = columns.map(() => -1)
  const open = new Set(headings)
  const variants: ListSheet['variants'] = []
  const give = (fits: (own: string, other: string) => boolean): void => {
    columns.forEach(({ heading }, at) => {
      if ((columnAt[at] ?? -1) >= 0) return
      const [only, ...more] = [...open].filter((one) => fits(heading, one.heading))
      if (only === undefined || more.length > 0) return
      columnAt[at] = only.column
      open.delete(only)
      if (only.heading !== heading) variants.push({ label: heading, written: only.heading })
    })
  }
  give((own, other) => normalHeading(own) === normalHeading(other))
  give((own, other) => lastOf(own) === lastOf(other))
  // Most lines are no heading of the list at all: slips are looked for where some headings are right.
  if (columnAt.some((at) => at >= 0)) {
    give((own, other) => meaningOfHeading(lastOf(own)) === meaningOfHeading(lastOf(other)))
    give((own, other) => isNear(lastOf(own), lastOf(other)))
    const between = (own: string, other: string): boolean =>
      likeness(lastOf(own), lastOf(other)) >= LEAST.between &&
      WORDS_APART.every((word) => word.test(own) === word.test(other))
    columns.forEach(({ heading }, at) => {
      if ((columnAt[at] ?? -1) >= 0) return
      const [left, right] = [columnAt[at - 1] ?? -2, columnAt[at + 1] ?? -2]
      const place = [...open].find(({ column }) => column - 1 === left && column + 1 === right)
      if (place === undefined || !between(heading, place.heading)) return
      columnAt[at] = place.column
      open.delete(place)
      variants.push({ label: heading, written: place.heading })
    })
  }
  return {
    columnAt,
    others: [...open],
    variants: variants.filter(
      ({ label, written }) => normalHeading(label) !== normalHeading(written),
    ),
  }
}

const normalHeading = keptForTexts((heading): string =>
  normalLabel(heading.replaceAll(/[*＊★]|[(（](?:必填|选填)[)）]/gu, '')),
)

/** What a heading means where it is written otherwise: 开工时间 is 开工日期, 专业大类 is 专业大类名称. */
const meaningOfHeading = keptForTexts((heading): string => {
  const meaning = meaningOf(heading)
  const named = meaning.length > 4 ? meaning.replace(/名称$/u, '') : meaning
  for (const [first = '', ...others] of SAME_ENDINGS) {
    const end = others.find((word) => named.endsWith(word))
    if (end !== undefined) return `${named.slice(0, -end.length)}${first}`
  }
  return named
})

/** The last heading alone, without its unit. */
const lastOf = keptForTexts((heading): string =>
  normalHeading(heading.split('·').at(-1) ?? '').replace(/\([^()]*\)$/u, ''),
)
