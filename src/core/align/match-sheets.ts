import type { Form, FormEdition } from '../../shared/model.ts'
import { formNumberIn, isYear } from '../forms/furniture.ts'
import { normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { meaningOf } from '../forms/meaning.ts'
import { alignTable } from './align-table.ts'
import { shareCells, topOf } from './table-map.ts'
import type { TableMap, TablePart } from './table-map.ts'
import type { Region } from './stub.ts'
import { shapeOf } from './form-shape.ts'
import { codesIn, layoutKey } from './layout-key.ts'
import { roleOfTextIn } from './vocabulary.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'

/** A form found on a sheet of a return. */
export interface Match {
  form: Form
  edition: FormEdition | undefined
  grid: SheetGrid
  map: TableMap
  /** Further sheets with the rest of the table, where it was parted. */
  more?: { grid: SheetGrid; map: TableMap }[]
  /** Another table that the sheet could be as well. */
  rival?: Form
  /** How surely it is this form's table; above 1 where the printed 表号 says so too. */
  certainty: number
}

/** Forms found, and further sheets that hold the same form again. */
export interface Matches {
  used: Match[]
  repeated: Match[]
}

/**
 * Finds which sheet holds which form: by the printed 表号, the labels and, weakest, the sheet's
 * name. A sheet may hold several tables; a form found on several sheets is used once, from the
 * sheet that fits best and is not hidden.
 *
 * @param blanks the blank workbooks the school was to fill in; null when not known
 */
export function matchSheets(
  grids: SheetGrid[],
  forms: Form[],
  blanks: readonly string[] | null,
): Matches {
  const known = layoutsOf(forms)
  const roleOf = roleOfTextIn(forms)
  const found = grids.flatMap((grid) => {
    const key = `${blanks?.join('|') ?? ''}\n${layoutKey(grid, roleOf)}`
    const layout = known.get(key)
    if (layout?.every(({ match, codes }) => alike(codes, codesOf(grid, match.map))) === true) {
      return layout.map(({ match }) => ({ ...match, grid }))
    }
    const matches = matchesOn(grid, forms, blanks)
    known.set(
      key,
      matches.map(({ form, edition, map, certainty }) => ({
        match: { form, edition, map, certainty },
        codes: codesOf(grid, map),
      })),
    )
    return matches
  })
  found.sort((a, b) => b.certainty - a.certainty)
  const used: Match[] = []
  const repeated: Match[] = []
  for (const match of found) {
    const taken = used.find((other) => other.form.id === match.form.id)
    if (taken !== undefined) {
      if (!completes(taken, match, used)) repeated.push(match)
    } else if (!used.some((other) => overlaps(other, match))) used.push(match)
  }
  for (const match of used) {
    const rival = rivalOf(match, found, used)
    if (rival !== undefined) match.rival = rival.form
  }
  return {
    used: inSheetOrder(used, grids),
    repeated: repeated.filter(
      (match) => !used.some((own) => overlaps(own, match)) && !isByChance(match, used),
    ),
  }
}

/** Tables less apart than this are told apart by nothing on the sheet, nor by its name. */
const APART = 0.05

/** Another table that lies on the same cells as surely: 初中部 and 高中部 of one layout on sheets that were renamed. */
function rivalOf(match: Match, found: Match[], used: Match[]): Match | undefined {
  // What stands on a sheet of its own, more surely than here, is not meant here.
  const elsewhere = ({ form, certainty }: Match): boolean =>
    used.some((own) => own.form.id === form.id && own.certainty - certainty >= APART)
  return found.find(
    (other) =>
      other.form.id !== match.form.id &&
      Math.abs(other.certainty - match.certainty) < APART &&
      overlaps(other, match) &&
      !elsewhere(other),
  )
}

/** A form that another's words make up by chance is this much less sure of a sheet than that other. */
const BY_CHANCE = 0.25

/** Whether a form seems to stand again only because the words of the sheet's own table are partly its own. */
function isByChance(again: Match, used: Match[]): boolean {
  return used.some(
    ({ grid, more = [], certainty }) =>
      certainty - again.certainty >= BY_CHANCE &&
      [grid, ...more.map((one) => one.grid)].includes(again.grid),
  )
}

/** Puts a further sheet to a table that lacks just what stands on it; false where it has more than that. */
function completes(taken: Match, match: Match, used: Match[]): boolean {
  const sheets = [taken, ...(taken.more ?? [])]
  const rest = sheets.every(
    ({ grid, map }) =>
      grid !== match.grid &&
      map.parts.every((part) => match.map.parts.every((other) => !shareCells(part, other))),
  )
  if (!rest || used.some((other) => overlaps(other, match))) return false
  taken.more = [...(taken.more ?? []), { grid: match.grid, map: match.map }]
  return true
}

/** What was found on a sheet of some layout, and the row codes it went with. */
interface KnownMatch {
  match: Omit<Match, 'grid'>
  codes: string[]
}

/** Layouts found out so far, per set of forms: most returns of a kind are laid out alike. */
const layoutsOf = perObject<Form[], Bounded<KnownMatch[]>>(() => new Bounded(2_000))

/** What else than words decides where a table's lines are: its row codes, or which line the school filled in. */
function codesOf(grid: SheetGrid, { form, parts }: TableMap): string[] {
  return parts.flatMap(({ codeColumn, columnAt, region: { from, to } }) => {
    if (form.shape === 'school') {
      return Array.from({ length: to - from }, (_, at) =>
        columnAt.some((column) => column >= 0 && grid.text(from + at, column) !== '') ? '1' : '',
      )
    }
    return codeColumn < 0 ? [] : codesIn(grid, codeColumn, from, to)
  })
}

function alike(codes: string[], others: string[]): boolean {
  return codes.length === others.length && codes.every((code, index) => code === others[index])
}

function inSheetOrder(matches: Match[], grids: SheetGrid[]): Match[] {
  const placed = matches.map((match) => ({
    match,
    sheet: grids.indexOf(match.grid),
    top: topOf(match.map.rowAt),
  }))
  placed.sort((a, b) => a.sheet - b.sheet || a.top - b.top)
  return placed.map(({ match }) => match)
}

/** Whether two tables lie on the same cells. */
function overlaps(a: Match, b: Match): boolean {
  if (a.grid !== b.grid) return false
  return a.map.parts.some((part) => {
    const [rows, columns] = linesOf(part)
    return b.map.parts.some((other) => {
      const [otherRows, otherColumns] = linesOf(other)
      return (
        otherRows.some((row) => row >= 0 && rows.includes(row)) &&
        otherColumns.some((column) => column >= 0 && columns.includes(column))
      )
    })
  })
}

/** Sheet rows and columns that are a block's, or may be. */
function linesOf({
  rowAt,
  columnAt,
  disputedRows,
  disputedColumns,
}: TablePart): [number[], number[]] {
  return [
    [...rowAt, ...disputedRows.map(({ sheetRow }) => sheetRow)],
    [...columnAt, ...disputedColumns.map(({ sheetColumn }) => sheetColumn)],
  ]
}

/** A form as one of some blank workbooks has it. */
export function editionOf(form: Form, blanks: readonly string[] | null): FormEdition | undefined {
  return form.editions.find((edition) => blanks?.includes(edition.workbook) === true)
}

function matchesOn(grid: SheetGrid, forms: Form[], blanks: readonly string[] | null): Match[] {
  const starts = tableStarts(grid, forms, blanks)
  const numbered = new Set(starts.filter((s) => s.printed).map((s) => s.form?.id ?? ''))
  const texts = textsOf(grid)
  return forms.flatMap((form) => {
    const edition = editionOf(form, blanks)
    const printed = numbered.has(form.id)
    // A sheet that prints another known form's number is that form's, whatever its labels look like.
    if (!printed && [...numbered].some((id) => id !== '')) return []
    if (!printed && !looksAlike(form, texts)) return []
    const region = regionOf(form, starts, grid)
    const map = alignTable(grid, form, edition ?? form.editions[0], region)
    if (map === null) return []
    const [sheetName, number] = [normalLabel(grid.sheet.name), normalLabel(numberOf(form))]
    const named = sheetName === number ? 0.2 : sheetName.includes(number) ? 0.1 : 0
    const ours = blanks === null || edition !== undefined ? 0.2 : 0
    const titled = texts.has(shapeOf(form).title) ? 0.15 : 0
    const hidden = grid.sheet.hidden ? -0.3 : 0
    const certainty = map.score + (printed ? 0.6 : 0) + named + ours + titled + hidden
    // Under the form's own title a line or two with all headings may be the rest of it.
    const least = titled > 0 ? 0.5 : 0.57
    const plausible = printed || (ours > 0 && map.score >= least) || map.score >= 0.8
    return plausible ? [{ form, edition, grid, map, certainty }] : []
  })
}

interface Start {
  row: number
  form: Form | null
  printed: boolean
}

/** The 表号 that a form's sheets print. */
const numberOf = ({ number, id }: Form): string => number ?? id

/** Rows where a table begins: a printed 表号, or a form's title alone in a line. */
function tableStarts(grid: SheetGrid, forms: Form[], blanks: readonly string[] | null): Start[] {
  const byNumber = new Map<string, Form>()
  for (const form of forms) {
    const number = normalLabel(numberOf(form))
    // Of two tables of one number the one in the school's own workbook is meant.
    if (!byNumber.has(number) || editionOf(form, blanks) !== undefined) byNumber.set(number, form)
  }
  const byTitle = new Map(forms.map((form) => [shapeOf(form).title, form]))
  const starts: Start[] = []
  for (const row of grid.filledRows()) {
    const anchors = grid.anchors(row)
    for (const column of anchors) {
      const text = grid.text(row, column)
      const number = formNumberIn(text)
      const titled = anchors.length === 1 ? byTitle.get(normalLabel(text)) : undefined
      if (number !== null) {
        const form = byNumber.get(normalLabel(number)) ?? null
        starts.push({ row, form, printed: form !== null })
      } else if (titled !== undefined) starts.push({ row, form: titled, printed: false })
    }
  }
  return starts
}

/** From a form's own start to the next other form's. */
function regionOf(form: Form, starts: Start[], grid: SheetGrid): Region {
  const own = starts.find((start) => start.form?.id === form.id)
  if (own === undefined) return { from: 0, to: nextOfBlank(form, starts) ?? grid.rowCount }
  const next = starts.find((start) => start.row > own.row && start.form?.id !== form.id)
  return { from: own.row, to: next?.row ?? grid.rowCount }
}

/** Where a table begins that the blank has below a form whose own title is not there; null for none. */
function nextOfBlank({ editions }: Form, starts: Start[]): number | null {
  const below = starts.find(({ form }) =>
    form?.editions.some((other) =>
      editions.some(
        ({ workbook, sheet, order }) =>
          other.workbook === workbook && other.sheet === sheet && other.order > order,
      ),
    ),
  )
  return below === undefined || below.row === 0 ? null : below.row
}

function textsOf(grid: SheetGrid): Set<string> {
  const texts = new Set<string>()
  for (const line of grid.sheet.cells) {
    for (const cell of line ?? []) {
      if (cell === undefined || cell.value.length >= 200) continue
      if (cell.kind !== 'text' && !isYear(cell.value)) continue
      const label = normalLabel(cell.value)
      texts.add(label)
      texts.add(meaningOf(label))
    }
  }
  return texts
}

/** Whether enough of the form's own words stand on the sheet to try an alignment. */
function looksAlike(form: Form, texts: Set<string>): boolean {
  const share = (labels: readonly string[]): number => {
    const words = labels.map((label) => normalLabel(label)).filter((word) => word !== '')
    const there = words.filter((word) => texts.has(word) || texts.has(meaningOf(word)))
    return words.length === 0 ? 0 : there.length / words.length
  }
  if (form.shape === 'card')
    return share(form.items.map(({ label = '' }) => label.split(' / ').at(-1) ?? '')) >= 0.3
  const { rows, columns } = shapeOf(form)
  const inner = (lines: typeof rows): string[] => lines.map(({ path }) => path.at(-1) ?? '')
  const [beside, above] = [share(inner(rows)), share(inner(columns))]
  if (form.shape === 'school') return above >= 0.3
  // A part of a table has all of the one and some of the other.
  return Math.min(beside, above) >= 0.3 || (Math.min(beside, above) > 0 && beside + above > 0.9)
}
