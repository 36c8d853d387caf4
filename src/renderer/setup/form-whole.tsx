import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { FormReview } from '../../shared/form-doubts.ts'
import type { Form } from '../../shared/model.ts'
import { useWords } from '../state/use-words.ts'
import { useSave } from './use-save.ts'

/** What a form is as a whole, where the program took it for something else: a list, a page, no table. */
export function FormWhole({ form, review }: { form: Form; review: FormReview | null }): ReactNode {
  const words = useWords().forms
  const save = useSave()
  const columns = form.list === undefined ? (review?.asList ?? null) : null
  const say = (edit: Parameters<typeof save>[0]): void => save(edit, words.reasonWhole)
  return (
    <section className="form-whole" aria-label={words.whole}>
      <h2>{words.whole}</h2>
      <div className="remedies">
        {columns && (
          <Button size="small" onClick={() => say({ form: form.id, is: 'list', columns })}>
            {words.isList}
          </Button>
        )}
        {review?.partOf.map((of) => (
          <Button key={of} size="small" onClick={() => say({ form: form.id, is: 'part', of })}>
            {words.isPartOf(of)}
          </Button>
        ))}
        <Button size="small" onClick={() => say({ form: form.id, is: 'none' })}>
          {words.isNone}
        </Button>
        {review?.said === true && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => say({ form: form.id, is: 'learned' })}
          >
            {words.asLearned}
          </Button>
        )}
      </div>
      <Printed form={form} />
    </section>
  )
}

/** Columns in which nothing is filled in since the county prints them; where that is wrong, schools do. */
function Printed({ form }: { form: Form }): ReactNode {
  const words = useWords().forms
  const save = useSave()
  const filled = new Set(form.items.map(({ column }) => column))
  const printed = form.columns.filter((_, at) => !filled.has(at))
  if (printed.length === 0 || form.list !== undefined) return null
  return (
    <>
      <h3>{words.printed}</h3>
      {printed.map(({ code, path }) => (
        <div key={code} className="remedies">
          <span>{path.join('·')}</span>
          {(['number', 'text'] as const).map((kind) => (
            <Button
              key={kind}
              size="small"
              onClick={() => save({ form: form.id, column: code, kind }, words.reasonWhole)}
            >
              {words.filledIn[kind]}
            </Button>
          ))}
        </div>
      ))}
    </>
  )
}
