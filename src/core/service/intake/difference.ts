import type { FileDifference } from '../../../shared/sent.ts'
import { CallError } from '../../../shared/result.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { addExact, formatExact, parseExact, subtractExact, ZERO } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import { stateOf } from '../../../shared/state-letter.ts'
import type { TableReading } from '../../model/reading.ts'
import type { StoredFile } from '../../ports.ts'
import type { CellValue } from '../../collection/cells.ts'
import type { Collection } from '../../collection/collection.ts'
import { tableIn } from '../../collection/form-index.ts'
import { labelOf } from '../../forms/form-index.ts'

/**
 * What a file says otherwise than another of the same school, cell by cell, with what each change
 * does to the county's total.
 *
 * @param against null: the file that counts for the school
 * @throws CallError no-such-file
 */
export function differenceOf(
  collection: Collection,
  id: number,
  against: number | null,
): FileDifference {
  const after = fileOf(collection, id)
  const school = collection.verdict(after.id)?.school ?? ''
  const standing = collection.standing(school)?.files ?? []
  const before = fileOf(collection, against ?? standing.find((file) => file.id !== id)?.id ?? id)
  const { referenceDate } = collection.config
  const cells: FileDifference['cells'] = []
  for (const form of collection.forms) {
    // Where several files count for the school, each table is held against the one that counts.
    const counts = against === null ? collection.tableSource(school, form.id) : null
    const earlier =
      counts !== null && counts.file.id !== id ? counts.table : tableIn(before, form, referenceDate)
    const later = tableIn(after, form, referenceDate)
    // A table that does not come again goes on counting as it came.
    if (later === undefined) continue
    const changed = form.items.flatMap((item, index) => {
      const was = cellOf(earlier, index)
      const is = cellOf(later, index)
      return was.value === is.value && was.state === is.state ? [] : [{ item, index, was, is }]
    })
    if (changed.length === 0) continue
    const totals = totalsOver(collection, form, collection.expected, 'returned')
    const addresses = collection.index.addressesOf(form)
    for (const { item, index, was, is } of changed) {
      const now = totals.values[index] ?? ''
      const then = now === '' || item.adds !== undefined ? '' : moved(now, was, is)
      cells.push({
        item: addresses[index] ?? '',
        label: labelOf(form, item),
        before: was,
        after: is,
        total: item.adds === undefined ? [now, then] : ['', ''],
      })
    }
  }
  return { file: after.id, against: before.id, paths: [before.path, after.path], cells }
}

function fileOf(collection: Collection, id: number): StoredFile {
  const file = collection.file(id)
  if (file === null) throw new CallError('no-such-file', { path: String(id) })
  return file
}

function cellOf(table: TableReading | undefined, index: number): CellValue {
  if (table === undefined) return { value: '', state: 'missing' }
  return { value: table.values[index] ?? '', state: stateOf(table.states[index]) }
}

function moved(total: string, was: CellValue, is: CellValue): string {
  const number = ({ value, state }: CellValue): Exact =>
    state === 'number' ? (parseExact(value) ?? ZERO) : ZERO
  const sum = parseExact(total) ?? ZERO
  return formatExact(addExact(subtractExact(sum, number(was)), number(is)))
}
