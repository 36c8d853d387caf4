import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { RuleRow } from '../../shared/findings.ts'
import { shortTime } from '../figures/show.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import type { Draft } from './rule-draft.ts'
import { draftOf } from './rule-draft.ts'

/** Switching a rule off or on with a reason; editing, copying or deleting it. */
export function RuleActions(props: { rule: RuleRow; onEdit: (draft: Draft) => void }): ReactNode {
  const { rule, onEdit } = props
  const desk = useDesk()
  const words = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const { id, on, switched, origin, applies } = rule
  const doSwitch = async (): Promise<void> => {
    const why = (reason ?? '').trim()
    if (why === '') return
    if (!(await change(desk, () => desk.api.switchRule({ rule: id, on: !on, reason: why })))) return
    setReason(null)
    notify(desk, 'success', on ? words.rules.switchedOff(id) : words.rules.switchedOn(id))
  }
  const remove = async (): Promise<void> => {
    if (await change(desk, () => desk.api.deleteRule({ id, reason: words.rules.remove })))
      notify(desk, 'success', words.rules.removed(id))
  }
  const verb = on ? words.rules.switchOff : words.rules.switchOn
  return (
    <>
      {switched && (
        <p className="rule-note">
          {switched.on
            ? words.rules.onBecause(whoAndWhen(switched))
            : words.rules.offBecause(whoAndWhen(switched))}
          <q>{switched.reason}</q>
        </p>
      )}
      <div className="rule-actions">
        {applies && reason === null && (
          <Button size="small" onClick={() => setReason('')}>
            {verb}
          </Button>
        )}
        {origin !== 'list' && (
          <Button size="small" onClick={() => onEdit(draftOf(rule))}>
            {origin === 'own' ? words.rules.edit : words.rules.copy}
          </Button>
        )}
        {origin === 'own' && (
          <Button size="small" onClick={() => void remove()}>
            {words.rules.remove}
          </Button>
        )}
      </div>
      {reason !== null && (
        <WhyForm
          verb={verb}
          reason={reason}
          onReason={setReason}
          onSwitch={() => void doSwitch()}
        />
      )}
    </>
  )
}

function whoAndWhen({ person, at }: { person: string; at: string }): string {
  return person === '' ? shortTime(at) : `${person} ${shortTime(at)}`
}

/** Asks why, and takes Enter for yes and Escape for no. */
function WhyForm(props: {
  verb: string
  reason: string
  onReason: (reason: string | null) => void
  onSwitch: () => void
}): ReactNode {
  const words = useWords()
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={box}
      className="rule-switch"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSwitch()
      }}
    >
      <Field label={words.rules.switchReason} size="small" required>
        <Input
          size="small"
          value={props.reason}
          onChange={(_, data) => props.onReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') props.onReason(null)
          }}
        />
      </Field>
      <Button size="small" type="submit" appearance="primary" disabled={props.reason.trim() === ''}>
        {props.verb}
      </Button>
      <Button size="small" onClick={() => props.onReason(null)}>
        {words.app.cancel}
      </Button>
    </form>
  )
}
