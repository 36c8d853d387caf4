import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { IndicatorDraft } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { LineField } from '../../ui/line-field.tsx'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { isComplete, newSide } from './new-draft.ts'
import { SideEditor } from './side-editor.tsx'
import { stateText } from './state-text.ts'
import { useTrial } from './use-trial.ts'
import { valueText } from './value-text.ts'

interface Props {
  /** The indicator that is changed; null for a new one. */
  was: IndicatorDraft | null
  start: IndicatorDraft
  externals: string[]
  /** Called when it is over, with the id that is to be looked at. */
  onDone: (id: string | null) => void
}

/** An indicator being written: its value and what is wrong with it are there as one types. */
export function IndicatorEditor({ was, start, externals, onDone }: Props): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const periods = usePeriods()
  const { editor } = words.indicators
  const [draft, setDraft] = useState(start)
  const [reason, setReason] = useState('')
  const trial = useTrial(draft)
  const complete = isComplete(draft)
  const put = (part: Partial<IndicatorDraft>): void => setDraft({ ...draft, ...part })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    void change(desk, () => desk.api.saveIndicator({ was: was?.id ?? null, draft, reason })).then(
      (ok) => {
        if (!ok) return
        notify(desk, 'success', editor.saved)
        onDone(draft.id.trim())
      },
    )
  }
  const text = (field: 'id' | 'title' | 'unit' | 'scale' | 'prefix', label: string): ReactNode => (
    <LineField label={label} value={draft[field]} onChange={(value) => put({ [field]: value })} />
  )
  return (
    <form className="indicator-editor" onSubmit={save}>
      <h2>{was === null ? words.indicators.make : was.title}</h2>
      <div className="indicator-live" aria-live="polite">
        <small className="hint">{editor.live}</small>
        {!complete ? (
          <span className="hint">{editor.incomplete}</span>
        ) : trial === null ? (
          <span className="hint">{words.consolidate.loading}</span>
        ) : (
          <>
            <b className="figures">
              {stateText(words, trial) === ''
                ? valueText(draft, trial.now)
                : stateText(words, trial)}
            </b>
            {trial.now.numerator !== null && draft.denominator !== null && (
              <span className="figures hint">
                {withSeparators(trial.now.numerator)} ÷{' '}
                {withSeparators(trial.now.denominator ?? '—')}
              </span>
            )}
            {trial.before.value !== null && (
              <span className="figures hint">
                {periods.last} {valueText(draft, trial.before)}
              </span>
            )}
          </>
        )}
      </div>
      <div className="indicator-fields">
        {text('id', editor.id)}
        {text('title', editor.name)}
        {text('unit', words.indicators.unit)}
        <Field label={editor.decimals} size="small">
          <Input
            size="small"
            type="number"
            min={0}
            max={10}
            value={String(draft.decimals)}
            onChange={(_, data) =>
              put({ decimals: Math.min(10, Math.max(0, Math.trunc(Number(data.value)) || 0)) })
            }
          />
        </Field>
        {text('scale', editor.scale)}
        {text('prefix', editor.prefix)}
      </div>
      <RadioGroup
        layout="horizontal"
        value={draft.denominator === null ? 'plain' : 'ratio'}
        onChange={(_, data) => put({ denominator: data.value === 'ratio' ? newSide('sum') : null })}
      >
        <Radio value="plain" label={editor.plain} />
        <Radio value="ratio" label={editor.ratio} />
      </RadioGroup>
      <SideEditor
        label={
          draft.denominator === null ? words.indicators.definition : words.measure.side.numerator
        }
        side={draft.numerator}
        externals={externals}
        faults={(trial?.faults ?? []).filter(({ side }) => side === 'numerator')}
        onChange={(numerator) => put({ numerator })}
      />
      {draft.denominator !== null && (
        <SideEditor
          label={words.measure.side.denominator}
          side={draft.denominator}
          externals={externals}
          faults={(trial?.faults ?? []).filter(({ side }) => side === 'denominator')}
          onChange={(denominator) => put({ denominator })}
        />
      )}
      <Input
        size="small"
        aria-label={editor.reason}
        placeholder={editor.reason}
        value={reason}
        onChange={(_, data) => setReason(data.value)}
      />
      <div className="indicator-ways">
        <Button size="small" appearance="primary" type="submit" disabled={!complete}>
          {editor.save}
        </Button>
        <Button size="small" onClick={() => onDone(null)}>
          {editor.cancel}
        </Button>
      </div>
    </form>
  )
}
