import type { Form } from '../../../shared/model.ts'
import { codeOf } from '../../../shared/register.ts'
import { ExactSum } from '../../../shared/exact.ts'
import type { Collection } from '../../collection/collection.ts'
import { coverageOf, coverageOver } from '../../collection/coverage.ts'
import { dimensionNames, groupOf } from '../../consolidate/groups.ts'
import { labelOf } from '../../forms/form-index.ts'
import { heldFigure, heldTotal } from '../../lake/figure.ts'
import { itemForOthers } from '../../personal/in-items.ts'
import { maskedText } from '../../personal/marks.ts'
import { pastState } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { itemCell } from '../../model/item-cell.ts'
import type { LakeRow } from '../../model/lake.ts'
import { numberOf } from '../../model/number.ts'
import type { CellValue } from '../../collection/cells.ts'
import { widestEdition } from '../data/export-input.ts'
import { base64 } from '../../lake/base64.ts'

// The rows of the columnar export's tables (src/core/lake/schema.ts), cells in the order of their columns.

/** How many figures the columns for figures cannot hold, so that they stand beside as texts. */
export interface Beside {
  count: number
}

/** Every item of every table in the form of every school in state 正常. */
export function* valueRows(collection: Collection, beside: Beside): Generator<LakeRow> {
  for (const school of collection.expected) {
    for (const form of collection.forms) {
      const addresses = collection.index.addressesOf(form)
      const source = collection.tableSource(school.id, form.id)
      const cells = collection.cells(school.id, form)
      for (const index of collection.itemsOf(school, form)) {
        const item = form.items[index]
        if (item === undefined) continue
        const now = cells.returned(index)
        const adopted = cells.adopted(index)
        const raw = source?.table.raw[index]
        const others = (one: CellValue, text: string): string =>
          itemForOthers(form, index, { state: one.state, value: text })
        const left = cellOf(now, raw, others)
        const right = now === adopted ? left : cellOf(adopted, raw, others)
        if (adopted.state === 'number' && right.exact === null) beside.count++
        const { sheet, cell } = itemCell(source?.table, item)
        yield [
          school.id,
          form.id,
          addresses[index] ?? '',
          left.exact,
          right.exact,
          left.text,
          right.text,
          now.state,
          adopted.state,
          source?.file.path ?? null,
          sheet === '' ? null : sheet,
          cell === '' ? null : cell,
        ]
      }
    }
  }
}

/** A figure in its column; a text, what nobody can read, and a figure that does not fit, as written. */
function cellOf(
  cell: CellValue,
  raw: string | undefined,
  others: (cell: CellValue, text: string) => string,
): ReturnType<typeof heldFigure> {
  const { value, state } = cell
  if (state === 'number') return heldFigure(value)
  const text = others(cell, state === 'unreadable' ? (raw ?? value) : value)
  return { exact: null, text: text === '' ? null : text }
}

/** All that the register speaks of, closed ones too. */
export function* schoolRows(collection: Collection): Generator<LakeRow> {
  for (const school of collection.schools) {
    yield [
      school.id,
      codeOf(school),
      school.name,
      school.shortName,
      school.type,
      school.status,
      String(school.active),
      school.unit ?? null,
      collection.stateOfSchool(school),
    ]
  }
}

export function* attributeRows(collection: Collection): Generator<LakeRow> {
  const { config, schools } = collection
  const dimensions = dimensionNames(config, schools)
  for (const school of schools) {
    for (const [name, value] of Object.entries(school.attributes))
      if (value !== '') yield [school.id, name, value, 'false']
    for (const name of dimensions) yield [school.id, name, groupOf(school, name, config), 'true']
  }
}

export function* formRows(collection: Collection): Generator<LakeRow> {
  for (const [position, form] of collection.forms.entries()) {
    yield [
      form.id,
      String(position),
      form.number ?? form.id,
      form.title,
      form.unit,
      String(form.list !== undefined),
      widestEdition(form)?.workbook ?? null,
      JSON.stringify(form),
    ]
  }
}

export function* itemRows(collection: Collection): Generator<LakeRow> {
  for (const form of collection.forms) {
    const addresses = collection.index.addressesOf(form)
    for (const [index, item] of form.items.entries()) {
      const row = form.rows[item.row]
      const column = form.columns[item.column]
      yield [
        form.id,
        addresses[index] ?? '',
        String(index),
        row?.code ?? '',
        column?.code ?? '',
        item.label ?? row?.label ?? '',
        column?.path.join(' / ') ?? '',
        item.unit ?? form.unit,
        item.kind,
        addsOf(item),
        item.formula,
      ]
    }
  }
}

/** sum: figures of schools add up; formula: worked out anew over the sums; no: neither. */
function addsOf(item: Form['items'][number]): string {
  return item.kind === 'text' ? 'no' : (item.adds ?? 'sum')
}

/** What last year's list comes to, item by item: over all its schools, closed ones too. */
export function* lastYearRows(collection: Collection, prior: LastYear): Generator<LakeRow> {
  const schools = [...prior.values.keys()]
  for (const form of collection.forms) {
    const addresses = collection.index.addressesOf(form)
    for (const [index, item] of form.items.entries()) {
      const address = addresses[index] ?? ''
      if (addsOf(item) !== 'sum' || prior.covered.get(form.id)?.has(address) !== true) continue
      const total = new ExactSum()
      let count = 0
      for (const school of schools) {
        const state = pastState(prior, school, form.id, address)
        if (state !== 'value' && state !== 'blank') continue
        const value = prior.values.get(school)?.get(address) ?? ''
        if (value !== '' && numberOf(value) !== null) total.add(value)
        count++
      }
      const { exact, text } = heldTotal(String(total))
      yield [form.id, address, exact, text, String(count)]
    }
  }
}

export function* correctionRows(collection: Collection): Generator<LakeRow> {
  const entries = new Map(collection.ledger.entries.map((entry) => [entry.id, entry]))
  for (const { school, form, index, address, entry: id } of collection.corrections()) {
    const item = form.items[index]
    const entry = entries.get(id)
    const returned = collection.returned(school, form, index)
    const raw = collection.table(school, form.id)?.raw[index]
    yield [
      school,
      form.id,
      address,
      item === undefined ? '' : labelOf(form, item),
      itemForOthers(form, index, {
        state: returned.state,
        value: returned.state === 'unreadable' ? (raw ?? '') : returned.value,
      }),
      itemForOthers(form, index, collection.adopted(school, form, index)),
      maskedText(entry?.reason ?? ''),
      entry?.person ?? '',
      entry?.at ?? '',
    ]
  }
}

export function* coverageRows(collection: Collection): Generator<LakeRow> {
  yield* coverageLines(null, coverageOf(collection))
  for (const form of collection.forms) {
    const own = collection.expected.filter((one) => collection.itemsOf(one, form).length > 0)
    const has = ({ id }: { id: string }): boolean => collection.table(id, form.id) !== null
    yield* coverageLines(form.id, coverageOver(own, has))
  }
}

function* coverageLines(
  form: string | null,
  { expected, reported, units }: ReturnType<typeof coverageOf>,
): Generator<LakeRow> {
  yield [form, 'schools', String(expected), String(reported)]
  if (units !== undefined) yield [form, 'others', String(units.expected), String(units.reported)]
}

export function* blankRows(collection: Collection): Generator<LakeRow> {
  const names = new Set(collection.forms.flatMap(({ editions }) => editions.map((e) => e.workbook)))
  for (const name of names) {
    const found = collection.material('form', name)
    if (found !== null) yield [name, base64(found.bytes)]
  }
}
