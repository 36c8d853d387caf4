import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BridgeKind, BridgeView, ConsolidationCatalog } from '../../../shared/consolidate.ts'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { useDeskState } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { MeasureChoice } from '../measure/measure-choice.tsx'
import { measureOf, useConsolidate } from '../measure/use-consolidate.ts'
import { BridgeTable } from './bridge-table.tsx'
import { Waterfall } from './waterfall-chart.tsx'

/** 变动分解: last year's total, what moved it, this year's total. */
export function Bridge({ catalog }: { catalog: ConsolidationCatalog }): ReactNode {
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const [view] = useConsolidate()
  const measure = measureOf(view, catalog)
  const empty = 'items' in measure && measure.items.length === 0
  const bridge = useCall('bridge', empty ? null : { measure, basis })
  return (
    <>
      <div className="groups-bar">
        <MeasureChoice catalog={catalog} />
      </div>
      {empty ? null : !bridge.value ? (
        <AddingUp of={bridge} />
      ) : bridge.value.none !== null ? (
        <p className="state-note">{words.years.none[bridge.value.none]}</p>
      ) : (
        <Moved key={JSON.stringify({ measure, basis })} bridge={bridge.value} />
      )}
    </>
  )
}

function Moved({ bridge }: { bridge: BridgeView }): ReactNode {
  const words = useWords().years
  const periods = usePeriods()
  const [kind, setKind] = useState<BridgeKind | null>(null)
  const { comparable } = bridge
  return (
    <div className="bridge">
      <section className="bridge-main">
        <Waterfall bridge={bridge} picked={kind} onPick={setKind} />
        <table className="bridge-steps figures">
          <tbody>
            <tr>
              <th scope="row">{periods.last}</th>
              <td colSpan={2}>{withSeparators(bridge.from)}</td>
            </tr>
            {bridge.steps.map((step) => (
              <tr key={step.kind} aria-selected={step.kind === kind}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    onClick={() => setKind(step.kind === kind ? null : step.kind)}
                  >
                    {words.step[step.kind]}
                  </button>
                </th>
                <td>{signed(step.moved)}</td>
                <td className="hint">{words.lines(step.schools)}</td>
              </tr>
            ))}
            <tr className="bridge-total">
              <th scope="row">{periods.now}</th>
              <td>{withSeparators(bridge.to)}</td>
              <td>
                <MissingMark schools={bridge.missing} />
              </td>
            </tr>
          </tbody>
        </table>
        <p className="bridge-comparable">
          <b>{words.comparable}</b> <span className="hint">{words.comparableHint}</span>
          <br />
          <span className="figures">
            {words.comparableText(
              comparable.schools,
              withSeparators(comparable.before),
              withSeparators(comparable.now),
              signed(comparable.change),
              comparable.growth === null ? '—' : `${signed(comparable.growth)}%`,
            )}
          </span>
        </p>
      </section>
      <BridgeTable lines={bridge.lines} kind={kind} onKind={setKind} />
    </div>
  )
}
