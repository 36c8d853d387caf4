import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Overview } from '../../shared/overview.ts'
import { particularsOf } from '../../shared/register.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { keepUnderNewName } from '../state/pending-edits.ts'
import { useWords } from '../state/use-words.ts'
import { LineField } from '../ui/line-field.tsx'
import { ReasonField } from '../ui/reason-field.tsx'

const FIELDS = ['title', 'county', 'schoolYear', 'period', 'referenceDate', 'dueDate'] as const

/** What the collection is called and its dates; once one is changed, the reason is asked for. */
export function ParticularsForm({ overview }: { overview: Overview }): ReactNode {
  const desk = useDesk()
  const { create, particulars: words, setup } = useWords()
  const saving = useDeskState((state) => state.saving)
  const before = particularsOf(overview)
  const [values, setValues] = useState(before)
  const [reason, setReason] = useState('')
  const changed = FIELDS.some((field) => values[field].trim() !== before[field])
  const labels: Record<(typeof FIELDS)[number], string> = {
    title: create.fieldTitle,
    county: create.fieldCounty,
    schoolYear: create.fieldYear,
    period: create.fieldPeriod,
    referenceDate: create.fieldReference,
    dueDate: create.fieldDue,
  }
  const save = async (): Promise<void> => {
    const why = reason.trim()
    const done = await change(desk, async () => {
      const now = await desk.api.editParticulars({ particulars: values, reason: why })
      keepUnderNewName(overview, now)
      return now
    })
    if (done) notify(desk, 'success', words.saved)
  }
  return (
    <form
      className="card particulars"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && reason.trim() !== '') void save()
      }}
    >
      <h2>{setup.collection}</h2>
      {FIELDS.map((field) => (
        <LineField
          key={field}
          label={labels[field]}
          required={field === 'title'}
          value={values[field]}
          className={`particulars-${field}`}
          {...(field.endsWith('Date') && { placeholder: words.dateHint })}
          {...(field === 'period' && { placeholder: create.periodHint })}
          onChange={(text) => setValues({ ...values, [field]: text })}
        />
      ))}
      {changed && (
        <div className="particulars-save">
          <ReasonField
            value={reason}
            onChange={setReason}
            kinds={['edit-particulars']}
            usual={words.usual}
          />
          <Button
            type="submit"
            size="small"
            appearance="primary"
            disabled={saving || reason.trim() === '' || values.title.trim() === ''}
          >
            {words.save}
          </Button>
        </div>
      )}
    </form>
  )
}
