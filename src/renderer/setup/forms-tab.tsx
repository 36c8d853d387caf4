import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FormReview, FormsReview } from '../../shared/form-doubts.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import type { Form } from '../../shared/model.ts'
import { DropTarget } from '../ui/drop-target.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { attempt } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useForms } from '../state/catalog.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { useSave } from './use-save.ts'
import { AddBlanks, AddBlanksButton } from './add-blanks.tsx'
import { BlanksDialog } from './blanks-dialog.tsx'
import { FormMaker } from './form-maker.tsx'
import { TrialBar, TrialCount } from './form-trial.tsx'
import type { Tried } from './form-trial.tsx'
import { LearnedForm } from './learned-form.tsx'
import './forms.css'

/** 表式: every learned form with what is unsure about it, drawn with what was understood. */
export function FormsTab(): ReactNode {
  const words = useWords()
  const forms = useForms()
  const review = useCall('reviewForms', {})
  const [id, setId] = useState('')
  const [tried, setTried] = useState<Tried | null>(null)
  const [offered, setOffered] = useState<GrantedFile[] | null>(null)
  const desk = useDesk()
  const trial = useCall('tryForms', tried)
  const trials = new Map(trial.value?.forms.map((one) => [one.form, one]))
  if (!forms.value) return <StateNote error={forms.error} />
  const reviews = new Map(review.value?.forms.map((one) => [one.form, one]))
  const form = forms.value.find((one) => one.id === id) ?? forms.value[0]
  if (!form && (review.value?.aside.length ?? 0) === 0)
    return <p className="state-note">{words.data.noForms}</p>
  const offer = (grant: () => Promise<GrantedFile[]>): void =>
    void attempt(desk, async () => setOffered(await grant()))
  return (
    <DropTarget label={words.forms.add.drop} onFiles={offer}>
      <div className="forms-tab">
        <nav className="forms-list" aria-label={words.setup.forms}>
          {review.value && (
            <DoubtsInAll
              forms={forms.value}
              reviews={reviews}
              current={form?.id ?? ''}
              onForm={setId}
            />
          )}
          {forms.value.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={one.id === form?.id}
              onClick={() => setId(one.id)}
            >
              <b>{one.id}</b>
              <span className="form-counts">
                <TrialCount trial={trials.get(one.id)} />
                <DoubtCount review={reviews.get(one.id)} />
              </span>
              <span className="form-title">{one.title}</span>
            </button>
          ))}
          <TrialBar tried={tried} trial={trial} onTry={setTried} />
          <div className="forms-deeds">
            <AddBlanksButton onFiles={setOffered} />
            <FormMaker />
            <BlanksDialog />
          </div>
          {review.value && <Aside review={review.value} />}
        </nav>
        {form && (
          <LearnedForm
            key={form.id}
            form={form}
            review={reviews.get(form.id) ?? null}
            trial={trials.get(form.id)}
          />
        )}
        {offered && (
          <AddBlanks
            files={offered}
            onClose={() => setOffered(null)}
            onAdded={(added) => {
              setOffered(null)
              setId(added)
            }}
          />
        )}
      </div>
    </DropTarget>
  )
}

function DoubtCount({ review }: { review: FormReview | undefined }): ReactNode {
  const words = useWords().forms
  const count = review?.doubts.length ?? 0
  if (count === 0) return null
  return (
    <small className="doubt-count figures" title={words.doubts(count)}>
      {count}
    </small>
  )
}

function DoubtsInAll(props: {
  forms: readonly Form[]
  reviews: ReadonlyMap<string, FormReview>
  current: string
  onForm: (id: string) => void
}): ReactNode {
  const words = useWords().forms
  const { forms, reviews, current, onForm } = props
  const doubts = [...reviews.values()].reduce((sum, one) => sum + one.doubts.length, 0)
  const at = forms.findIndex(({ id }) => id === current)
  const doubtful = [...forms.slice(at + 1), ...forms.slice(0, at + 1)].find(
    ({ id }) => (reviews.get(id)?.doubts.length ?? 0) > 0,
  )
  return (
    <div className="forms-doubts">
      <p>{words.doubtsIn(doubts, forms.length)}</p>
      {doubtful && doubtful.id !== current && (
        <Button className="forms-next" size="small" onClick={() => onForm(doubtful.id)}>
          {words.next}
        </Button>
      )}
    </div>
  )
}

/** What was set aside, to be put back, and sheets in which nothing was recognised. */
function Aside({ review }: { review: FormsReview }): ReactNode {
  const words = useWords()
  const save = useSave()
  const { aside, otherSheets } = review
  return (
    <>
      {aside.length > 0 && (
        <section className="forms-aside">
          <h3>{words.forms.aside}</h3>
          {aside.map(({ form, title, of }) => (
            <div key={form} title={title}>
              <span>
                {form}
                <small className="hint">
                  {of === null ? words.forms.asideNone : words.forms.asidePart(of)}
                </small>
              </span>
              <Button
                size="small"
                onClick={() => save({ form, is: 'learned' }, words.forms.asLearned)}
              >
                {words.forms.putBack}
              </Button>
            </div>
          ))}
        </section>
      )}
      {otherSheets.length > 0 && (
        <section className="forms-aside">
          <h3>{words.forms.otherSheets}</h3>
          {otherSheets.map(({ workbook, sheet }) => (
            <div key={`${workbook} ${sheet}`}>
              <span>
                {sheet}
                <small className="hint">{workbook}</small>
              </span>
            </div>
          ))}
        </section>
      )}
    </>
  )
}
