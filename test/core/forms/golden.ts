import type { SheetData } from '../../../src/core/model/sheet.ts'
import { sheet } from '../../support/sheet.ts'

/** A blank drawn as text, and what is to be learned from it. */
export interface Golden {
  blank: SheetData
  /** Of each form: id, title and unit; rows; columns (see `outline`). */
  learned: string[][]
  /** Of each form: what each cell is, row by row: n number, t text, f formula, "." no item. */
  kinds: string[]
}

export function drawn(name: string, art: string, learned: string[], kinds: string): Golden {
  return { blank: sheet(name, art), learned: [learned], kinds: [kinds] }
}

export function several(name: string, art: string, learned: string[][], kinds: string[]): Golden {
  return { blank: sheet(name, art), learned, kinds }
}
