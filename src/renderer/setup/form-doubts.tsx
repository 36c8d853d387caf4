import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { FormDoubt } from '../../shared/form-doubts.ts'
import type { Form } from '../../shared/model.ts'
import { useWords } from '../state/use-words.ts'
import { useSave } from './use-save.ts'
import { doubtText, remedyText } from './doubt-words.ts'

interface Props {
  form: Form
  doubts: readonly FormDoubt[]
  /** Key of the doubt that is pointed at on the drawing. */
  shown: string | null
  onShow: (doubt: FormDoubt) => void
}

/** The doubts about a form, each with what puts it right at one click. */
export function FormDoubts({ form, doubts, shown, onShow }: Props): ReactNode {
  const words = useWords().forms
  const pointed = useRef<HTMLLIElement>(null)
  useEffect(() => {
    pointed.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  if (doubts.length === 0) return null
  return (
    <section className="form-doubts" aria-label={words.lead}>
      <h2>
        {words.lead} <b className="doubt-count figures">{doubts.length}</b>
      </h2>
      <p className="hint">{words.leadHint}</p>
      <ul>
        {doubts.map((doubt) => {
          const is = doubt.key === shown
          return (
            <li key={doubt.key} ref={is ? pointed : null} aria-current={is}>
              <button type="button" className="doubt-said" onClick={() => onShow(doubt)}>
                {doubtText(doubt, words)}
              </button>
              <Remedies form={form} doubt={doubt} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Remedies({ form, doubt }: { form: Form; doubt: FormDoubt }): ReactNode {
  const words = useWords().forms
  const save = useSave()
  return (
    <div className="remedies">
      {doubt.remedies.map((remedy) => (
        <Button
          key={`${remedy.says} ${remedy.of}`}
          size="small"
          onClick={() => save({ ...remedy.edit, form: form.id }, remedyText(remedy, words))}
        >
          {remedyText(remedy, words)}
        </Button>
      ))}
    </div>
  )
}
