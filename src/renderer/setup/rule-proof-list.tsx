import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { nothingProved, proofLines } from '../../shared/words/rule-proof.ts'
import { errorText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** What the rules in force have to do with each other, when it is asked for; a line leads to its rule. */
export function RuleProofList({ onPick }: { onPick: (rule: string) => void }): ReactNode {
  const words = useWords().proof
  const lang = useDeskState((state) => state.lang)
  const [open, setOpen] = useState(false)
  const { value, error } = useCall('proveRules', open ? {} : null)
  if (!open)
    return (
      <p className="rule-proof">
        <Button size="small" onClick={() => setOpen(true)}>
          {words.ask}
        </Button>
      </p>
    )
  const lines = value ? proofLines(lang, value) : []
  return (
    <section className="rule-proof" aria-label={words.ask}>
      {error && <p role="alert">{errorText(lang, error)}</p>}
      {!value && !error && <p className="hint">{words.asking}</p>}
      {value && lines.length === 0 && <p>{nothingProved(lang, value)}</p>}
      {lines.length > 0 && (
        <ul className="rules-problems">
          {lines.map(({ kind, rule, label, text }) => (
            <li key={`${kind} ${rule}`}>
              <b>{label}</b>
              <button type="button" className="link" onClick={() => onPick(rule)}>
                {rule}
              </button>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" onClick={() => setOpen(false)}>
        {words.close}
      </Button>
    </section>
  )
}
