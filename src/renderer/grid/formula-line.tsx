import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { pendingAt } from '../state/edits.ts'
import { useDeskState } from '../state/context.tsx'
import type { Selected } from '../state/selected.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** One line as above a spreadsheet: the selected cell's address and label, and how it came about. */
export function FormulaLine({
  forms,
  schools,
}: {
  forms: Form[]
  schools: SchoolRow[]
}): ReactNode {
  const words = useWords()
  const selected = useDeskState((state) => state.selected)
  const pending = useDeskState((state) => state.pending)
  const form = forms.find((candidate) => candidate.id === selected?.form)
  const item = selected ? form?.items[selected.item] : undefined
  if (!selected || !form || !item)
    return (
      <div className="formula-line">
        <span className="hint">{words.data.formula.none}</span>
      </div>
    )
  const address = itemAddress(form, item)
  const waits = selected.kind === 'cell' ? pendingAt(pending, selected.school, address) : null
  const place =
    selected.kind === 'cell'
      ? (schools.find((row) => row.school.id === selected.school)?.school.name ?? selected.school)
      : selected.level === 'county'
        ? words.data.county
        : words.panel.totalOf(selected.group)
  return (
    <div className="formula-line">
      <code className="formula-address">{address}</code>
      <span className="formula-label">
        {place} · {itemLabel(form, item)}
      </span>
      {waits !== null && (
        <span className="formula-waits figures">
          {words.change.waits} {waits === '' ? words.entry.blank : withSeparators(waits)}
        </span>
      )}
      <span className="formula-how">
        {selected.kind === 'cell' ? (
          <CellOrigin selected={selected} item={address} />
        ) : (
          words.data.formula[item.adds ?? 'total']
        )}
      </span>
    </div>
  )
}

function CellOrigin(props: {
  selected: Extract<Selected, { kind: 'cell' }>
  item: string
}): ReactNode {
  const words = useWords().data.formula
  const story = useCall('cell', { school: props.selected.school, item: props.item }).value
  if (!story?.source) return null
  const { path, sheet, cell, formula } = story.source
  return (
    <>
      {story.adopted.value !== story.returned.value && <b>{words.adopted} </b>}
      {formula !== null && <code>={formula.replace(/^=/, '')} </code>}
      {words.cell(path.split('/').at(-1) ?? path, sheet, cell)}
    </>
  )
}
