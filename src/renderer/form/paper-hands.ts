import { useEffect, useMemo, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { Form } from '../../shared/model.ts'
import { commandAt } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { itemAddress } from '../figures/item-names.ts'
import { withClipboard, writeClip } from '../grid/clipboard.ts'
import { fillOfMark, fillOver } from '../grid/fill.ts'
import type { CellDoing } from '../grid/cell-lines.ts'
import type { Target } from '../grid/paste.ts'
import { areaOf, boundsOf, isInside } from '../grid/rectangle.ts'
import type { Bounds, Range, Spot } from '../grid/rectangle.ts'
import { insideNext, nextCell, strideOf } from '../grid/steps.ts'
import type { PaperEditing } from './paper-editing.ts'
import { neighbour } from './paper-layout.ts'
import { blockOf, cellsWithin, fieldOfForm, latticeOf, markOfPrinted } from './paper-lattice.ts'
import type { Lattice } from './paper-lattice.ts'

export interface PaperHands {
  /** Whether an item's cell is part of a mark of several. */
  isMarked: (cell: PaperCell) => boolean
  isMarkedItem: (item: number) => boolean
  /** Answers a key; false where it means nothing here. */
  onKey: (event: KeyboardEvent) => boolean
  onCopy: (event: ClipboardEvent) => void
  onCut: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
  onPress: (cell: PaperCell, event: MouseEvent) => void
  onOver: (cell: PaperCell, event: MouseEvent) => void
  /** From a cell in a direction; false where there is none. */
  step: (down: number, right: number) => boolean
  doing: CellDoing
}

/** Keys, marks and the clipboard on the form, as in the list. */
export function usePaperHands(of: {
  paper: Paper | null
  form: Form
  /** The item with the keyboard. */
  at: number | null
  select: (item: number) => void
  editing: PaperEditing
  box: RefObject<HTMLTableElement | null>
}): PaperHands {
  const { paper, form, at, select, editing, box } = of
  const lattice = useMemo<Lattice | null>(() => (paper ? latticeOf(paper) : null), [paper])
  const [mark, setMark] = useState<Range | null>(null)
  /** A move inside the mark leaves it; any other begins anew. */
  const inside = useRef(false)
  useEffect(() => {
    if (!inside.current) setMark(null)
    inside.current = false
  }, [at])
  const cell = paper?.cells.find((one) => one.item !== null && one.item === at) ?? null
  const active = cell && lattice ? lattice.spotOf(cell) : null
  const bounds: Bounds | null = mark
    ? boundsOf(mark)
    : active && boundsOf({ anchor: active, focus: active })
  const field = lattice && fieldOfForm(lattice, (item) => editing.copied(item) !== '')
  const selectAt = (spot: Spot, keep: boolean): boolean => {
    const item = lattice?.cellAt(spot)?.item ?? null
    if (item === null) return false
    inside.current = keep && item !== at
    select(item)
    return true
  }
  const show = (next: Range): void => {
    setMark(next)
    const end = lattice?.cellAt(next.focus)?.item
    box.current
      ?.querySelector(`[data-item="${end ?? ''}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const step = (down: number, right: number): boolean => {
    if (!active || !field || !cell || !paper) return false
    const next = nextCell(active, [down, right], field)
    if (next.row !== active.row || next.column !== active.column) return selectAt(next, false)
    // On a card items do not stand in lines: the nearest aside is better than none.
    const { item } = neighbour(paper.cells, cell, down, right)
    if (item === null || item === at) return false
    select(item)
    return true
  }
  const insideMark = (along: 'row' | 'column', back: boolean): boolean => {
    if (!mark || !active || !lattice) return false
    const next = insideNext(
      active,
      boundsOf(mark),
      along,
      back,
      (spot) => lattice.cellAt(spot) !== null,
    )
    return next !== null && selectAt(next, true)
  }
  const whole = (what: 'rows' | 'columns' | 'all'): void => {
    if (!bounds || !field) return
    const all = { top: 0, bottom: field.rows - 1, left: 0, right: field.columns - 1 }
    const { top, bottom, left, right } = {
      ...all,
      ...(what === 'rows' && { top: bounds.top, bottom: bounds.bottom }),
      ...(what === 'columns' && { left: bounds.left, right: bounds.right }),
    }
    setMark({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } })
  }
  const targetAt = (row: number, column: number): Target | null => {
    const item = lattice?.cellAt({ row, column })?.item ?? null
    return item === null ? null : editing.target(item)
  }
  const fill = (along: 'rows' | 'columns'): void => {
    if (!bounds) return
    const before = (along === 'rows' ? bounds.top : bounds.left) - 1
    const filled = fillOfMark(bounds, along, before < 0 ? null : before)
    if (filled)
      editing.request(fillOver(filled.source, filled.into, along, targetAt), 'fill', under())
  }
  const clear = (): void => {
    if (!bounds || !lattice) return
    editing.clear(
      cellsWithin(lattice, bounds).flatMap(({ item }) => item ?? []),
      under(),
    )
  }
  const under = (): { x: number; y: number } => {
    const there = box.current?.querySelector('[aria-selected="true"]')?.getBoundingClientRect()
    return { x: there?.left ?? 200, y: there?.bottom ?? 200 }
  }
  const copyTo = (to: DataTransfer, headings: boolean): boolean => {
    if (!paper || !lattice || !bounds) return false
    if (!headings) {
      writeClip(to, blockOf(paper, lattice, bounds, editing.copied), [])
      return true
    }
    const itemAt = (spot: Spot) => form.items[lattice.cellAt(spot)?.item ?? -1]
    const rows = range(bounds.top, bounds.bottom)
    const columns = range(bounds.left, bounds.right)
    const heads = columns.map((column) => {
      const first = rows.map((row) => itemAt({ row, column })).find((item) => item)
      return first ? (form.columns[first.column]?.path.join('·') ?? '') : ''
    })
    const lines = rows.map((row) => {
      const first = columns.map((column) => itemAt({ row, column })).find((item) => item)
      const label = first ? (form.rows[first.row]?.label ?? '') : ''
      const address = first ? itemAddress(form, first) : ''
      return [
        label,
        address,
        ...columns.map((column) => {
          const item = lattice.cellAt({ row, column })?.item ?? null
          return item === null ? '' : editing.copied(item)
        }),
      ]
    })
    writeClip(to, [['', '', ...heads], ...lines], [], 1)
    return true
  }
  const doing: CellDoing = {
    copy: (what) => withClipboard((to) => void copyTo(to, what !== 'cells')),
    cut() {
      withClipboard((to) => void copyTo(to, false))
      clear()
    },
    paste: (text) => paste((to) => to.setData('text/plain', text)),
    fill,
    clear,
    edit: () => at !== null && editing.start(at, null),
  }
  const paste = (put: (to: DataTransfer) => void): void => {
    const clipboard = new DataTransfer()
    put(clipboard)
    pasteFrom(clipboard)
  }
  const pasteFrom = (clipboard: DataTransfer): void => {
    if (!paper || !lattice || !bounds) return
    const from = lattice.cellAt({ row: bounds.top, column: bounds.left }) ?? cell
    if (!from) return
    const items = cellsWithin(lattice, bounds).flatMap(({ item }) => item ?? [])
    editing.paste(from, items, paper, clipboard, under())
  }
  /** The browser tells of the clipboard where the caret is, which a click has left in some cell. */
  const ours = ({ target }: ClipboardEvent): boolean =>
    target instanceof Node &&
    box.current?.contains(target) === true &&
    !(target instanceof HTMLInputElement)
  /** Whether what the mouse has marked as text is copied, or the cells. */
  const takes = (event: ClipboardEvent): boolean =>
    ours(event) && bounds !== null && getSelection()?.isCollapsed !== false
  const moveOn = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const tab = key === 'Tab'
    if (mark && areaOf(boundsOf(mark)) > 1) return insideMark(tab ? 'row' : 'column', shiftKey)
    const by = shiftKey ? -1 : 1
    // At the end of a line Tab goes on to what stands beside the form.
    return (tab ? step(0, by) : step(by, 0)) || !tab
  }
  const after = (work: () => void) => (): boolean => {
    work()
    return true
  }
  const does: Partial<Record<CommandId, (event: KeyboardEvent) => boolean>> = {
    'mark-all': after(() => whole('all')),
    'mark-rows': after(() => whole('rows')),
    'mark-columns': after(() => whole('columns')),
    'inside-mark': moveOn,
    'edit-cell': after(() => doing.edit()),
    'fill-down': after(() => fill('rows')),
    'fill-right': after(() => fill('columns')),
    'clear-cells': after(clear),
    'copy-headings': after(() => doing.copy('headings')),
  }
  const isMarked = (one: PaperCell): boolean => {
    const spot = mark && lattice ? lattice.spotOf(one) : null
    return mark !== null && spot !== null && isInside(boundsOf(mark), spot.row, spot.column)
  }
  return {
    isMarked,
    isMarkedItem: (item) => paper?.cells.some((one) => one.item === item && isMarked(one)) === true,
    step,
    doing,
    onKey(event) {
      if (!field) return false
      const from = event.shiftKey ? (mark?.focus ?? active) : active
      const stride = from ? strideOf(event, from, field) : null
      if (stride && active) {
        if (stride.marks) show({ anchor: mark?.anchor ?? active, focus: stride.to })
        else selectAt(stride.to, false)
        return true
      }
      const asked = commandAt('sheet', event)
      return asked !== null && (does[asked]?.(event) ?? false)
    },
    onCopy(event) {
      if (takes(event) && copyTo(event.clipboardData, false)) event.preventDefault()
    },
    onCut(event) {
      if (!takes(event) || !copyTo(event.clipboardData, false)) return
      event.preventDefault()
      clear()
    },
    onPaste(event) {
      if (!ours(event)) return
      event.preventDefault()
      pasteFrom(event.clipboardData)
    },
    onPress(pressed, event) {
      if (!lattice) return
      if (pressed.item === null) {
        const printed = markOfPrinted(lattice, pressed)
        const first = printed && cellsWithin(lattice, printed)[0]
        if (!printed || !first || first.item === null) return
        event.preventDefault()
        inside.current = first.item !== at
        select(first.item)
        const { top, bottom, left, right } = printed
        setMark({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } })
        box.current?.focus({ preventScroll: true })
        return
      }
      const spot = lattice.spotOf(pressed)
      if (!event.shiftKey || !active || !spot) return
      event.preventDefault()
      show({ anchor: mark?.anchor ?? active, focus: spot })
    },
    onOver(over, event) {
      const spot = lattice && over.item !== null ? lattice.spotOf(over) : null
      if (event.buttons !== 1 || !active || !spot || over.item === at) return
      // What is dragged over is marked as cells, not as text.
      getSelection()?.removeAllRanges()
      setMark({ anchor: active, focus: spot })
    },
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
