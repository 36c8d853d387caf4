import { Dropdown, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PaperCell } from '../../shared/paper.ts'
import type { Form } from '../../shared/model.ts'
import { errorText } from '../../shared/words/say.ts'
import { PaperTable } from '../form/paper-table.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { useForms } from '../state/catalog.ts'
import { useRevision, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { FormCorrection } from './form-correction.tsx'
import { MarksChoice } from './marks-choice.tsx'
import { targetOf } from '../form/paper-target.ts'
import type { FormTarget } from '../form/paper-target.ts'

/** 表式: every learned form, drawn with what was recognised tinted. */
export function FormsTab(): ReactNode {
  const words = useWords()
  const forms = useForms()
  const [id, setId] = useState('')
  if (!forms.value) return <StateNote error={forms.error} />
  const form = forms.value.find((one) => one.id === id) ?? forms.value[0]
  if (!form) return <p className="state-note">{words.data.noForms}</p>
  return (
    <div className="forms-tab">
      <nav className="forms-list" aria-label={words.setup.forms}>
        {forms.value.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-current={one.id === form.id}
            onClick={() => setId(one.id)}
          >
            <b>{one.id}</b>
            <span>{one.title}</span>
            <small className="hint figures">{words.create.itemCount(one.items.length)}</small>
          </button>
        ))}
      </nav>
      <LearnedForm key={form.id} form={form} />
    </div>
  )
}

function LearnedForm({ form }: { form: Form }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const [workbook, setWorkbook] = useState<string | null>(null)
  const [picked, setPicked] = useState<{ cell: PaperCell; target: FormTarget } | null>(null)
  const revision = useRevision()
  const edition = workbook ?? form.editions[0]?.workbook ?? null
  const paper = useCall('paper', { form: form.id, workbook: edition })
  return (
    <>
      <section className="learned">
        <header className="learned-bar">
          <b>
            {form.id} {form.title}
          </b>
          {form.editions.length > 1 && (
            <Dropdown
              size="small"
              aria-label={words.setup.edition}
              value={edition ?? ''}
              selectedOptions={[edition ?? '']}
              onOptionSelect={(_, data) => setWorkbook(data.optionValue ?? null)}
            >
              {form.editions.map((one) => (
                <Option key={one.workbook}>{one.workbook}</Option>
              ))}
            </Dropdown>
          )}
          <MarksChoice form={form} />
          <Legend />
        </header>
        <p className="hint">{words.setup.formsHint}</p>
        {paper.error && <p role="alert">{errorText(lang, paper.error)}</p>}
        {paper.value && (
          <div className="learned-paper">
            <PaperTable
              paper={paper.value}
              label={`${form.id} ${form.title}`}
              look={(cell) => ({
                className: `tint-${cell.role}${isFormula(form, cell) ? ' tint-formula' : ''}`,
                pickable: paper.value !== null && targetOf(paper.value, form, cell) !== null,
                selected: picked?.cell.row === cell.row && picked.cell.column === cell.column,
              })}
              onPick={(cell) => {
                const target = paper.value && targetOf(paper.value, form, cell)
                if (target) setPicked({ cell, target })
              }}
            />
          </div>
        )}
      </section>
      <aside className="panel">
        {picked ? (
          <FormCorrection
            key={`${JSON.stringify(picked.target)} ${revision}`}
            form={form}
            target={picked.target}
          />
        ) : (
          <p className="hint">{words.setup.noEdit}</p>
        )}
      </aside>
    </>
  )
}

function isFormula(form: Form, cell: PaperCell): boolean {
  return cell.item !== null && form.items[cell.item]?.input === false
}

function Legend(): ReactNode {
  const words = useWords().setup.legend
  return (
    <span className="legend">
      <i className="tint-heading" /> {words.heading}
      <i className="tint-label" /> {words.label}
      <i className="tint-code" /> {words.code}
      <i className="tint-item" /> {words.item}
      <i className="tint-formula" /> {words.formula}
    </span>
  )
}
