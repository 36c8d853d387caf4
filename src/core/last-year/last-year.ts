import type { FarPast, Past } from '../../shared/period.ts'
import type { Form, FormItem } from '../../shared/model.ts'
import { multiplied, unitFactor } from '../cells/in-unit.ts'
import { unitMeasure } from '../cells/unit-size.ts'
import { takeNumber, takeText } from '../cells/value.ts'
import { a1, itemAddress } from '../model/address.ts'
import { compare } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { RawCell } from '../model/sheet.ts'
import { unitInLabel } from '../forms/units.ts'
import { labelsOf, matchItems } from './match-items.ts'
import type { Pairing } from './match-items.ts'
import type { PastTable } from './past-table.ts'
import type { Earlier, PastNote } from '../../shared/last-year.ts'

/** Last year's values: school → item address of this year → plain decimal or text; blank cells are absent. */
export type PriorValues = Map<string, Map<string, string>>

/** Last year, as this year's forms see it. */
export interface LastYear {
  /** Where it comes from: a file's name; "" for nowhere. */
  source: string
  values: PriorValues
  /** What the schools were called then. */
  names: Map<string, string>
  /** School → the other columns of the list, by heading (乡镇, 办学类型 …). */
  said: Map<string, Record<string, string>>
  /** Per form, the items for which last year has a column: an item that is not here has no last year. */
  covered: Map<string, ReadonlySet<string>>
  /** Per school, the forms in which it has a line. */
  tables: Map<string, ReadonlySet<string>>
  /** School → items whose cell there says no number: not known, and not 0. */
  unreadable: Map<string, ReadonlySet<string>>
  /** Forms of which lines with figures could not be put to a school: no sum over all of them is known. */
  linesLost: Set<string>
  /** Items that the list calls otherwise than this year's form does: address → its labels then. */
  reworded: Map<string, string>
  notes: PastNote[]
  pairings: TablePairing[]
  /**
   * Other periods that the collection is compared with; absent where the period is a year, so that
   * both are last year.
   */
  earlier?: { same: LastYear | null; previous: LastYear }
  /** Who became who in that year, as its own collection says. */
  successions?: readonly { before: string[]; now: string[]; year?: number }[]
  /** Years before the last, as rules name them (前年!, 2022年!); absent where none was given. */
  back?: (past: FarPast) => LastYear
  /** The lists that are there, each as it was taken; absent where last year's is the only one. */
  lists?: Record<Earlier, LastYear | null>
}

/** The list of an earlier period itself, whatever stands for it where there is none. */
export function ownList(year: LastYear, of: Earlier): LastYear | null {
  if (year.lists !== undefined) return year.lists[of]
  return of === 'last' && year.source !== '' ? year : null
}

/** The earlier period that a reference is of: without a list of its own the same period is last year's. */
export function pastOf(prior: LastYear, past: Past | undefined): LastYear {
  if (past === undefined) return prior
  if (past !== 'same' && past !== 'previous') return prior.back?.(past) ?? NOTHING_KNOWN
  if (prior.earlier === undefined) return prior
  return past === 'previous' ? prior.earlier.previous : (prior.earlier.same ?? prior)
}

/** How one table of the list was lined up with this year's form. */
export interface TablePairing {
  sheet: string
  /** 表号 in the list; this year's form is null where there is none. */
  form: string
  known: boolean
  fits: boolean
  pairs: { code: string; labels: string[]; how: Pairing['how']; item: string | null }[]
}

export function noLastYear(): LastYear {
  return {
    source: '',
    values: new Map(),
    names: new Map(),
    said: new Map(),
    covered: new Map(),
    tables: new Map(),
    unreadable: new Map(),
    linesLost: new Set(),
    reworded: new Map(),
    notes: [],
    pairings: [],
  }
}

const NOTHING_KNOWN = noLastYear()

/** What is known of one cell of last year. */
export type PastState =
  /** A figure or a text. */
  | 'value'
  /** A cell that was left empty. */
  | 'blank'
  /** Not known: the cell says no number, or last year's data lack the item. */
  | 'unknown'

/** What last year says of an item of a school; null where the school has no line in that table. */
export function pastState(
  year: LastYear,
  school: string,
  form: string,
  address: string,
): PastState | null {
  if (year.tables.get(school)?.has(form) !== true) return null
  if (year.values.get(school)?.has(address) === true) return 'value'
  const unknown =
    year.covered.get(form)?.has(address) !== true ||
    year.unreadable.get(school)?.has(address) === true
  return unknown ? 'unknown' : 'blank'
}

/**
 * Last year's tables as values of this year's items.
 *
 * @param notes what reading the list had to say
 * @param confirmed 表号 of lists without labels that a person found to fit although codes differ
 */
export function alignLastYear(
  tables: readonly PastTable[],
  forms: readonly Form[],
  notes: readonly PastNote[] = [],
  confirmed: ReadonlySet<string> = new Set(),
): LastYear {
  const year = noLastYear()
  year.notes.push(...notes)
  for (const table of tables) {
    const form = forms.find(({ id }) => sameId(id, table.form))
    for (const line of table.lines) takeSchool(year, line)
    if (form === undefined) {
      note(year, table, 'table-gone', {})
      year.pairings.push({
        sheet: table.sheet,
        form: table.form,
        known: false,
        fits: false,
        pairs: [],
      })
      continue
    }
    const { pairs, fits } = matchItems(table, form)
    const taken = fits || confirmed.has(form.id)
    year.pairings.push({
      sheet: table.sheet,
      form: form.id,
      known: true,
      fits: taken,
      pairs: table.items.map(({ row, column, labels }, at) => {
        const pair = pairs[at] ?? { how: 'gone' }
        return {
          code: `[${row},${column}]`,
          labels,
          how: pair.how,
          item: 'index' in pair ? addressOf(form, pair.index) : null,
        }
      }),
    })
    // What could be one of several is said of each column by itself.
    if (taken && pairs.every(({ how }) => how === 'gone')) note(year, table, 'nothing-matches', {})
    else if (taken) takeTable(year, table, form, pairs)
    else note(year, table, 'codes-do-not-fit', { codes: strangers(table, pairs) })
  }
  return year
}

function takeSchool(year: LastYear, { school, name, said }: PastTable['lines'][number]): void {
  if (!year.values.has(school)) year.values.set(school, new Map())
  if (name !== '' && !year.names.has(school)) year.names.set(school, name)
  const known = year.said.get(school) ?? {}
  year.said.set(school, known)
  for (const [heading, text] of Object.entries(said)) {
    if (text !== '' && (known[heading] ?? '') === '') known[heading] = text
  }
}

function takeTable(year: LastYear, table: PastTable, form: Form, all: Pairing[]): void {
  if ((table.lost ?? 0) > 0) year.linesLost.add(form.id)
  // A sheet of headings alone says nothing of any school: what nobody has filled in is not 0.
  if (table.lines.every(({ cells }) => cells.every((cell) => (cell?.value ?? '') === ''))) return
  const factors = all.map((pair, at) => factorOf(table, form, pair, at))
  const pairs = all.map((pair, at): Pairing => (factors[at] === null ? { how: 'gone' } : pair))
  const addresses = pairs.map((pair) => ('index' in pair ? addressOf(form, pair.index) : null))
  const before: ReadonlySet<string> = year.covered.get(form.id) ?? new Set<string>()
  const covered = new Set(before)
  for (const address of addresses) if (address !== null) covered.add(address)
  pairs.forEach((pair, at) => {
    const address = addresses[at]
    if (!('reworded' in pair) || address === null || address === undefined) return
    year.reworded.set(address, (table.items[at]?.labels ?? []).join('·'))
  })
  year.covered.set(form.id, covered)
  pairs.forEach((pair, at) => {
    const item = table.items[at]
    const filled = table.lines.some(({ cells }) => (cells[at]?.value ?? '') !== '')
    if (item === undefined || !filled) return
    const asked = all[at]
    const factor = factors[at] ?? null
    if (asked !== undefined && 'index' in asked && (factor === null || compare(factor, 1) !== 0)) {
      const label = item.labels.join(' / ')
      const now = form.items[asked.index]?.unit ?? form.unit ?? ''
      const code = factor === null ? 'unit-differs' : 'unit-converted'
      const column = `[${item.row},${item.column}]`
      note(year, table, code, { column, label, was: item.unit ?? '', now })
      return
    }
    if ('index' in pair) return
    const params = { column: `[${item.row},${item.column}]`, label: item.labels.join(' / ') }
    note(year, table, pair.how === 'gone' ? 'item-gone' : 'item-unsure', params)
  })
  for (const line of table.lines) {
    // A school without a single cell in a table did not return it: its figures are not known.
    if (line.cells.every((cell) => cell === undefined || cell.value === '')) continue
    // A further sheet of the form may go on with other items; what the first has said of a school stands.
    const own = year.values.get(line.school) ?? new Map<string, string>()
    year.values.set(line.school, own)
    const known = year.tables.get(line.school)?.has(form.id) === true ? before : new Set<string>()
    let said = false
    year.tables.set(line.school, new Set([...(year.tables.get(line.school) ?? []), form.id]))
    pairs.forEach((pair, at) => {
      const cell = line.cells[at]
      const address = addresses[at]
      if (!('index' in pair) || cell === undefined || address === null || address === undefined)
        return
      const place = table.sheet === '' ? '' : a1(line.at, table.items[at]?.at ?? 0)
      if (known.has(address)) {
        if (said || cell.value === '' || cell.value === own.get(address)) return
        said = true
        const params = { form: form.id, row: line.at + 1, school: line.school, sheet: table.sheet }
        year.notes.push({ code: 'sheet-twice', sheet: table.sheet, cell: place, params })
        return
      }
      takeCell(year, form, pair.index, cell, {
        school: line.school,
        sheet: table.sheet,
        place,
        address,
        factor: factors[at] ?? 1,
      })
    })
  }
}

function takeCell(
  year: LastYear,
  form: Form,
  index: number,
  cell: RawCell,
  {
    school,
    sheet,
    place,
    address,
    factor,
  }: { school: string; sheet: string; place: string; address: string; factor: Num },
): void {
  const item = form.items[index]
  if (item === undefined) return
  const taken = item.kind === 'text' ? takeText(cell) : takeNumber(cell, item)
  const params = { item: address, raw: taken.raw || cell.value, value: taken.value, school }
  const say = (code: PastNote['code']): void => {
    year.notes.push({ code, sheet, cell: place, params })
  }
  if (taken.state === 'number' || taken.state === 'text') {
    const inUnit = taken.state === 'number' ? multiplied(taken.value, factor) : taken.value
    year.values.get(school)?.set(address, inUnit)
    // Figures kept as text are what exports are made of; only what was altered is worth saying.
    if (taken.cleanings.some((kind) => kind !== 'text-number' && kind !== 'space')) say('cleaned')
  } else if (taken.state === 'unreadable') {
    const own = new Set(year.unreadable.get(school))
    year.unreadable.set(school, own.add(address))
    say('unreadable')
  }
}

/**
 * By what a column's figures are multiplied to be in the item's unit: 1 where nothing says that they are not;
 * null where nobody can say.
 */
function factorOf(table: PastTable, form: Form, pair: Pairing, at: number): Num | null {
  const item = 'index' in pair ? form.items[pair.index] : undefined
  const now = item?.unit ?? form.unit ?? ''
  const then = item === undefined ? '' : unitThen(table, form, item, at)
  return item === undefined || item.kind === 'text' ? 1 : unitFactor(then, now)
}

/**
 * The unit that the list gives a column: its own, unless the item's labels say the same (图书（册）), else one
 * printed above the list, where the item has its unit from its table too; "" where nothing is said.
 */
function unitThen(table: PastTable, form: Form, item: FormItem, at: number): string {
  const own = table.items[at]?.unit
  const labels = labelsOf(form, item).flatMap((label) => unitInLabel(label) ?? [])
  if (own !== undefined) return labels.includes(own) ? (item.unit ?? '') : own
  const { unit } = item
  if (unit === null || labels.length > 0 || (form.unit !== null && form.unit !== unit)) return ''
  const printed = (table.printed ?? []).filter((one) => isSameKind(one, unit))
  const [only] = printed
  return printed.length === 1 && only !== undefined ? only : ''
}

const isSameKind = (a: string, b: string): boolean =>
  unitMeasure(a)?.kind !== null && unitMeasure(a)?.kind === unitMeasure(b)?.kind

function note(
  year: LastYear,
  { sheet, form }: PastTable,
  code: PastNote['code'],
  params: PastNote['params'],
): void {
  year.notes.push({ code, sheet, cell: '', params: { form, ...params } })
}

function strangers(table: PastTable, pairs: Pairing[]): string {
  const codes = table.items.flatMap(({ row, column }, at) =>
    pairs[at]?.how === 'gone' ? [`[${row},${column}]`] : [],
  )
  return codes.length > 6 ? `${codes.slice(0, 6).join('、')}…` : codes.join('、')
}

const sameId = (a: string, b: string): boolean =>
  a === b ||
  a.normalize('NFKC').replaceAll(/\s/gu, '') === b.normalize('NFKC').replaceAll(/\s/gu, '')

function addressOf(form: Form, index: number): string {
  const item = form.items[index]
  const row = item === undefined ? undefined : form.rows[item.row]
  const column = item === undefined ? undefined : form.columns[item.column]
  return itemAddress(form.id, row?.code ?? '', column?.code ?? '')
}
