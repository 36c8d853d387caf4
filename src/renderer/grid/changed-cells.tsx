import { useState } from 'react'
import type { ReactNode } from 'react'
import { withSeparators } from '../../shared/separators.ts'
import type { Refused, ShownChange } from '../state/changes.ts'
import { useWords } from '../state/use-words.ts'
import './changed-cells.css'

/** Lines shown before the rest is folded. */
const SHOWN = 10

interface Props {
  changes: readonly ShownChange[]
  /** Drops one of them; without it they can only be looked at. */
  onDrop?: (change: ShownChange) => void
}

/** Which cells change: school, item, old → new; all of them, folded after ten. */
export function ChangedCells({ changes, onDrop }: Props): ReactNode {
  const { change: words, entry } = useWords()
  const value = (text: string): string => (text === '' ? entry.blank : withSeparators(text))
  return (
    <Folded
      lines={changes}
      className="changed-cells"
      draw={(one) => (
        <tr key={`${one.school} ${one.item}`}>
          <td className="changed-name">{one.name}</td>
          <td className="changed-item">{one.item}</td>
          <td className="figures changed-from">
            <s>{value(one.from)}</s>
          </td>
          <td aria-hidden="true">→</td>
          <td className="figures changed-to">
            {one.value === null ? entry.back : value(one.value)}
          </td>
          {onDrop && (
            <td>
              <button
                type="button"
                className="link"
                aria-label={words.dropOne(`${one.name} ${one.item}`)}
                onClick={() => onDrop(one)}
              >
                ✕
              </button>
            </td>
          )}
        </tr>
      )}
    />
  )
}

/** What cannot be taken, where and why; all of it, folded after ten. */
export function RefusedCells({ refused }: { refused: readonly Refused[] }): ReactNode {
  const { change: words } = useWords()
  return (
    <Folded
      lines={refused}
      className="changed-cells refused-cells"
      draw={(one, at) => (
        <tr key={`${one.where} ${at}`}>
          <td className="changed-name">
            {one.where === '' ? words[one.why === 'sum-line' ? 'clipboard' : 'outside'] : one.where}
          </td>
          <td className="figures">“{one.value}”</td>
          <td>{words.why[one.why]}</td>
        </tr>
      )}
    />
  )
}

function Folded<T>(props: {
  lines: readonly T[]
  className: string
  draw: (line: T, at: number) => ReactNode
}): ReactNode {
  const { change: words } = useWords()
  const [whole, setWhole] = useState(false)
  const { lines } = props
  const rest = lines.length - SHOWN
  return (
    <div className={props.className}>
      <table>
        <tbody>{(whole ? lines : lines.slice(0, SHOWN)).map(props.draw)}</tbody>
      </table>
      {rest > 0 && (
        <button type="button" className="link" onClick={() => setWhole(!whole)}>
          {whole ? words.fold : words.unfold(rest)}
        </button>
      )}
    </div>
  )
}
