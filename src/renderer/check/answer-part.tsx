import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CellChange } from '../../shared/corrections.ts'
import type { Finding } from '../../shared/findings.ts'
import type { Answer, AnsweredCell } from '../../shared/queries.ts'
import { reasonText } from '../../shared/words/say.ts'
import { shortTime } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { openSent } from '../state/open.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { proposalsOf } from './proposals.ts'

/** What the school answered: its explanation to take, its corrected values to adopt, one click each or all. */
export function AnswerPart({ finding, answer }: { finding: Finding; answer: Answer }): ReactNode {
  const desk = useDesk()
  const { answer: words, queries } = useWords()
  const { rule, school, row, column } = finding
  const { changes } = proposalsOf([finding])
  const adopt = async (wanted: CellChange[]): Promise<void> => {
    const reason = queries.byAnswer(answer.text)
    if (!(await change(desk, () => desk.api.adopt({ changes: wanted, reason })))) return
    notify(desk, 'success', queries.adopted(wanted.length))
  }
  const explain = (): void => {
    const text = queries.bySchool(answer.text)
    void change(desk, () => desk.api.explain({ rule, school, row, column, text }))
  }
  return (
    <section className="answer" aria-label={words.title}>
      <h3>
        {words.title}
        <span className="hint figures">{shortTime(answer.receivedAt)}</span>
        <Button
          size="small"
          appearance="transparent"
          onClick={() => openSent(desk, { file: answer.file, sheet: null, at: null })}
        >
          {words.from}
        </Button>
      </h3>
      {answer.outdated && <p className="answer-outdated">{words.outdated}</p>}
      <p className="answer-text">
        {answer.text === '' ? <span className="hint">{words.noText}</span> : <q>{answer.text}</q>}
        {answer.text !== '' && (
          <Button size="small" onClick={explain}>
            {words.asExplanation}
          </Button>
        )}
      </p>
      {answer.cells.length > 0 && (
        <ul>
          {answer.cells.map((cell) => (
            <Cell
              key={cell.item}
              cell={cell}
              onAdopt={(value) => void adopt([{ school, item: cell.item, value }])}
            />
          ))}
        </ul>
      )}
      {changes.length > 1 && (
        <p className="answer-adopt">
          <Button size="small" appearance="primary" onClick={() => void adopt(changes)}>
            {words.adoptMany(changes.length)}
          </Button>
        </p>
      )}
    </section>
  )
}

function Cell(props: { cell: AnsweredCell; onAdopt: (value: string) => void }): ReactNode {
  const { cell, onAdopt } = props
  const words = useWords().answer
  const lang = useDeskState((state) => state.lang)
  const { item, label, asked, typed, value, state, reason } = cell
  const shown = (one: string): string => (one === '' ? words.blank : withSeparators(one))
  return (
    <li className="answer-cell" title={item}>
      <span>
        {label} <del className="figures">{shown(asked)}</del>
        {' → '}
        <b className="figures">{value === null ? typed : shown(value)}</b>
      </span>
      <span className={state === 'unclear' || state === 'conflict' ? 'answer-doubt' : 'hint'}>
        {reason === null ? words.states[state] : reasonText(lang, reason)}
      </span>
      {state === 'proposed' && value !== null && (
        <span className="answer-adopt">
          <Button size="small" appearance="primary" onClick={() => onAdopt(value)}>
            {words.adopt}
          </Button>
        </span>
      )}
    </li>
  )
}
