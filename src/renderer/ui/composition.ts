import { useState } from 'react'
import type { ChangeEvent, CompositionEvent } from 'react'

/** Keys that end or steer a composition; they belong to the input method alone. */
const STEERING: ReadonlySet<string> = new Set(['Enter', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown'])

/** Fields of the table's own filters, which answer at every letter. */
const FILTERS = '.ag-filter input, .ag-floating-filter input'

const isFilter = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.matches(FILTERS)

/**
 * Keeps what belongs to an input method from everybody else: the Enter that ends a composition
 * confirms nothing, and the table's own filters hear of a text when it is committed.
 *
 * @returns ends it
 */
export function guardComposition(page: Document): () => void {
  const end = new AbortController()
  const listen = { capture: true, signal: end.signal }
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing && STEERING.has(event.key)) event.stopImmediatePropagation()
    },
    listen,
  )
  page.addEventListener(
    'input',
    (event) => {
      if (event instanceof InputEvent && event.isComposing && isFilter(event.target))
        event.stopImmediatePropagation()
    },
    listen,
  )
  page.addEventListener(
    'compositionend',
    ({ target }) => {
      if (isFilter(target)) target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    listen,
  )
  return () => end.abort()
}

/** What a field needs so that its text is told when it is committed only. */
interface CommittedField {
  value: string
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void
}

/**
 * A field that filters or searches: pinyin that is still being composed stands in it and is told nobody.
 *
 * @param value what was told last
 * @param onText told when a letter is typed or a composition ends
 */
export function useCommitted(value: string, onText: (text: string) => void): CommittedField {
  const [composing, setComposing] = useState<string | null>(null)
  return {
    value: composing ?? value,
    onChange({ nativeEvent, currentTarget }) {
      const under = nativeEvent instanceof InputEvent && nativeEvent.isComposing
      setComposing(under ? currentTarget.value : null)
      if (!under) onText(currentTarget.value)
    },
    onCompositionEnd({ currentTarget }) {
      setComposing(null)
      onText(currentTarget.value)
    },
  }
}
