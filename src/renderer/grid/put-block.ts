import type { Words } from '../words/zh.ts'
import type { Clip } from './clipboard.ts'
import { matchSchools } from './match-schools.ts'
import type { MatchedBlock, NamedSchool } from './match-schools.ts'
import { intend } from './paste.ts'
import type { Intended, Target } from './paste.ts'
import { placeLines } from './place-block.ts'
import type { RowLevel } from './place-block.ts'
import { areaOf } from './rectangle.ts'
import type { Bounds } from './rectangle.ts'

/** The list as far as putting a block into it is concerned; rows and columns as displayed, from 0. */
export interface Sheet {
  targetAt: (row: number, column: number) => Target | null
  /** A school's cell, also where a filter hides its row; null where the table is not asked of it. */
  targetOf: (school: string, column: number) => Target | null
  /** Levels of the rows from one down. */
  levels: (from: number) => RowLevel[]
  /** The first column of figures. */
  firstFigures: number
  schools: readonly NamedSchool[]
}

/** What putting a block comes to, and how its lines found their schools where not by place alone. */
export interface Put extends Intended {
  note: string
}

/** A block put over the marked cells: by school where it names them, else from the upper left cell on. A single value fills every marked cell. */
export function putBlock(clip: Clip, bounds: Bounds, sheet: Sheet, words: Words['change']): Put {
  const { block } = clip
  if (block.length === 1 && block[0]?.length === 1) return fill(block[0][0] ?? '', bounds, sheet)
  const matched = matchSchools(block, sheet.schools)
  return matched
    ? putBySchool(matched, Math.max(bounds.left, sheet.firstFigures), sheet, words)
    : putByPlace(clip, bounds, sheet, words)
}

function fill(text: string, bounds: Bounds, sheet: Sheet): Put {
  const one = areaOf(bounds) === 1
  const put: Put = { changes: [], refused: [], note: '' }
  for (let row = bounds.top; row <= bounds.bottom; row += 1)
    for (let column = bounds.left; column <= bounds.right; column += 1) {
      const target = sheet.targetAt(row, column)
      // Subtotals in between follow by themselves and are no place to fill.
      if (one || (target && target.level === 'school'))
        add(
          put,
          intend([[text]], () => target),
        )
    }
  return put
}

function putBySchool(
  matched: MatchedBlock,
  left: number,
  sheet: Sheet,
  words: Words['change'],
): Put {
  const { lines, unmatched, sums } = matched
  const put: Put = {
    changes: [],
    refused: [],
    note: words.bySchool(lines.length, unmatched.length, sums),
  }
  const names = new Map(sheet.schools.map(({ id, name }) => [id, name]))
  for (const { school, values } of lines) {
    const name = names.get(school) ?? school
    if (values.every((_, column) => sheet.targetOf(school, left + column) === null))
      put.refused.push({ where: name, value: values.join(' '), why: 'not-asked' })
    else
      add(
        put,
        intend([values], (_, column) => sheet.targetOf(school, left + column)),
      )
  }
  for (const { label, values } of unmatched)
    put.refused.push({ where: label, value: values.join(' '), why: 'no-school' })
  return put
}

function putByPlace(
  { block, levels }: Clip,
  bounds: Bounds,
  sheet: Sheet,
  words: Words['change'],
): Put {
  const placed = placeLines(block, sheet.levels(bounds.top), levels)
  const put: Put = { changes: [], refused: [], note: '' }
  // A row marked whole begins with its names; figures begin right of them.
  const left =
    bounds.right >= sheet.firstFigures ? Math.max(bounds.left, sheet.firstFigures) : bounds.left
  block.forEach((line, at) => {
    const offset = placed[at] ?? null
    if (offset === null) {
      // Copied here they are this table's own sums; from elsewhere somebody should see what was left out.
      if (levels === null) put.refused.push({ where: '', value: line.join(' '), why: 'sum-line' })
      return
    }
    const targetAt = (column: number): Target | null =>
      offset < 0 ? null : sheet.targetAt(bounds.top + offset, left + column)
    add(
      put,
      intend([line], (_, column) => targetAt(column)),
    )
  })
  const sums = placed.filter((offset) => offset === null).length
  const shifted = placed.some((offset, at) => offset !== null && offset > at)
  put.note = sums > 0 ? words.sumsLeftOut(sums) : shifted ? words.sumsPassed : ''
  return put
}

function add(put: Put, more: Intended): void {
  put.changes.push(...more.changes)
  put.refused.push(...more.refused)
}
