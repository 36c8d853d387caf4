import type { Form } from '../../shared/model.ts'
import { cellKey, splitCellKey } from '../ledger/state.ts'
import type { LedgerState, ListCorrection } from '../ledger/state.ts'
import type { FormIndex } from '../forms/form-index.ts'
import type { CellValue } from './cells.ts'

/** What a collection knows of corrections. */
interface Corrected {
  ledger: Pick<LedgerState, 'corrections' | 'listCorrections'>
  index: FormIndex
  standsFor(school: string): string
  returned(school: string, form: Form, index: number): CellValue
  adopted(school: string, form: Form, index: number): CellValue
}

/** A figure that is adopted otherwise than it was returned, and the entry by which it is. */
export interface CorrectedCell {
  school: string
  form: Form
  index: number
  address: string
  entry: number
}

/** Corrections in force; of lists, what is counted otherwise by the last of their cells. */
export function correctionsIn(collection: Corrected): CorrectedCell[] {
  const { corrections } = collection.ledger
  const cells = [...corrections].flatMap(([key, { entry }]): CorrectedCell[] => {
    const [school, address] = splitCellKey(key)
    const place = collection.index.place(address)
    return place === null ? [] : [{ school, form: place.form, index: place.index, address, entry }]
  })
  const counts = countsOfRows(collection).filter(
    ({ school, address }) => !corrections.has(cellKey(school, address)),
  )
  return [...cells, ...counts].filter(({ school, form, index }) => {
    const returned = collection.returned(school, form, index)
    const adopted = collection.adopted(school, form, index)
    return returned.value !== adopted.value || returned.state !== adopted.state
  })
}

function countsOfRows(collection: Corrected): CorrectedCell[] {
  const last = new Map<string, ListCorrection>()
  for (const one of collection.ledger.listCorrections.values()) {
    const school = collection.standsFor(one.school)
    const key = `${school}\n${one.form}`
    if ((last.get(key)?.entry ?? 0) < one.entry) last.set(key, { ...one, school })
  }
  return [...last.values()].flatMap(({ school, form: id, entry }) => {
    const form = collection.index.form(id)
    if (form === null) return []
    const addresses = collection.index.addressesOf(form)
    return addresses.map((address, index) => ({ school, form, index, address, entry }))
  })
}
