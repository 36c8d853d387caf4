import type { ReactNode } from 'react'
import type { IndicatorRow } from '../../shared/consolidate.ts'
import type { QuotableIndicator } from '../../shared/summary.ts'
import { changedText } from '../../shared/words/summary.ts'
import { signed } from '../figures/show.ts'
import { ComparableSwitch } from '../ui/comparable-switch.tsx'
import { MissingMark } from '../ui/missing-mark.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { showIndicator } from '../state/show-indicator.ts'
import { useCall } from '../state/use-call.ts'
import { usePeriods } from '../state/use-periods.ts'
import { useWords } from '../state/use-words.ts'

/** So many indicators make the headline. */
const SHOWN = 6

const ARROWS = { up: '↑', down: '↓', same: '＝' }

/** The indicators that the annual summary quotes first, with last year and the change; each leads to it. */
export function Headline(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const comparable = useDeskState((state) => state.consolidate.comparable)
  const view = useCall('summary', { basis, text: null }).value
  const same = useCall('indicators', comparable ? { basis, comparable } : null).value
  if (!view) return null
  const quoted = [...new Set(view.figures.map(({ indicator }) => indicator))].slice(0, SHOWN)
  const indicators = quoted.flatMap((id) => view.indicators.find((one) => one.id === id) ?? [])
  if (indicators.length === 0) return null
  const compared = indicators.some(({ lastYear }) => lastYear !== null)
  return (
    <section
      className="card headline"
      aria-label={words.summary.headline}
      title={words.summary.headlineHint}
    >
      {indicators.map((one) => {
        const row = same?.rows.find(({ indicator }) => indicator.id === one.id)
        return (
          <button
            key={one.id}
            type="button"
            className="headline-figure"
            title={one.defined ? undefined : one.value}
            onClick={() => showIndicator(desk, one.id)}
          >
            <span className="hint">{one.title}</span>
            <b className="figures">
              {row
                ? row.now.text || words.consolidate.undefinedMark
                : one.defined
                  ? one.value
                  : words.consolidate.undefinedMark}
              {!row && one.lastYear !== null && <MissingMark schools={one.missing} />}
            </b>
            <small className="figures hint">
              {row ? <ComparableChange row={row} /> : <Change one={one} />}
            </small>
          </button>
        )
      })}
      {compared && <ComparableSwitch />}
    </section>
  )
}

function Change({ one }: { one: QuotableIndicator }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  const { last } = usePeriods()
  return (
    <>
      {one.way !== null && <i className={`way-${one.way}`}>{ARROWS[one.way]}</i>}{' '}
      {one.lastYear === null || one.moved === null ? '' : changedText(lang, one, last)}
    </>
  )
}

/** The same over the schools that are in both years. */
function ComparableChange({ row }: { row: IndicatorRow }): ReactNode {
  const words = useWords()
  if (row.change === null) return words.consolidate.notComparable
  return `${words.consolidate.comparableOf(row.reported)} ${signed(row.change)}`
}
