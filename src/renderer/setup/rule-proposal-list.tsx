import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RuleProposal } from '../../shared/rule-proposal.ts'
import { nothingProposed, supportText } from '../../shared/words/rule-proposal.ts'
import { errorText } from '../../shared/words/say.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** Relations that the figures show and no rule says, when asked for; a click makes one a rule of the collection. */
export function RuleProposalList(): ReactNode {
  const desk = useDesk()
  const words = useWords().proposals
  const lang = useDeskState((state) => state.lang)
  const [open, setOpen] = useState(false)
  const { value, error } = useCall('proposeRules', open ? {} : null)
  const take = (one: RuleProposal): void => {
    const { id, title, check } = one
    const source = supportText('zh', one)
    const rule = { id, title, check, severity: 'query' as const, when: '', tolerance: '', source }
    const reason = words.reason
    void change(desk, () => desk.api.saveRule({ rule, replaces: null, reason }))
  }
  if (!open)
    return (
      <p className="rule-proof">
        <Button size="small" onClick={() => setOpen(true)}>
          {words.ask}
        </Button>
      </p>
    )
  return (
    <section className="rule-proof" aria-label={words.ask}>
      {error && <p role="alert">{errorText(lang, error)}</p>}
      {!value && !error && <p className="hint">{words.asking}</p>}
      {value?.length === 0 && <p>{nothingProposed(lang)}</p>}
      {value && value.length > 0 && (
        <>
          <p className="hint">{words.hint}</p>
          <ul className="rules-problems">
            {value.map((one) => (
              <li key={one.id}>
                <Button
                  size="small"
                  aria-label={`${words.take} ${one.check}`}
                  onClick={() => take(one)}
                >
                  {words.take}
                </Button>
                <b>{one.title}</b>
                <span>{one.check}</span>
                <span className="hint">{supportText(lang, one)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button size="small" onClick={() => setOpen(false)}>
        {words.close}
      </Button>
    </section>
  )
}
