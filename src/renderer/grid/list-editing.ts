import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
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
import { commandAt, travels } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { useMemo } from 'react'
import type { ClipboardEvent, RefObject } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { notify } from '../state/actions.ts'
import type { ChangeRequest } from '../state/changes.ts'
import { pendingAt } from '../state/edits.ts'
import { putPending } from '../state/pending-edits.ts'
import { useDesk } from '../state/context.tsx'
import type { Words } from '../words/zh.ts'
import { copiedText } from '../figures/cell-text.ts'
import { readClip, withClipboard, writeClip } from './clipboard.ts'
import type { Clip } from './clipboard.ts'
import { itemOf, letterOf } from './columns.ts'
import { fillOfMark, fillOver } from './fill.ts'
import { copyOf } from './list-copy.ts'
import type { CopyWith } from './list-copy.ts'
import type { Marking } from './marking.ts'
import { intend } from './paste.ts'
import type { Intended, Target } from './paste.ts'
import type { RowLevel } from './place-block.ts'
import { putBlock } from './put-block.ts'
import type { Sheet } from './put-block.ts'
import { areaOf } from './rectangle.ts'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

export interface ListEditing {
  /** Fills cells from others beside them; what changes is shown first. */
  fill: (source: Bounds, into: Bounds, along: 'rows' | 'columns') => void
  /** Ctrl+D and Ctrl+R. */
  fillMark: (along: 'rows' | 'columns') => void
  clear: () => void
  /** Copies outside an event of the clipboard: from a menu or by a key that browsers do not know. */
  copyNow: (copyWith: CopyWith) => void
  cutNow: () => void
  put: (clip: Clip) => void
  /** Shows replacements as proposals. */
  replace: (intended: Intended) => void
  targetAt: (row: number, column: number) => Target | null
  defaults: ColDef<ListRow>
  itemIndex: (address: string) => number
  clearRowFilter: () => void
  onEdit: (event: CellEditRequestEvent<ListRow>) => void
  onKey: (event: CellKeyDownEvent<ListRow> | FullWidthCellKeyDownEvent<ListRow>) => void
  onDoubleClick: (event: CellDoubleClickedEvent<ListRow>) => void
  onCopy: (event: ClipboardEvent) => void
  onCut: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

/**
 * Everything that changes or copies figures in the list; every change asks for its reason first.
 *
 * @param schools as they are now; held in a ref, for the grid makes all its columns anew where what it
 *   was given of this is another object
 */
export function useListEditing(
  grid: RefObject<GridApi<ListRow> | null>,
  marking: Marking,
  form: Form,
  schools: RefObject<readonly SchoolRow[]>,
  allWords: Words,
  hands: { menu: () => void; replace: () => void; chart: () => void },
): ListEditing {
  const desk = useDesk()
  return useMemo(() => {
    const words = allWords.data
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
      const before = copiedText(value, state, words)
      const { pending, basis } = desk.store.get()
      const waits =
        row.level === 'school' && basis === 'adopted' ? pendingAt(pending, row.key, address) : null
      return {
        level: row.level,
        key: row.key,
        name,
        item: address,
        text: item.kind === 'text',
        state,
        copied: waits ?? before,
        before,
        value,
        waits: waits !== null,
      }
    }
    const targetAt = (row: number, column: number): Target | null =>
      targetOf(grid.current?.getDisplayedRowAtIndex(row)?.data, marking.column(column))
    const ask = (intended: Intended, how: ChangeRequest['how'], note: string): void => {
      if (intended.changes.length === 0 && intended.refused.length === 0) {
        notify(desk, 'info', words.nothingNew)
        return
      }
      desk.store.set({
        request: {
          ...intended,
          how,
          note,
          at: placeOfFocus(),
        },
      })
    }
    const refuseByState = (target: Target): boolean => {
      const { basis, overview } = desk.store.get()
      const why =
        basis === 'returned'
          ? words.readOnly
          : overview?.readOnly
            ? words.lookOnly
            : target.level !== 'school'
              ? words.totalRow
              : target.state === NOT_ASKED || target.state === STATE_LETTER.missing
                ? words.cannotEdit[target.state]
                : null
      if (why !== null) notify(desk, 'warning', why)
      return why !== null
    }
    const sheet = (): Sheet => {
      const rows = new Map<string, ListRow>()
      grid.current?.forEachNode(({ data }) => {
        if (data?.level === 'school') rows.set(data.key, data)
      })
      const columns = grid.current?.getAllDisplayedColumns() ?? []
      return {
        targetAt,
        targetOf: (school, column) => targetOf(rows.get(school), marking.column(column)),
        levels(from) {
          const count = grid.current?.getDisplayedRowCount() ?? 0
          return Array.from({ length: Math.max(0, count - from) }, (_, at) => levelAt(from + at))
        },
        firstFigures: columns.findIndex((column) => itemOf(column.getColDef()) !== null),
        schools: schools.current.map(({ school }) => school),
      }
    }
    const levelAt = (row: number): RowLevel =>
      grid.current?.getDisplayedRowAtIndex(row)?.data?.level ?? 'school'
    /** A block put over the marked cells; what is one value for one cell waits with what is typed. */
    const put = (clip: Clip, how: ChangeRequest['how']): void => {
      const bounds = marking.bounds()
      if (!bounds) return
      const first = targetAt(bounds.top, bounds.left)
      if (desk.store.get().basis === 'returned' && first) {
        refuseByState(first)
        return
      }
      const { note, ...intended } = putBlock(clip, bounds, sheet(), allWords.change)
      const typed = areaOf(bounds) === 1 && clip.block.length === 1 && clip.block[0]?.length === 1
      const bad = intended.refused[0]
      if (typed && first && bad) {
        if (bad.why !== 'not-number') refuseByState(first)
        else notify(desk, 'warning', words.notNumber(bad.value))
      } else if (typed && intended.changes.length > 0) putPending(desk, intended.changes)
      else ask(intended, how, note)
    }
    const fill = (source: Bounds, into: Bounds, along: 'rows' | 'columns'): void => {
      const first = targetAt(into.top, Math.max(into.left, sheet().firstFigures))
      if (desk.store.get().basis === 'returned' && first) {
        refuseByState(first)
        return
      }
      ask(fillOver(source, into, along, targetAt), 'fill', '')
    }
    const fillMark = (along: 'rows' | 'columns'): void => {
      const bounds = marking.bounds()
      if (!bounds) return
      let before = (along === 'rows' ? bounds.top : bounds.left) - 1
      while (along === 'rows' && before >= 0 && levelAt(before) !== 'school') before -= 1
      const first = along === 'rows' ? 0 : sheet().firstFigures
      const filled = fillOfMark(bounds, along, before < first ? null : before)
      if (filled) fill(filled.source, filled.into, along)
    }
    const clear = (): void => put({ block: [['']], levels: null }, 'clear')
    const onShortcut = (event: KeyboardEvent): boolean => {
      if (marking.stride(event)) {
        event.preventDefault()
        return true
      }
      const asked = commandAt('sheet', event)
      const done = asked !== null && (does[asked]?.(event) ?? false)
      if (done) event.preventDefault()
      return done
    }
    const after =
      (work: () => void): ((event: KeyboardEvent) => boolean) =>
      () => {
        work()
        return true
      }
    const does: Partial<Record<CommandId, (event: KeyboardEvent) => boolean>> = {
      'mark-all': after(() => marking.all()),
      'mark-rows': after(() => marking.whole('rows')),
      'mark-columns': after(() => marking.whole('columns')),
      'inside-mark': ({ key, shiftKey }) =>
        marking.inside(key === 'Tab' ? 'row' : 'column', shiftKey),
      'fill-down': after(() => fillMark('rows')),
      'fill-right': after(() => fillMark('columns')),
      'clear-cells': after(clear),
      'copy-headings': after(() => copyNow('headings')),
      'cell-menu': after(hands.menu),
      replace: after(hands.replace),
      'chart-selection': after(hands.chart),
    }
    /** Puts the marked cells on a clipboard; false where none are marked. */
    const copyTo = (to: DataTransfer, copyWith: CopyWith): boolean => {
      const bounds = marking.bounds()
      if (!bounds || !grid.current) return false
      const { block, heads } = copyOf(grid.current, bounds, form, copyWith, targetOf)
      const levels = block.slice(heads).map((_, at) => levelAt(bounds.top + at))
      writeClip(to, block, levels, heads)
      notify(desk, 'info', words.copied(areaOf(bounds)))
      return true
    }
    const copyNow = (copyWith: CopyWith): void => withClipboard((to) => void copyTo(to, copyWith))
    return {
      fill,
      fillMark,
      clear,
      copyNow,
      cutNow() {
        copyNow('cells')
        clear()
      },
      put: (clip: Clip) => put(clip, 'paste'),
      replace: (intended: Intended) => ask(intended, 'replace', ''),
      targetAt,
      defaults: {
        sortable: true,
        resizable: true,
        suppressMovable: true,
        suppressHeaderMenuButton: true,
        cellEditor: 'agTextCellEditor',
        suppressKeyboardEvent: (params: SuppressKeyboardEventParams<ListRow>) =>
          commandAt('window', params.event) === 'confirm-edits' ||
          travels(params.event) ||
          composes(params) ||
          (params.editing ? enters(params) : onShortcut(params.event)),
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
        else putPending(desk, intended.changes)
      },
      onKey(event) {
        const native = event.event
        if (!(native instanceof KeyboardEvent) || !('column' in event)) return
        const begins =
          native.key.length === 1 && !native.ctrlKey && !native.metaKey && !native.altKey
        if (begins || commandAt('sheet', native) === 'edit-cell') explain(event.data, event.column)
      },
      onDoubleClick: (event) => explain(event.data, event.column),
      onCopy(event) {
        if (isEditor(event.target)) return
        if (copyTo(event.clipboardData, 'cells')) event.preventDefault()
      },
      onCut(event) {
        if (isEditor(event.target)) return
        if (!copyTo(event.clipboardData, 'cells')) return
        event.preventDefault()
        clear()
      },
      onPaste(event) {
        if (isEditor(event.target)) return
        event.preventDefault()
        const clip = readClip(event.clipboardData)
        if (clip) put(clip, 'paste')
        else notify(desk, 'warning', words.noClipboard)
      },
    }

    /**
     * Keys that belong to an input method. The first of them opens the cell, so that what is
     * composed has a field to stand in; Enter takes the composed text and leaves the cell open.
     */
    function composes(params: SuppressKeyboardEventParams<ListRow>): boolean {
      const { event, editing, node, column, api } = params
      if (!event.isComposing && event.key !== 'Process') return false
      if (!editing && node.rowIndex !== null && !node.rowPinned)
        api.startEditingCell({ rowIndex: node.rowIndex, colKey: column, key: 'Backspace' })
      return true
    }

    /** Enter takes what was typed and goes to the next school, Tab to the next item: a list typed from paper has no line for a subtotal. */
    function enters(params: SuppressKeyboardEventParams<ListRow>): boolean {
      const { event, node, column, api } = params
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key !== 'Enter' && event.key !== 'Tab') return false
      const step = event.shiftKey ? -1 : 1
      event.preventDefault()
      if (event.key === 'Tab') {
        api.stopEditing()
        if (marking.inside('row', event.shiftKey)) return true
        if (event.shiftKey) api.tabToPreviousCell()
        else api.tabToNextCell()
        return true
      }
      let row = (node.rowIndex ?? 0) + step
      while (api.getDisplayedRowAtIndex(row)?.data?.level === 'group') row += step
      api.stopEditing()
      if (marking.inside('column', event.shiftKey)) return true
      if (api.getDisplayedRowAtIndex(row)) {
        api.ensureIndexVisible(row)
        api.setFocusedCell(row, column)
      }
      return true
    }

    /** Says why typing into a cell does nothing, where it does nothing. */
    function explain(row: ListRow | undefined, column: Column): void {
      const target = targetOf(row, column)
      if (target && letterOf({ data: row, colDef: column.getColDef() as ColDef<ListRow> }) !== '')
        refuseByState(target)
    }
  }, [grid, marking, form, schools, allWords, desk, hands])
}

function isEditor(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea')
}

/** Just under the cell that has the focus. */
export function placeOfFocus(): { x: number; y: number } {
  const box = document.activeElement?.getBoundingClientRect()
  return box ? { x: box.left, y: box.bottom } : { x: 200, y: 200 }
}
