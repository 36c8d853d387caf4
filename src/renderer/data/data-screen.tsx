import type { ReactNode } from 'react'
import { PaperView } from './paper-view.tsx'
import { Panel } from '../panel/panel.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { useForms, useSchools } from '../state/catalog.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { DataBar } from './data-bar.tsx'
import { RosterView } from './roster-view.tsx'
import { FormulaLine } from '../grid/formula-line.tsx'
import { ListView } from '../grid/list-view.tsx'
import '../grid/data.css'

/** 数据: the figures as a list of schools or as the form on paper, with the selected cell's story beside. */
export function DataScreen(): ReactNode {
  const words = useWords()
  const forms = useForms()
  const schools = useSchools()
  const id = useDeskState((state) => state.form)
  const view = useDeskState((state) => state.view)
  const error = forms.error ?? schools.error
  if (!forms.value || !schools.value) return <StateNote error={error} />
  // What is said beside is about the table that is looked at, or about nothing.
  const form = forms.value.find((candidate) => candidate.id === id) ?? forms.value[0]
  if (!form)
    return (
      <div className="empty">
        <h2>{words.data.noForms}</h2>
        <p>{words.data.noFormsHint}</p>
      </div>
    )
  return (
    <div className={form.list !== undefined && view === 'paper' ? 'data data-wide' : 'data'}>
      <section className="data-main">
        <DataBar forms={forms.value} form={form} schools={schools.value} />
        {form.list !== undefined && view === 'paper' ? (
          <RosterView key={form.id} form={form} />
        ) : (
          <FormulaLine forms={[form]} schools={schools.value} />
        )}
        {form.list !== undefined && view === 'paper' ? null : view === 'list' ? (
          <ListView key={form.id} form={form} schools={schools.value} />
        ) : (
          <PaperView key={form.id} form={form} schools={schools.value} />
        )}
      </section>
      {(form.list === undefined || view === 'list') && (
        <Panel forms={[form]} schools={schools.value} />
      )}
    </div>
  )
}
