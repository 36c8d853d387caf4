import { LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** What the sheets of one workbook may still hold together. */
export class Budget {
  private cells: number = LIMITS.cells
  private merges: number = LIMITS.merges
  private formulaCharacters: number = LIMITS.formulaCharacters

  /** Each throws Unreadable too-large when there is more than LIMITS allow. */
  spendCells(count: number, sheet: string): void {
    this.cells -= count
    if (this.cells < 0) throw exceeded(sheet, 'cells')
  }

  spendMerge(sheet: string): void {
    this.merges -= 1
    if (this.merges < 0) throw exceeded(sheet, 'merges')
  }

  spendFormula(characters: number, sheet: string): void {
    this.formulaCharacters -= characters
    if (this.formulaCharacters < 0) throw exceeded(sheet, 'formulaCharacters')
  }
}

function exceeded(sheet: string, what: 'cells' | 'merges' | 'formulaCharacters'): Unreadable {
  return new Unreadable('too-large', `${sheet}: > ${LIMITS[what]} ${what}`)
}
