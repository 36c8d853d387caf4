import type { Form } from '../../shared/model.ts'
import { unitMeasure } from '../cells/unit-size.ts'
import { compare, fraction, over, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asCount, byType, remembered, rememberedGroup } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'
import { ratioLimits } from './ratio-limits.ts'

/** An item that people write in more than one unit, and by what a figure is then off. */
interface Scaled {
  form: Form
  index: number
  unit: string
  factors: readonly number[]
  /** What the whole of a share is held as. */
  whole: number
}

/** A figure that is far from another, and as near to it as this when the unit is put right. */
interface Slip {
  factor: number
  fits: Num
}

const SHARE = [100]
/** 千元 and 万元 for 元, or the other way round. */
const MONEY = [10_000, 1_000]
/** 万平方米 for 平方米. */
const AREA = [10_000]

/**
 * 量级: a share, a sum of money or an area that is far from like schools' or from the school's own of
 * last year, and near to it once a unit's factor is put right: 0.315 among 31.5 (%), 35 among
 * 350,000 (元). One reading alone cannot tell it, for 0.315 % may be true; the others can. What is
 * far is told by `ratioLimits`, and where the figures of like schools lie so wide apart that the
 * factor says nothing, nothing is told. Of several such cells of a table one finding names them all.
 */
export function magnitude(context: ScreeningContext): Screen {
  const items = context.forms.flatMap(scaledIn)
  const least = Number(context.threshold('量级', 'peers', '8'))
  const near = context.threshold('量级', 'near', '3')
  const limitsOf = rememberedGroup((members) => {
    const limits = new Map<Scaled, { low: Num; high: Num; median: Num; schools: number }>()
    for (const item of items) {
      const values = members.map((one) => figureOf(one, item)).filter((value) => value !== null)
      if (values.length < least) continue
      const usual = ratioLimits(values, 5, over(item.factors.at(-1) ?? 1, times(near, 2)) ?? 1)
      if (usual !== null) limits.set(item, { ...usual, schools: values.length })
    }
    return limits
  })
  const sinceLastYear = remembered((one) =>
    items.flatMap((item) => fromLastYear(context, one, item, near)),
  )
  return (schools) =>
    [...byType(schools)].flatMap(([type, members]) => {
      const limits = limitsOf(type, members)
      return members.flatMap((one) => {
        const told = sinceLastYear(one)
        const known = new Set(told.map(({ subject }) => subject))
        const among = [...limits].flatMap(([item, usual]) => {
          const value = figureOf(one, item)
          if (value === null) return []
          if (compare(value, usual.low) >= 0 && compare(value, usual.high) <= 0) return []
          const slip = slipFrom(value, usual.median, item, near)
          // Last year's own word goes first; addresses are made for the few that get here.
          if (slip === null || known.has(context.address(item.form, item.index))) return []
          const { median, schools: of } = usual
          return [suspicion(context, one, item, value, median, slip, 'unit-slip', { schools: of })]
        })
        return joined([...told, ...among])
      })
    })
}

function fromLastYear(
  context: ScreeningContext,
  one: ScreenedSchool,
  item: Scaled,
  near: Num,
): Suspicion[] {
  const value = figureOf(one, item)
  const then = asCount(one.figures.lastYear(item.form)?.[item.index])
  if (value === null || then === null || compare(then, 0) <= 0) return []
  // A share of a few per cent may well be a hundredth of last year's; a real change is no power of ten.
  const slip = slipFrom(value, then, item, compare(near, 2) < 0 ? near : 2)
  if (slip === null) return []
  return [suspicion(context, one, item, value, then, slip, 'unit-slip-last-year', {})]
}

/** One finding for the cells of a table that are off alike: one slip of the pen, not twenty. */
function joined(found: readonly Suspicion[]): Suspicion[] {
  const tables = new Map<string, Suspicion[]>()
  for (const one of found) {
    const key = `${one.cells[0]?.form.id ?? ''} ${one.why.code}`
    tables.set(key, [...(tables.get(key) ?? []), one])
  }
  return [...tables.values()].flatMap(([first, ...others]): Suspicion[] => {
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first]
    const { code, params } = first.why
    return [
      {
        ...first,
        why: { code: `${code}-many`, params: { ...params, others: others.length } },
        cells: [first, ...others].flatMap(({ cells }) => cells),
      },
    ]
  })
}

/** The factor that brings a figure near to what it is held against. */
function slipFrom(
  value: Num,
  against: Num,
  { unit, factors, whole }: Scaled,
  near: Num,
): Slip | null {
  // 3 % may be a hundredth of like schools' 300 %, but nobody wrote a fraction then.
  if (
    unit === '%' &&
    compare(value, fraction(BigInt(whole), 100n)) > 0 &&
    compare(value, whole) <= 0
  )
    return null
  for (const factor of factors) {
    for (const by of [factor, fraction(1n, BigInt(factor))]) {
      const fits = times(value, by)
      const ratio = over(fits, against)
      if (ratio === null) continue
      const isNear = compare(ratio, near) <= 0 && compare(times(ratio, near), 1) >= 0
      if (isNear) return { factor, fits }
    }
  }
  return null
}

function suspicion(
  context: ScreeningContext,
  one: ScreenedSchool,
  item: Scaled,
  value: Num,
  against: Num,
  { factor, fits }: Slip,
  code: string,
  more: Record<string, string | number>,
): Suspicion {
  const { form, index, unit } = item
  const address = context.address(form, index)
  const params = {
    what: `${address} ${context.label(form, index)}`,
    value: showNumber(value, 4),
    unit,
    against: showNumber(against, 2),
    factor,
    fits: showNumber(fits, 4),
    ...more,
  }
  const cell = { form, index, lastYear: false }
  return {
    kind: '量级',
    school: one.school.id,
    subject: address,
    why: { code, params },
    check: '',
    left: value,
    right: against,
    cells: code === 'unit-slip-last-year' ? [cell, { ...cell, lastYear: true }] : [cell],
  }
}

function scaledIn(form: Form): Scaled[] {
  return form.items.flatMap((item, index): Scaled[] => {
    if (item.kind !== 'number') return []
    // Of an item that says no unit nobody knows whether it is a share: a count may be 0.01 of another.
    const held = item.unit === null && item.fraction === true
    const unit = item.unit ?? (held ? '%' : form.unit) ?? ''
    const factors = factorsOf(unit)
    return factors.length === 0 ? [] : [{ form, index, unit, factors, whole: held ? 1 : 100 }]
  })
}

function factorsOf(unit: string): readonly number[] {
  if (unit === '%') return SHARE
  const kind = unit === '' ? null : (unitMeasure(unit)?.kind ?? null)
  if (kind === '元') return MONEY
  return kind === '平方米' ? AREA : []
}

/** A figure above 0; null for none. */
function figureOf(one: ScreenedSchool, { form, index }: Scaled): Num | null {
  if (!one.figures.hasForm(form.id)) return null
  const value = asCount(one.figures.table(form)?.[index])
  return value === null || compare(value, 0) <= 0 ? null : value
}
