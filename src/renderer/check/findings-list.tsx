import { useEffect } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { Listed } from './listed.ts'
import { suspectedText } from '../../shared/words/screening.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDeskState } from '../state/context.tsx'
import type { FindingGroup } from '../state/check-view.ts'
import { useWords } from '../state/use-words.ts'
import { codesOf } from './finding-codes.ts'
import { FINDING_HEIGHT, HEAD_HEIGHT, linesWithin } from './list-lines.ts'
import type { Line } from './list-lines.ts'
import { isTruth, shownSide } from './shown-side.ts'
import { standOf } from './stand.ts'
import { useWindow } from '../ui/use-window.ts'

interface Props {
  lines: Line[]
  height: number
  by: FindingGroup
  picked: string | null
  box: RefObject<HTMLDivElement | null>
  onPick: (key: string) => void
  onKey: (event: KeyboardEvent) => void
}

/** The findings under the heads of their groups; only what is in sight is drawn. */
export function FindingsList(props: Props): ReactNode {
  const { lines, picked, box, onPick } = props
  const words = useWords().check
  const seen = useWindow(box)
  const at = lines.find((line) => line.kind === 'finding' && line.key === picked)
  const top = at?.top
  useEffect(() => {
    const element = box.current
    if (!element || top === undefined) return
    const { scrollTop, clientHeight } = element
    // The head above a group's first finding comes into sight with it.
    if (top - HEAD_HEIGHT < scrollTop) element.scrollTo({ top: top - HEAD_HEIGHT })
    else if (top + FINDING_HEIGHT > scrollTop + clientHeight)
      element.scrollTo({ top: top + FINDING_HEIGHT - clientHeight })
  }, [top, box])
  return (
    <div
      ref={box}
      className={lines.length === 0 ? 'findings-list findings-none' : 'findings-list'}
      // A select cannot hold lines of two rows under heads, nor leave out what is not in sight.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      aria-activedescendant={at ? `finding ${at.key}`.replaceAll(' ', '_') : undefined}
      onKeyDown={props.onKey}
    >
      <div className="findings-all" style={{ height: props.height }}>
        {linesWithin(lines, seen.from, seen.to).map((line) =>
          line.kind === 'group' ? (
            <div
              key={`group ${line.key}`}
              className="findings-head"
              role="presentation"
              style={{ top: line.top, height: HEAD_HEIGHT }}
            >
              <b title={line.name}>{line.name}</b>
              <span className="figures">{line.count}</span>
            </div>
          ) : (
            // The list has the keyboard for all its options.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={line.key}
              id={`finding ${line.key}`.replaceAll(' ', '_')}
              className="findings-row"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={line.key === picked}
              style={{ top: line.top, height: FINDING_HEIGHT }}
              onClick={() => onPick(line.key)}
            >
              <Row finding={line.finding} by={props.by} note={line.note ?? ''} />
            </div>
          ),
        )}
      </div>
    </div>
  )
}

function Row(props: { finding: Listed; by: FindingGroup; note: string }): ReactNode {
  const { finding, by, note } = props
  const words = useWords().check
  const lang = useDeskState((state) => state.lang)
  const { severity, difference, left, right, why } = finding
  const codes = codesOf(finding)
  const stand = standOf(finding)
  const figure = difference !== null
  const what = `${finding.title} ${codes}`
  const first = by === 'school' ? what : by === 'rule' ? `${finding.schoolName} ${codes}` : what
  const sides =
    left === null || right === null
      ? ''
      : `${shownSide(left, figure, words)} ↔ ${shownSide(right, figure, words)}`
  const second = [
    note,
    by === 'school' ? finding.rule : by === 'rule' ? '' : finding.schoolName,
    why
      ? suspectedText(lang, why)
      : difference === null || isTruth(left)
        ? sides
        : `${sides} ${words.difference(withSeparators(difference))}`,
  ].filter((part) => part !== '')
  return (
    <>
      <i className={`severity severity-${severity}`} title={words.severity[severity]}>
        {words.mark[severity]}
      </i>
      <span className="findings-what" title={first}>
        {first}
      </span>
      <span className="findings-sides figures" title={second.join(' · ')}>
        {second.join(' · ')}
      </span>
      {stand !== 'open' && (
        <span className={`findings-state stand-${stand}`}>{words.state[stand]}</span>
      )}
    </>
  )
}
