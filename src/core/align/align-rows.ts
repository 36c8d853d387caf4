import { isFoot, isRowCode } from '../forms/furniture.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import { pairInOrder } from './monotone.ts'
import { placeMoved, squeeze, trusted } from './pairing.ts'
import type { LabelVariant } from './pairing.ts'
import type { Stub } from './stub.ts'

export interface RowAlignment {
  rowAt: number[]
  disputed: { sheetRow: number; formRow: number }[]
  variants: LabelVariant[]
  certainty: number
}

/** Pairs a form's rows with the sheet's by label, outer labels and code. */
export function alignRows(grid: SheetGrid, shape: FormShape, stub: Stub): RowAlignment {
  const candidates: { row: number; leaf: string; parents: string; code: string }[] = []
  const leaves = new Set(shape.rows.map((row) => row.leaf))
  for (const row of grid.filledRows(stub.region.from, stub.region.to)) {
    const text = grid.text(row, stub.leaf)
    const leaf = normalLabel(text)
    const code = stub.codeColumn < 0 ? '' : normalCode(grid.text(row, stub.codeColumn))
    // A note may stand in the middle of a table; a label of the form, or a line with its own code, is none.
    if (isFoot(text) && !leaves.has(leaf) && !isRowCode(code)) continue
    if (leaf === '' && code === '') continue
    // A label merged over several rows is an outer label; the row itself is named further right.
    const parents = stub.columns
      .filter((column) => column !== stub.leaf)
      .map((column) => normalLabel(grid.text(row, column)))
      .filter((part, index, list) => part !== '' && part !== leaf && part !== list[index - 1])
      .join('/')
    candidates.push({ row, leaf, parents, code })
  }
  const coded = stub.codeColumn >= 0
  const alike = (i: number, j: number): number => {
    const row = shape.rows[i]
    const candidate = candidates[j]
    if (row === undefined || candidate === undefined) return 0
    const like = likeness(candidate.leaf, row.leaf)
    const sameCode = coded && candidate.code !== '' && candidate.code === row.code
    if (!trusted(like, sameCode, coded)) return 0
    const parents = row.parents === '' ? 1 : likeness(candidate.parents, row.parents)
    return 8 * like + 2 * parents + (sameCode ? 3 : 0)
  }
  const pairs = pairInOrder(shape.rows.length, candidates.length, alike)
  placeMoved(shape.rows.length, candidates.length, pairs, (i, j) =>
    candidates[j]?.leaf === shape.rows[i]?.leaf && candidates[j]?.code === shape.rows[i]?.code
      ? alike(i, j)
      : 0,
  )
  const used = new Set(pairs)
  const disputed = shape.rows.flatMap((row, formRow) => {
    if ((pairs[formRow] ?? -1) >= 0 || !coded) return []
    const j = candidates.findIndex((c, index) => !used.has(index) && c.code === row.code)
    const candidate = candidates[j]
    return candidate === undefined ? [] : [{ sheetRow: candidate.row, formRow }]
  })
  const variants: RowAlignment['variants'] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    if (candidate === undefined) return
    matched++
    certainty += likeness(candidate.leaf, shape.rows[i]?.leaf ?? '')
    const printed = shape.form.rows[i]?.label.split(' / ').at(-1) ?? ''
    const written = grid.text(candidate.row, stub.leaf)
    if (squeeze(written) !== squeeze(printed)) variants.push({ label: printed, written })
  })
  return {
    rowAt: pairs.map((j) => candidates[j]?.row ?? -1),
    disputed,
    variants,
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}
