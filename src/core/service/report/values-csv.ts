import { codeOf } from '../../../shared/register.ts'
import { a1 } from '../../model/address.ts'
import type { Collection } from '../../collection/collection.ts'

/**
 * values.csv (docs/contract.md §4), line by line: every item of every table in the form of every school
 * in state 正常. Lines end in "\n"; the first is the heading.
 */
export function* valuesCsv(collection: Collection): Generator<string> {
  yield 'school,item,returned,adopted,state,file,sheet,cell\n'
  for (const school of collection.expected) {
    for (const form of collection.forms) {
      const addresses = collection.index.addressesOf(form)
      const source = collection.tableSource(school.id, form.id)
      const file = csvField(source?.file.path ?? '')
      const sheet = csvField(source?.table.sheet ?? '')
      for (const index of collection.itemsOf(school, form)) {
        const item = form.items[index]
        if (item === undefined) continue
        const returned = collection.returned(school.id, form, index)
        const adopted = collection.adopted(school.id, form, index)
        const row = source?.table.rowAt[item.row] ?? -1
        const column = source?.table.columnAt[item.column] ?? -1
        const cell = row < 0 || column < 0 ? '' : a1(row, column)
        const fields = [
          csvField(codeOf(school)),
          csvField(addresses[index] ?? ''),
          csvField(returned.value),
          csvField(adopted.value),
          returned.state,
          file,
          sheet,
          cell,
        ]
        yield `${fields.join(',')}\n`
      }
    }
  }
}

/** A field as RFC 4180 writes it: quoted when it holds a comma, a quote or a line break. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
