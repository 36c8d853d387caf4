import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { showIndicator } from '../state/show-indicator.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** So many indicators make the headline. */
const SHOWN = 6

const ARROWS = { up: '↑', down: '↓', same: '＝' }

/** The indicators that the annual summary quotes first, with last year and the change; each leads to it. */
export function Headline(): ReactNode {
  const desk = useDesk()
  const words = useWords().summary
  const basis = useDeskState((state) => state.basis)
  const view = useCall('summary', { basis, text: null }).value
  if (!view) return null
  const quoted = [...new Set(view.figures.map(({ indicator }) => indicator))].slice(0, SHOWN)
  const indicators = quoted.flatMap((id) => view.indicators.find((one) => one.id === id) ?? [])
  if (indicators.length === 0) return null
  return (
    <section className="card headline" aria-label={words.headline} title={words.headlineHint}>
      {indicators.map((one) => (
        <button
          key={one.id}
          type="button"
          className="headline-figure"
          onClick={() => showIndicator(desk, one.id)}
        >
          <span className="hint">{one.title}</span>
          <b className="figures">{one.value}</b>
          <small className="figures hint">
            {one.way !== null && <i className={`way-${one.way}`}>{ARROWS[one.way]}</i>}{' '}
            {one.lastYear === null ? '' : one.change}
          </small>
        </button>
      ))}
    </section>
  )
}
