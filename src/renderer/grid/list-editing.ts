import type {
  CellDoubleClickedEvent,
  CellEditRequestEvent,
  CellKeyDownEvent,
  ColDef,
  Column,
  FullWidthCellKeyDownEvent,
  GridApi,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import { commandAt } from '../commands/command-list.ts'
import { useMemo } from 'react'
import type { ClipboardEvent, RefObject } from 'react'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { notify } from '../state/actions.ts'
import type { ChangeRequest } from '../state/changes.ts'
import { useDesk } from '../state/context.tsx'
import type { Words } from '../words/zh.ts'
import { copiedText } from '../figures/cell-text.ts'
import { itemOf, letterOf } from './columns.ts'
import type { Marking } from './marking.ts'
import { intend } from './paste.ts'
import type { Intended, Target } from './paste.ts'
import { areaOf } from './rectangle.ts'
import type { ListRow } from './row.ts'
import { formatTsv, parseTsv } from './tsv.ts'

export interface ListEditing {
  defaults: ColDef<ListRow>
  itemIndex: (address: string) => number
  clearRowFilter: () => void
  onEdit: (event: CellEditRequestEvent<ListRow>) => void
  onKey: (event: CellKeyDownEvent<ListRow> | FullWidthCellKeyDownEvent<ListRow>) => void
  onDoubleClick: (event: CellDoubleClickedEvent<ListRow>) => void
  onCopy: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Everything that changes or copies figures in the list; every change asks for its reason first. */
export function useListEditing(
  grid: RefObject<GridApi<ListRow> | null>,
  marking: Marking,
  form: Form,
  words: Words['data'],
): ListEditing {
  const desk = useDesk()
  return useMemo(() => {
    const addresses = new Map(form.items.map((item, index) => [itemAddress(form, item), index]))
    const targetOf = (row: ListRow | undefined, column: Column | undefined): Target | null => {
      const carried = itemOf(column?.getColDef())
      const item = carried ? form.items[carried.item] : undefined
      if (!row || !carried || !item) return null
      const state = row.states[carried.index] ?? ''
      const value = row.values[carried.index] ?? ''
      const name =
        row.level === 'school' ? row.name : row.level === 'group' ? row.group : words.county
      const address = itemAddress(form, item)
      return {
        level: row.level,
        key: row.key,
        where: `${name} ${address}`,
        item: address,
        text: item.kind === 'text',
        state,
        copied: copiedText(value, state, words),
        value,
      }
    }
    const targetAt = (row: number, column: number): Target | null =>
      targetOf(grid.current?.getDisplayedRowAtIndex(row)?.data, marking.column(column))
    const ask = (intended: Intended, how: ChangeRequest['how'], only: Target | null): void => {
      if (intended.changes.length === 0 && intended.refused.length === 0) {
        notify(desk, 'info', words.nothingNew)
        return
      }
      desk.store.set({
        request: {
          ...intended,
          how,
          at: placeOfFocus(),
          only: only && { where: only.where, from: only.copied },
        },
      })
    }
    const refuseByState = (target: Target): boolean => {
      const why =
        desk.store.get().basis === 'returned'
          ? words.readOnly
          : target.level !== 'school'
            ? words.totalRow
            : target.state === 'x' || target.state === 'm'
              ? words.cannotEdit[target.state]
              : null
      if (why !== null) notify(desk, 'warning', why)
      return why !== null
    }
    /** A block put over the marked cells; a single value fills them all. */
    const put = (block: string[][], how: ChangeRequest['how']): void => {
      const bounds = marking.bounds()
      if (!bounds) return
      const first = targetAt(bounds.top, bounds.left)
      if (desk.store.get().basis === 'returned' && first) {
        refuseByState(first)
        return
      }
      const single = block.length === 1 && block[0]?.length === 1
      const whole = single ? filled(block[0]?.[0] ?? '', bounds) : block
      ask(
        intend(whole, (row, column) => targetAt(bounds.top + row, bounds.left + column)),
        how,
        areaOf(bounds) === 1 ? first : null,
      )
    }
    const fillDown = (): void => {
      const bounds = marking.bounds()
      if (!bounds || bounds.bottom === bounds.top) return
      const top = Array.from({ length: bounds.right - bounds.left + 1 }, (_, at) => {
        const target = targetAt(bounds.top, bounds.left + at)
        return target ? target.copied : null
      })
      const below = { ...bounds, top: bounds.top + 1 }
      const first = targetAt(below.top, below.left)
      if (desk.store.get().basis === 'returned' && first) {
        refuseByState(first)
        return
      }
      const rows = Array.from({ length: below.bottom - below.top + 1 }, (_, at) => below.top + at)
      const intended: Intended = { changes: [], refused: [] }
      for (const row of rows)
        top.forEach((text, column) => {
          const target = targetAt(row, below.left + column)
          // Subtotals in between follow by themselves and are no place to fill.
          if (text === null || !target || target.level !== 'school') return
          const one = intend([[text]], () => target)
          intended.changes.push(...one.changes)
          intended.refused.push(...one.refused)
        })
      ask(intended, 'fill', null)
    }
    const onShortcut = (event: KeyboardEvent): boolean => {
      const arrow = ARROWS[event.key]
      const asked = commandAt('list', event)
      if (arrow && event.shiftKey)
        marking.extend(arrow[0], arrow[1], event.ctrlKey || event.metaKey)
      else if (asked === 'mark-all') marking.all()
      else if (asked === 'fill-down') fillDown()
      else if (asked === 'clear-cells') put([['']], 'clear')
      else return false
      event.preventDefault()
      return true
    }
    const copyBlock = (): string[][] => {
      const bounds = marking.bounds()
      if (!bounds) return []
      return Array.from({ length: bounds.bottom - bounds.top + 1 }, (_, down) =>
        Array.from({ length: bounds.right - bounds.left + 1 }, (__, right) => {
          const column = marking.column(bounds.left + right)
          const node = grid.current?.getDisplayedRowAtIndex(bounds.top + down)
          const target = targetOf(node?.data, column)
          if (target) return target.copied
          if (!node || !column) return ''
          return String(grid.current?.getCellValue({ rowNode: node, colKey: column }) ?? '')
        }),
      )
    }
    return {
      defaults: {
        sortable: true,
        resizable: true,
        suppressMovable: true,
        suppressHeaderMenuButton: true,
        cellEditor: 'agTextCellEditor',
        suppressKeyboardEvent: ({ event, editing }: SuppressKeyboardEventParams<ListRow>) =>
          !editing && onShortcut(event),
      },
      itemIndex: (address) => addresses.get(address) ?? -1,
      clearRowFilter: () => desk.store.set({ rowFilter: 'all' }),
      onEdit(event) {
        const target = targetOf(event.data, event.column)
        if (!target || event.rowIndex === null) return
        const typed: unknown = event.newValue
        const intended = intend([[typeof typed === 'string' ? typed : '']], () => target)
        const bad = intended.refused[0]
        if (bad) notify(desk, 'warning', words.notNumber(bad.value))
        else if (intended.changes.length > 0) ask(intended, 'type', target)
      },
      onKey(event) {
        const native = event.event
        if (!(native instanceof KeyboardEvent) || !('column' in event)) return
        const begins =
          native.key.length === 1 && !native.ctrlKey && !native.metaKey && !native.altKey
        if (begins || commandAt('list', native) === 'edit-cell') explain(event.data, event.column)
      },
      onDoubleClick: (event) => explain(event.data, event.column),
      onCopy(event) {
        if (isEditor(event.target)) return
        const block = copyBlock()
        if (block.length === 0) return
        event.clipboardData.setData('text/plain', formatTsv(block))
        event.preventDefault()
        const bounds = marking.bounds()
        if (bounds) notify(desk, 'info', words.copied(areaOf(bounds)))
      },
      onPaste(event) {
        if (isEditor(event.target)) return
        event.preventDefault()
        const text = event.clipboardData.getData('text/plain')
        if (text === '') notify(desk, 'warning', words.noClipboard)
        else put(parseTsv(text), 'paste')
      },
    }

    /** Says why typing into a cell does nothing, where it does nothing. */
    function explain(row: ListRow | undefined, column: Column): void {
      const target = targetOf(row, column)
      if (target && letterOf({ data: row, colDef: column.getColDef() as ColDef<ListRow> }) !== '')
        refuseByState(target)
    }
  }, [grid, marking, form, words, desk])
}

function filled(
  text: string,
  bounds: { top: number; bottom: number; left: number; right: number },
): string[][] {
  return Array.from({ length: bounds.bottom - bounds.top + 1 }, () =>
    Array.from({ length: bounds.right - bounds.left + 1 }, () => text),
  )
}

function isEditor(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea')
}

/** Just under the cell that has the focus. */
export function placeOfFocus(): { x: number; y: number } {
  const box = document.activeElement?.getBoundingClientRect()
  return box ? { x: box.left, y: box.bottom } : { x: 200, y: 200 }
}
