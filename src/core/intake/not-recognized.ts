import type { Form } from '../../shared/model.ts'
import { shapeOf } from '../align/form-shape.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import type { NotRecognized } from '../model/reading.ts'

/** Share of a form's labels, at least, by which a sheet under another name may be meant for it. */
const LEAST_ALIKE = 0.3
/** Labels that are named one by one. */
const LISTED = 4

/**
 * Sheets on which no table was found although they bear a form's name or title, or many of its labels:
 * which form each may be, and what of it does not stand there. A table is not missing then, but was not
 * recognised.
 *
 * @param grids the sheets that hold no table
 * @param lacking the forms that were found nowhere
 */
export function notRecognized(
  grids: readonly SheetGrid[],
  lacking: readonly Form[],
): NotRecognized[] {
  const texts = grids.map(wordsOf)
  return lacking.flatMap((form) => {
    const found = grids
      .map((grid, at) => heldAgainst(form, grid, texts[at] ?? new Set()))
      .filter(({ named, share }) => named || share >= LEAST_ALIKE)
      .sort((a, b) => Number(b.named) - Number(a.named) || b.share - a.share)
    const [best] = found
    return best === undefined ? [] : [best.told]
  })
}

function wordsOf(grid: SheetGrid): Set<string> {
  const words = new Set<string>()
  for (const { value } of grid.textCells) {
    const label = normalLabel(value)
    words.add(label)
    words.add(meaningOf(label))
  }
  words.delete('')
  return words
}

function heldAgainst(
  form: Form,
  grid: SheetGrid,
  words: ReadonlySet<string>,
): { told: NotRecognized; named: boolean; share: number } {
  const wanted = labelsOf(form)
  const missing = wanted.filter(({ label }) => !words.has(label) && !words.has(meaningOf(label)))
  const sheet = grid.sheet.name
  const named =
    form.editions.some((edition) => normalLabel(edition.sheet) === normalLabel(sheet)) ||
    words.has(shapeOf(form).title)
  const found = wanted.length - missing.length
  const told: NotRecognized = {
    form: form.id,
    sheet,
    found,
    of: wanted.length,
    labels: missing.slice(0, LISTED).map(({ written }) => written),
  }
  return { told, named, share: wanted.length === 0 ? 0 : found / wanted.length }
}

/**
 * The labels of a form's rows and columns, or of a list's columns, each once: their groups' too, for
 * lines of one name are told apart by these alone.
 */
function labelsOf(form: Form): { label: string; written: string }[] {
  const written = [
    ...(form.list?.columns.flatMap(({ heading }) => heading.split('·')) ?? []),
    ...(form.list === undefined
      ? [
          ...form.columns.flatMap(({ path }) => path),
          ...(form.shape === undefined ? form.rows.flatMap(({ label }) => label.split(' / ')) : []),
          ...form.items.flatMap(({ label }) => label?.split(' / ') ?? []),
        ]
      : []),
  ]
  const byLabel = new Map(written.map((text) => [normalLabel(text), text]))
  byLabel.delete('')
  return [...byLabel].map(([label, text]) => ({ label, written: text }))
}
