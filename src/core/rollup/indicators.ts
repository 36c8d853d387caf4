import type { RollupIndicator, RollupTrouble } from '../../shared/rollup.ts'
import { change, fixed, published, resultText } from '../indicators/evaluate.ts'
import type { Result } from '../indicators/evaluate.ts'
import type { Indicator, Side } from '../indicators/indicator.ts'
import { compare, fraction, numberOf, plus, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { LakeIndicator } from '../model/lake/lake-reader.ts'

/** An indicator of the city with what it comes to, and the counties in it. */
export interface CityIndicator {
  indicator: Indicator
  now: Result
  before: Result
  /** Counties that it is formed of, as they hand it over. */
  lines: readonly LakeIndicator[]
  /** Counties that have it and are not in it: nothing is in there yet, or it is defined otherwise. */
  left: readonly { part: number; why: 'awaited' | 'differs' }[]
}

/**
 * The city's indicators: numerators and denominators are added, or the largest taken, where the counties
 * say that it may be; a share is never added. Counties whose definition is another are left out and
 * named, as are indicators that cannot be formed.
 */
export function formedIndicators(all: readonly LakeIndicator[]): CityIndicator[] {
  const byId = new Map<string, LakeIndicator[]>()
  for (const one of all) byId.set(one.indicator, [...(byId.get(one.indicator) ?? []), one])
  return [...byId.values()].map((own) => {
    const [usual = [], ...strange] = variants(own)
    const [first] = usual
    if (first === undefined) throw new TypeError('an indicator of nobody')
    const indicator = indicatorOf(first)
    // A county where nothing is in yet adds nothing and is not counted; any other lack is the city's too.
    const lines = usual.filter(({ lack }) => lack !== 'awaited')
    const awaited = usual.filter(({ lack }) => lack === 'awaited')
    return {
      indicator,
      now: resultOf(indicator, lines, first, NOW),
      before: resultOf(indicator, lines, first, THEN),
      lines,
      left: [
        ...awaited.map(({ part }) => ({ part, why: 'awaited' as const })),
        ...strange.flat().map(({ part }) => ({ part, why: 'differs' as const })),
      ],
    }
  })
}

/** What a county's own indicator comes to, this year and last. */
export function ownResults(line: LakeIndicator): Pick<CityIndicator, 'now' | 'before'> {
  const indicator = indicatorOf(line)
  const said = { ...line, numeratorAdds: 'sum', denominatorAdds: line.denominatorAdds && 'sum' }
  return {
    now: resultOf(indicator, [said], said, NOW),
    before: resultOf(indicator, [said], said, THEN),
  }
}

/** The city's indicators in a list, and what has to be said of them. */
export function cityIndicators(
  formed: readonly CityIndicator[],
  nameOf: (part: number) => string,
): { indicators: RollupIndicator[]; troubles: RollupTrouble[] } {
  const troubles: RollupTrouble[] = []
  const indicators = formed.map(({ indicator, now, before, lines, left }): RollupIndicator => {
    const { id, title, unit, decimals } = indicator
    const strange = left.filter(({ why }) => why === 'differs')
    for (const { part } of strange)
      troubles.push({ code: 'indicator-differs', county: nameOf(part), params: { title } })
    if (now.dataLack === 'not-added')
      troubles.push({ code: 'indicator-not-added', county: '', params: { title } })
    const shown = (number: Num | null): string => (number === null ? '' : showNumber(number, 10))
    const written = (number: Num | null): string => (number === null ? '' : fixed(number, decimals))
    return {
      ...{ id, title, unit },
      text: now.value === null ? '' : resultText(indicator, now.value),
      value: written(now.value),
      numerator: shown(now.numerator),
      denominator: shown(now.denominator),
      lastYear: written(before.value),
      change: written(change(now.value, before.value)),
      counties: lines.length,
      of: lines.length + left.length,
    }
  })
  return { indicators, troubles }
}

type Sides = readonly ['numerator' | 'lastNumerator', 'denominator' | 'lastDenominator']
const NOW: Sides = ['numerator', 'denominator']
const THEN: Sides = ['lastNumerator', 'lastDenominator']

function resultOf(
  indicator: Indicator,
  lines: readonly LakeIndicator[],
  { numeratorAdds, denominatorAdds }: LakeIndicator,
  [top, bottom]: Sides,
): Result {
  const numerator = formed(lines, (one) => one[top], numeratorAdds)
  const denominator = formed(lines, (one) => one[bottom], denominatorAdds)
  const value = published(indicator, numerator, denominator)
  const lacking = numerator === null || (denominatorAdds !== null && denominator === null)
  const why = numeratorAdds === 'no' || denominatorAdds === 'no' ? 'not-added' : 'county-lacks'
  return {
    ...{ numerator, denominator, value, fault: null, lack: null },
    awaited: lines.length === 0,
    ...(lacking && (lines.length > 0 || why === 'not-added') && { dataLack: why }),
  }
}

/** An indicator as a county's table tells it; without sides where what it says of them cannot be read. */
function indicatorOf(line: LakeIndicator): Indicator {
  const { indicator: id, title, unit, decimals, scale, prefix, denominatorAdds } = line
  const none: Side = { kind: 'add', sides: [] }
  const ratio = denominatorAdds !== null
  return {
    ...{ id, title, unit, decimals, scale, prefix },
    ...{ numerator: none, denominator: ratio ? none : null },
    ...sidesIn(line.definition),
  }
}

function sidesIn(definition: string): Partial<Pick<Indicator, 'numerator' | 'denominator'>> {
  try {
    return JSON.parse(definition) as Pick<Indicator, 'numerator' | 'denominator'>
  } catch {
    return {}
  }
}

/** Lines of one indicator by what it is defined as, the definition of most counties first. */
function variants(lines: readonly LakeIndicator[]): LakeIndicator[][] {
  const found = new Map<string, LakeIndicator[]>()
  for (const line of lines) {
    const { definition, unit, scale, decimals } = line
    const key = JSON.stringify([definition, unit, scale, decimals])
    found.set(key, [...(found.get(key) ?? []), line])
  }
  return [...found.values()].sort((a, b) => b.length - a.length)
}

function formed(
  lines: readonly LakeIndicator[],
  side: (line: LakeIndicator) => string | null,
  adds: string | null,
): Num | null {
  if (adds === null || adds === 'no' || lines.length === 0) return null
  let total: Num | null = null
  for (const line of lines) {
    const value = exactNumber(side(line))
    if (value === null) return null
    if (total === null) total = value
    else if (adds === 'max') total = compare(total, value) >= 0 ? total : value
    else total = plus(total, value)
  }
  return total
}

/** A number as the lake holds it: a decimal, or `top/bottom`. */
function exactNumber(text: string | null): Num | null {
  if (text === null) return null
  const [top = '', bottom] = text.split('/')
  if (bottom === undefined) return numberOf(text)
  return fraction(BigInt(top), BigInt(bottom))
}
