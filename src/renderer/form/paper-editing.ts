import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import { useRef, useState } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { FormFigures } from '../../shared/totals.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { copiedText } from '../figures/cell-text.ts'
import { readClip } from '../grid/clipboard.ts'
import { intend } from '../grid/paste.ts'
import type { Intended, Target } from '../grid/paste.ts'
import { notify } from '../state/actions.ts'
import type { ChangeRequest } from '../state/changes.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { DeskState } from '../state/desk.ts'
import { pendingAt } from '../state/edits.ts'
import { putPending } from '../state/pending-edits.ts'
import type { Loaded } from '../state/use-call.ts'
import { useShownEdits } from '../state/use-shown-edits.ts'
import { useWords } from '../state/use-words.ts'
import { putOnPaper } from './put-on-paper.ts'

export interface PaperEditing {
  /** What is being typed into an item's cell; null when nothing is. */
  typedAt: (item: number) => string | null
  type: (text: string) => void
  /** Opens the cell, with its value or with the first sign typed. */
  start: (item: number, sign: string | null) => void
  stop: () => void
  /** Takes what was typed, if anything is being typed: it waits for its reason. */
  finish: () => void
  /** Empties cells; of several it is shown first what changes. */
  clear: (items: readonly number[], at: ChangeRequest['at']) => void
  /**
   * Puts the clipboard on the form from an item's cell on; several cells are shown with what changes
   * first. One value fills all the marked cells.
   */
  paste: (
    from: PaperCell,
    marked: readonly number[],
    paper: Paper,
    clipboard: DataTransfer,
    at: ChangeRequest['at'],
  ) => void
  /** The cell of an item as something to put a value into; null where the form stands at no school. */
  target: (item: number) => Target | null
  /** Shows what would change in several cells; refused where nothing can be changed here. */
  request: (intended: Intended, how: ChangeRequest['how'], at: ChangeRequest['at']) => void
  /** The text of an item's cell for the clipboard. */
  copied: (item: number) => string
  /** Value of an item that waits for its reason, as shown. */
  pending: (item: number) => string | null
}

/** What stands in a school's cell. */
interface Stands {
  school: string
  item: number
  value: string
  state: string
}

/** What is being typed, and at which cell: it goes there whatever the sheet shows when it is taken. */
interface Open extends Stands {
  text: string
}

/** Typing into the form where it stands at one school; the same rules as in the list. */
export function usePaperEditing(
  form: Form,
  { value: figures, loading }: Loaded<FormFigures>,
  schools: readonly SchoolRow[],
  place: DeskState['place'],
): PaperEditing {
  const desk = useDesk()
  const words = useWords().data
  const basis = useDeskState((state) => state.basis)
  const waiting = useShownEdits(
    useDeskState((state) => state.pending),
    loading,
  )
  const [open, setShown] = useState<Open | null>(null)
  // The keys that follow must find it at once, not after the sheet is drawn.
  const now = useRef<Open | null>(null)
  const setOpen = (next: Open | null): void => {
    now.current = next
    setShown(next)
  }
  const address = (index: number): string => {
    const item = form.items[index]
    return item ? itemAddress(form, item) : ''
  }
  const waits = (school: string, index: number): string | null =>
    basis === 'adopted' ? pendingAt(waiting, school, address(index)) : null

  const refusal = (state: string): string | null => {
    if (basis === 'returned') return words.readOnly
    if (desk.store.get().overview?.readOnly) return words.lookOnly
    if (!('school' in place)) return words.totalRow
    return state === NOT_ASKED || state === STATE_LETTER.missing ? words.cannotEdit[state] : null
  }
  const targetOf = ({ school, item: index, value, state }: Stands): Target | null => {
    const item = form.items[index]
    if (!item) return null
    const before = copiedText(value, state, words)
    const waited = pendingAt(desk.store.get().pending, school, address(index))
    return {
      level: 'school',
      key: school,
      name: schools.find((row) => row.school.id === school)?.school.name ?? school,
      item: address(index),
      text: item.kind === 'text',
      state,
      copied: waited ?? before,
      before,
      value,
      waits: waited !== null,
    }
  }
  const put = ({ school, item: index, text, value, state }: Open): void => {
    const target = targetOf({ school, item: index, value, state })
    if (!target) return
    const intended = intend([[text]], () => target)
    const bad = intended.refused[0]
    if (bad) notify(desk, 'warning', words.notNumber(bad.value))
    else putPending(desk, intended.changes)
  }
  const allowed = (index: number): Open | null => {
    const state = figures?.states[index] ?? ''
    const why = refusal(state)
    if (why !== null) notify(desk, 'warning', why)
    if (why !== null || !figures || !('school' in place)) return null
    const value = figures.values[index] ?? ''
    return { school: place.school, item: index, text: '', value, state }
  }
  const target = (item: number): Target | null => {
    if (!figures || !('school' in place)) return null
    const { values, states } = figures
    return targetOf({
      school: place.school,
      item,
      value: values[item] ?? '',
      state: states[item] ?? '',
    })
  }
  const fillAll = (items: readonly number[], text: string): Intended => {
    const all: Intended = { changes: [], refused: [] }
    for (const item of items) {
      const { changes, refused } = intend([[text]], () => target(item))
      all.changes.push(...changes)
      all.refused.push(...refused)
    }
    return all
  }
  const request: PaperEditing['request'] = (intended, how, at) => {
    const why = refusal('')
    if (why !== null) return notify(desk, 'warning', why)
    if (intended.changes.length + intended.refused.length === 0)
      return notify(desk, 'info', words.nothingNew)
    desk.store.set({ request: { ...intended, note: '', at, how } })
  }
  return {
    typedAt: (index) =>
      open && open.item === index && 'school' in place && open.school === place.school
        ? open.text
        : null,
    type(text) {
      if (now.current) setOpen({ ...now.current, text })
    },
    start(index, sign) {
      const cell = allowed(index)
      // A key that comes before the field has the keyboard goes on with what it holds.
      const begun = now.current?.item === index && sign !== null ? now.current.text : null
      const text = sign ?? (cell && waits(cell.school, index)) ?? cell?.value ?? ''
      if (cell) setOpen({ ...cell, text: (begun ?? '') + text })
    },
    stop: () => setOpen(null),
    finish() {
      const typed = now.current
      setOpen(null)
      if (typed) put(typed)
    },
    clear(items, at) {
      const [only] = items
      if (only !== undefined && items.length === 1) {
        const cell = allowed(only)
        if (cell) put(cell)
      } else request(fillAll(items, ''), 'clear', at)
    },
    target,
    request,
    paste(from, marked, paper, clipboard, at) {
      const clip = readClip(clipboard)
      if (!clip) return notify(desk, 'warning', words.noClipboard)
      const only = clip.block.length === 1 && clip.block[0]?.length === 1
      const cell = allowed(from.item ?? -1)
      if (!cell || !figures) return
      const text = clip.block[0]?.[0] ?? ''
      if (only && marked.length < 2) put({ ...cell, text })
      else if (only) request(fillAll(marked, text), 'paste', at)
      else request(putOnPaper(clip.block, paper, from, target), 'paste', at)
    },
    copied: (index) =>
      ('school' in place ? waits(place.school, index) : null) ??
      copiedText(figures?.values[index] ?? '', figures?.states[index] ?? '', words),
    pending(index) {
      const value = 'school' in place ? waits(place.school, index) : null
      return value === null ? null : withSeparators(value)
    },
  }
}
