import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { RuleRow } from '../../shared/findings.ts'
import { syntaxText } from '../../shared/words/rules.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { newCheckView } from '../state/check-view.ts'
import { useWords } from '../state/use-words.ts'
import { FaultPlace } from '../ui/fault-place.tsx'
import { RuleActions } from './rule-actions.tsx'
import type { Draft } from './rule-draft.ts'

/** One rule in full: its text, what is wrong with it, how it fares, and what can be done with it. */
export function RuleDetails(props: { rule: RuleRow; onEdit: (draft: Draft) => void }): ReactNode {
  const { rule, onEdit } = props
  const { store } = useDesk()
  const words = useWords()
  const { fails, undecided, faults, applies, on } = rule
  const fault = applies ? rule.fault : null
  const parts: { field: 'check' | 'when'; text: string }[] = [
    { field: 'check', text: rule.check },
    ...(rule.when === null ? [] : [{ field: 'when' as const, text: rule.when }]),
  ]
  return (
    <div className="rule-details">
      <h2>{rule.title}</h2>
      <p className="hint">
        {rule.id} · {words.check.severity[rule.severity]}
        {rule.source !== null && ` · ${rule.source}`}
      </p>
      <p className="hint">
        <b>{words.rules.origin[rule.origin]}</b> {words.rules.originHint[rule.origin]}
      </p>
      {!applies && <p className="rule-note">{words.rules.notHereHint}</p>}
      {applies && !on && rule.switched === null && (
        <p className="rule-note">{words.rules.notUsual}</p>
      )}
      {parts.map(({ field, text }) => (
        <div key={field}>
          <h3>{words.rules.where[field]}</h3>
          {fault?.field === field ? (
            <FaultPlace text={text} at={fault.at} />
          ) : (
            <code className="fault-text">{text}</code>
          )}
        </div>
      ))}
      {rule.tolerance !== null && (
        <p>
          {words.rules.where.tolerance}
          {words.app.colon}
          <span className="figures">{rule.tolerance}</span>
        </p>
      )}
      {fault && <Fault fault={fault} />}
      {rule.fault === null && on && (
        <dl className="facts figures">
          {(['schools', 'fails', 'undecided', 'faults'] as const).map((field) => (
            <div key={field}>
              <dt>{words.rules[field]}</dt>
              <dd>{rule[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      {undecided > 0 && <p className="hint">{words.rules.undecidedHint(undecided)}</p>}
      {faults > 0 && <p className="rule-wrong">{words.rules.faultsHint(faults)}</p>}
      {fails > 0 && (
        <Button
          size="small"
          onClick={() =>
            store.set({
              step: 'check',
              check: {
                ...newCheckView(),
                ...{ group: 'rule', state: null },
                text: rule.origin === 'list' ? rule.title : rule.id,
              },
            })
          }
        >
          {words.rules.show(fails)}
        </Button>
      )}
      <RuleActions rule={rule} onEdit={onEdit} />
    </div>
  )
}

/** What is wrong with a rule's text, in a sentence. */
export function Fault({ fault }: { fault: NonNullable<RuleRow['fault']> }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  const words = useWords()
  return (
    <p className="rule-wrong" role="alert">
      {fault.field === 'tolerance' && `${words.rules.where.tolerance}${words.app.colon}`}
      {syntaxText(lang, fault)}
    </p>
  )
}
