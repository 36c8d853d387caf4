import type { ReactNode } from 'react'
import type { BridgeKind, BridgeLine } from '../../../shared/consolidate.ts'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { showCell } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'

const SHOWN = 500

/** School by school what moved the total, the largest first. */
export function BridgeTable(props: {
  lines: BridgeLine[]
  kind: BridgeKind | null
  onKind: (kind: BridgeKind | null) => void
}): ReactNode {
  const { lines, kind, onKind } = props
  const words = useWords().years
  const periods = usePeriods()
  const shown = kind === null ? lines : lines.filter((line) => line.kind === kind)
  return (
    <aside className="panel bridge-lines">
      <div className="panel-line">
        <h2>{kind === null ? words.difference : words.step[kind]}</h2>
        {kind !== null && (
          <button type="button" className="link" onClick={() => onKind(null)}>
            {words.all}
          </button>
        )}
      </div>
      <p className="hint">{words.lines(shown.length)}</p>
      <table className="schools-table figures" data-rest={Math.max(0, shown.length - SHOWN)}>
        <thead>
          <tr>
            <th scope="col">{words.school}</th>
            <th scope="col" className="number">
              {periods.last}
            </th>
            <th scope="col" className="number">
              {periods.now}
            </th>
            <th scope="col" className="number">
              {words.moved}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN).map((line) => (
            <tr key={`${line.kind} ${[...line.before, ...line.now].map(({ id }) => id).join(' ')}`}>
              <td>
                <Name line={line} nobody={words.step.external} />
                {kind === null && <small className="hint"> {words.step[line.kind]}</small>}
              </td>
              <td className="number hint">{withSeparators(line.from)}</td>
              <td className="number">{withSeparators(line.to)}</td>
              <td className="number">{signed(line.moved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}

/** A school under one name; where the years name it otherwise, both. The name of now leads to its cell. */
function Name({ line: { before, now }, nobody }: { line: BridgeLine; nobody: string }): ReactNode {
  const desk = useDesk()
  const old = before.map(({ name }) => name).join('、')
  const current = now.map(({ name }) => name).join('、')
  if (old === '' && current === '') return nobody
  return (
    <>
      {old !== current && old !== '' && (current === '' ? old : `${old} → `)}
      {now.map(({ id, name, item }, i) => (
        <span key={id}>
          {i > 0 && '、'}
          {item === null ? (
            name
          ) : (
            <button type="button" className="link" onClick={() => showCell(desk, id, item)}>
              {name}
            </button>
          )}
        </span>
      ))}
    </>
  )
}
