import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type {
  CellClassParams,
  CellMouseOverEvent,
  ColDef,
  ColGroupDef,
  ValueFormatterParams,
  ValueGetterParams,
} from 'ag-grid-community'
import type { Form } from '../../shared/model.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import { compareFigures } from '../figures/sum.ts'
import type { RowFilter } from '../state/desk.ts'
import type { Words } from '../words/zh.ts'
import { shownText, stateHint } from '../figures/cell-text.ts'
import type { Heading } from './header-tree.ts'
import { isInside } from './rectangle.ts'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

/** What cells ask for while they are drawn; changes without the columns being made anew. */
export interface ListContext extends Marked {
  words: Words['data']
  /** `school|column id` → value that waits for its reason; schools only. */
  pending: Map<string, string>
  /** `school|column id` of cells with a note. */
  noted: ReadonlySet<string>
  note: (noted: ReadonlySet<string>) => void
  /** Which schools are shown. */
  rowFilter: RowFilter
  filter: (rowFilter: RowFilter) => void
  say: (words: Words['data']) => void
  await: (pending: Map<string, string>) => void
}

/** What is marked; kept outside React, for every stroke of the mouse changes it. */
export interface Marked {
  /** Marked rectangle in displayed rows and columns. */
  bounds: Bounds | null
  /** Column id → displayed column. */
  columnAt: Map<string, number>
  mark: (bounds: Bounds | null) => void
  /** Cells that the handle is being drawn over. */
  drawn: Bounds | null
  preview: (bounds: Bounds | null) => void
  order: (columnIds: readonly string[]) => void
}

/** Nothing marked, nothing pending. */
export function newListContext(words: Words['data']): ListContext {
  const context: ListContext = {
    words,
    bounds: null,
    columnAt: new Map(),
    pending: new Map(),
    noted: new Set(),
    note(noted) {
      context.noted = noted
    },
    rowFilter: 'all',
    filter(rowFilter) {
      context.rowFilter = rowFilter
    },
    drawn: null,
    preview(bounds) {
      context.drawn = bounds
    },
    mark(bounds) {
      context.bounds = bounds
    },
    order(columnIds) {
      context.columnAt = new Map(columnIds.map((id, at) => [id, at]))
    },
    say(next) {
      context.words = next
    },
    await(pending) {
      context.pending = pending
    },
  }
  return context
}

/** What a column of figures carries: its place in GridRow.values and in Form.items. */
export interface ItemColumn {
  index: number
  item: number
}

export function columnId(item: number): string {
  return `i${item}`
}

/** The place of a column's figures, null for the frozen columns of names. */
export function itemOf(column: ColDef | null | undefined): ItemColumn | null {
  const context: unknown = column?.context
  return typeof context === 'object' && context !== null && 'index' in context
    ? (context as ItemColumn)
    : null
}

type Cell = { data: ListRow | undefined; colDef: ColDef<ListRow> }

/** State letter of a cell: "" for cells of names. */
export function letterOf({ data, colDef }: Cell): string {
  const item = itemOf(colDef)
  return data && item ? (data.states[item.index] ?? '') : ''
}

function getValue({ data, colDef, context }: ValueGetterParams<ListRow>): string {
  const item = itemOf(colDef)
  if (!data || !item) return ''
  const waiting = (context as ListContext).pending.get(`${data.key}|${colDef.colId ?? ''}`)
  return waiting ?? data.values[item.index] ?? ''
}

function format(params: ValueFormatterParams<ListRow>): string {
  const context = params.context as ListContext
  const letter = letterOf({ data: params.data, colDef: params.colDef })
  const value = String(params.value ?? '')
  const waits = context.pending.has(`${params.data?.key ?? ''}|${params.colDef.colId ?? ''}`)
  return shownText(
    value,
    waits && letter !== STATE_LETTER.text ? STATE_LETTER.number : letter,
    context.words,
  )
}

/**
 * Says on the cell under the pointer what its sign means; on a school's name its number. Not by the grid's
 * own tooltips: each cell would be made ready for one whenever it comes into sight.
 */
export function tellOnCell({ data, colDef, context, event }: CellMouseOverEvent<ListRow>): void {
  const cell = event?.target instanceof Element ? event.target.closest('.ag-cell') : null
  if (!cell || !data) return
  const hint =
    colDef.colId === 'name' && data.level === 'school'
      ? data.key
      : stateHint(letterOf({ data, colDef }), (context as ListContext).words)
  if (hint === '') cell.removeAttribute('title')
  else cell.setAttribute('title', hint)
}

const STATE_CLASS: Record<string, string> = {
  [STATE_LETTER.unreadable]: 'cell-unreadable',
  [STATE_LETTER.na]: 'cell-na',
  [STATE_LETTER.missing]: 'cell-missing',
  [NOT_ASKED]: 'cell-not-asked',
  [STATE_LETTER.text]: 'cell-text',
}

/**
 * Marks of a cell; each has a sign besides its colour. All in one go and only those that are there: a
 * rule for each would be switched off one by one in every cell that comes into sight.
 */
function signsOf(params: CellClassParams<ListRow>): string[] {
  const { data, colDef } = params
  const context = params.context as ListContext
  const item = itemOf(colDef)
  const signs: string[] = []
  if (!data || !item) return signs
  const state = STATE_CLASS[data.states[item.index] ?? '']
  if (state !== undefined) signs.push(state)
  if (data.adopted.includes(item.index)) signs.push('cell-adopted')
  if (context.noted.size > 0 || context.pending.size > 0) {
    const key = `${data.key}|${colDef.colId ?? ''}`
    if (context.noted.has(key)) signs.push('cell-noted')
    if (context.pending.has(key)) signs.push('cell-pending')
  }
  return [...signs, ...marksOf(params)]
}

type Place = { row: number; column: number }

/** Where a cell is displayed; null for the pinned row and for what is not drawn. */
function placeOf({ node, colDef, context }: CellClassParams<ListRow>): Place | null {
  const column = (context as ListContext).columnAt.get(colDef.colId ?? '')
  if (node.rowPinned || column === undefined || node.rowIndex === null) return null
  return { row: node.rowIndex, column }
}

/** Whether a cell is marked, stands at the mark's corner, would be filled; for every column of the list. */
export function marksOf(params: CellClassParams<ListRow>): string[] {
  const { bounds, drawn } = params.context as ListContext
  const at = bounds || drawn ? placeOf(params) : null
  if (!at) return []
  const marks: string[] = []
  if (bounds && isInside(bounds, at.row, at.column)) marks.push('cell-marked')
  if (drawn && isInside(drawn, at.row, at.column)) marks.push('cell-drawn')
  if (bounds?.bottom === at.row && bounds.right === at.column) marks.push('cell-corner')
  return marks
}

const always = (): boolean => true
/** Given once for all; a class of `cellClass` is taken away and given again with every change. */
const FIGURES = { figures: always }
const RIGHT = { ...FIGURES, 'ag-right-aligned-cell': always }

/** Grid columns under their headings. `widest` gives the longest figure of a column in characters. */
export function itemColumns(
  form: Form,
  headings: readonly Heading[],
  editable: boolean,
  widest: (index: number) => number,
): (ColDef<ListRow> | ColGroupDef<ListRow>)[] {
  return headings.map((heading) => {
    if (heading.kind === 'group')
      return {
        groupId: heading.id,
        headerName: heading.name,
        headerTooltip: heading.name,
        marryChildren: true,
        children: itemColumns(form, heading.children, editable, widest),
      }
    const item = form.items[heading.item]
    const text = item?.kind === 'text'
    const { length } = heading.name
    const byHeading = (length > 6 ? Math.ceil(length / 2) : Math.max(3, length)) * 12.5 + 18
    const byFigures = widest(heading.index) * 8 + 20
    const carried: ItemColumn = { index: heading.index, item: heading.item }
    return {
      colId: columnId(heading.item),
      headerName: heading.code === '' ? heading.name : `${heading.name}\n${heading.code}`,
      headerTooltip: item ? `${itemAddress(form, item)} ${itemLabel(form, item)}` : '',
      context: carried,
      width: Math.min(260, Math.max(62, byHeading, byFigures)),
      headerClass: 'item-header',
      valueGetter: getValue,
      valueFormatter: format,
      comparator: compareFigures,
      cellClass: signsOf,
      cellClassRules: text ? FIGURES : RIGHT,
      editable: (params) =>
        editable &&
        params.data?.level === 'school' &&
        !isLocked(letterOf({ data: params.data, colDef: params.colDef })),
      ...(text
        ? { filter: 'agTextColumnFilter' }
        : {
            filter: 'agNumberColumnFilter',
            // Only figures of schools are compared; a subtotal or a sign is no number to filter by.
            filterValueGetter: ({ data }) =>
              data?.level === 'school' && data.states[heading.index] === STATE_LETTER.number
                ? Number(data.values[heading.index])
                : null,
          }),
    }
  })
}

/** Whether nothing can be typed there: the form does not ask for it, or no return has come. */
const isLocked = (letter: string): boolean =>
  letter === NOT_ASKED || letter === STATE_LETTER.missing
