import type { Form } from '../../shared/model.ts'
import { normalLabel } from '../forms/label.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { sideReader } from '../indicators/side-reader.ts'
import type { SideReader } from '../indicators/side-reader.ts'
import { parseItemAddress } from '../model/address.ts'

/** What a control total is the total of. */
export interface Measure {
  title: string
  /** The item's address; null for an indicator over several. */
  item: string | null
  /** What it is counted in; "" where nothing says so. */
  unit: string
  reader: SideReader
}

/** What a heading may mean in a collection. */
export interface Headings {
  /** The measure, `null` for no measure at all, or the several things that it may mean. */
  meaning(heading: string, form: Form | null): Measure | null | string[]
}

/** Words that any table has; alone they name no item. */
const SAYS_NOTHING = /^(?:总计|合计|小计|计|数量|人数|金额|其中女|女|)$/u
const TOTAL_ROW = /^(?:总计|合计|全部)$/u

/**
 * Headings that people write above totals: an address (表号[行,列], or [行,列] on a sheet of one
 * table), an indicator's id or title where it is a plain sum, or the labels of an item as printed,
 * where only one item has them.
 */
export function headingsOf(
  forms: readonly Form[],
  indicators: readonly Indicator[],
  address: (form: Form, index: number) => string,
  hasAttribute: (name: string) => boolean,
): Headings {
  const byAddress = new Map<string, { form: Form; index: number }>()
  const byLabel = new Map<string, { form: Form; index: number }[]>()
  for (const form of forms) {
    form.items.forEach((item, index) => {
      if (item.kind !== 'number') return
      byAddress.set(plainAddress(address(form, index)), { form, index })
      for (const name of namesOf(form, index)) {
        byLabel.set(name, [...(byLabel.get(name) ?? []), { form, index }])
      }
    })
  }
  const indicator = (heading: string): Measure | null => {
    const found = indicators.find((one) => one.id === heading || one.title === heading)
    if (found?.numerator.kind !== 'sum' || found.denominator !== null || found.scale !== '1') {
      return null
    }
    const reader = sideReader(found.numerator, forms, hasAttribute)
    if (reader === null) return null
    const [only, ...others] = reader.cells
    const single = only !== undefined && others.length === 0
    const item = single ? address(only.form, only.index) : null
    return { title: found.title, item, unit: found.unit, reader }
  }
  const measure = ({ form, index }: { form: Form; index: number }): Measure | null => {
    const item = address(form, index)
    const reader = sideReader({ expr: item, where: null }, forms, hasAttribute)
    const unit = form.items[index]?.unit ?? form.unit ?? ''
    return reader === null ? null : { title: titleOf(form, index), item, unit, reader }
  }
  return {
    meaning(heading, form) {
      const text = heading.normalize('NFKC').trim()
      const bare = /^\[[^\]]*\]$/u.test(text) && form !== null ? `${form.id}${text}` : text
      const place = byAddress.get(plainAddress(bare))
      if (place !== undefined) return measure(place)
      const counted = indicator(text)
      if (counted !== null) return counted
      const all = byLabel.get(normalLabel(text)) ?? []
      const own = form === null ? all : all.filter((one) => one.form === form)
      const [first, ...others] = own.length > 0 ? own : all
      if (first === undefined) return null
      if (others.length > 0) return [first, ...others].map((one) => address(one.form, one.index))
      return measure(first)
    },
  }
}

/** An address without the spaces that people put into it, codes without leading zeros. */
function plainAddress(text: string): string {
  const parts = parseItemAddress(text.replaceAll(/\s+/gu, '').replace('，', ','))
  if (parts === null) return ''
  const code = (one: string): string => one.replace(/^0+(?=\d)/u, '')
  return `${parts.form}[${code(parts.row)},${code(parts.column)}]`
}

/** Names by which people call an item; of the row of totals the row is left out. */
function namesOf(form: Form, index: number): Set<string> {
  const item = form.items[index]
  const row = form.rows[item?.row ?? -1]?.label ?? ''
  const path = form.columns[item?.column ?? -1]?.path ?? []
  const columns = [path.join(''), path.join('·')]
  if (TOTAL_ROW.test(path.at(-1) ?? '')) columns.push(path.slice(0, -1).join(''))
  const rows = [row, row.replace(/\s*[(（][^()（）]*[)）]$/u, '')]
  const names = columns.flatMap((column) => [
    ...rows.flatMap((one) => [
      `${column}·${one}`,
      `${one}·${column}`,
      `${column}${one}`,
      `${one}${column}`,
    ]),
    ...(TOTAL_ROW.test(row) ? [column, `${form.title}${column}`] : []),
    ...(form.columns.length === 1 ? rows : []),
  ])
  return new Set(names.map(normalLabel).filter((name) => !SAYS_NOTHING.test(name)))
}

function titleOf(form: Form, index: number): string {
  const item = form.items[index]
  const column = form.columns[item?.column ?? -1]?.path.join('·') ?? ''
  return `${column}·${form.rows[item?.row ?? -1]?.label ?? ''}`
}
