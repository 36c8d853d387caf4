import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { showIndicator } from '../state/show-indicator.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** The indicators and sentences of the annual summary that a cell moves. */
export function Moves({ school, item }: { school: string; item: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().summary
  const reach = useCall('cellReach', { school, item }).value
  if (!reach || reach.indicators.length === 0) return null
  return (
    <>
      <h3>{words.goesToIndicators}</h3>
      <table className="goes-to" aria-label={words.goesToIndicators}>
        <tbody>
          {reach.indicators.map(({ id, title, value, side }) => (
            <tr key={`${id} ${side}`}>
              <td>
                <button type="button" className="link" onClick={() => showIndicator(desk, id)}>
                  {title}
                </button>{' '}
                {side === 'denominator' && <small className="hint">{words.denominator}</small>}
              </td>
              <td className="figures">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reach.sentences.length > 0 && (
        <>
          <h3>{words.goesToSentences}</h3>
          <ul className="goes-to-sentences">
            {reach.sentences.map(({ text, indicators }) => (
              <li key={text}>
                <button
                  type="button"
                  className="link"
                  onClick={() => showIndicator(desk, indicators[0] ?? '')}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
