import type { GridData, GridRow } from '../../../shared/figures.ts'
import type { CellStory } from '../../../shared/cell-story.ts'
import type { FormFigures, Scope, TotalRow } from '../../../shared/totals.ts'
import type { Basis, Form, School } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import { dimensionNames, groupOf, groupSchools } from '../../consolidate/groups.ts'
import { coverageOver } from '../../collection/coverage.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import type { FormTotals } from '../../consolidate/totals.ts'
import { cellCleanings } from '../../intake/read-table.ts'
import { itemCell } from '../../model/item-cell.ts'
import { NOT_ASKED, STATE_LETTER, stateOf } from '../../../shared/state-letter.ts'
import type { Collection } from '../../collection/collection.ts'
import { wholeTable } from '../../collection/whole-table.ts'
import { tableIn } from '../../collection/form-index.ts'
import { saidEntry } from '../../collection/said-entry.ts'

/**
 * 清单: schools × items with subtotals by group and the county total last.
 *
 * @param opened names this opening of the collection
 * @param since only rows that changed after that revision; null for all. A revision before the last
 *   change of anything but corrections serves no more: then all come
 */
export function gridOf(
  collection: Collection,
  form: Form,
  basis: Basis,
  by: string,
  opened = '',
  since: number | null = null,
): GridData {
  const from = since !== null && since >= collection.returnedRevision ? since : null
  const changed = (school: School): boolean =>
    from === null || collection.figuresRevision(school.id) > from
  const own = collection.expected.filter((school) => collection.itemsOf(school, form).length > 0)
  const items = form.items.map((_, index) => index)
  const rows: GridRow[] = []
  for (const [group, members] of groupSchools(own, by, collection.config)) {
    const news = members.filter(changed)
    rows.push(...news.map((school) => schoolRow(collection, form, school, basis)))
    if (by !== '' && news.length > 0)
      rows.push(totalRow(collection, form, members, basis, group, 'group'))
  }
  if (own.some(changed) || from === null)
    rows.push(totalRow(collection, form, own, basis, '', 'county'))
  const { revision } = collection
  return { form: form.id, basis, by, revision, opened, since: from, items, rows }
}

function schoolRow(collection: Collection, form: Form, school: School, basis: Basis): GridRow {
  const corrected = collection.isCorrected(school.id)
  const whole = corrected ? null : wholeTable(collection, school, form)
  if (whole !== null && !whole.states.includes(STATE_LETTER.unreadable)) {
    const { values, states } = whole
    return { key: school.id, level: 'school', values, states, adopted: [], schools: 1, expected: 1 }
  }
  const asked = new Set(collection.itemsOf(school, form))
  const table = collection.table(school.id, form.id)
  const cells = collection.cells(school.id, form)
  const values: string[] = []
  const adopted: number[] = []
  // Letters added to a text one by one are hundreds of texts to V8.
  const states: string[] = []
  form.items.forEach((_, index) => {
    if (!asked.has(index)) {
      values.push('')
      states.push(NOT_ASKED)
      return
    }
    const returned = cells.returned(index)
    const now = corrected ? cells.adopted(index) : returned
    const shown = basis === 'returned' ? returned : now
    // What the school typed is shown where it could not be understood.
    values.push(shown.state === 'unreadable' ? (table?.raw[index] ?? '') : shown.value)
    states.push(STATE_LETTER[shown.state])
    if (returned.value !== now.value || returned.state !== now.state) adopted.push(index)
  })
  return {
    key: school.id,
    level: 'school',
    values,
    states: states.join(''),
    adopted,
    schools: table === null ? 0 : 1,
    expected: 1,
  }
}

function totalRow(
  collection: Collection,
  form: Form,
  schools: School[],
  basis: Basis,
  key: string,
  level: 'group' | 'county',
): GridRow {
  return {
    key,
    level,
    ...totalCells(form, totalsOver(collection, form, schools, basis)),
    adopted: [],
    schools: withTable(collection, form, schools),
    expected: schools.length,
  }
}

/** A ratio that is undefined, a year, a code: there is no total of it. */
function totalless(returned: FormTotals, adopted: FormTotals, index: number): boolean {
  return returned.values[index] === '' || adopted.values[index] === ''
}

/** A total over schools, where there is anything to add: nothing received is no total of 0. */
function totalCells(
  form: Form,
  { values, schools: counts }: FormTotals,
): Pick<GridRow, 'values' | 'states'> {
  if (counts.every((count) => count === 0)) {
    const states = form.items.map(({ kind }) =>
      kind === 'text' ? NOT_ASKED : STATE_LETTER.missing,
    )
    return { values: values.map(() => ''), states: states.join('') }
  }
  return { values, states: totalStates(form) }
}

function totalStates(form: Form): string {
  return form.items
    .map(({ kind, adds }) => (kind === 'text' || adds === 'no' ? NOT_ASKED : STATE_LETTER.number))
    .join('')
}

/** How many of the schools have the table in. */
function withTable(collection: Collection, form: Form, schools: School[]): number {
  return schools.filter((school) => collection.table(school.id, form.id) !== null).length
}

/** Figures that fill a form as on paper, for a school, a group or the county. */
export function figuresOf(
  collection: Collection,
  form: Form,
  basis: Basis,
  scope: Scope,
): FormFigures {
  const base = { form: form.id, basis, revision: collection.revision }
  if ('school' in scope) {
    const school = collection.school(scope.school)
    const row = schoolRow(collection, form, school, basis)
    const here = row.states.split('').map((state) => ('nbt'.includes(state) ? 1 : 0))
    const coverage = { expected: 1, reported: row.schools }
    return {
      ...base,
      values: row.values,
      states: row.states,
      adopted: row.adopted,
      schools: here,
      coverage,
    }
  }
  const all = collection.expected.filter((school) => collection.itemsOf(school, form).length > 0)
  const schools =
    'county' in scope
      ? all
      : all.filter((school) => groupOf(school, scope.by, collection.config) === scope.group)
  const totals = totalsOver(collection, form, schools, basis)
  return {
    ...base,
    ...totalCells(form, totals),
    adopted: [],
    schools: totals.schools,
    coverage: coverageOver(schools, ({ id }) => collection.table(id, form.id) !== null),
  }
}

/** Totals of a form's items, for the county (by null) or each group of a dimension. */
export function totalRowsOf(collection: Collection, form: Form, by: string | null): TotalRow[] {
  const groups: [string | null, School[]][] =
    by === null
      ? [[null, collection.expected]]
      : [...groupSchools(collection.expected, by, collection.config)]
  const addresses = collection.index.addressesOf(form)
  return groups.flatMap(([group, schools]) => {
    const own = schools.filter((school) => collection.itemsOf(school, form).length > 0)
    const returned = totalsOver(collection, form, own, 'returned')
    const adopted = totalsOver(collection, form, own, 'adopted')
    return form.items.flatMap((item, index) =>
      item.kind === 'text' || (item.adds !== undefined && totalless(returned, adopted, index))
        ? []
        : [
            {
              item: addresses[index] ?? '',
              by,
              group,
              returned: returned.values[index] ?? '',
              adopted: adopted.values[index] ?? '',
              schools: returned.schools[index] ?? 0,
            },
          ],
    )
  })
}

/**
 * Everything about one cell.
 *
 * @throws CallError no-such-school, no-such-item
 */
export function storyOf(
  collection: Collection,
  schoolId: string,
  address: string,
  lastYear: CellStory['lastYear'],
): CellStory {
  const school = collection.school(schoolId)
  const place = collection.index.place(address)
  if (place === null) throw new CallError('no-such-item', { item: address })
  const { form, index, item } = place
  const source = collection.tableSource(schoolId, form.id)
  const at = itemCell(source?.table, item)
  const cell = at.cell === '' ? null : at.cell
  const reasons = source === null ? [] : (collection.verdict(source.file.id)?.reasons ?? [])
  const value = source?.table.values[index] ?? ''
  return {
    school: schoolId,
    item: address,
    returned: collection.returned(schoolId, form, index),
    adopted: collection.adopted(schoolId, form, index),
    source:
      source === null || (cell === null && source.table.list === undefined)
        ? null
        : {
            file: source.file.id,
            path: source.file.path,
            sheet: cell === null ? source.table.sheet : at.sheet,
            // What is counted from a list stands in no cell of its own.
            cell: cell ?? '',
            ...(source.table.list !== undefined && { rows: source.table.list.rowAt.length }),
            raw: source.table.raw[index] ?? value,
            formula: source.table.formulas[index] ?? null,
          },
    cleanings:
      source === null
        ? []
        : cellCleanings(form, source.table).filter((cleaning) => cleaning.item === address),
    reasons: reasons.filter(
      (r) => r.cell !== undefined && r.cell === cell && r.sheet === source?.table.sheet,
    ),
    history: collection.ledger.entries.flatMap((entry) => {
      if (entry.kind !== 'adopt') return []
      const own = entry.payload.changes.find(
        (change) => change.school === schoolId && change.item === address,
      )
      return own === undefined
        ? []
        : [{ ...saidEntry(collection, entry), from: own.from, to: own.to }]
    }),
    versions: versionsOf(collection, schoolId, form, index),
    lastYear,
    goesTo: goesTo(collection, school, form, index),
  }
}

function versionsOf(
  collection: Collection,
  school: string,
  form: Form,
  index: number,
): CellStory['versions'] {
  return collection.allVerdicts().flatMap(({ file, status, school: owner }) => {
    if (owner !== school || status === 'duplicate') return []
    const table = tableIn(file, form, collection.config.referenceDate)
    if (table === undefined) return []
    const state = stateOf(table.states[index])
    return [{ file: file.id, path: file.path, status, value: table.values[index] ?? '', state }]
  })
}

function goesTo(
  collection: Collection,
  school: School,
  form: Form,
  index: number,
): CellStory['goesTo'] {
  const item = form.items[index]
  if (item?.kind !== 'number' || item.adds !== undefined || !school.active) return []
  const { config, expected } = collection
  const only = (schools: School[]): { total: string; schools: number } => {
    const totals = totalsOver(collection, form, schools, 'adopted')
    return { total: totals.values[index] ?? '0', schools: totals.schools[index] ?? 0 }
  }
  const groups = dimensionNames(config, collection.schools).map((by) => {
    const group = groupOf(school, by, config)
    return { by, group, ...only(expected.filter((other) => groupOf(other, by, config) === group)) }
  })
  return [...groups, { by: null, group: null, ...only(expected) }]
}
