import type { Indicator, Side } from './indicator.ts'

/** A side that is no sum of sides. */
export type Leaf = Exclude<Side, { kind: 'add' }>

/** The parts of a side that are added; an `add` within an `add` is opened. */
export function leavesOf(side: Side): Leaf[] {
  return side.kind === 'add' ? side.sides.flatMap(leavesOf) : [side]
}

/** External figures that an indicator names. */
export function externalNames({
  numerator,
  denominator,
}: Pick<Indicator, 'numerator' | 'denominator'>): string[] {
  return [numerator, ...(denominator === null ? [] : [denominator])]
    .flatMap(leavesOf)
    .flatMap((leaf) => (leaf.kind === 'external' ? [leaf.name] : []))
}
