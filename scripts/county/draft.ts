import type { RawCell } from '../../src/core/model/sheet.ts'
import { a1 } from '../../src/core/model/address.ts'
import type { CellState, FileStatus, ReasonCode } from '../../src/shared/model.ts'
import type { Facts } from './facts.ts'
import type { Random } from './random.ts'
import type { MadeSchool } from './school.ts'
import { insertRow, put, shareFormula, sumFormula } from './sheet.ts'
import type { Identity, MadeSheet, Place, Sum } from './sheet.ts'
import { addressAt, isText } from './table.ts'
import type { TruthList, TruthValue } from './truth.ts'

/** What one cell of a draft will be taken as. */
export interface Taken {
  state: CellState
  returned: string | null
}

/** A return being made: its sheets, and what a careful person would take from them. */
export interface Draft {
  school: MadeSchool
  who: Identity
  sheets: MadeSheet[]
  /** By item address. */
  taken: Map<string, Taken>
  /** Places whose content was already made messy. */
  touched: Set<Place>
  status: Extract<FileStatus, 'accepted' | 'queried'>
  alsoOk: FileStatus[]
  reasons: ReasonCode[]
  mess: string[]
}

/** How a school fills its forms. */
export interface Habits {
  /** Share of zeros left empty. */
  emptyZeros: number
}

/** Fills blank sheets with a school's figures; zeros are typed or left empty as the school is used to. */
export function fillDraft(
  random: Random,
  sheets: MadeSheet[],
  facts: Facts,
  who: Identity,
  habits: Habits,
): Draft {
  const draft: Draft = {
    school: facts.school,
    who,
    sheets,
    taken: new Map(),
    touched: new Set(),
    status: 'accepted',
    alsoOk: [],
    reasons: [],
    mess: [],
  }
  for (const sheet of sheets) {
    const totals = new Set([...sheet.sums, ...sheet.shares].map(({ at }) => at))
    const figures = new Map(sheet.blocks.map(({ table }) => [table, table.fill(facts)]))
    for (const place of sheet.places) {
      const value = figures.get(place.table)?.[place.r]?.[place.c] ?? ''
      const leave = value === '0' && !totals.has(place) && random.chance(habits.emptyZeros)
      if (value === '' || leave) setCell(draft, sheet, place, undefined, BLANK)
      else if (isText(place.table, place.r, place.c)) {
        setCell(draft, sheet, place, { kind: 'text', value }, { state: 'text', returned: value })
      } else setNumber(draft, sheet, place, value)
    }
    fillLists(sheet, facts)
  }
  return draft
}

/** Writes a school's rows into the lists of a sheet; rows that the form has no room for are inserted. */
function fillLists(sheet: MadeSheet, facts: Facts): void {
  for (const made of sheet.lists) {
    made.lines = made.list.fill(facts)
    while (made.rows.length < made.lines.length) {
      const after = made.rows.at(-1) ?? made.headRow
      insertRow(sheet, after + 1)
      made.rows.push(after + 1)
    }
    made.lines.forEach((line, i) => {
      const row = made.rows[i] ?? 0
      let next = 0
      made.list.columns.forEach(({ kind }, c) => {
        const value = kind === 'ordinal' ? String(i + 1) : (line[next++] ?? '')
        const number = kind === 'ordinal' || kind === 'number'
        const cell: RawCell = { kind: number ? 'number' : 'text', value }
        if (value !== '') put(sheet, row, made.firstColumn + c, cell)
      })
    })
  }
}

export const BLANK: Taken = { state: 'blank', returned: null }

/** Puts content into the cell of a place and says what it is taken as. */
export function setCell(
  draft: Draft,
  sheet: MadeSheet,
  place: Place,
  cell: RawCell | undefined,
  taken: Taken,
): void {
  const line = (sheet.cells[place.row] ??= [])
  line[place.column] = cell
  draft.taken.set(addressAt(place.table, place.r, place.c), taken)
}

export function setNumber(draft: Draft, sheet: MadeSheet, place: Place, value: string): void {
  setCell(draft, sheet, place, { kind: 'number', value }, { state: 'number', returned: value })
}

/** The figure at a place, null where none is taken. */
export function figureAt(draft: Draft, place: Place): string | null {
  const taken = draft.taken.get(addressAt(place.table, place.r, place.c))
  return taken?.state === 'number' ? taken.returned : null
}

/** Untouched places with a typed number, those of formulas left out. */
export function numberPlaces(draft: Draft): { sheet: MadeSheet; place: Place }[] {
  return draft.sheets.flatMap((sheet) => {
    const totals = new Set(sheet.sums.map((sum) => sum.at))
    return sheet.places
      .filter((place) => !totals.has(place) && !draft.touched.has(place))
      .filter((place) => sheet.cells[place.row]?.[place.column]?.kind === 'number')
      .map((place) => ({ sheet, place }))
  })
}

/** Places that some formula adds up; an error there would spread. */
export function summedPlaces(draft: Draft): Set<Place> {
  return new Set(draft.sheets.flatMap((sheet) => sheet.sums.flatMap((sum) => sum.of)))
}

export function ask(draft: Draft, reason: ReasonCode, alsoOk: FileStatus[] = []): void {
  draft.status = 'queried'
  draft.alsoOk.push(...alsoOk)
  if (!draft.reasons.includes(reason)) draft.reasons.push(reason)
}

/** Writes name, code and date, and works out the formulas as a spreadsheet would: text counts nothing. */
export function finishDraft(draft: Draft): void {
  for (const sheet of draft.sheets) {
    for (const { row, column, text } of sheet.slots) {
      const value = text(draft.who)
      const line = (sheet.cells[row] ??= [])
      line[column] = value === '' ? undefined : { kind: 'text', value }
    }
    const byPlace = new Map(sheet.sums.map((sum) => [sum.at, sum]))
    for (const sum of sheet.sums) {
      const before = sheet.cells[sum.at.row]?.[sum.at.column]
      const value = result(sheet, byPlace, sum)
      const formula = sumFormula(sum)
      const cell: RawCell =
        before?.noResult === true
          ? { kind: 'number', value: '', formula, noResult: true }
          : { kind: 'number', value, formula }
      setCell(draft, sheet, sum.at, cell, { state: 'number', returned: value })
    }
    for (const share of sheet.shares) {
      const [over, under] = [share.over, share.under].map((place) =>
        Number(figureAt(draft, place) ?? '0'),
      )
      const value = under ? String(Number(((over ?? 0) / under).toPrecision(15))) : '0'
      const formula = shareFormula(share)
      const cell: RawCell = { kind: 'number', value, formula, format: '0.00%' }
      setCell(draft, sheet, share.at, cell, { state: 'number', returned: value })
    }
  }
}

/** The rows of the lists of a finished draft, where they stand. */
export function listsOf(draft: Draft, file: string): TruthList[] {
  return draft.sheets.flatMap((sheet) =>
    sheet.lists.map(({ list, rows, lines }) => ({
      school: draft.school.id,
      form: list.id,
      file,
      sheet: sheet.name,
      columns: list.columns.filter(({ kind }) => kind !== 'ordinal').map(({ heading }) => heading),
      rows: lines.map((cells, i) => ({ row: (rows[i] ?? 0) + 1, cells })),
    })),
  )
}

function result(sheet: MadeSheet, sums: Map<Place, Sum>, sum: Sum): string {
  // Hundredths are enough for every made figure and keep the sum exact.
  const cents = sum.of.reduce((total, place) => {
    const inner = sums.get(place)
    const cell = sheet.cells[place.row]?.[place.column]
    const text = inner ? result(sheet, sums, inner) : cell?.kind === 'number' ? cell.value : '0'
    return total + Math.round(Number(text) * 100)
  }, 0)
  return String(cents / 100)
}

/** The truth about every item of a finished draft. */
export function truthOf(draft: Draft, file: string): TruthValue[] {
  const where = new Map<string, { sheet: string; cell: string }>()
  for (const sheet of draft.sheets) {
    for (const place of sheet.places) {
      where.set(addressAt(place.table, place.r, place.c), {
        sheet: sheet.name,
        cell: a1(place.row, place.column),
      })
    }
  }
  return [...draft.taken].map(([item, { state, returned }]) => ({
    school: draft.school.id,
    item,
    returned,
    state,
    file,
    sheet: where.get(item)?.sheet ?? null,
    cell: where.get(item)?.cell ?? null,
  }))
}
