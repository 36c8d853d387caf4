import { useState } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { FormFigures } from '../../shared/totals.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { withSeparators } from '../figures/show.ts'
import { copiedText } from '../figures/cell-text.ts'
import { intend } from '../grid/paste.ts'
import { notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { DeskState } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'

export interface PaperEditing {
  /** What is being typed into the selected cell; null when nothing is. */
  text: string | null
  type: (text: string) => void
  /** Opens the cell, with its value or with the first sign typed. */
  start: (item: number, sign: string | null) => void
  stop: () => void
  /** Asks for the reason of what was typed. */
  finish: (item: number) => void
  clear: (item: number) => void
  /** Value of an item that waits for its reason, as shown. */
  pending: (item: number) => string | null
}

/** Typing into the form where it stands at one school; the same rules and questions as in the list. */
export function usePaperEditing(
  form: Form,
  figures: FormFigures | null,
  schools: readonly SchoolRow[],
  place: DeskState['place'],
): PaperEditing {
  const desk = useDesk()
  const words = useWords().data
  const basis = useDeskState((state) => state.basis)
  const request = useDeskState((state) => state.request)
  const [text, setText] = useState<string | null>(null)

  const refusal = (state: string): string | null => {
    if (basis === 'returned') return words.readOnly
    if (!('school' in place)) return words.totalRow
    return state === 'x' || state === 'm' ? words.cannotEdit[state] : null
  }
  const put = (index: number, typed: string, how: 'type' | 'clear'): void => {
    setText(null)
    const item = form.items[index]
    if (!item || !figures || !('school' in place)) return
    const id = place.school
    const address = itemAddress(form, item)
    const value = figures.values[index] ?? ''
    const state = figures.states[index] ?? ''
    const name = schools.find((row) => row.school.id === id)?.school.name ?? id
    const intended = intend([[typed]], () => ({
      level: 'school',
      key: id,
      where: `${name} ${address}`,
      item: address,
      text: item.kind === 'text',
      state,
      copied: copiedText(value, state, words),
      value,
    }))
    const bad = intended.refused[0]
    if (bad) notify(desk, 'warning', words.notNumber(bad.value))
    else if (intended.changes.length > 0) {
      const box = document.querySelector('.paper [aria-selected="true"]')?.getBoundingClientRect()
      desk.store.set({
        request: {
          ...intended,
          how,
          only: { where: `${name} ${address}`, from: copiedText(value, state, words) },
          at: { x: box?.left ?? 200, y: box?.bottom ?? 200 },
        },
      })
    }
  }
  const allowed = (index: number): boolean => {
    const why = refusal(figures?.states[index] ?? '')
    if (why !== null) notify(desk, 'warning', why)
    return why === null
  }
  return {
    text,
    type: setText,
    start(index, sign) {
      if (allowed(index)) setText(sign ?? figures?.values[index] ?? '')
    },
    stop: () => setText(null),
    finish: (index) => put(index, text ?? '', 'type'),
    clear(index) {
      if (allowed(index)) put(index, '', 'clear')
    },
    pending(index) {
      if (!request || !('school' in place)) return null
      const item = form.items[index]
      const address = item ? itemAddress(form, item) : ''
      const change = request.changes.find(
        (one) => one.school === place.school && one.item === address,
      )
      return change?.value === undefined || change.value === null
        ? null
        : withSeparators(change.value)
    },
  }
}
