import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { CellPanel } from './cell-panel.tsx'
import { TotalPanel } from './total-panel.tsx'
import './panel.css'

/** The side panel of the data screen: always about the selected cell. */
export function Panel({ forms, schools }: { forms: Form[]; schools: SchoolRow[] }): ReactNode {
  const words = useWords().panel
  const selected = useDeskState((state) => state.selected)
  const form = forms.find((candidate) => candidate.id === selected?.form)
  const item = selected ? form?.items[selected.item] : undefined
  return (
    <aside className="panel" aria-label={words.title} tabIndex={-1}>
      {!selected || !form || !item ? (
        <>
          <h2>{words.none}</h2>
          <p className="hint">{words.noneHint}</p>
        </>
      ) : selected.kind === 'cell' ? (
        <CellPanel form={form} item={item} school={selected.school} schools={schools} />
      ) : (
        <TotalPanel form={form} selected={selected} schools={schools} />
      )}
    </aside>
  )
}
