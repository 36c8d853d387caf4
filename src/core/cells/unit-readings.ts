import { formatExact, parseExact } from '../../shared/exact.ts'
import { unitNamed } from '../forms/units.ts'

const MAGNITUDE: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const MONEY: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }
const AREA: Record<string, number> = { 平方米: 0, 万平方米: 4 }

/**
 * What a figure typed with a unit of its own may mean in the form's unit: "2000万" in 人 may be
 * 20000000 or 2000; "35000元" in 万元 may be 3.5 or 35000. For a person to choose; none is taken.
 *
 * @returns the readings joined by " / ", or null when what follows the figure is no unit
 */
export function readingsOfUnit(
  figure: string,
  unit: string,
  formUnit: string | null,
): string | null {
  const readings = new Set<string>()
  const magnitude = MAGNITUDE[unit.charAt(0)]
  const rest = unit.slice(1)
  if (
    magnitude !== undefined &&
    (rest === '' || unitNamed(rest) !== null) &&
    unitNamed(unit) === null
  ) {
    readings.add(shift(figure, magnitude))
  }
  const named = unitNamed(unit)
  for (const family of [MONEY, AREA]) {
    const from = family[named ?? '']
    const to = family[formUnit ?? '']
    if (from !== undefined && to !== undefined) readings.add(shift(figure, from - to))
  }
  if (readings.size === 0 && named === null) return null
  readings.add(shift(figure, 0))
  return [...readings].join(' / ')
}

/** The decimal moved by `places` powers of ten, exactly. */
function shift(figure: string, places: number): string {
  const exact = parseExact(figure)
  if (exact === null) return figure
  return places >= 0
    ? formatExact({ units: exact.units * 10n ** BigInt(places), scale: exact.scale })
    : formatExact({ units: exact.units, scale: exact.scale - places })
}
