import type { RollupIndicator, RollupTrouble } from '../../shared/rollup.ts'
import { change, fixed, published, resultText } from '../indicators/evaluate.ts'
import { compare, fraction, numberOf, plus, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { LakeIndicator } from '../model/lake/lake-reader.ts'

/**
 * The city's indicators: numerators and denominators are added, or the largest taken, where the counties
 * say that it may be; a share is never added. Counties whose definition is another are left out and
 * named, as are indicators that cannot be formed.
 */
export function cityIndicators(
  all: readonly LakeIndicator[],
  nameOf: (part: number) => string,
): { indicators: RollupIndicator[]; troubles: RollupTrouble[] } {
  const troubles: RollupTrouble[] = []
  const byId = new Map<string, LakeIndicator[]>()
  for (const one of all) byId.set(one.indicator, [...(byId.get(one.indicator) ?? []), one])
  const indicators = [...byId.values()].map((lines) => {
    const [usual, ...strange] = variants(lines)
    for (const { part, title } of strange.flat())
      troubles.push({ code: 'indicator-differs', county: nameOf(part), params: { title } })
    const [first] = usual ?? []
    if (usual === undefined || first === undefined) throw new TypeError('an indicator of nobody')
    if (first.numeratorAdds === 'no' || first.denominatorAdds === 'no')
      troubles.push({ code: 'indicator-not-added', county: '', params: { title: first.title } })
    // A county where nothing is in yet adds nothing and is not counted; any other lack is the city's too.
    const known = usual.filter(({ lack }) => lack !== 'awaited')
    const parts = { decimals: first.decimals, scale: first.scale, denominator: whetherRatio(first) }
    const top = formed(known, (one) => one.numerator, first.numeratorAdds)
    const bottom = formed(known, (one) => one.denominator, first.denominatorAdds)
    const value = published(parts, top, bottom)
    const before = published(
      parts,
      formed(known, (one) => one.lastNumerator, first.numeratorAdds),
      formed(known, (one) => one.lastDenominator, first.denominatorAdds),
    )
    const shown = (number: Num | null): string => (number === null ? '' : showNumber(number, 10))
    const moved = change(value, before)
    return {
      id: first.indicator,
      title: first.title,
      unit: first.unit,
      text: value === null ? '' : resultText(first, value),
      value: value === null ? '' : fixed(value, first.decimals),
      numerator: shown(top),
      denominator: shown(bottom),
      lastYear: before === null ? '' : fixed(before, first.decimals),
      change: moved === null ? '' : fixed(moved, first.decimals),
      counties: known.length,
      of: lines.length,
    }
  })
  return { indicators, troubles }
}

function whetherRatio({
  denominatorAdds,
}: LakeIndicator): Parameters<typeof published>[0]['denominator'] {
  return denominatorAdds === null ? null : { kind: 'add', sides: [] }
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
