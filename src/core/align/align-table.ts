import type { Form, FormEdition } from '../../shared/model.ts'
import { formNumberIn, isFoot, stemIndex } from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode, shapeOf } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import { pairInOrder } from './monotone.ts'

/** Where a form's rows and columns stand on a returned sheet. */
export interface TableMap {
  form: Form
  /** Sheet row per form row and sheet column per form column, -1 where the sheet lacks it. */
  rowAt: number[]
  columnAt: number[]
  /** Stub columns of the sheet and the rows its header takes. */
  stubColumns: number[]
  codeColumn: number
  headTop: number
  /** Rows of the sheet in which the table was looked for. */
  region: Region
  /** Sheet rows whose code is a form row's while the label says something else. */
  disputedRows: { sheetRow: number; formRow: number }[]
  /** 0 to 1: how much of the form was found and how surely. */
  score: number
  /** Labels that were found in another writing: form row or column label and what the sheet says. */
  variants: { label: string; written: string }[]
}

/** Sheet rows from `from` up to but not including `to`. */
export interface Region {
  from: number
  to: number
}

/**
 * Finds a form's table on a returned sheet by 表号, labels and codes together; the position of
 * nothing is taken for granted. Labels outweigh codes: in a form of another year the code may
 * have moved on to another item.
 *
 * @param edition layout of the blank workbook, tried first as it stands
 * @param region sheet rows to look at, for sheets with several tables
 * @returns null when too little of the form is there
 */
export function alignTable(
  grid: SheetGrid,
  form: Form,
  edition: FormEdition | undefined,
  region: Region = { from: 0, to: grid.rowCount },
): TableMap | null {
  const shape = shapeOf(form)
  const stub = findStub(grid, shape, region)
  if (stub === null) return null
  const rows = alignRows(grid, shape, stub)
  const matchedRows = rows.rowAt.filter((row) => row >= 0)
  const firstRow = Math.min(...matchedRows)
  const wanted = expectedRows(form, edition)
  if (matchedRows.length === 0) return null
  const columns = alignColumns(grid, shape, stub, firstRow, region.from)
  const wantedColumns = expectedColumns(form, edition)
  const rowShare = share(rows.rowAt, wanted) * rows.certainty
  const columnShare = share(columns.columnAt, wantedColumns) * columns.certainty
  if (rowShare < 0.34 || columnShare < 0.34) return null
  return {
    form,
    rowAt: rows.rowAt,
    columnAt: columns.columnAt,
    stubColumns: stub.columns,
    codeColumn: stub.codeColumn,
    headTop: columns.headTop,
    region,
    disputedRows: rows.disputed,
    score: (rowShare + columnShare) / 2,
    variants: [...rows.variants, ...columns.variants],
  }
}

/** Form rows that the school's own blank workbook has. */
function expectedRows(form: Form, edition: FormEdition | undefined): number[] {
  const all = form.rows.map((_, index) => index)
  return edition === undefined ? all : all.filter((index) => (edition.rowAt[index] ?? -1) >= 0)
}

function expectedColumns(form: Form, edition: FormEdition | undefined): number[] {
  const all = form.columns.map((_, index) => index)
  return edition === undefined ? all : all.filter((index) => (edition.columnAt[index] ?? -1) >= 0)
}

function share(found: number[], wanted: number[]): number {
  if (wanted.length === 0) return 0
  return wanted.filter((index) => (found[index] ?? -1) >= 0).length / wanted.length
}

interface Stub {
  /** Column of the innermost labels, and those left of it with outer labels. */
  leaf: number
  columns: number[]
  codeColumn: number
  region: Region
}

/** The column in which most of the form's row labels stand, and the column of row codes beside it. */
function findStub(grid: SheetGrid, shape: FormShape, region: Region): Stub | null {
  const leaves = new Set(shape.rows.map((row) => row.leaf).filter((leaf) => leaf !== ''))
  let best = { column: -1, hits: 0 }
  for (let column = 0; column < Math.min(grid.columnCount, 40); column++) {
    const seen = new Set<string>()
    let hits = 0
    for (let row = region.from; row < region.to; row++) {
      const label = normalLabel(grid.text(row, column))
      if (label === '' || !leaves.has(label)) continue
      hits += seen.has(label) ? 0.2 : 1
      seen.add(label)
    }
    if (hits > best.hits) best = { column, hits }
  }
  if (best.column < 0) {
    best = { column: nearStub(grid, leaves, region), hits: 0 }
    if (best.column < 0) return null
  }
  const outer = shape.rows.some((row) => row.parents !== '')
  const columns: number[] = []
  for (let column = 0; column <= best.column; column++) {
    if (column === best.column || outer) columns.push(column)
  }
  return {
    leaf: best.column,
    columns,
    codeColumn: findCodeColumn(grid, shape, best.column, region),
    region,
  }
}

/** The column with a label much like one of the form's, for tables of one or two rows. */
function nearStub(grid: SheetGrid, leaves: Set<string>, region: Region): number {
  for (let column = 0; column < Math.min(grid.columnCount, 10); column++) {
    for (let row = region.from; row < region.to; row++) {
      const label = normalLabel(grid.text(row, column))
      if (label === '') continue
      for (const leaf of leaves) if (likeness(label, leaf) >= 0.75) return column
    }
  }
  return -1
}

/** The column beside the labels in which, on a row with a form row's label, that row's code stands. */
function findCodeColumn(grid: SheetGrid, shape: FormShape, leaf: number, region: Region): number {
  if (shape.form.ordinal?.rows === true) return -1
  const codesOf = new Map<string, Set<string>>()
  for (const row of shape.rows) {
    codesOf.set(row.leaf, (codesOf.get(row.leaf) ?? new Set<string>()).add(row.code))
  }
  let best = { column: -1, hits: 0 }
  for (const column of [leaf + 1, leaf + 2, leaf - 1]) {
    if (column < 0 || column >= grid.columnCount) continue
    let hits = 0
    for (let row = region.from; row < region.to; row++) {
      const code = normalCode(grid.text(row, column))
      if (code !== '' && codesOf.get(normalLabel(grid.text(row, leaf)))?.has(code) === true) hits++
    }
    if (hits > best.hits) best = { column, hits }
  }
  // Figures can agree with codes by chance; codes agree on most rows.
  return best.hits * 2 >= Math.min(shape.rows.length, 8) ? best.column : -1
}

interface RowAlignment {
  rowAt: number[]
  disputed: { sheetRow: number; formRow: number }[]
  variants: { label: string; written: string }[]
  certainty: number
}

function alignRows(grid: SheetGrid, shape: FormShape, stub: Stub): RowAlignment {
  const candidates: { row: number; leaf: string; parents: string; code: string }[] = []
  const leaves = new Set(shape.rows.map((row) => row.leaf))
  for (let row = stub.region.from; row < stub.region.to; row++) {
    const text = grid.text(row, stub.leaf)
    const leaf = normalLabel(text)
    // A note may stand in the middle of a table; only what is a label of the form is no note.
    if (isFoot(text) && !leaves.has(leaf)) continue
    const code = stub.codeColumn < 0 ? '' : normalCode(grid.text(row, stub.codeColumn))
    if (leaf === '' && code === '') continue
    // A label merged over several rows is an outer label; the row itself is named further right.
    const parents = stub.columns
      .filter((column) => column !== stub.leaf)
      .map((column) => normalLabel(grid.text(row, column)))
      .filter((part, index, list) => part !== '' && part !== leaf && part !== list[index - 1])
      .join('/')
    candidates.push({ row, leaf, parents, code })
  }
  const coded = stub.codeColumn >= 0
  const alike = (i: number, j: number): number => {
    const row = shape.rows[i]
    const candidate = candidates[j]
    if (row === undefined || candidate === undefined) return 0
    const like = likeness(candidate.leaf, row.leaf)
    const sameCode = coded && candidate.code !== '' && candidate.code === row.code
    if (!trusted(like, sameCode, coded)) return 0
    const parents = row.parents === '' ? 1 : likeness(candidate.parents, row.parents)
    return 8 * like + 2 * parents + (sameCode ? 3 : 0)
  }
  const pairs = pairInOrder(shape.rows.length, candidates.length, alike)
  placeMoved(shape.rows.length, candidates.length, pairs, (i, j) =>
    candidates[j]?.leaf === shape.rows[i]?.leaf && candidates[j]?.code === shape.rows[i]?.code
      ? alike(i, j)
      : 0,
  )
  const used = new Set(pairs)
  const disputed = shape.rows.flatMap((row, formRow) => {
    if ((pairs[formRow] ?? -1) >= 0 || !coded) return []
    const j = candidates.findIndex((c, index) => !used.has(index) && c.code === row.code)
    const candidate = candidates[j]
    return candidate === undefined ? [] : [{ sheetRow: candidate.row, formRow }]
  })
  const variants: RowAlignment['variants'] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    if (candidate === undefined) return
    matched++
    certainty += likeness(candidate.leaf, shape.rows[i]?.leaf ?? '')
    const printed = shape.form.rows[i]?.label.split(' / ').at(-1) ?? ''
    const written = grid.text(candidate.row, stub.leaf)
    if (squeeze(written) !== squeeze(printed)) variants.push({ label: printed, written })
  })
  return {
    rowAt: pairs.map((j) => candidates[j]?.row ?? -1),
    disputed,
    variants,
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}

/**
 * Whether a label not written quite the same may stand for the form's: a small difference needs
 * the code beside it to agree; where a form prints no codes it must be very small.
 */
function trusted(like: number, sameCode: boolean, coded: boolean): boolean {
  return like === 1 || (sameCode && like >= 0.6) || (!coded && like >= 0.85)
}

const squeeze = (text: string): string => text.replace(/[\s\u3000\u00a0]+/gu, '')

/** Blocks that moved to another place: what is left on both sides and is the same beyond doubt. */
function placeMoved(
  countA: number,
  countB: number,
  pairs: number[],
  surely: (i: number, j: number) => number,
): void {
  const used = new Set(pairs.filter((j) => j >= 0))
  for (let i = 0; i < countA; i++) {
    if ((pairs[i] ?? -1) >= 0) continue
    const free: number[] = []
    for (let j = 0; j < countB; j++) if (!used.has(j) && surely(i, j) > 0) free.push(j)
    const [only] = free
    if (free.length === 1 && only !== undefined) {
      pairs[i] = only
      used.add(only)
    }
  }
}

interface ColumnAlignment {
  columnAt: number[]
  headTop: number
  variants: { label: string; written: string }[]
  certainty: number
}

function alignColumns(
  grid: SheetGrid,
  shape: FormShape,
  stub: Stub,
  firstRow: number,
  from: number,
): ColumnAlignment {
  const bottom = firstRow - 1
  const printed = shape.form.ordinal?.columns !== true
  const numberRow = printed ? findNumberRow(grid, stub, firstRow, from) : -1
  const headBottom = numberRow >= 0 ? numberRow - 1 : bottom
  const depth = Math.max(...shape.columns.map((column) => column.path.length), 1)
  const headTop = findHeadTop(grid, stub, headBottom, from, depth)
  const candidates: { column: number; path: string[]; number: string; written: string }[] = []
  for (let column = 0; column < grid.columnCount; column++) {
    if (stub.columns.includes(column) || column === stub.codeColumn) continue
    const written = headingPath(grid, column, headTop, headBottom)
    const number = numberRow < 0 ? '' : normalCode(grid.text(numberRow, column))
    if (written.length === 0 && number === '') continue
    candidates.push({
      column,
      path: written.map(normalLabel),
      number,
      written: written.at(-1) ?? '',
    })
  }
  const alike = (i: number, j: number): number => {
    const column = shape.columns[i]
    const candidate = candidates[j]
    if (column === undefined || candidate === undefined) return 0
    const like = pathLikeness(candidate.path, column.path)
    const sameNumber = candidate.number !== '' && candidate.number === column.code
    if (!trusted(likeness(candidate.path.at(-1) ?? '', column.leaf), sameNumber, numberRow >= 0))
      return 0
    // The same words under another heading are another item, unless the number says otherwise.
    if (like < 0.7 && !sameNumber && candidate.path.length > 1) return 0
    return 10 * like + (sameNumber ? 3 : 0)
  }
  const pairs = pairInOrder(shape.columns.length, candidates.length, alike)
  placeMoved(shape.columns.length, candidates.length, pairs, (i, j) =>
    candidates[j]?.path.join('/') === shape.columns[i]?.path.join('/') ? alike(i, j) : 0,
  )
  const variants: ColumnAlignment['variants'] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    const column = shape.columns[i]
    if (candidate === undefined || column === undefined) return
    matched++
    certainty += pathLikeness(candidate.path, column.path)
    const printed = shape.form.columns[i]?.path.at(-1) ?? ''
    if (squeeze(candidate.written) !== squeeze(printed)) {
      variants.push({ label: printed, written: candidate.written })
    }
  })
  return {
    columnAt: pairs.map((j) => candidates[j]?.column ?? -1),
    headTop,
    variants,
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}

/** Likeness of two heading paths: the innermost heading counts most, then those above it. */
function pathLikeness(found: string[], wanted: string[]): number {
  const leaf = likeness(found.at(-1) ?? '', wanted.at(-1) ?? '')
  if (leaf < 0.6) return 0
  if (wanted.length === 1) return found.length === 1 || found.length > 3 ? leaf : leaf * 0.9
  const tail = found.slice(-wanted.length)
  let parents = 0
  for (let depth = 0; depth < wanted.length - 1; depth++) {
    const part = wanted[depth] ?? ''
    parents += Math.max(...tail.slice(0, -1).map((text) => likeness(text, part)), 0)
  }
  return leaf * 0.6 + (parents / (wanted.length - 1)) * 0.4
}

/** The row of column numbers between header and data, -1 for none. */
function findNumberRow(grid: SheetGrid, stub: Stub, firstRow: number, from: number): number {
  for (let row = firstRow - 1; row >= Math.max(from, firstRow - 4); row--) {
    if (stemIndex(grid.text(row, stub.leaf)) >= 0) return row
    const texts = grid.anchors(row).map((column) => grid.text(row, column))
    const numbers = texts.filter((text) => /^[(（]?\d{1,3}[)）]?$/.test(text))
    if (numbers.length >= 2 && numbers.length >= texts.length - 2) return row
  }
  return -1
}

/** First header row: not above the line with 表号, nor above a title or note as wide as the sheet. */
function findHeadTop(
  grid: SheetGrid,
  stub: Stub,
  headBottom: number,
  from: number,
  depth: number,
): number {
  let top = headBottom
  for (let row = headBottom; row >= from && headBottom - row < depth + 3; row--) {
    const anchors = grid.anchors(row)
    if (anchors.some((column) => formNumberIn(grid.text(row, column)) !== null)) break
    const [only] = anchors
    if (anchors.length === 1 && only !== undefined && row < headBottom) {
      const wide = grid.span(row, only) >= (grid.columnCount - only) * 0.6
      if (wide || only <= stub.leaf) break
    }
    top = row
  }
  return top
}
