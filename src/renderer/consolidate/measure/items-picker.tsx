import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Form } from '../../../shared/model.ts'
import { formOf, itemAddress, itemAt, itemLabel } from '../../figures/item-names.ts'
import { useForms } from '../../state/catalog.ts'
import { useDeskState } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { Choice } from './choice.tsx'

/** Items of forms that are added together, each with its full name. */
export function ItemsPicker(props: {
  items: string[]
  onChange: (items: string[]) => void
}): ReactNode {
  const { items, onChange } = props
  const words = useWords().measure
  const forms = useForms()
  const last = useDeskState((state) => state.form)
  const [chosen, setChosen] = useState<string | null>(null)
  const id = chosen ?? formOf(items.at(-1) ?? '') ?? last
  const usable = (forms.value ?? []).filter((form) => numbersOf(form).length > 0)
  const form =
    usable.find((one) => one.id === id) ?? usable.find((one) => one.id === last) ?? usable[0]
  const name = (address: string): string => {
    const own = usable.find((one) => one.id === formOf(address))
    const item = own?.items[itemAt(own, address)]
    return own && item ? itemLabel(own, item) : address
  }
  return (
    <>
      {items.map((item) => (
        <span key={item} className="item-chip" title={item}>
          {name(item)}
          <button
            type="button"
            className="link"
            aria-label={words.remove(name(item))}
            onClick={() => onChange(items.filter((one) => one !== item))}
          >
            ✕
          </button>
        </span>
      ))}
      <Choice
        label={words.form}
        className="item-form"
        value={form?.id ?? ''}
        options={usable.map((one) => ({ value: one.id, text: `${one.id} ${one.title}` }))}
        onChange={setChosen}
      />
      <Choice
        label={words.item}
        className="item-choice"
        placeholder={items.length === 0 ? words.item : words.add}
        value=""
        options={form === undefined ? [] : optionsOf(form, items)}
        onChange={(item) => onChange([...items, item])}
      />
    </>
  )
}

function numbersOf(form: Form): Form['items'] {
  return form.items.filter(({ kind, adds }) => kind === 'number' && adds === undefined)
}

function optionsOf(form: Form, taken: string[]) {
  return numbersOf(form)
    .map((item) => ({
      value: itemAddress(form, item),
      text: itemLabel(form, item),
      hint: itemAddress(form, item),
    }))
    .filter(({ value }) => !taken.includes(value))
}
