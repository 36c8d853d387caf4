import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ConsolidationCatalog, Measure } from '../../../shared/consolidate.ts'
import { useWords } from '../../state/use-words.ts'
import { Choice } from './choice.tsx'
import { ItemsPicker } from './items-picker.tsx'

interface Props {
  catalog: ConsolidationCatalog
  measure: Measure
  onChange: (measure: Measure) => void
}

const KINDS = ['indicator', 'items', 'schools'] as const
const SIDES = ['value', 'numerator', 'denominator'] as const

/** What is added up: an indicator or a side of it, items of a form, or schools. */
export function MeasurePicker(props: Props): ReactNode {
  const { catalog, measure, onChange } = props
  const words = useWords().measure
  const kind = KINDS.find((one) => one in measure) ?? 'schools'
  const start = (next: (typeof KINDS)[number]): void => {
    const [first] = catalog.indicators
    if (next === 'schools') onChange({ schools: true })
    else if (next === 'items') onChange({ items: [] })
    else if (first) onChange({ indicator: first.id, side: sideFor(first.ratio) })
  }
  return (
    <span className="measure-picker">
      <Dropdown
        size="small"
        className="measure-kind"
        aria-label={words.label}
        value={words.kind[kind]}
        selectedOptions={[kind]}
        onOptionSelect={(_, { optionValue }) => {
          const next = KINDS.find((one) => one === optionValue)
          if (next && next !== kind) start(next)
        }}
      >
        {KINDS.filter((one) => one !== 'indicator' || catalog.indicators.length > 0).map((one) => (
          <Option key={one} value={one}>
            {words.kind[one]}
          </Option>
        ))}
      </Dropdown>
      {'indicator' in measure && (
        <IndicatorChoice catalog={catalog} measure={measure} onChange={onChange} />
      )}
      {'items' in measure && (
        <ItemsPicker items={measure.items} onChange={(items) => onChange({ items })} />
      )}
    </span>
  )
}

/** Ratios are looked at as such; of plain figures the exact sum. */
export function sideFor(ratio: boolean): 'value' | 'numerator' {
  return ratio ? 'value' : 'numerator'
}

function IndicatorChoice(props: {
  catalog: ConsolidationCatalog
  measure: Extract<Measure, { indicator: string }>
  onChange: (measure: Measure) => void
}): ReactNode {
  const { catalog, measure, onChange } = props
  const words = useWords().measure
  const found = catalog.indicators.find(({ id }) => id === measure.indicator)
  return (
    <>
      <Choice
        label={words.indicator}
        className="indicator-choice"
        value={measure.indicator}
        options={catalog.indicators.map(({ id, title }) => ({ value: id, text: title }))}
        onChange={(indicator) => {
          const ratio = catalog.indicators.find(({ id }) => id === indicator)?.ratio === true
          onChange({ indicator, side: sideFor(ratio) })
        }}
      />
      {found?.ratio === true && (
        <span className="chips">
          {SIDES.map((side) => (
            <button
              key={side}
              type="button"
              className="chip"
              aria-pressed={measure.side === side}
              onClick={() => onChange({ ...measure, side })}
            >
              {words.side[side]}
            </button>
          ))}
        </span>
      )}
    </>
  )
}
