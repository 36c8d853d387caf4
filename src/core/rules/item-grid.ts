import type { Form } from '../../shared/model.ts'
import { normalCode } from '../align/form-shape.ts'
import { perObject } from '../memory/per-object.ts'

/** A form's items by place, and its rows and columns by code; worked out once for a form. */
class ItemGrid {
  private readonly rows: Map<string, number>
  private readonly columns: Map<string, number>
  private readonly items: Int32Array
  private readonly width: number

  constructor(form: Form) {
    this.rows = placesByCode(form.rows)
    this.columns = placesByCode(form.columns)
    this.width = form.columns.length
    this.items = new Int32Array(form.rows.length * this.width).fill(-1)
    form.items.forEach(({ row, column }, index) => {
      this.items[row * this.width + column] = index
    })
  }

  /** Place of the row with a code, from 0; -1 when there is none. Codes compare as `normalCode` has them. */
  row(code: string): number {
    return this.rows.get(code) ?? this.rows.get(normalCode(code)) ?? -1
  }

  /** As `row`, of columns. */
  column(code: string): number {
    return this.columns.get(code) ?? this.columns.get(normalCode(code)) ?? -1
  }

  /** Index of the item at a place; -1 where the form has none. */
  item(row: number, column: number): number {
    if (row < 0 || column < 0 || column >= this.width) return -1
    return this.items[row * this.width + column] ?? -1
  }
}

/** Codes as printed come before codes in normal form: a form may have both "1" and "01". */
function placesByCode(list: { code: string }[]): Map<string, number> {
  const places = new Map<string, number>()
  const offer = (code: string, place: number): void => {
    if (!places.has(code)) places.set(code, place)
  }
  list.forEach(({ code }, place) => {
    offer(code, place)
  })
  list.forEach(({ code }, place) => {
    offer(normalCode(code), place)
  })
  return places
}

/** A form's grid; once for each form. */
export const gridOf = perObject((form: Form) => new ItemGrid(form))
