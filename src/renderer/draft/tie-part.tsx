import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import type { TieChoice } from '../../shared/draft-ties.ts'
import { moved, quotedTitle } from '../../shared/words/draft-ties.ts'
import { change, showCell } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { useDraftWords } from './use-draft-words.ts'

interface Props {
  view: DraftView
  figure: number
}

/** Which figure of the collection it is, and saying so. */
export function TiePart({ view, figure }: Props): ReactNode {
  const desk = useDesk()
  const basis = useDeskState((state) => state.basis)
  const { entry } = view.version
  const choices = useCall('draftChoices', { entry, basis, figure })
  const say = (to: string | null): void => {
    const asked = { entry, basis, figure, to, reason: '' }
    void change(desk, () => desk.api.tieFigure(asked))
  }
  return (
    <TieOf
      view={view}
      figure={figure}
      choices={choices.value ?? []}
      onSay={say}
      toData={(item) => <ToData item={item} />}
    />
  )
}

interface TieOfProps extends Props {
  /** What it may quote, the likeliest first. */
  choices: readonly TieChoice[]
  /** Says what it quotes; null: nothing. */
  onSay: (to: string | null) => void
  /** Takes back what a person said; absent where the last step is undone instead. */
  onTakeBack?: () => void
  toData?: (item: string) => ReactNode
}

/** As the words say, as a person says, and what else it may be. */
export function TieOf(props: TieOfProps): ReactNode {
  const { view, figure, choices, onSay: say, onTakeBack, toData } = props
  const words = useDraftWords()
  const lang = useDeskState((state) => state.lang)
  const tie = view.ties[figure]
  const own = view.figures[figure]
  if (tie === undefined || own === undefined) return null
  const { choice, by, verdict } = tie
  const others = choices.filter(({ key }) => key !== choice?.key)
  const said = by === 'person' || verdict === 'refused'
  const back = said && onTakeBack !== undefined && (
    <Button size="small" appearance="subtle" onClick={onTakeBack}>
      {words.takeBack}
    </Button>
  )
  return (
    <section className="draft-tie">
      <h3>{words.tie}</h3>
      {choice === null ? (
        <p className="hint">
          {verdict === 'refused' ? words.refused : words.untied} {back}
        </p>
      ) : (
        <>
          <p>
            <b>{quotedTitle(lang, choice)}</b>{' '}
            <span className="figures">{moved(lang, own, choice)}</span> <Fit choice={choice} />
          </p>
          <p className="draft-by">
            {by !== null && <span className="hint">{words.tieBy[by]}</span>}
            {by === 'words' && (
              <Button size="small" onClick={() => say(choice.key)}>
                {words.confirm}
              </Button>
            )}
            <Button size="small" appearance="subtle" onClick={() => say(null)}>
              {words.refuse}
            </Button>
            {back}
            {choice.item !== null && toData?.(choice.item)}
          </p>
        </>
      )}
      {others.length > 0 && (
        <details open={choice === null}>
          <summary>{words.alternatives}</summary>
          <ul className="draft-choices">
            {others.map((one) => (
              <li key={one.key}>
                <span>
                  {quotedTitle(lang, one)} <span className="figures">{moved(lang, own, one)}</span>{' '}
                  <Fit choice={one} />
                </span>
                <Button size="small" appearance="subtle" onClick={() => say(one.key)}>
                  {words.chooseTie}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Whether a choice is what the figure says, with a sign that needs no colour. */
function Fit({ choice }: { choice: TieChoice }): ReactNode {
  const words = useWords().draft
  return choice.agrees ? (
    <span className="draft-fits">✓ {words.agrees}</span>
  ) : (
    <span className="draft-off">≠ {words.differs(choice.off)}</span>
  )
}

function ToData({ item }: { item: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().draft
  return (
    <button type="button" className="link" onClick={() => showCell(desk, null, item)}>
      {words.toData}
    </button>
  )
}
