import { sectionOver } from '../forms/banner.ts'
import { isFoot, isRowCode } from '../forms/furniture.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { stubPath } from '../forms/stub-path.ts'
import { normalCode, normalPath } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import { matchPaths } from './match-paths.ts'
import { squeeze } from './pairing.ts'
import type { LabelVariant } from './pairing.ts'
import type { Stub } from './stub.ts'

export interface RowAlignment {
  rowAt: number[]
  disputed: { sheetRow: number; formRow: number }[]
  variants: LabelVariant[]
  /** Whether rows have other codes than the form's. */
  recoded: boolean
  certainty: number
}

interface Candidate {
  row: number
  path: string[]
  code: string
  written: string
}

/** Pairs a form's rows with the sheet's by their whole path of labels, and their codes where there are any. */
export function alignRows(grid: SheetGrid, shape: FormShape, stub: Stub): RowAlignment {
  const candidates = candidatesIn(grid, shape, stub)
  const coded = stub.codeColumn >= 0
  const { pairs, unsure } = matchPaths(shape.rows, candidates, coded)
  const used = new Set(pairs)
  const disputed = unsure.flatMap(({ form, sheet }) => {
    const row = candidates[sheet]?.row
    used.add(sheet)
    return row === undefined ? [] : [{ sheetRow: row, formRow: form }]
  })
  shape.rows.forEach((row, formRow) => {
    if ((pairs[formRow] ?? -1) >= 0 || !coded) return
    const candidate = candidates.find((c, index) => !used.has(index) && c.code === row.code)
    if (candidate !== undefined) disputed.push({ sheetRow: candidate.row, formRow })
  })
  const variants: LabelVariant[] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    if (candidate === undefined) return
    matched++
    certainty += alike(candidate.path, shape.rows[i]?.path ?? [])
    const printed = shape.form.rows[i]?.label.split(' / ').at(-1) ?? ''
    if (squeeze(candidate.written) !== squeeze(printed)) {
      variants.push({ label: printed, written: candidate.written })
    }
  })
  return {
    rowAt: pairs.map((j) => candidates[j]?.row ?? -1),
    disputed,
    variants,
    recoded: pairs.some((j, i) => {
      const code = candidates[j]?.code ?? ''
      return coded && code !== '' && code !== shape.rows[i]?.code
    }),
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}

/** How alike the innermost labels of two paths are that were paired. */
export function alike(found: readonly string[], wanted: readonly string[]): number {
  const [a, b] = [found.at(-1) ?? '', wanted.at(-1) ?? '']
  return meaningOf(a) === meaningOf(b) ? 1 : likeness(a, b)
}

function candidatesIn(grid: SheetGrid, shape: FormShape, stub: Stub): Candidate[] {
  const candidates: Candidate[] = []
  for (const row of grid.filledRows(stub.region.from, stub.region.to)) {
    const labels = stubPath(grid, stub.columns, row, stub.region.from)
    const written = labels.at(-1) ?? ''
    const path = normalPath(labels)
    const leaf = path.at(-1) ?? ''
    const code = stub.codeColumn < 0 ? '' : normalCode(grid.text(row, stub.codeColumn))
    // A note may stand in the middle of a table; a label of the form, or a line with its own code, is none.
    if (isFoot(written) && !shape.rowWords.has(leaf) && !isRowCode(code)) continue
    if (leaf === '' && code === '') continue
    const section = normalLabel(sectionOver(grid, row, stub.region.from))
    const outer = shape.rowWords.has(section) ? [section] : []
    candidates.push({ row, path: [...outer, ...path], code, written })
  }
  return candidates
}
