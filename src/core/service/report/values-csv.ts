import { codeOf } from '../../../shared/register.ts'
import { csvField } from '../../model/csv-field.ts'
import { itemCell } from '../../model/item-cell.ts'
import { itemForOthers } from '../../personal/in-items.ts'
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
      for (const index of collection.itemsOf(school, form)) {
        const item = form.items[index]
        if (item === undefined) continue
        const returned = collection.returned(school.id, form, index)
        const adopted = collection.adopted(school.id, form, index)
        const { sheet, cell } = itemCell(source?.table, item)
        const fields = [
          csvField(codeOf(school)),
          csvField(addresses[index] ?? ''),
          csvField(itemForOthers(form, index, returned)),
          csvField(itemForOthers(form, index, adopted)),
          returned.state,
          file,
          csvField(sheet),
          cell,
        ]
        yield `${fields.join(',')}\n`
      }
    }
  }
}
