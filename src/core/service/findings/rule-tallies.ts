import type { Basis } from '../../../shared/model.ts'
import type { KnownRule } from './rule-set.ts'

/** How a rule fares: schools concerned, and instances that failed, were undecided, were at fault. */
export interface Tally {
  schools: number
  fails: number
  undecided: number
  faults: number
}

/**
 * Sums of the schools' tallies, per rule. A school checked again takes its old tally out and puts
 * its new one in, so a county's counts need not be added up anew for one correction.
 */
export class RuleTallies {
  private readonly sums = new Map<Basis, Map<string, Tally>>()

  clear(): void {
    this.sums.clear()
  }

  /** A rule's sums over all schools checked. */
  of(basis: Basis, { program }: KnownRule): Tally {
    const sum = this.sums.get(basis)?.get(program.rule.id)
    return sum === undefined ? { schools: 0, fails: 0, undecided: 0, faults: 0 } : { ...sum }
  }

  /** @param before the school's tally until now; null when it was not checked yet */
  replace(
    basis: Basis,
    before: ReadonlyMap<string, Tally> | null,
    now: ReadonlyMap<string, Tally>,
  ): void {
    const sums = this.sums.get(basis) ?? new Map<string, Tally>()
    this.sums.set(basis, sums)
    if (before !== null) add(sums, before, -1)
    add(sums, now, 1)
  }
}

function add(sums: Map<string, Tally>, tallies: ReadonlyMap<string, Tally>, times: 1 | -1): void {
  for (const [rule, tally] of tallies) {
    const sum = sums.get(rule) ?? { schools: 0, fails: 0, undecided: 0, faults: 0 }
    sum.schools += tally.schools * times
    sum.fails += tally.fails * times
    sum.undecided += tally.undecided * times
    sum.faults += tally.faults * times
    sums.set(rule, sum)
  }
}
