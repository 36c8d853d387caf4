import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import type { CollectionPlan } from '../../shared/plan.ts'
import { attempt, enter } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

type Field = 'title' | 'county' | 'schoolYear' | 'period' | 'referenceDate' | 'dueDate'

/** Title, year and dates as understood, to be put right; then the collection is made. */
export function MakeForm({
  files,
  plan,
}: {
  files: GrantedFile[]
  plan: CollectionPlan
}): ReactNode {
  const desk = useDesk()
  const words = useWords().create
  const [values, setValues] = useState<Record<Field, string>>({
    title: plan.title,
    county: plan.county,
    schoolYear: plan.schoolYear,
    period: plan.period,
    referenceDate: plan.referenceDate,
    dueDate: plan.dueDate,
  })
  const [making, setMaking] = useState(false)
  const labels: [Field, string][] = [
    ['title', words.fieldTitle],
    ['county', words.fieldCounty],
    ['schoolYear', words.fieldYear],
    ['period', words.fieldPeriod],
    ['referenceDate', words.fieldReference],
    ['dueDate', words.fieldDue],
  ]
  const blocked = plan.problems.some((problem) => problem.blocking)
  const make = (): void => {
    setMaking(true)
    void attempt(desk, () => desk.api.createCollection({ files, ...values })).then(async (made) => {
      setMaking(false)
      if (!made) return
      enter(desk, made.overview)
      const id = made.job
      if (id === null) return
      desk.store.set({ step: 'intake' })
      await attempt(desk, async () => {
        desk.store.set({ job: await desk.api.job({ id }) })
      })
    })
  }
  return (
    <form
      className="make"
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      {labels.map(([field, label]) => (
        <Field key={field} label={label} className={`make-${field}`}>
          <Input
            value={values[field]}
            {...(field === 'period' && { placeholder: words.periodHint })}
            onChange={(_, data) => setValues({ ...values, [field]: data.value })}
          />
        </Field>
      ))}
      <Button
        type="submit"
        appearance="primary"
        disabled={making || blocked || values.title.trim() === ''}
      >
        {making ? words.making : words.make}
      </Button>
    </form>
  )
}
