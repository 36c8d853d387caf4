import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Finding } from '../../shared/findings.ts'
import { shortTime } from '../figures/show.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { recentExplanations } from './recent-explanations.ts'

/** 写说明: why a finding stands; one that was given is shown with who and when, and can be changed. */
export function Explain({ finding }: { finding: Finding }): ReactNode {
  const words = useWords().check
  const { withdrawn } = finding
  const explanation = withdrawn ?? finding.explanation
  const [changing, setChanging] = useState(false)
  if (explanation && !changing)
    return (
      <div className="explained">
        <span className="findings-state">
          {withdrawn ? words.state.withdrawn : words.state.explained}
        </span>
        <q>{explanation.text}</q>
        <span className="hint figures">
          {words.explainedBy(explanation.person, shortTime(explanation.at))}
        </span>
        <Button size="small" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
      </div>
    )
  return <ExplainForm finding={finding} onDone={() => setChanging(false)} />
}

function ExplainForm({ finding, onDone }: { finding: Finding; onDone: () => void }): ReactNode {
  const desk = useDesk()
  const { check: words, action } = useWords()
  const [text, setText] = useState((finding.withdrawn ?? finding.explanation)?.text ?? '')
  const ledger = useCall('ledger', { limit: 400 })
  const recent = recentExplanations(ledger.value ?? [])
  const save = async (): Promise<void> => {
    const { rule, school, row, column } = finding
    const said = { rule, school, row, column, text: text.trim() }
    if (said.text === '') return
    if (!(await change(desk, () => desk.api.explain(said)))) return
    notify(desk, 'success', words.saved)
    onDone()
  }
  const withdraw = async (): Promise<void> => {
    const { rule, school, row, column } = finding
    const said = { rule, school, row, column, reason: text.trim() }
    if (!(await change(desk, () => desk.api.withdrawFinding(said)))) return
    notify(desk, 'success', action.withdrawn)
    onDone()
  }
  const before = finding.saidLastYear
  const error = finding.severity === 'error'
  return (
    <form
      className="explain"
      aria-label={words.explain}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={error ? 'explain-error' : 'hint'}>
        {error ? words.explainError : words.explainHint}
      </p>
      <span className="explain-line">
        <Input
          size="small"
          className="explain-text"
          aria-label={words.explainLabel}
          placeholder={words.explainPlaceholder}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Button size="small" type="submit" disabled={text.trim() === ''}>
          {words.save}
        </Button>
        <Button
          size="small"
          disabled={text.trim() === ''}
          title={action.withdrawHint}
          onClick={() => void withdraw()}
        >
          {action.withdraw}
        </Button>
      </span>
      {(recent.length > 0 || before !== undefined) && (
        <span className="chips" title={words.recent}>
          {before !== undefined && (
            <button type="button" className="chip" onClick={() => setText(before)}>
              {action.lastYear(before)}
            </button>
          )}
          {recent.map((one) => (
            <button key={one} type="button" className="chip" onClick={() => setText(one)}>
              {one}
            </button>
          ))}
        </span>
      )}
    </form>
  )
}
