import { useRef, useState } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { FormFigures } from '../../shared/totals.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { copiedText } from '../figures/cell-text.ts'
import { intend } from '../grid/paste.ts'
import { notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { DeskState } from '../state/desk.ts'
import { pendingAt } from '../state/edits.ts'
import { putPending } from '../state/pending-edits.ts'
import type { Loaded } from '../state/use-call.ts'
import { useShownEdits } from '../state/use-shown-edits.ts'
import { useWords } from '../state/use-words.ts'

export interface PaperEditing {
  /** What is being typed into an item's cell; null when nothing is. */
  typedAt: (item: number) => string | null
  type: (text: string) => void
  /** Opens the cell, with its value or with the first sign typed. */
  start: (item: number, sign: string | null) => void
  stop: () => void
  /** Takes what was typed, if anything is being typed: it waits for its reason. */
  finish: () => void
  clear: (item: number) => void
  /** Value of an item that waits for its reason, as shown. */
  pending: (item: number) => string | null
}

/** What is being typed, and at which cell: it goes there whatever the sheet shows when it is taken. */
interface Open {
  school: string
  item: number
  text: string
  value: string
  state: string
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
    if (!('school' in place)) return words.totalRow
    return state === 'x' || state === 'm' ? words.cannotEdit[state] : null
  }
  const put = ({ school, item: index, text, value, state }: Open): void => {
    const item = form.items[index]
    if (!item) return
    const before = copiedText(value, state, words)
    const waited = pendingAt(desk.store.get().pending, school, address(index))
    const intended = intend([[text]], () => ({
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
    }))
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
      if (cell) setOpen({ ...cell, text: sign ?? waits(cell.school, index) ?? cell.value })
    },
    stop: () => setOpen(null),
    finish() {
      const typed = now.current
      setOpen(null)
      if (typed) put(typed)
    },
    clear(index) {
      const cell = allowed(index)
      if (cell) put(cell)
    },
    pending(index) {
      const value = 'school' in place ? waits(place.school, index) : null
      return value === null ? null : withSeparators(value)
    },
  }
}
