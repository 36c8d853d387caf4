import type { ReactNode } from 'react'
import { formOf, itemAt } from '../figures/item-names.ts'
import { useForms, useSchools } from '../state/catalog.ts'
import { CellPanel } from './cell-panel.tsx'

/** A cell of a school by its address; nothing where the collection has none of it. */
export function OneCell({ school, item: address }: { school: string; item: string }): ReactNode {
  const forms = useForms()
  const schools = useSchools()
  const form = forms.value?.find(({ id }) => id === formOf(address))
  const item = form?.items[itemAt(form, address)]
  if (!form || !item || !schools.value) return null
  return <CellPanel form={form} item={item} school={school} schools={schools.value} />
}
