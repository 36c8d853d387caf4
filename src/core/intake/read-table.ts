import type { Form, FormEdition, FormItem, Reason, Cleaning } from '../../shared/model.ts'
import { pagesOfParts, placesOfParts } from '../align/table-map.ts'
import type { TableMap } from '../align/table-map.ts'
import { countedIn } from '../forms/senses.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { a1, itemAddress } from '../model/address.ts'
import { itemCell } from '../model/item-cell.ts'
import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'
import { crossingAt } from '../../shared/item-place.ts'
import type { RawCell } from '../model/sheet.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { notAChoice, notInWords } from './choices.ts'
import { isoDateIn } from './dates.ts'
import { recompute } from './recompute.ts'
import { saidUnits } from './said-units.ts'
import { planOf } from './table-plan.ts'
import type { TablePlan } from './table-plan.ts'
import { blocksAgain, unaskedFigures, unmatchedContent, unsureLines } from './unmatched.ts'
import { inOtherUnit, isPlainNumber, isPercent, takeNumber, takeText } from '../cells/value.ts'
import type { TakenValue } from '../cells/value.ts'

/** A table's figures with what has to be said of them. */
export interface TableResult {
  table: TableReading
  reasons: Reason[]
}

/** A sheet with a table, or a part of it. */
export interface TableSource {
  grid: SheetGrid
  map: TableMap
}

/**
 * Takes every figure of an aligned table. A form row that the sheet lacks gives blanks (the file
 * is of an older layout, and says so); figures that stand where the form has no item are named.
 *
 * @param source the sheet it stands on, and `more` where it was parted over several
 * @param edition the blank workbook that the school was to fill in; its "*" cells are no items
 * @param beside the other tables of the same sheet, whose figures are none of this one's
 */
export function readTable(
  source: TableSource & { more?: TableSource[] },
  edition: FormEdition | undefined,
  aligned: TableReading['aligned'],
  beside: readonly TableMap[] = [],
): TableResult {
  const { form } = source.map
  const [first, ...rest] = [source, ...(source.more ?? [])].map(({ grid, map }) => {
    const plan = planOf(map, edition)
    return { grid, map, plan, said: saidUnits(grid, map, plan) }
  })
  if (first === undefined) throw new TypeError('a table without a sheet')
  const { asked } = first.plan
  const reasons: Reason[] = []
  const table: TableReading = {
    form: form.id,
    sheet: first.grid.sheet.name,
    aligned,
    ...placedOn(source),
    states: '',
    values: [],
    raw: {},
    formulas: {},
    cleanings: {},
  }
  const states: string[] = []
  const { values } = table
  /** The row of the first sheet looked at last, and its cells where they are plain ones. */
  let at = -1
  let line: readonly (RawCell | undefined)[] | undefined
  for (let index = 0; index < form.items.length; index++) {
    const item = form.items[index]
    if (item === undefined || asked[index] !== 1) {
      states.push(NOT_ASKED)
      values.push('')
      continue
    }
    // Most cells are simply a figure: no merged range, no formula, nothing to clean.
    const own = first.plan.rowOf[index] ?? -1
    if (own >= 0 && item.kind === 'number') {
      if (own !== at) line = first.grid.plainLine(own)
      at = own
      const cell = line?.[first.plan.columnOf[index] ?? -1]
      if (isPlainNumber(cell) && !first.said.has(index)) {
        states.push(STATE_LETTER.number)
        values.push(cell.value)
        const odd = oddCount(cell.value, item) ?? notAChoice(cell.value, item)
        if (odd !== null)
          reasons.push(cellReason(first.grid, own, first.plan.columnOf[index] ?? -1, odd))
        continue
      }
    }
    const isIn = ({ plan }: typeof first): boolean => (plan.rowOf[index] ?? -1) >= 0
    const { grid, map, plan, said } = isIn(first) ? first : (rest.find(isIn) ?? first)
    const row = plan.rowOf[index] ?? -1
    const column = plan.columnOf[index] ?? -1
    const there = row >= 0 && column >= 0
    const unit = said.get(index)
    const read = there ? takeCell(grid, map, row, column, item) : absent(grid, map, index, plan)
    const result = unit === undefined ? read : inOtherUnit(read, unit, item)
    states.push(STATE_LETTER[result.state])
    values.push(result.value)
    note(table, index, result)
    const formula = there ? grid.cell(row, column)?.formula : undefined
    if (formula !== undefined) table.formulas[index] = formula
    const reason = result.reason ?? oddValue(result, item, form)
    if (reason !== null) {
      const at = there ? { row, column } : (plan.disputed.get(index) ?? { row, column })
      reasons.push(cellReason(grid, at.row, at.column, reason))
    }
  }
  table.states = states.join('')
  for (const { grid, map, plan } of [first, ...rest]) {
    reasons.push(...unaskedFigures(grid, map, plan))
    const others = grid === first.grid ? beside : []
    for (const part of plan.parts) reasons.push(...unmatchedContent(grid, map, part, others))
    reasons.push(...blocksAgain(grid, map, others), ...unsureLines(grid, map, plan))
  }
  return { table, reasons }
}

/** Where the table's rows and columns stand, over all its blocks and sheets. */
function placedOn({
  map,
  more = [],
}: TableSource & { more?: TableSource[] }): Pick<TableReading, 'rowAt' | 'columnAt' | 'pages'> {
  const further = more.flatMap(({ grid, map: other }) =>
    other.parts.map((part) => ({ ...part, sheet: grid.sheet.name })),
  )
  const parts = [...map.parts, ...further]
  const whole = placesOfParts(parts)
  const pages = pagesOfParts(parts, whole)
  return pages === undefined ? whole : { ...whole, pages }
}

/** People, classes and books are counted: half of one or fewer than none is taken as it stands, and asked about. */
function oddCount(value: string, { unit, decimals, signed }: FormItem): TakenValue['reason'] {
  const counted = decimals === 0 && unit !== null && unit !== '%'
  if (!counted || isDigits(value) || (signed === true && /^-?\d+$/u.test(value))) return null
  return { code: 'not-a-count', params: { raw: value, value } }
}

function isDigits(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return value !== ''
}

function oddValue({ state, value }: TakenValue, item: FormItem, form: Form): TakenValue['reason'] {
  if (state === 'number') return oddCount(value, item) ?? notAChoice(value, item)
  if (state !== 'text') return null
  const heading = item.label?.split(' / ').at(-1) ?? form.columns[item.column]?.path.at(-1) ?? ''
  return notAChoice(value, item) ?? (item.kind === 'text' ? notInWords(value, heading) : null)
}

function note(table: TableReading, index: number, result: TakenValue): void {
  if (result.raw !== result.value) table.raw[index] = result.raw
  if (result.cleanings.length > 0) table.cleanings[index] = result.cleanings
}

function cellReason(
  grid: SheetGrid,
  row: number,
  column: number,
  reason: NonNullable<TakenValue['reason']>,
): Reason {
  const at = row < 0 || column < 0 ? {} : { cell: a1(row, column) }
  return { ...reason, sheet: grid.sheet.name, ...at }
}

/** An item whose row or column the sheet lacks: blank, unless something stands where it may be meant. */
function absent(grid: SheetGrid, map: TableMap, index: number, plan: TablePlan): TakenValue {
  const blank: TakenValue = { state: 'blank', value: '', raw: '', cleanings: [], reason: null }
  const at = plan.disputed.get(index)
  const cell = at === undefined ? undefined : grid.cell(at.row, at.column)
  if (at === undefined || cell === undefined || cell.value.trim() === '') return blank
  const part = map.parts.find(({ disputedRows }) =>
    disputedRows.some(({ sheetRow }) => sheetRow === at.row),
  )
  const label = part === undefined ? '' : grid.text(at.row, part.stubColumns.at(-1) ?? 0)
  const raw = label === '' ? cell.value : `${label}：${cell.value}`
  return { state: 'unreadable', value: '', raw, cleanings: [], reason: null }
}

function takeCell(
  grid: SheetGrid,
  map: TableMap,
  row: number,
  column: number,
  item: Form['items'][number],
): TakenValue {
  const merge = grid.merge(row, column)
  if (merge !== undefined && coversSeveralItems(map, merge)) {
    const raw = grid.text(row, column)
    if (raw === '') return { state: 'blank', value: '', raw: '', cleanings: [], reason: null }
    return {
      state: 'unreadable',
      value: '',
      raw,
      cleanings: [],
      reason: { code: 'merged-cells', params: { raw } },
    }
  }
  const cell = grid.cell(row, column)
  if (item.kind === 'text' || isSaidInWords(cell, item)) return takeText(cell)
  const result = recomputed(grid, cell, item) ?? takeNumber(cell, counted(map, cell, item))
  // Some forms have "-" and 无 mean "not applicable" instead of an empty cell.
  const marked = result.state === 'blank' && result.cleanings.includes('blank-mark')
  return marked && map.form.marks === 'na' ? { ...result, state: 'na' } : result
}

/** The item in the unit that its labels' words count in, where the form prints none and the cell has more than a figure. */
function counted({ form }: TableMap, cell: RawCell | undefined, item: FormItem): FormItem {
  if (item.unit !== null || cell?.kind !== 'text' || item.fraction === true) return item
  const headings = form.columns[item.column]?.path ?? []
  const unit = countedIn(headings, (form.rows[item.row]?.label ?? '').split(' / '))
  return unit === null ? item : { ...item, unit }
}

/** 16.5:1, 1比8: which of the two is the other's is for a person to say. */
const RATIO = /^\s*\d+(?:\.\d+)?\s*[:：比∶]\s*\d+(?:\.\d+)?\s*$/u

/** Whether a cell of which the form leaves open what it holds, holds a word. */
function isSaidInWords(cell: RawCell | undefined, { either }: Form['items'][number]): boolean {
  if (either === undefined) return false
  return either === 'choices' ? isChoice(cell) : isWord(cell)
}

/** Whether a cell says a word or a day, no figure and no mark. */
function isWord(cell: RawCell | undefined): boolean {
  if (cell === undefined || cell.formula !== undefined) return false
  // 15:20 typed for a ratio is a time of day to Excel.
  if (cell.kind === 'date') return !cell.value.includes(':')
  if (cell.kind === 'boolean') return true
  if (cell.kind !== 'text') return false
  if (!/\p{N}/u.test(cell.value)) return /\p{L}{2}|[是否有√✓✔☑☒✅×✕✗✘]/u.test(cell.value)
  if (RATIO.test(cell.value.normalize('NFKC'))) return true
  return isSentence(cell.value) || isoDateIn(cell.value) !== null
}

/** What is ticked or said of a thing where others would count: never how many there are. */
const CHOSEN =
  /^(?:[是否有√✓✔☑☒✅×✕✗✘]|(?:不|未|已|没有?)?(?:合格|达标|符合|完成|落实|建立|配备|开展|通过|具备)|已\p{Script=Han}{1,3}|(?:基本)?(?:合格|达标|符合|完成))$/u

/** Whether a cell whose table is counted in something says a choice all the same. */
function isChoice(cell: RawCell | undefined): boolean {
  if (cell === undefined || cell.formula !== undefined || cell.kind !== 'text') return false
  return CHOSEN.test(cell.value.trim()) || isoDateIn(cell.value) !== null
}

/** Words with a figure among them (见教育局2024年3号文件); 约12人 and 12人左右 are figures said loosely. */
function isSentence(text: string): boolean {
  const words = text.match(/\p{Script=Han}/gu) ?? []
  return (
    words.length >= 4 &&
    !/^(?:大?约|近|共|合计|累计|超过|不足|不到|将近|接近|至少|至多)/u.test(text)
  )
}

/**
 * A formula is worked out again. Where the school's program stored no result, what it comes to is
 * taken as if it stood in the cell; where it stored another one (an old total, cells changed
 * since), what the school saw is taken. Both are listed.
 */
function recomputed(
  grid: SheetGrid,
  cell: RawCell | undefined,
  item: Form['items'][number],
): TakenValue | null {
  if (cell?.formula === undefined) return null
  if (isPercent(cell) && item.fraction !== true) return null
  const value = recompute(grid.sheet, cell.formula, grid.workbook)
  if (value === null) return null
  if (cell.noResult === true) return unstored(cell, cell.formula, value, item)
  const bare = { ...item, unit: null }
  const stored = cell.kind === 'number' ? takeNumber(cell, bare).value : value
  if (value === '' || sameToExcel(stored, value)) return null
  const raw = `=${cell.formula} ⇒ ${value}`
  return { state: 'number', value: stored, raw, cleanings: ['formula-recomputed'], reason: null }
}

/** What a formula comes to, under the cell's own number format; null where that shows a date. */
function unstored(
  { format }: RawCell,
  formula: string,
  value: string,
  item: Form['items'][number],
): TakenValue | null {
  const raw = `=${formula}`
  if (value === '') {
    return { state: 'blank', value, raw, cleanings: ['formula-recomputed'], reason: null }
  }
  if (format !== undefined && showsDate(format)) return null
  const held: RawCell = { kind: 'number', value, ...(format !== undefined && { format }) }
  const taken = takeNumber(held, item)
  if (taken.state !== 'number') return taken
  return { ...taken, raw, cleanings: [...taken.cleanings, 'formula-recomputed'] }
}

/** Letters of a date or time in a format, texts and colours aside. */
const showsDate = keptForTexts((format) =>
  /[ymdhs]|a{3}|(?<![0#?.])e/iu.test(
    format.replaceAll(/"[^"]*"|[\\!_*].|\[[^\]]*\]|general|g\/通用格式/giu, ''),
  ),
)

/** Excel works with 15 digits or so; a difference behind them is none. */
function sameToExcel(stored: string, value: string): boolean {
  if (stored === value) return true
  const [a, b] = [Number(stored), Number(value)]
  return stored !== '' && Math.abs(a - b) <= Math.abs(b) * 1e-13
}

/** Whether a merged range lies over more than one item; a blank may merge cells of which one is an item. */
function coversSeveralItems(
  map: TableMap,
  merge: { top: number; left: number; bottom: number; right: number },
): boolean {
  const inside = map.form.items.filter(({ row, column }) => {
    const at = crossingAt({ ...map, pages: map.parts }, row, column)
    return (
      at.row >= merge.top &&
      at.row <= merge.bottom &&
      at.column >= merge.left &&
      at.column <= merge.right
    )
  })
  return inside.length > 1
}

/** The cleanings of a table's cells, one entry a cell and kind. */
export function cellCleanings(form: Form, table: TableReading): Cleaning[] {
  return Object.entries(table.cleanings).flatMap(([key, kinds]) => {
    const index = Number(key)
    const item = form.items[index]
    if (item === undefined) return []
    const at = itemCell(table, item)
    const address = itemAddress(
      form.id,
      form.rows[item.row]?.code ?? '',
      form.columns[item.column]?.code ?? '',
    )
    const value = table.values[index] ?? ''
    return kinds.map((kind) => ({
      kind,
      sheet: at.sheet,
      cell: at.cell === '' ? null : at.cell,
      item: address,
      raw: table.raw[index] ?? value,
      value: value === '' ? null : value,
    }))
  })
}
