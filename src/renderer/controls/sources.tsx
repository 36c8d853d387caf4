import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ControlSource } from '../../shared/controls.ts'
import { controlProblemText } from '../../shared/words/controls.ts'
import { shortTime } from '../figures/show.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** The workbooks the totals came from, with every cell of them that was not used. */
export function Sources({ sources }: { sources: ControlSource[] }): ReactNode {
  return (
    <ul className="control-sources">
      {sources.map((source) => (
        <Source key={source.entry} source={source} />
      ))}
    </ul>
  )
}

function Source({ source }: { source: ControlSource }): ReactNode {
  const desk = useDesk()
  const words = useWords().controls
  const lang = useDeskState((state) => state.lang)
  const remove = (): void =>
    void change(desk, () => desk.api.withdraw({ entry: source.entry, reason: words.removeReason }))
  return (
    <li>
      <b>{source.name}</b>
      <span className="hint figures">
        {words.source(source.totals)} · {shortTime(source.at)} {source.person}
      </span>
      <Button size="small" appearance="transparent" onClick={remove}>
        {words.remove}
      </Button>
      {source.problems.length > 0 && (
        <details>
          <summary>{words.unused(source.problems.length)}</summary>
          <ul>
            {source.problems.map((problem) => (
              <li key={`${problem.sheet} ${problem.cell}`}>
                {words.cell(problem.sheet, problem.cell)} {controlProblemText(lang, problem)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
