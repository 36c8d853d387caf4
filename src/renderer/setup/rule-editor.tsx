import { Button, Dropdown, Field, Option, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RuleFault, RuleText } from '../../shared/rules.ts'
import { LineField } from '../ui/line-field.tsx'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { FaultPlace } from '../ui/fault-place.tsx'
import { Fault } from './rule-details.tsx'
import type { Draft } from './rule-draft.ts'
import { RuleTrialView } from './rule-trial.tsx'
import { useTrial } from './use-trial.ts'

/** Writing a rule: its parts, what is wrong with them while typing, and where it would fire. */
export function RuleEditor(props: {
  draft: Draft
  onDone: (id: string | null) => void
}): ReactNode {
  const { draft, onDone } = props
  const desk = useDesk()
  const words = useWords()
  const [rule, setRule] = useState<RuleText>(draft.rule)
  const [reason, setReason] = useState('')
  const trial = useTrial(rule, draft.replaces)
  const fault = trial.value?.fault ?? null
  const put = (part: Partial<RuleText>): void => setRule({ ...rule, ...part })
  const ready = rule.id.trim() !== '' && rule.check.trim() !== ''
  const save = async (): Promise<void> => {
    const args = { rule, replaces: draft.replaces, reason }
    if (!ready || !(await change(desk, () => desk.api.saveRule(args)))) return
    notify(desk, 'success', words.rules.saved(rule.id.trim()))
    onDone(rule.id.trim())
  }
  const optional = (label: string): string => `${label}${words.rules.optional}`
  return (
    <form
      className="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{draft.replaces === null ? words.rules.make : words.rules.editing(draft.replaces)}</h2>
      <div className="rule-heads">
        <LineField label={words.rules.id} required value={rule.id} onChange={(id) => put({ id })} />
        <Field label={words.rules.severity} size="small">
          <Dropdown
            size="small"
            className="rules-choice"
            value={words.check.severity[rule.severity]}
            selectedOptions={[rule.severity]}
            onOptionSelect={(_, data) =>
              put({ severity: data.optionValue === 'query' ? 'query' : 'error' })
            }
          >
            <Option value="error">{words.check.severity.error}</Option>
            <Option value="query">{words.check.severity.query}</Option>
          </Dropdown>
        </Field>
      </div>
      <LineField
        label={words.rules.title}
        value={rule.title}
        onChange={(title) => put({ title })}
      />
      <Field label={words.rules.where.check} size="small" required>
        <Textarea
          size="small"
          rows={3}
          resize="vertical"
          className="rule-code"
          placeholder={words.rules.checkHint}
          value={rule.check}
          onChange={(_, data) => put({ check: data.value })}
        />
      </Field>
      {fault?.field === 'check' && <PlacedFault text={rule.check} fault={fault} />}
      <LineField
        label={optional(words.rules.where.when)}
        className="rule-code"
        placeholder={words.rules.whenHint}
        value={rule.when}
        onChange={(when) => put({ when })}
      />
      {fault?.field === 'when' && <PlacedFault text={rule.when} fault={fault} />}
      <div className="rule-heads">
        <LineField
          label={optional(words.rules.where.tolerance)}
          placeholder="0"
          title={words.rules.toleranceHint}
          value={rule.tolerance}
          onChange={(tolerance) => put({ tolerance })}
        />
        <LineField
          label={optional(words.rules.source)}
          value={rule.source}
          onChange={(source) => put({ source })}
        />
      </div>
      {fault?.field === 'tolerance' && <Fault fault={fault} />}
      <LineField
        label={words.rules.reason}
        placeholder={words.rules.reasonHint}
        value={reason}
        onChange={setReason}
      />
      <div className="rule-actions">
        <Button size="small" type="submit" appearance="primary" disabled={!ready}>
          {words.rules.save}
        </Button>
        <Button size="small" onClick={() => onDone(null)}>
          {words.app.cancel}
        </Button>
      </div>
      <RuleTrialView trial={trial} written={rule.check.trim() !== ''} />
    </form>
  )
}

/** What is wrong with an expression, and where in it. */
function PlacedFault({ text, fault }: { text: string; fault: RuleFault }): ReactNode {
  return (
    <>
      <FaultPlace text={text} at={fault.at} />
      <Fault fault={fault} />
    </>
  )
}
