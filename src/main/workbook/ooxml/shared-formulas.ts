import { parseA1 } from '../../../core/model/address.ts'
import { decodeXstring } from './strings.ts'
import { XmlWalk } from './xml.ts'

/** A formula that other cells share, and the cell that has it written out. */
interface SharedFormula {
  formula: string
  at: { row: number; column: number }
}

/** The shared formulas of a sheet by their number (`si`). */
export class SharedFormulas {
  private readonly xml: string
  private readonly known = new Map<string, SharedFormula>()
  private searched = false

  /** @param xml the worksheet part */
  constructor(xml: string) {
    this.xml = xml
  }

  keep(index: string, shared: SharedFormula): void {
    this.known.set(index, shared)
  }

  /** A formula by its number, also where its own cell comes later; null when there is none. */
  find(index: string): SharedFormula | null {
    if (!this.known.has(index) && !this.searched) this.search()
    return this.known.get(index) ?? null
  }

  /** Cells in the middle of a range may stand before its first one: looked for once, when one is missed. */
  private search(): void {
    this.searched = true
    const walk = new XmlWalk(this.xml)
    let [reference, index] = ['', '']
    while (walk.next()) {
      if (walk.opens && walk.name === 'c') reference = walk.attribute('r') ?? ''
      if (walk.name !== 'f') continue
      if (walk.opens) {
        index = walk.attribute('t') === 'shared' ? (walk.attribute('si') ?? '') : ''
      }
      const formula = walk.closes ? decodeXstring(walk.textBefore().trim()) : ''
      const at = parseA1(reference)
      if (index === '' || formula === '' || at === null || this.known.has(index)) continue
      this.known.set(index, { formula, at })
    }
  }
}
