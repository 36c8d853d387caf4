import type { Form } from '../../../shared/model.ts'
import { isOfWhich } from '../../forms/label.ts'
import { bareLabel, enumerator, totalRank } from './words.ts'

/** A row or a column of a form, read for what its label says of the structure. */
export interface Line {
  /** Index into Form.rows or Form.columns. */
  at: number
  /** Headings above it; for rows the other parts of the stub. */
  group: string[]
  /** Its own label as printed, and without 其中, padding and unit. */
  shown: string
  label: string
  /** 其中 or #. */
  ofWhich: boolean
  /** How deep a row is indented; 0 for columns. */
  level: number
  /** 0 for no total, else the higher the further up. */
  rank: number
  /** 一、二、三、 at its head; 0 for none. */
  number: number
  /** The one unit of its figures; null where they have several or none. */
  unit: string | null
}

/** Which of a form's two directions lines run in. */
export type Axis = 'rows' | 'columns'

/** The lines of a form in one direction, in order. */
export function linesOf(form: Form, axis: Axis): Line[] {
  const paths =
    axis === 'rows'
      ? form.rows.map((row) => row.label.split(' / '))
      : form.columns.map((column) => column.path)
  const lines = paths.map((path, at) => lineOf(path, at, form, axis))
  return levelled(lines)
}

function lineOf(path: string[], at: number, form: Form, axis: Axis): Line {
  // A heading 其中 over some columns makes every one of them an "of which" of what stands beside it.
  const inside = path.findIndex((part, depth) => depth < path.length - 1 && isOfWhich(part))
  const shown = path.at(-1) ?? ''
  const label = bareLabel(shown)
  const units = new Set(
    form.items
      .filter((item) => (axis === 'rows' ? item.row : item.column) === at)
      .map((item) => item.unit),
  )
  const [unit = null] = units
  return {
    at,
    group: inside >= 0 ? path.slice(0, inside) : path.slice(0, -1),
    shown,
    label,
    ofWhich: inside >= 0 || isOfWhich(shown),
    level: axis === 'rows' ? (form.rows[at]?.level ?? 0) : 0,
    rank: totalRank(label),
    number: enumerator(label),
    unit: units.size === 1 ? unit : null,
  }
}

/** Totals are often set apart by spaces ("  总  计"): they never stand deeper than what they add up. */
function levelled(lines: Line[]): Line[] {
  const least = Math.min(...lines.filter((line) => !line.ofWhich).map((line) => line.level))
  return lines.map((line) => (line.rank > 0 ? { ...line, level: least } : line))
}
