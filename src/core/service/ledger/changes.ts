import type { CellChange } from '../../../shared/corrections.ts'
import { CallError } from '../../../shared/result.ts'
import { takeNumber } from '../../cells/value.ts'
import type { Collection } from '../../collection/collection.ts'
import { stamp } from '../../collection/cells.ts'
import type { PayloadOf } from '../../ledger/entry.ts'
import { askOfFraction } from '../../cells/fraction-in-percent.ts'
import type { Form } from '../../../shared/model.ts'

/**
 * Changes as the ledger keeps them: each with the value before and the returned value it corrects.
 * A number may be typed with separators or full-width digits; it is kept as a plain decimal.
 *
 * @throws CallError no-such-school, no-such-item, not-a-number, cell-changed where a figure is not what the
 *   change says it was, no-return for a school of which nothing is in; then nothing is changed
 */
export function checkedChanges(
  collection: Collection,
  changes: CellChange[],
): PayloadOf<'adopt'>['changes'] {
  refuseOvertaken(collection, changes)
  return changes.map(({ school, item, value }) => {
    refuseUnreported(collection, school, value)
    const place = collection.index.place(item)
    if (place === null) throw new CallError('no-such-item', { item })
    const { form, index } = place
    return {
      school,
      item,
      from: collection.adopted(school, form, index).value,
      to:
        value === null
          ? null
          : place.item.kind === 'text'
            ? value
            : plainNumber(value, place.item.unit, form),
      returned: stamp(collection.returned(school, form, index)),
    }
  })
}

/** A figure at a school that has not reported would be in the totals and in no indicator. */
function refuseUnreported(collection: Collection, id: string, value: string | null): void {
  const school = collection.school(id)
  if (value === null || value === '') return
  const state = collection.stateOfSchool(school)
  if (state === 'reported' || state === 'queried') return
  throw new CallError('no-return', { school: school.name })
}

/** Whoever changes 30 into 37 did not see that somebody made 35 of it meanwhile. */
function refuseOvertaken(collection: Collection, changes: readonly CellChange[]): void {
  const overtaken = changes.flatMap(({ school, item, was }) => {
    const place = was === undefined ? null : collection.index.place(item)
    if (was === undefined || place === null) return []
    const now = collection.adopted(school, place.form, place.index).value
    return now === was ? [] : [{ school: collection.school(school).name, item, was, now }]
  })
  const [first] = overtaken
  if (first === undefined) return
  const { school, item, was, now } = first
  const said = { was: was || '—', now: now || '—', cells: overtaken.length }
  throw new CallError('cell-changed', { school, item, ...said })
}

function plainNumber(value: string, unit: string | null, form: Form): string {
  const taken = takeNumber({ kind: 'text', value }, { unit })
  // A single figure, as a target is, has no others of its kind to be held against.
  if (unit === '%' && form.list !== undefined) askOfFraction(taken, '')
  if (taken.state === 'number') return taken.value
  if (taken.state === 'blank') return ''
  throw new CallError('not-a-number', { value })
}
