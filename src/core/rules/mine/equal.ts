import type { Form } from '../../../shared/model.ts'
import { itemAddress } from '../../model/address.ts'
import { compare, showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { plainCode } from '../derive/check-text.ts'
import { labelOf } from './lines.ts'
import type { Found } from './lines.ts'
import { isZero, numberIn, SCHOOLS, supportOf } from './observed.ts'
import type { Observed } from './observed.ts'

/** Schools are taken in so many parts; what holds in 19 of 20 is whole in one of them. */
const PARTS = 8

/** Figures that stand in two tables alike. */
export function equalities(a: Form, b: Form, all: readonly Observed[]): Found[] {
  const both = all.flatMap(({ school, table }) => {
    const [left, right] = [table(a), table(b)]
    return left === null || right === null ? [] : [{ school, left, right }]
  })
  if (new Set(both.map(({ school }) => school)).size < SCHOOLS) return []
  const column = (form: Form, side: 'left' | 'right'): (Num | null)[][] =>
    form.items.map((item, index) =>
      item.kind === 'number' ? both.map((one) => numberIn(one[side], index)) : [],
    )
  const [left, right] = [column(a, 'left'), column(b, 'right')]
  const pairs = new Set<string>()
  for (let part = 0; part < PARTS; part += 1) {
    const byText = new Map<string, number[]>()
    right.forEach((values, index) => {
      const key = keyOf(values, part)
      if (key !== null) byText.set(key, [...(byText.get(key) ?? []), index])
    })
    left.forEach((values, index) => {
      const key = keyOf(values, part)
      if (key !== null) for (const other of byText.get(key) ?? []) pairs.add(`${index} ${other}`)
    })
  }
  return [...pairs].flatMap((pair) => {
    const [one = 0, other = 0] = pair.split(' ').map(Number)
    return equality([a, one, left[one] ?? []], [b, other, right[other] ?? []], both)
  })
}

type Side = readonly [form: Form, index: number, values: readonly (Num | null)[]]

function equality(
  [a, one, left]: Side,
  [b, other, right]: Side,
  both: readonly { school: string }[],
): Found[] {
  if (a.items[one]?.unit !== b.items[other]?.unit) return []
  const rows = both.map(({ school }, at) => ({ school, at }))
  const support = supportOf(rows, ({ at }) => {
    const [x = null, y = null] = [left[at], right[at]]
    if (x === null || y === null || (isZero(x) && isZero(y))) return 'nothing'
    if (compare(x, y) !== 0) return 'fails'
    return x
  })
  if (support === null || support.schools < SCHOOLS) return []
  const [first, second] = [placeOf(a, one), placeOf(b, other)]
  if (first === null || second === null) return []
  const { schools, held, of } = support
  const check = `${first.address} = ${second.address}`
  return [{ kind: 'equal', check, title: `${first.title} = ${second.title}`, schools, held, of }]
}

/** The figures of a part as one text; null where all are 0 or one is not known. */
function keyOf(values: readonly (Num | null)[], part: number): string | null {
  const own = values.filter((_, at) => at % PARTS === part)
  if (own.length === 0 || own.includes(null)) return null
  if (own.every((value) => value === 0)) return null
  return own.map((value) => showNumber(value ?? 0, 12)).join(' ')
}

function placeOf(form: Form, index: number): { address: string; title: string } | null {
  const item = form.items[index]
  const row = form.rows[item?.row ?? -1]?.code ?? ''
  const column = form.columns[item?.column ?? -1]?.code ?? ''
  if (item === undefined || !plainCode(row) || !plainCode(column)) return null
  const title = `${form.id} ${labelOf(form, 'rows', item.row)}·${labelOf(form, 'columns', item.column)}`
  return { address: itemAddress(form.id, row, column), title }
}
