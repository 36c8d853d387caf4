import type { RawCell } from '../../src/core/model/sheet.ts'
import { a1 } from '../../src/core/model/address.ts'
import type { CellState, FileStatus, ReasonCode } from '../../src/shared/model.ts'
import type { Facts } from './facts.ts'
import type { Random } from './random.ts'
import type { MadeSchool } from './school.ts'
import { sumFormula } from './sheet.ts'
import type { Identity, MadeSheet, Place, Sum } from './sheet.ts'
import { addressAt } from './table.ts'
import type { TruthValue } from './truth.ts'

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
    const totals = new Set(sheet.sums.map((sum) => sum.at))
    const figures = new Map(sheet.blocks.map(({ table }) => [table, table.fill(facts)]))
    for (const place of sheet.places) {
      const value = figures.get(place.table)?.[place.r]?.[place.c] ?? ''
      const leave = value === '0' && !totals.has(place) && random.chance(habits.emptyZeros)
      if (value === '' || leave) setCell(draft, sheet, place, undefined, BLANK)
      else if (place.table.kind === 'text') {
        setCell(draft, sheet, place, { kind: 'text', value }, { state: 'text', returned: value })
      } else setNumber(draft, sheet, place, value)
    }
  }
  return draft
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
  }
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
