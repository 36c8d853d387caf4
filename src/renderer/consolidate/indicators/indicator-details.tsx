import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { IndicatorRow, IndicatorSide } from '../../../shared/consolidate.ts'
import { syntaxText } from '../../../shared/words/rules.ts'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { FaultPlace } from '../../ui/fault-place.tsx'
import { change, notify } from '../../state/actions.ts'
import { useDesk, useDeskState } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { sideFor } from '../measure/measure-picker.tsx'
import { SeriesPart } from '../../series/series-part.tsx'
import { SchoolsList } from '../measure/schools-list.tsx'
import { useConsolidate } from '../measure/use-consolidate.ts'
import { partsOf } from './new-draft.ts'
import { stateText } from './state-text.ts'
import { valueText } from './value-text.ts'

/** One indicator: its value, both sides with their definitions, and the way on. */
export function IndicatorDetails({
  row,
  onEdit,
}: {
  row: IndicatorRow
  onEdit: () => void
}): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const names = usePeriods()
  const [, set] = useConsolidate()
  const [side, setSide] = useState<'numerator' | 'denominator' | null>(null)
  const periods = useDeskState((state) => state.overview?.periodWords)
  const { indicator, now, before } = row
  const said = stateText(words, row)
  const ratio = indicator.denominator !== null
  const schools = useSchoolsOf(indicator.id, side)
  if (side !== null)
    return (
      <SchoolsList
        title={`${indicator.title} · ${words.measure.side[side]}`}
        open
        schools={schools}
        unit=""
        withStage
        onClose={() => setSide(null)}
      />
    )
  const remove = (): void =>
    void change(desk, () =>
      desk.api.saveIndicator({ was: indicator.id, draft: null, reason: '' }),
    ).then((ok) => {
      if (ok) notify(desk, 'success', words.indicators.removed)
    })
  return (
    <>
      <h2>{indicator.title}</h2>
      <p className={said === '' ? 'indicator-big figures' : 'indicator-undefined'}>
        {said === '' ? valueText(indicator, now) : said}
      </p>
      {before.lacking && <p className="indicator-undefined">{names.lacking}</p>}
      {before.value !== null && (
        <p className="figures">
          {names.last} {valueText(indicator, before)}
          {row.change !== null && ` · ${words.indicators.change} ${signed(row.change)}`}{' '}
          <MissingMark schools={row.missing} />
        </p>
      )}
      {(['same', 'previous'] as const).map((past) => {
        const then = row[past]
        return then === undefined || then.value === null ? null : (
          <p key={past} className="figures">
            {words.indicators.earlier(periods?.[past] ?? '')} {withSeparators(then.value)}
            {indicator.unit}
            {then.change !== null && ` · ${words.indicators.change} ${signed(then.change)}`}
          </p>
        )
      })}
      {row.plan !== undefined && (
        <p className="figures">
          {words.indicators.plan}{' '}
          {row.plan.value === null
            ? words.indicators.planUnusable
            : `${withSeparators(row.plan.value)}${indicator.unit}`}
          {row.plan.change !== null && ` · ${words.indicators.offPlan} ${signed(row.plan.change)}`}
          {row.plan.done !== null && ` · ${words.indicators.done} ${row.plan.done}%`}
          {row.plan.source !== '' && (
            <span className="hint">
              {' '}
              {[row.plan.source, row.plan.date].filter((text) => text !== '').join(' · ')}
            </span>
          )}
        </p>
      )}
      <p className="hint">
        {[
          indicator.nature === undefined ? '' : words.indicators.natures[indicator.nature],
          words.indicators.rounding(indicator.decimals),
          indicator.scale === '1' ? '' : words.indicators.scale(indicator.scale),
          row.expected === 0 ? '' : words.consolidate.coverage(row.reported, row.expected),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.apart.length > 0 && (
        <p className="indicator-undefined" title={row.apart.join('、')}>
          {words.indicators.apart(row.apart.length)}
        </p>
      )}
      <Side row={row} side="numerator" onSchools={() => setSide('numerator')} />
      {ratio && <Side row={row} side="denominator" onSchools={() => setSide('denominator')} />}
      <SeriesPart measure={{ indicator: indicator.id, side: 'value' }} />
      <div className="indicator-ways">
        <Button size="small" onClick={onEdit}>
          {words.indicators.edit}
        </Button>
        <Button
          size="small"
          onClick={() =>
            set({
              tab: 'groups',
              measure: { indicator: indicator.id, side: sideFor(ratio) },
              place: null,
            })
          }
        >
          {words.indicators.by}
        </Button>
        <Button
          size="small"
          onClick={() =>
            set({
              tab: 'years',
              yearsPart: 'bridge',
              measure: { indicator: indicator.id, side: 'numerator' },
            })
          }
        >
          {words.indicators.bridge}
        </Button>
        <Button size="small" appearance="subtle" onClick={remove}>
          {words.indicators.remove}
        </Button>
      </div>
    </>
  )
}

function useSchoolsOf(id: string, side: 'numerator' | 'denominator' | null) {
  const basis = useDeskState((state) => state.basis)
  return useCall(
    'measuredSchools',
    side === null ? null : { measure: { indicator: id, side }, where: [], basis },
  )
}

function Side(props: {
  row: IndicatorRow
  side: 'numerator' | 'denominator'
  onSchools: () => void
}): ReactNode {
  const { row, side, onSchools } = props
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const [, set] = useConsolidate()
  const definition = row.indicator[side]
  const value = row.now[side]
  if (definition === null) return null
  const parts = partsOf(definition)
  const title =
    row.indicator.denominator === null ? words.indicators.definition : words.measure.side[side]
  return (
    <>
      <h3>{title}</h3>
      {value !== null && (
        <p className="figures indicator-side">
          <b>{withSeparators(value)}</b>
          {parts.some(({ kind }) => kind !== 'external') && (
            <button type="button" className="link" onClick={onSchools}>
              {words.indicators.schools}
            </button>
          )}
        </p>
      )}
      {parts.map((part, at) => {
        const faults = row.faults.filter((fault) => fault.side === side && fault.part === at)
        return (
          <div key={JSON.stringify(part)} className="indicator-part">
            <small className="hint">{words.indicators.side[part.kind]}</small>
            {part.kind === 'external' ? (
              <button
                type="button"
                className="link"
                onClick={() => set({ indicatorPart: 'externals' })}
              >
                {part.name}
              </button>
            ) : (
              textsOf(part).map(({ field, text }) => {
                const fault = faults.find((one) => one.field === field)
                return (
                  <div key={field}>
                    {field !== 'expr' && <small className="hint">{words.indicators[field]} </small>}
                    {fault ? (
                      <>
                        <FaultPlace text={text} at={fault.at} />
                        <span className="rule-wrong">{syntaxText(lang, fault)}</span>
                      </>
                    ) : (
                      <code>{text}</code>
                    )}
                  </div>
                )
              })
            )}
          </div>
        )
      })}
    </>
  )
}

function textsOf(part: IndicatorSide): { field: 'expr' | 'where' | 'weight'; text: string }[] {
  const fields = [
    { field: 'expr' as const, text: 'expr' in part ? part.expr : null },
    { field: 'weight' as const, text: 'weight' in part ? part.weight : null },
    { field: 'where' as const, text: 'where' in part ? part.where : null },
  ]
  return fields.flatMap(({ field, text }) => (text === null ? [] : [{ field, text }]))
}
