import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DraftDoubt, DraftView } from '../../shared/draft-desk.ts'
import { RELATION_WORDS, relationWords } from '../../shared/words/draft-desk.ts'
import { shortTime } from '../figures/show.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

interface Props {
  view: DraftView
  doubt: DraftDoubt
  /** The figure looked at. */
  figure: number
  onPick: (figure: number) => void
}

/** A doubt: what does not hold, its formula written out, what may be meant, and letting it stand. */
export function DoubtCard({ view, doubt, figure, onPick }: Props): ReactNode {
  const { ignored } = doubt
  return (
    <section className={ignored === null ? 'draft-doubt' : 'draft-doubt draft-doubt-stands'}>
      <DoubtSaid view={view} doubt={doubt} figure={figure} onPick={onPick} />
      <Standing view={view} doubt={doubt} />
    </section>
  )
}

/** What does not hold, its formula written out, and what may be meant. */
export function DoubtSaid({ view, doubt, figure, onPick }: Props): ReactNode {
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
function Standing({ view, doubt }: Pick<Props, 'view' | 'doubt'>): ReactNode {
  const desk = useDesk()
  const words = useWords().draft
  const basis = useDeskState((state) => state.basis)
  const [reason, setReason] = useState('')
  const { ignored } = doubt
  const { entry } = view.version
  const ignore = async (): Promise<void> => {
    const asked = { entry, basis, doubts: [doubt.key], reason }
    if (await change(desk, () => desk.api.ignoreDoubts(asked))) setReason('')
  }
  const restore = (): void => {
    if (ignored === null) return
    const taken = { entry: ignored.entry, reason: '' }
    void change(desk, () => desk.api.withdraw(taken))
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
      <button type="button" className="link" onClick={restore}>
        {words.restore}
      </button>
    </p>
  )
}
