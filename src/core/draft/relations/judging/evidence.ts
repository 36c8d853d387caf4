import type { Slip } from '../../../../shared/draft-rules.ts'
import type { Figure } from '../../../model/draft/figure.ts'
import { compare } from '../../../model/number.ts'
import { boundsOf, negated, NOTHING, overlap } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import { chanceOf, residual } from '../numbers/chance.ts'
import type { At, Reading, Reckoned } from '../question.ts'
import { variantsOf } from '../numbers/slips.ts'
import type { Variant } from '../numbers/slips.ts'

/** A slip in one figure that would make a relation hold. */
export interface Mending {
  readonly figure: number
  readonly variant: Variant
  /** What the figure would allow, signed. */
  readonly bounds: Bounds
  readonly reading: Reading
  /** How likely a slip of this kind would mend it though it is no relation. */
  readonly chance: number
}

export function holds({ compares }: Reading, { computed, quoted }: Reckoned): boolean {
  if (compares === 'never') return false
  return compares === 'equal' ? overlap(computed, quoted) : compare(computed.low, quoted.high) <= 0
}

/** A figure as it may have been meant, signed by its direction. */
export interface Meant {
  readonly variant: Variant
  readonly bounds: Bounds
}

/** All that a figure may have been meant as. */
export function meantBy(figure: Figure): Meant[] {
  const turned: Variant = { kind: 'direction', text: figure.text, bounds: sizeOf(figure) }
  const variants = isSigned(figure) ? [turned, ...variantsOf(figure)] : variantsOf(figure)
  return variants.map((variant) => ({ variant, bounds: signedAs(variant, figure) }))
}

/** Slips that would make one of some readings hold. */
export function mendingsOf(
  readings: readonly Reading[],
  meant: (figure: number) => readonly Meant[],
  at: At,
): Mending[] {
  const all = readings.flatMap((reading) => {
    const reckoned = reading.reckon(at)
    if (reckoned === null) return []
    return [{ reading, reckoned, tried: triedOn(reading, meant, at) }]
  })
  const chances = new Map<Slip, number>()
  const chanceBy = (kind: Slip): number => {
    const known = chances.get(kind)
    if (known !== undefined) return known
    const each = all.map(({ reckoned, tried }) => {
      const before = residual(reckoned)
      // By how much each moves the two sides against each other.
      const moves = tried.flatMap(({ variant, changed }) =>
        variant.kind === kind ? [residual(changed) - before] : [],
      )
      return moves.length === 0 ? 0 : chanceOf(reckoned, moves)
    })
    const chance = each.reduce((sum, one) => sum + one, 0)
    chances.set(kind, chance)
    return chance
  }
  return all.flatMap(({ reading, tried }) =>
    tried.flatMap(({ figure, variant, bounds, mends }) =>
      mends ? [{ figure, variant, bounds, reading, chance: chanceBy(variant.kind) }] : [],
    ),
  )
}

interface Tried {
  readonly figure: number
  readonly variant: Variant
  readonly bounds: Bounds
  /** Both sides with it. */
  readonly changed: Reckoned
  readonly mends: boolean
}

function triedOn(reading: Reading, meant: (figure: number) => readonly Meant[], at: At): Tried[] {
  return [...new Set(reading.figures)].flatMap((index) =>
    meant(index).flatMap(({ variant, bounds }) => {
      const changed = reading.reckon((one) => (one === index ? bounds : at(one)))
      if (changed === null) return []
      return [{ figure: index, variant, bounds, changed, mends: holds(reading, changed) }]
    }),
  )
}

/** What a figure allows, negative where it tells a decrease. */
export function signed(figure: Figure): Bounds {
  const size = sizeOf(figure)
  return isSigned(figure) && figure.direction === 'down' ? negated(size) : size
}

function signedAs({ kind, bounds }: Variant, figure: Figure): Bounds {
  if (!isSigned(figure)) return bounds
  return (figure.direction === 'down') === (kind !== 'direction') ? negated(bounds) : bounds
}

function isSigned({ kind, direction }: Figure): boolean {
  return kind.startsWith('change') && direction !== null
}

function sizeOf({ quoted }: Figure): Bounds {
  return quoted === null ? NOTHING : boundsOf(quoted)
}
