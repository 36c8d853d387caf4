import type { Form } from '../../shared/model.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import { FormIndex } from '../forms/form-index.ts'
import { labelsOf, matchItems } from '../last-year/match-items.ts'
import type { PastTable } from '../last-year/past-table.ts'

/** Where the items of one county's form go in the city's. */
interface LinedUp {
  /** The county's own form. */
  form: Form
  /** Item of the county's form, by address → index into the city form's items. */
  place: ReadonlyMap<string, number>
}

/** A county's forms by the city's form id. */
export type CountyForms = ReadonlyMap<string, LinedUp>

export interface CityForms {
  forms: Form[]
  /** By part. */
  counties: ReadonlyMap<number, CountyForms>
  troubles: RollupTrouble[]
}

interface Variant {
  forms: Form[]
  parts: { part: number; name: string }[]
}

/**
 * The city's forms: those that most counties use, and behind them what only some have. The other
 * counties' items are lined up by their labels, as last year's are (docs/contract.md §2: labels win
 * over codes). An item without a place, or in another unit, is in no figure of the city, and is named.
 *
 * @param variants counties with the same forms together
 */
export function lineUp(variants: readonly Variant[]): CityForms {
  const [most, ...others] = [...variants].sort((a, b) => b.parts.length - a.parts.length)
  if (most === undefined) return { forms: [], counties: new Map(), troubles: [] }
  const city = [...most.forms]
  const counties = new Map<number, CountyForms>()
  const troubles: RollupTrouble[] = []
  const own = new Map(most.forms.map((form) => [form.id, { form, place: itself(form) }]))
  for (const { part } of most.parts) counties.set(part, own)
  for (const variant of others) {
    const { lined, said } = linedUp(variant.forms, city)
    for (const { part, name } of variant.parts) {
      counties.set(part, lined)
      troubles.push(...said.map((trouble) => ({ ...trouble, county: name })))
    }
  }
  // What only some have was said of them.
  for (const form of most.forms) {
    for (const { parts } of variants) {
      for (const { part, name } of parts) {
        if (counties.get(part)?.has(form.id) === true) continue
        troubles.push({
          code: 'form-missing',
          county: name,
          params: { form: form.id, title: form.title },
        })
      }
    }
  }
  return { forms: city, counties, troubles }
}

type Said = Omit<RollupTrouble, 'county'>

function linedUp(forms: readonly Form[], city: Form[]): { lined: CountyForms; said: Said[] } {
  const lined = new Map<string, LinedUp>()
  const said: Said[] = []
  for (const form of forms) {
    const target = counterpart(form, city, lined)
    if (target === undefined) {
      city.push(form)
      lined.set(form.id, { form, place: itself(form) })
      said.push({ code: 'form-only-here', params: { form: form.id, title: form.title } })
      continue
    }
    const { place, notes } = placesIn(form, target)
    lined.set(target.id, { form, place })
    said.push(...notes)
  }
  return { lined, said }
}

/** Forms of another year, as far as they have a place in the city's. */
export function linedUpWith(forms: readonly Form[], city: readonly Form[]): CountyForms {
  const lined = new Map<string, LinedUp>()
  for (const form of forms) {
    const target = counterpart(form, city, lined)
    if (target !== undefined) lined.set(target.id, { form, place: placesIn(form, target).place })
  }
  return lined
}

/** The city's form that a county's form is: of the same id, else of the same printed number and title. */
function counterpart(form: Form, city: readonly Form[], taken: CountyForms): Form | undefined {
  const free = city.filter(({ id }) => !taken.has(id))
  return (
    free.find(({ id }) => id === form.id) ??
    free.find((one) => (one.number ?? one.id) === (form.number ?? form.id)) ??
    free.find((one) => one.title !== '' && one.title === form.title)
  )
}

function itself(form: Form): ReadonlyMap<string, number> {
  return new Map(new FormIndex([form]).addressesOf(form).map((address, index) => [address, index]))
}

function placesIn(form: Form, target: Form): { place: Map<string, number>; notes: Said[] } {
  const addresses = new FormIndex([form]).addressesOf(form)
  const there = new FormIndex([target]).addressesOf(target)
  const place = new Map<string, number>()
  if (sameItems(form, target)) {
    addresses.forEach((address, index) => place.set(address, index))
    return { place, notes: [] }
  }
  const { pairs } = matchItems(asList(form), target)
  const left: string[] = []
  const moved: string[] = []
  const units: string[] = []
  addresses.forEach((address, index) => {
    const pair = pairs[index]
    const item = form.items[index]
    const found = pair !== undefined && 'index' in pair ? target.items[pair.index] : undefined
    if (item === undefined) return
    if (pair === undefined || !('index' in pair) || found?.kind !== item.kind) {
      left.push(named(form, index))
    } else if ((found.unit ?? target.unit) !== (item.unit ?? form.unit)) {
      units.push(
        `${named(form, index)}（${item.unit ?? form.unit ?? '—'} / ${found.unit ?? target.unit ?? '—'}）`,
      )
    } else {
      place.set(address, pair.index)
      if (codeOf(address) !== codeOf(there[pair.index] ?? '')) moved.push(named(form, index))
    }
  })
  const about = { form: target.id, title: target.title }
  const note = (code: Said['code'], items: string[]): Said[] =>
    items.length === 0
      ? []
      : [{ code, params: { ...about, count: items.length, items: someOf(items) } }]
  return {
    place,
    notes: [
      ...note('items-left-out', left),
      ...note('unit-differs', units),
      ...note('items-moved', moved),
    ],
  }
}

const codeOf = (address: string): string => address.slice(address.lastIndexOf('['))

function named(form: Form, index: number): string {
  const item = form.items[index]
  return item === undefined ? '' : labelsOf(form, item).filter(Boolean).join('·')
}

function someOf(items: readonly string[]): string {
  return items.slice(0, 6).join('、') + (items.length > 6 ? '…' : '')
}

/** Whether two forms have the same rows, columns and items, whatever else of them differs. */
function sameItems(a: Form, b: Form): boolean {
  const shape = ({ unit, rows, columns, items }: Form): string =>
    JSON.stringify([
      rows,
      columns,
      items.map((item) => [item.row, item.column, item.kind, item.unit ?? unit, item.adds]),
    ])
  return shape(a) === shape(b)
}

/** A form as a list names its items, so that it is lined up as last year's lists are. */
function asList(form: Form): PastTable {
  const items = form.items.map((item, at) => ({
    row: form.rows[item.row]?.code ?? '',
    column: form.columns[item.column]?.code ?? '',
    labels: labelsOf(form, item),
    at,
  }))
  return { form: form.id, sheet: '', items, lines: [] }
}
