import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ControlExplanation, ControlLine } from '../../shared/controls.ts'
import { controlText } from '../../shared/words/controls.ts'
import { signed } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { showCell } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Lines drawn at once. */
const STEP = 200

/** Theirs, ours, the difference, and what may explain it; each explanation leads to its cell. */
export function ControlTable({ lines }: { lines: ControlLine[] }): ReactNode {
  const words = useWords().controls
  const [shown, setShown] = useState(STEP)
  return (
    <div className="controls-lines">
      <table className="plain-table" data-rest={Math.max(0, lines.length - shown)}>
        <thead>
          <tr>
            <th>{words.scope}</th>
            <th>{words.item}</th>
            <th className="number">{words.theirs}</th>
            <th className="number">{words.ours}</th>
            <th className="number">{words.difference}</th>
            <th className="number">{words.schools}</th>
            <th>{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <Line key={`${String(line.source)} ${line.sheet} ${line.cell}`} line={line} />
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {words.more(Math.min(STEP, lines.length - shown))}
        </Button>
      )}
    </div>
  )
}

function Line({ line }: { line: ControlLine }): ReactNode {
  const desk = useDesk()
  const words = useWords().controls
  const differs = line.difference !== '0'
  const school = line.scope.kind === 'school' ? line.scope.school : null
  const whose = line.scope.kind === 'county' ? words.county : line.scopeName
  return (
    <tr className={differs ? 'control-differs' : ''}>
      <td>{whose}</td>
      <td title={words.cell(line.sheet, line.cell)}>
        {line.item === null ? (
          line.title
        ) : (
          <button
            type="button"
            className="link"
            title={words.open}
            onClick={() => showCell(desk, school, line.item ?? '')}
          >
            {line.title} <small className="hint">{line.item}</small>
          </button>
        )}
      </td>
      <td className="number">{withSeparators(line.theirs)}</td>
      <td className="number">{withSeparators(line.ours)}</td>
      <td className="number">
        {differs ? <b className="control-difference">{signed(line.difference)}</b> : 0}
      </td>
      <td className="number">
        {line.schools}/{line.expected}
      </td>
      <td>{differs && <Explanations line={line} />}</td>
    </tr>
  )
}

function Explanations({ line }: { line: ControlLine }): ReactNode {
  const desk = useDesk()
  const words = useWords().controls
  const lang = useDeskState((state) => state.lang)
  if (line.explanations.length === 0) return <span className="hint">{words.unexplained}</span>
  const open = (one: ControlExplanation): void => {
    const item = one.item ?? line.item
    if (one.school !== null && item !== null) showCell(desk, one.school, item)
  }
  return (
    <ul className="control-why">
      {line.explanations.map((one) => (
        <li key={`${one.cause} ${one.school ?? ''} ${one.item ?? ''}`}>
          {one.school !== null && (one.item ?? line.item) !== null ? (
            <button type="button" className="link" onClick={() => open(one)}>
              {controlText(lang, one)}
            </button>
          ) : (
            controlText(lang, one)
          )}
        </li>
      ))}
    </ul>
  )
}
