import type { BridgeView } from '../../../shared/consolidate.ts'
import type { Basis } from '../../../shared/model.ts'
import { knownBySchool } from '../../consolidate/coverage.ts'
import { bridgeOf } from '../../consolidate/bridge.ts'
import type { Given } from '../../consolidate/bridge.ts'
import { addressOfPlace } from '../../consolidate/drill.ts'
import { lacksBefore, losesSome } from '../../consolidate/measured.ts'
import type { Measured } from '../../consolidate/measured.ts'
import type { Share } from '../../consolidate/spread.ts'
import { plus } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Consolidation } from './consolidation.ts'

const NOTHING = {
  from: '',
  to: '',
  steps: [],
  lines: [],
  missing: [],
  comparable: { before: '', now: '', change: '', growth: null, schools: 0 },
}

/**
 * What moved a total since last year.
 *
 * @param returned the same measure as the schools returned it; null when that is the basis
 */
export function bridgeView(
  consolidation: Consolidation,
  measured: Measured,
  returned: Measured | null,
  basis: Basis,
): BridgeView {
  const head = {
    revision: consolidation.collection.revision,
    title: measured.title,
    unit: measured.unit,
  }
  const { now, before } = measured
  if (before === null) return { ...head, ...NOTHING, none: 'no-last-year' }
  if (now.denominator !== null || !now.numerator.additive || measured.decimals !== null) {
    return { ...head, ...NOTHING, none: 'not-additive' }
  }
  // Schools whose figure was lost stand in it by name, as not known.
  if (lacksBefore(measured) && !losesSome(measured))
    return { ...head, ...NOTHING, none: 'lacks-last-year' }
  const external = externalParts(consolidation, now.numerator.externals, basis)
  if (external === null) return { ...head, ...NOTHING, none: 'no-external' }
  const last = bySchool(before.numerator.shares)
  const shown = bySchool(now.numerator.shares)
  const sent = returned === null ? shown : bySchool(returned.now.numerator.shares)
  const given = (id: string): Given | null => {
    const own = shown.get(id)
    if (own === undefined) return null
    const cover =
      own.places.length === 0 ? { asked: true, known: true } : measured.coverage(id, own.places)
    return {
      ...cover,
      now: own.value,
      returned: sent.get(id)?.value ?? 0,
      item: addressOfPlace(own.places[0]),
    }
  }
  return {
    ...head,
    ...bridgeOf({
      units: consolidation.units,
      before: (id) => last.get(id)?.value ?? null,
      past: (id) => {
        const places = [...(last.get(id)?.places ?? []), ...(shown.get(id)?.places ?? [])]
        return measured.past(id, places)
      },
      now: given,
      external,
      nameBefore: (id) => consolidation.nameBefore(id),
      nameNow: (id) => consolidation.nameNow(id),
    }),
    missing: missingOf(measured),
    none: null,
  }
}

/** Schools that are asked and not in, by name. */
function missingOf({ coverage, name, now: { numerator } }: Measured): string[] {
  const known = knownBySchool(coverage, { numerator: numerator.shares, denominator: [] })
  return [...known].flatMap(([id, inIt]) => (inIt ? [] : [name(id)]))
}

function bySchool(shares: readonly Share[]): Map<string, { value: Num; places: Share['places'] }> {
  const sums = new Map<string, { value: Num; places: Share['places'] }>()
  for (const { school, value, places } of shares) {
    const before = sums.get(school.id)
    sums.set(
      school.id,
      before === undefined
        ? { value, places }
        : { value: plus(before.value, value), places: [...before.places, ...places] },
    )
  }
  return sums
}

/** External figures in a total, both years added up; null when one of them is not known. */
function externalParts(
  consolidation: Consolidation,
  names: string[],
  basis: Basis,
): { now: Num; before: Num } | null {
  const sum = { now: 0 as Num, before: 0 as Num }
  for (const name of names) {
    const { now, before } = consolidation.externalOf(name, basis)
    if (now === null || before === null) return null
    sum.now = plus(sum.now, now)
    sum.before = plus(sum.before, before)
  }
  return sum
}
