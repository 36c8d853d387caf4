import { useEffect, useRef } from 'react'
import { withSeparators } from '../../shared/separators.ts'
import type { KeyboardEvent, ReactNode } from 'react'
import { FIGURE_STATES } from '../../shared/draft-desk.ts'
import type { DraftView, FigureState } from '../../shared/draft-desk.ts'
import { RELATION_WORDS, relationWords } from '../../shared/words/draft-desk.ts'
import { quotedTitle } from '../../shared/words/draft-ties.ts'
import { useDeskState } from '../state/context.tsx'
import { useWindow } from '../ui/use-window.ts'
import { countsOf } from './lines.ts'
import type { ListLine } from './lines.ts'
import type { DraftFilter } from '../state/draft-screen.ts'
import { useDraftWords } from './use-draft-words.ts'

interface Props {
  view: DraftView
  lines: readonly ListLine[]
  filter: DraftFilter
  picked: number | null
  onFilter: (filter: DraftFilter) => void
  onPick: (figure: number) => void
}

/** Height of a line, in pixels. */
const HEIGHT = 46

/** Beside the text: how many figures stand how, and those of one kind, line by line. */
export function DraftList(props: Props): ReactNode {
  const { view, lines, filter, picked, onFilter, onPick } = props
  const words = useDraftWords()
  const counts = countsOf(view)
  const box = useRef<HTMLDivElement>(null)
  const seen = useWindow(box)
  const at = lines.findIndex(({ figure }) => figure === picked)
  useEffect(() => {
    const element = box.current
    if (element === null || at < 0) return
    const top = at * HEIGHT
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: top + HEIGHT - element.clientHeight })
  }, [at])
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onPick(next.figure)
  }
  const first = Math.max(0, Math.floor(seen.from / HEIGHT) - 5)
  const last = Math.min(lines.length, Math.ceil(seen.to / HEIGHT) + 5)
  return (
    <section className="draft-list">
      <div className="draft-filters chips">
        {FIGURE_STATES.map((state) => (
          <StateChip
            key={state}
            state={state}
            on={filter === state}
            count={counts[state]}
            onClick={() => onFilter(state)}
          />
        ))}
      </div>
      <div
        ref={box}
        className="draft-lines"
        // A select cannot hold lines of two rows, nor leave out what is not in sight.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={0}
        aria-label={words.listLabel}
        onKeyDown={onKey}
      >
        {lines.length === 0 && <p className="hint draft-none">{words.none[filter]}</p>}
        <div style={{ height: lines.length * HEIGHT }}>
          {lines.slice(first, last).map((line, index) => (
            // The list has the keyboard for all its options.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={line.key}
              className="draft-line"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={line.figure === picked}
              aria-setsize={lines.length}
              aria-posinset={first + index + 1}
              style={{ top: (first + index) * HEIGHT, height: HEIGHT }}
              onClick={() => onPick(line.figure)}
            >
              <Line view={view} line={line} />
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}

/** A filter with the mark that its figures have in the text. */
function StateChip(props: {
  state: FigureState
  on: boolean
  count: number
  onClick: () => void
}): ReactNode {
  const { state, on, count, onClick } = props
  const words = useDraftWords()
  return (
    <button
      type="button"
      className={count === 0 && !on ? 'chip chip-none' : 'chip'}
      aria-pressed={on}
      onClick={onClick}
    >
      <i className={`draft-figure draft-${state}`} aria-hidden="true">
        12
      </i>
      {words.states[state]}
      <b className="figures">{withSeparators(String(count))}</b>
    </button>
  )
}

function Line({ view, line }: { view: DraftView; line: ListLine }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  const figure = view.figures[line.figure]
  const choice = view.ties[line.figure]?.choice ?? null
  const relation = line.doubt === null ? undefined : view.relations[line.doubt.relation]
  const message =
    relation !== undefined
      ? relationWords(lang, view, relation).message
      : choice === null
        ? aroundOf(view, line.figure)
        : quotedTitle(lang, choice)
  return (
    <>
      <b className="figures">{figure?.text.replaceAll(/\s+/gu, ' ')}</b>
      {relation !== undefined && (
        <span className="draft-kind hint">{RELATION_WORDS[lang][relation.type]}</span>
      )}
      <span className="draft-says" title={message}>
        {message}
      </span>
    </>
  )
}

/** The words before and behind a figure. */
function aroundOf({ text, figures }: DraftView, index: number): string {
  const figure = figures[index]
  if (figure === undefined) return ''
  // Near enough for a line: a character beyond 16 bits counts twice here.
  return text.slice(Math.max(0, figure.start - 14), figure.end + 8).replaceAll(/\s+/gu, ' ')
}
