import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { keyOf } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import { OneCell } from '../panel/one-cell.tsx'
import { Trail } from '../panel/trail.tsx'
import { useFormButton } from '../state/use-form-button.ts'
import { useWords } from '../state/use-words.ts'
import { DoubtCard } from './doubt-card.tsx'
import { TiePart } from './tie-part.tsx'
import { useDraftScreen } from './use-draft.ts'
import '../panel/panel.css'

interface Props {
  view: DraftView
  figure: number | null
  onPick: (figure: number) => void
}

/** About the figure that is picked: what is in doubt, what it quotes here, and what that rests on. */
export function DraftPanel({ view, figure, onPick }: Props): ReactNode {
  const words = useWords().draft
  const [{ cell }, set] = useDraftScreen()
  useFormButton()
  const own = figure === null ? undefined : view.figures[figure]
  if (figure === null || own === undefined) {
    return (
      <aside className="panel draft-panel">
        <h2>{words.pick}</h2>
        <p className="hint">{words.pickHint(keyCap(keyOf('next-doubt') ?? ''))}</p>
      </aside>
    )
  }
  const choice = view.ties[figure]?.choice ?? null
  if (cell !== null) {
    return (
      <aside className="panel draft-panel">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => set({ cell: null })}
        >
          {choice?.title ?? own.text}
        </Button>
        <OneCell school={cell.school} item={cell.item} />
      </aside>
    )
  }
  const state = view.states[figure] ?? 'free'
  const doubts = view.doubts.filter(({ relation }) =>
    view.relations[relation]?.figures.includes(figure),
  )
  const holds = view.relations.filter(
    ({ type, verdict, figures }) =>
      type !== 'versus_data' && verdict === 'consistent' && figures.includes(figure),
  )
  return (
    <aside className="panel draft-panel" aria-label={own.text}>
      <h2>
        {own.text}{' '}
        <small className={`draft-state draft-state-${state}`}>{words.states[state]}</small>
      </h2>
      {doubts.map((doubt) => (
        <DoubtCard key={doubt.key} view={view} doubt={doubt} figure={figure} onPick={onPick} />
      ))}
      <TiePart
        key={`${String(view.version.entry)} ${String(figure)}`}
        view={view}
        figure={figure}
      />
      {holds.length > 0 && (
        <>
          <h3>{words.holds}</h3>
          <ul className="draft-holds">
            {holds.map(({ formula, type, figures }) => (
              <li key={`${type} ${figures.join(' ')} ${formula}`}>
                <code>{formula}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {choice !== null && choice.indicator !== null && (
        <div className="draft-trail">
          {choice.group !== null && <p className="hint">{words.group(choice.group)}</p>}
          <Trail
            key={choice.indicator}
            indicator={choice.indicator}
            onCell={(school, item) => set({ cell: { school, item } })}
          />
        </div>
      )}
    </aside>
  )
}
