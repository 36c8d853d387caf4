import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DraftDoubt, DraftView } from '../../shared/draft-desk.ts'
import { RELATION_WORDS, relationWords } from '../../shared/words/draft-desk.ts'
import { shortTime } from '../figures/show.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { useDraftWords } from './use-draft-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

interface Props {
  view: DraftView
  doubt: DraftDoubt
  /** The figure looked at. */
  figure: number
  onPick: (figure: number) => void
}

/** A doubt of the collection's draft, and letting it stand. */
export function DoubtCard(props: Props): ReactNode {
  const desk = useDesk()
  const basis = useDeskState((state) => state.basis)
  const { view, doubt } = props
  const { entry } = view.version
  return (
    <DoubtOf
      {...props}
      onIgnore={(reason) =>
        change(desk, () => desk.api.ignoreDoubts({ entry, basis, doubts: [doubt.key], reason }))
      }
      onRestore={() => {
        if (doubt.ignored === null) return
        const taken = { entry: doubt.ignored.entry, reason: '' }
        void change(desk, () => desk.api.withdraw(taken))
      }}
    />
  )
}

interface Standing {
  /** Lets it stand; whether that was done. */
  onIgnore: (reason: string) => Promise<boolean>
  onRestore: () => void
}

/** A doubt: what does not hold, its formula written out, what may be meant, and letting it stand. */
export function DoubtOf({ onIgnore, onRestore, ...props }: Props & Standing): ReactNode {
  const { doubt } = props
  return (
    <section className={doubt.ignored === null ? 'draft-doubt' : 'draft-doubt draft-doubt-stands'}>
      <DoubtSaid {...props} />
      <Stands doubt={doubt} onIgnore={onIgnore} onRestore={onRestore} />
    </section>
  )
}

/** What does not hold, its formula written out, and what may be meant. */
function DoubtSaid({ view, doubt, figure, onPick }: Props): ReactNode {
  const words = useWords().draft
  const lang = useDeskState((state) => state.lang)
  const relation = view.relations[doubt.relation]
  if (relation === undefined) return null
  const { message, suggestion } = relationWords(lang, view, relation)
  const others = relation.figures.filter((one) => one !== figure)
  return (
    <>
      <small className="hint">{RELATION_WORDS[lang][relation.type]}</small>
      <p className="draft-message">{message}</p>
      {relation.formula !== '' && relation.type !== 'versus_data' && (
        <p>
          <span className="hint">{words.formula} </span>
          <code>{relation.formula}</code>
        </p>
      )}
      {suggestion !== null && (
        <p className="draft-suggestion">
          <span className="hint">{words.suggestion} </span>
          <b>{suggestion}</b>
        </p>
      )}
      {others.length > 0 && (
        <p className="draft-others">
          <span className="hint">{words.others} </span>
          {others.map((one) => (
            <button key={one} type="button" className="link figures" onClick={() => onPick(one)}>
              {view.figures[one]?.text}
            </button>
          ))}
        </p>
      )}
    </>
  )
}

/** Letting a doubt stand for a reason, or no longer. */
function Stands({ doubt, onIgnore, onRestore }: Pick<Props, 'doubt'> & Standing): ReactNode {
  const words = useDraftWords()
  const [reason, setReason] = useState('')
  const { ignored } = doubt
  const ignore = async (): Promise<void> => {
    if (await onIgnore(reason)) setReason('')
  }
  return ignored === null ? (
    <form
      className="draft-ignore"
      onSubmit={(event) => {
        event.preventDefault()
        void ignore()
      }}
    >
      <ReasonField value={reason} onChange={setReason} kinds={['ignore-doubt']} />
      <Button size="small" type="submit" title={words.ignoreHint} disabled={reason.trim() === ''}>
        {words.ignore}
      </Button>
    </form>
  ) : (
    <p className="draft-stands">
      {words.ignoredBecause(ignored.reason)}{' '}
      <span className="hint">{words.ignoredBy(ignored.person, shortTime(ignored.at))}</span>{' '}
      <button type="button" className="link" onClick={onRestore}>
        {words.restore}
      </button>
    </p>
  )
}
