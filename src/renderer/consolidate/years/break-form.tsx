import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Measure } from '../../../shared/consolidate.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Choice } from '../measure/choice.tsx'

/** Says from which year on what is shown is defined otherwise; of one item or of an indicator. */
export function BreakForm(props: { measure: Measure; years: readonly number[] }): ReactNode {
  const { measure, years } = props
  const desk = useDesk()
  const words = useWords().series
  const [year, setYear] = useState('')
  const [reason, setReason] = useState('')
  const about =
    'indicator' in measure
      ? measure.indicator
      : 'items' in measure && measure.items.length === 1
        ? measure.items[0]
        : undefined
  if (about === undefined || years.length < 2) return null
  const say = async (): Promise<void> => {
    const said = { about, year: Number(year), breaks: true, reason }
    if (!(await change(desk, () => desk.api.sayBreak(said)))) return
    notify(desk, 'success', words.breakSaid(Number(year)))
    setYear('')
    setReason('')
  }
  return (
    <div className="pairing-ask series-say">
      <p className="hint">{words.breakHint}</p>
      <Choice
        label={words.breakFrom}
        placeholder={words.breakFrom}
        className="series-year"
        value={year}
        options={years.slice(1).map((one) => ({ value: String(one), text: String(one) }))}
        onChange={setYear}
      />
      <ReasonField value={reason} onChange={setReason} kinds={['break-series']} />
      <Button
        size="small"
        disabled={year === '' || reason.trim() === ''}
        onClick={() => void say()}
      >
        {words.breaks}
      </Button>
    </div>
  )
}
