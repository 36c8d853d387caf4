import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CellStory } from '../../shared/cell-story.ts'
import { shortTime } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { entryText } from '../../shared/words/entries.ts'
import { useWords } from '../state/use-words.ts'

/** What was done to the cell, newest first; each change can be taken back by itself. */
export function History({ story }: { story: CellStory }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const entries = story.history.toSorted((a, b) => b.id - a.id)
  return (
    <>
      <h3>{words.panel.history}</h3>
      {entries.length === 0 && <p className="hint">{words.panel.noHistory}</p>}
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.id} className={entry.active ? '' : 'inactive'}>
            <span className="figures hint">
              {shortTime(entry.at)} {entry.person}
            </span>
            <span>
              {entry.says.key !== 'adopt' && entryText(lang, entry.says)} <Step {...entry} />
            </span>
            {entry.reason !== '' && <q>{entry.reason}</q>}
            {!entry.active && <i>{words.panel.withdrawn}</i>}
            {entry.active && entry.kind === 'adopt' && (
              <Button
                size="small"
                onClick={() =>
                  void change(desk, () =>
                    desk.api.withdraw({ entry: entry.id, reason: words.panel.withdraw }),
                  )
                }
              >
                {words.panel.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The change to this very cell, out of all that the entry changed. */
function Step({ from, to }: Pick<CellStory['history'][number], 'from' | 'to'>): ReactNode {
  const words = useWords()
  const put = to === null ? words.entry.back : to === '' ? words.entry.blank : withSeparators(to)
  const before = from === '' ? words.entry.blank : withSeparators(from)
  return <b className="figures">{words.panel.wasThen(before, put)}</b>
}
