import { gridOf } from '../rules/item-grid.ts'
import type { Num } from '../model/number.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { asNumber, BLANK } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import type { CellNumber, CellNumbers } from './cells.ts'

/** A cell the search may change, with what it must know of it. */
export interface Variable {
  cell: CellNumber
  /** As returned; an empty cell is 0. */
  now: Num
  /** Whether the cell is empty. */
  empty: boolean
  /** Counts are whole; areas and money are not. */
  whole: boolean
  lastYear: Num | null
  /** Cells with which its figure may have been exchanged: neighbours, 男/女. */
  partners: CellNumber[]
  isTotal: boolean
}

/** The numeric cells of a school's tables, looked at when the search comes to them. */
export class Variables {
  private readonly school: SchoolFigures
  private readonly numbers: CellNumbers
  private readonly known = new Map<CellNumber, Variable | null>()

  constructor(school: SchoolFigures, numbers: CellNumbers) {
    this.school = school
    this.numbers = numbers
  }

  /** Null where the school has no such table, and for text and figures that cannot be read. */
  get(cell: CellNumber): Variable | null {
    const known = this.known.get(cell)
    if (known !== undefined) return known
    const variable = this.look(cell)
    this.known.set(cell, variable)
    return variable
  }

  private look(cell: CellNumber): Variable | null {
    const { form, index } = this.numbers.place(cell)
    const item = form.items[index]
    if (item?.kind !== 'number' || !this.school.hasForm(form.id)) return null
    const figure = this.school.table(form)?.[index]
    const now = figure === undefined ? null : plain(figure)
    if (now === null) return null
    const before = this.school.lastYear(form)?.[index]
    const { row, column } = item
    const grid = gridOf(form)
    const partners = [
      grid.item(row, column + 1),
      grid.item(row, column - 1),
      grid.item(row + 1, column),
      grid.item(row - 1, column),
    ].filter((neighbour) => neighbour >= 0)
    const labels = [form.rows[row]?.label, form.columns[column]?.path.at(-1)]
    return {
      cell,
      now,
      empty: figure === BLANK,
      whole: item.decimals === 0,
      lastYear: typeof before === 'number' ? before : null,
      partners: partners.map((neighbour) => this.numbers.of(form, neighbour)),
      isTotal: /合计|总计|小计|^计$/u.test(labels.join('')),
    }
  }
}

/** The figure as a number, an empty cell as 0; null for text and what cannot be read. */
function plain(figure: CellFigure): Num | null {
  if (typeof figure === 'string') return null
  const number = asNumber(figure)
  return typeof number === 'symbol' ? null : number
}
