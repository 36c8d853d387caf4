import type { Form, FormItem } from '../../../shared/model.ts'
import type { Axis, Line } from './lines.ts'
import { gridOf } from '../item-grid.ts'
import { isAdditive, isAdditiveUnit, bareLabel } from './words.ts'

/**
 * A form's items by their place along an axis: where lines run along `rows`, a relation between
 * lines is checked in every column, and the other way round.
 */
export class FormCells {
  readonly form: Form
  readonly axis: Axis
  /** Number of places across the axis. */
  readonly across: number
  private readonly asked: Set<number>[]

  constructor(form: Form, axis: Axis) {
    this.form = form
    this.axis = axis
    this.across = axis === 'rows' ? form.columns.length : form.rows.length
    this.asked = form.editions.map((edition) => new Set(edition.items))
  }

  /** Index of the item where a line crosses a place; -1 where the form has none. */
  index(line: Pick<Line, 'at'>, place: number): number {
    const [row, column] = this.axis === 'rows' ? [line.at, place] : [place, line.at]
    return gridOf(this.form).item(row, column)
  }

  item(line: Pick<Line, 'at'>, place: number): FormItem | null {
    return this.form.items[this.index(line, place)] ?? null
  }

  /** Whether the figures at a place can be added and compared at all. */
  additive(place: number): boolean {
    const { rows, columns } = this.form
    const label =
      this.axis === 'rows'
        ? (columns[place]?.path.at(-1) ?? '')
        : (rows[place]?.label.split(' / ').at(-1) ?? '')
    return isAdditive(bareLabel(label))
  }

  /** Numbers of one unit that can be added. */
  alike(lines: Pick<Line, 'at'>[], place: number): boolean {
    const items = lines.flatMap((line) => this.item(line, place) ?? [])
    const [first] = items
    return (
      first !== undefined &&
      isAdditiveUnit(first.unit) &&
      items.every((item) => item.kind === 'number' && item.unit === first.unit)
    )
  }

  /** Per blank workbook that has the table: whether it asks for the cell where each line crosses a place. */
  askedAt(lines: Pick<Line, 'at'>[], place: number): boolean[][] {
    return this.asked.map((asked) => lines.map((line) => asked.has(this.index(line, place))))
  }

  /** Code of a place across the axis. */
  code(place: number): string {
    const { rows, columns } = this.form
    return (this.axis === 'rows' ? columns[place]?.code : rows[place]?.code) ?? ''
  }
}

/** Where a relation may be checked across the axis: everywhere, or only at some places. */
export type Reach = { every: true } | { every: false; places: number[] }

/**
 * Sorts the places across the axis: where a relation holds, where nothing stands (it holds there
 * emptily), and where it may not be asked.
 */
export function reachOf(
  cells: FormCells,
  of: (place: number) => 'holds' | 'empty' | 'not',
): Reach | null {
  const places = Array.from({ length: cells.across }, (_, place) => place)
  const kinds = places.map(of)
  const held = places.filter((place) => kinds[place] === 'holds')
  if (held.length === 0) return null
  return kinds.includes('not') ? { every: false, places: held } : { every: true }
}
