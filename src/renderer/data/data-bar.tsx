import { Combobox, Dropdown, Option, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { Chip } from '../ui/chip.tsx'
import { PlacePicker } from './place-picker.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { RowFilter, Desk, DeskState } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { useCommitted } from '../ui/composition.ts'

const FILTERS: RowFilter[] = ['all', 'unreadable', 'adopted', 'missing']
const VIEWS: DeskState['view'][] = ['list', 'paper']

/** What is shown: list or paper, which table, grouped by what, which schools. */
export function DataBar(props: { forms: Form[]; form: Form; schools: SchoolRow[] }): ReactNode {
  const { store } = useDesk()
  const { data: words, lists } = useWords()
  const view = useDeskState((state) => state.view)
  return (
    <div className="data-bar">
      <fieldset className="switch">
        {VIEWS.map((one) => (
          <ToggleButton
            key={one}
            size="small"
            checked={view === one}
            appearance={view === one ? 'primary' : 'secondary'}
            onClick={() => showView(store, one)}
          >
            {props.form.list === undefined ? words[one] : lists[one === 'list' ? 'counts' : 'rows']}
          </ToggleButton>
        ))}
      </fieldset>
      <FormPicker forms={props.forms} form={props.form} />
      {props.form.unit !== null && (
        <span className="hint data-unit">{words.unit(props.form.unit)}</span>
      )}
      {view === 'list' ? (
        <ListChoices form={props.form} />
      ) : (
        <PlacePicker form={props.form.id} schools={props.schools} />
      )}
    </div>
  )
}

/** The form opens for the school whose cell is selected, so that the cell stays in sight. */
function showView(store: Desk['store'], view: DeskState['view']): void {
  const { selected } = store.get()
  store.set({
    view,
    ...(view === 'paper' && selected?.kind === 'cell'
      ? { place: { school: selected.school } }
      : {}),
  })
}

/** A town is no group of another grouping: what was selected of it goes. */
function groupBy(store: Desk['store'], by: string): void {
  const { selected, place } = store.get()
  const ofGroup = selected?.kind === 'total' && selected.level === 'group'
  store.set({
    by,
    ...(ofGroup && { selected: null }),
    ...('group' in place && { place: { county: true } }),
  })
}

function FormPicker({ forms, form }: { forms: Form[]; form: Form }): ReactNode {
  const { store } = useDesk()
  const words = useWords().data
  const [typed, setTyped] = useState<string | null>(null)
  const name = `${form.id} ${form.title}`
  const shown =
    typed === null || typed === name
      ? forms
      : forms.filter((one) => `${one.id} ${one.title}`.includes(typed))
  const field = useCommitted(typed ?? name, setTyped)
  return (
    <Combobox
      size="small"
      className="form-picker"
      aria-label={words.form}
      {...field}
      selectedOptions={[form.id]}
      onBlur={() => setTyped(null)}
      onOptionSelect={(_, data) => {
        setTyped(null)
        if (data.optionValue !== undefined)
          store.set({ form: data.optionValue, onlyRow: null, selected: null })
      }}
    >
      {shown.map((one) => (
        <Option key={one.id} value={one.id} text={`${one.id} ${one.title}`}>
          <span className="form-option">
            <b>{one.id}</b> {one.title}
          </span>
        </Option>
      ))}
    </Combobox>
  )
}

function ListChoices({ form }: { form: Form }): ReactNode {
  const { store } = useDesk()
  const words = useWords().data
  const by = useDeskState((state) => state.by)
  const onlyRow = useDeskState((state) => state.onlyRow)
  const filter = useDeskState((state) => state.rowFilter)
  const dimensions = useDeskState((state) => state.overview?.dimensions)
  const row = onlyRow === null ? undefined : form.rows[onlyRow]
  return (
    <>
      <label className="data-choice">
        {words.rows}
        <Dropdown
          size="small"
          className="row-picker"
          value={row ? `${row.code} ${row.label}` : words.allRows}
          selectedOptions={[String(onlyRow ?? '')]}
          onOptionSelect={(_, data) =>
            store.set({ onlyRow: data.optionValue ? Number(data.optionValue) : null })
          }
        >
          <Option value="">{words.allRows}</Option>
          {form.rows.map((one, index) => (
            <Option key={one.code} value={String(index)}>{`${one.code} ${one.label}`}</Option>
          ))}
        </Dropdown>
      </label>
      <label className="data-choice">
        {words.by}
        <Dropdown
          size="small"
          className="by-picker"
          value={by}
          selectedOptions={[by]}
          onOptionSelect={(_, data) => groupBy(store, data.optionValue ?? by)}
        >
          {(dimensions ?? []).map((dimension) => (
            <Option key={dimension.name}>{dimension.name}</Option>
          ))}
        </Dropdown>
      </label>
      <span className="chips">
        {FILTERS.map((one) => (
          <Chip
            key={one}
            on={filter === one}
            label={words.filter[one]}
            onClick={() => store.set({ rowFilter: one })}
          />
        ))}
      </span>
    </>
  )
}
