import { LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'

type Counted = 'cells' | 'merges' | 'formulaCharacters'

/** What the sheets of one workbook may still hold together. */
export class Budget {
  private readonly left: Record<Counted, number> = {
    cells: LIMITS.cells,
    merges: LIMITS.merges,
    formulaCharacters: LIMITS.formulaCharacters,
  }

  /** Throws Unreadable too-large when there is more than LIMITS allow. */
  spend(what: Counted, amount: number, sheet: string): void {
    this.left[what] -= amount
    if (this.left[what] < 0)
      throw new Unreadable('too-large', `${sheet}: > ${LIMITS[what]} ${what}`)
  }
}
