import { commandAt } from '../commands/command-list.ts'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { QuotableIndicator } from '../../shared/summary.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { complete, completionAt, indicatorBefore } from './completion.ts'
import { standBesideCaret } from './beside-caret.ts'
import { marked } from './marked.ts'

interface Props {
  text: string
  indicators: readonly QuotableIndicator[]
  /** What {期间} and its like stand for. */
  periods: Readonly<Record<string, string>>
  /** Where the caret is to go (UTF-16 units); a new object for each wish. */
  goTo: { at: number } | null
  /** What is asked for the ways of quoting over years. */
  quotedForms: 'quotedForms' | 'cityQuotedForms'
  onChange: (text: string) => void
  onSave: () => void
}

/** The text with placeholders: a plain text field over a copy of itself that shows the placeholders. */
export function Editor(props: Props): ReactNode {
  const { text, indicators, periods, goTo, quotedForms, onChange, onSave } = props
  const words = useWords().summary
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const wish = useRef<number | null>(null)
  const basis = useDeskState((state) => state.basis)
  const indicator = caret === null ? null : indicatorBefore(text, caret)
  const years = useCall<'quotedForms' | 'cityQuotedForms'>(
    quotedForms,
    indicator === null ? null : { indicator, basis },
  ).value
  const offered =
    caret === null ? null : completionAt(text, caret, indicators, periods, years ?? [])
  const index = Math.min(chosen, (offered?.choices.length ?? 1) - 1)
  const known = useMemo(() => new Set(indicators.map(({ id }) => id)), [indicators])
  const parts = useMemo(() => marked(text, known, periods), [text, known, periods])

  useLayoutEffect(() => {
    if (wish.current === null) return
    field.current?.setSelectionRange(wish.current, wish.current)
    wish.current = null
  }, [text])
  useEffect(() => {
    const box = field.current
    if (goTo === null || box === null) return
    box.focus()
    box.setSelectionRange(goTo.at, goTo.at)
    const line = box.value.slice(0, goTo.at).split('\n').length
    box.scrollTop = Math.max(0, (line - 4) * 24)
  }, [goTo])

  const take = (at: number): void => {
    const choice = offered?.choices[at]
    if (choice === undefined || offered === null || caret === null) return
    const done = complete(text, caret, offered.from, choice)
    onChange(done.text)
    wish.current = done.caret
    setCaret(null)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (commandAt('summary', event) === 'save-summary') {
      event.preventDefault()
      onSave()
      return
    }
    if (offered === null) return
    const { length } = offered.choices
    if (event.key === 'ArrowDown') setChosen((index + 1) % length)
    else if (event.key === 'ArrowUp') setChosen((index + length - 1) % length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(index)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
  }
  const follow = (): void => {
    if (copy.current && field.current) copy.current.scrollTop = field.current.scrollTop
  }
  return (
    <div className="summary-editor">
      <div className="summary-copy" ref={copy} aria-hidden="true">
        {parts.map(({ text: part, kind }, at) => (
          // Stretches of a text have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} className={kind === null ? undefined : `placeholder-${kind}`}>
            {part}
          </span>
        ))}
        {'\n'}
      </div>
      <textarea
        ref={field}
        value={text}
        spellCheck={false}
        aria-label={words.template}
        aria-autocomplete="list"
        aria-controls={offered ? 'summary-choices' : undefined}
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
          setChosen(0)
        }}
        onScroll={follow}
        onClick={() => setCaret(null)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setCaret(null)
          onSave()
        }}
      />
      {offered && (
        <div
          className="summary-choices"
          id="summary-choices"
          ref={(list) => standBesideCaret(list, copy.current, offered.from)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="listbox"
          aria-label={words.choices}
        >
          {offered.choices.map(({ label, reads }, at) => (
            // The text field keeps the keyboard; keys are handled there.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={label}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(at)}
            >
              <span>{label}</span>
              <span className="figures hint">{reads}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
