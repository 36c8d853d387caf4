import type { Form, FormItem, FormRow } from '../../shared/model.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import { unitInLabel } from '../forms/units.ts'
import { normalCode } from '../align/form-shape.ts'
import type { PastTable } from './past-table.ts'

/** How an item of last year was found among this year's. */
export type Pairing =
  /** Its label says the same as exactly one item's (and as the code's, where both agree). */
  | {
      how: 'label' | 'code'
      index: number
      /** Set where its label reads otherwise and only the code is the same: it may be another thing by now. */
      reworded?: true
    }
  /** Its label is no item's of this year. */
  | { how: 'gone' }
  /** Its label fits several items, and the code does not tell which. */
  | { how: 'unsure' }

export interface MatchedTable {
  /** Parallel to the table's items. */
  pairs: Pairing[]
  /**
   * False where the list prints no labels and has codes that the form does not: then a code may
   * have moved on to another item, and nothing of it is taken unless a person says that it fits.
   */
  fits: boolean
}

/** Likeness from which a label is the same one written a little differently, under the same code. */
const NEARLY = 0.6
/** Share of labelled columns from which a list counts as labelled. */
const LABELLED = 0.5

/**
 * Pairs the items of last year's list with this year's form. Labels win over codes (contract §2):
 * a row that moved keeps its figures, and what a code stands for now never lends its figures to
 * what it stood for then. Each item of this year is given at most once.
 */
export function matchItems(table: PastTable, form: Form): MatchedTable {
  const labelled = table.items.filter(({ labels }) => labels.length > 0).length
  const shapes = form.items.map((item) => shapeOf(form, item))
  const byCode = new Map(shapes.map(({ code }, index) => [code, index]))
  if (labelled < table.items.length * LABELLED) return byCodes(table, byCode)
  const byLabel = new Map<string, number[]>()
  const byBare = new Map<string, number[]>()
  shapes.forEach(({ path, printed }, index) => {
    for (const way of [path, printed]) {
      for (const [known, key] of [
        [byLabel, way.join('/')],
        [byBare, withoutUnits(way).join('/')],
      ] as const) {
        const found = known.get(key) ?? []
        if (!found.includes(index)) known.set(key, [...found, index])
      }
    }
  })
  // Whether nothing in the list shows that its codes are numbered otherwise than this year's.
  const codesKept = table.items.every((item) => {
    const same = byLabel.get(pathOf(item.labels).join('/')) ?? []
    const coded = byCode.get(codeOf(item.row, item.column))
    return coded !== undefined && (same.length === 0 || same.includes(coded))
  })
  const pairs = table.items.map((item): Pairing => {
    const own = pathOf(item.labels)
    const coded = byCode.get(codeOf(item.row, item.column))
    if (own.length === 0) {
      if (coded === undefined) return { how: 'gone' }
      return codesKept ? { how: 'code', index: coded } : { how: 'unsure' }
    }
    // 经费（万元） and 经费（元） are one item in two units.
    const same = byLabel.get(own.join('/')) ?? byBare.get(withoutUnits(own).join('/')) ?? []
    const [first] = same
    if (coded !== undefined && same.includes(coded)) return { how: 'label', index: coded }
    if (first !== undefined)
      return same.length === 1 ? { how: 'label', index: first } : { how: 'unsure' }
    const beside = coded === undefined ? undefined : shapes[coded]
    if (
      coded !== undefined &&
      beside !== undefined &&
      (nearly(own, beside.path) || nearly(own, beside.printed))
    ) {
      return { how: 'label', index: coded, reworded: true }
    }
    // A list may print only part of the labels: what they say is one item's alone, or the code tells whose.
    const part = shapes.flatMap(({ path }, index) => (isPart(own, path) ? [index] : []))
    const [onlyPart] = part
    if (onlyPart === undefined) return { how: 'gone' }
    if (coded !== undefined && codesKept && part.includes(coded))
      return { how: 'label', index: coded }
    return part.length === 1 ? { how: 'label', index: onlyPart } : { how: 'unsure' }
  })
  return { pairs: eachOnce(pairs), fits: true }
}

function byCodes(table: PastTable, byCode: Map<string, number>): MatchedTable {
  let fits = true
  const pairs = table.items.map((item, at): Pairing => {
    const index = byCode.get(codeOf(item.row, item.column))
    if (index !== undefined) return { how: 'code', index }
    if (table.lines.some(({ cells }) => (cells[at]?.value ?? '') !== '')) fits = false
    return { how: 'gone' }
  })
  return { pairs: eachOnce(pairs), fits }
}

/** Two columns that would both give one item give none: which one is right, the list does not say. */
function eachOnce(pairs: Pairing[]): Pairing[] {
  const times = new Map<number, number>()
  for (const pair of pairs) {
    if ('index' in pair) times.set(pair.index, (times.get(pair.index) ?? 0) + 1)
  }
  return pairs.map((pair) =>
    'index' in pair && (times.get(pair.index) ?? 0) > 1 ? { how: 'unsure' } : pair,
  )
}

interface ItemShape {
  code: string
  /** With every label that the row stands under. */
  path: string[]
  /** As the own export prints it, where that is shorter: a row that belongs to a main row stands alone. */
  printed: string[]
}

/** An item's labels from the top down: the rows it stands under, its own row, its headings. */
export function labelsOf(form: Form, item: FormItem): string[] {
  const row = form.rows[item.row]
  return [
    ...rowsAbove(form, item.row).map((parent) => parent.label),
    ...(row === undefined ? [] : [row.label]),
    ...(form.columns[item.column]?.path ?? []),
  ]
}

function shapeOf(form: Form, item: FormItem): ItemShape {
  const row = form.rows[item.row]
  const headings = form.columns[item.column]?.path ?? []
  const label = row === undefined ? [] : [row.label]
  const above = rowsAbove(form, item.row)
  const below = above.filter(({ level }) => level > 0).map((parent) => parent.label)
  return {
    code: codeOf(row?.code ?? '', form.columns[item.column]?.code ?? ''),
    path: pathOf(labelsOf(form, item)),
    printed: pathOf([...below, ...label, ...headings]),
  }
}

/** The rows that a row belongs to, the outermost first. */
function rowsAbove(form: Form, index: number): FormRow[] {
  const parents: FormRow[] = []
  let level = form.rows[index]?.level ?? 0
  for (let above = index - 1; above >= 0 && level > 0; above--) {
    const row = form.rows[above]
    if (row === undefined || row.level >= level) continue
    parents.unshift(row)
    level = row.level
  }
  return parents
}

const codeOf = (row: string, column: string): string => `${normalCode(row)},${normalCode(column)}`

/** Labels in normal form, one part each; a part that only repeats the one above says nothing. */
function pathOf(labels: readonly string[]): string[] {
  const parts = labels.flatMap((label) => label.split(/\s*[/／›>·]\s*/u)).map(normalLabel)
  return parts.filter((part, at) => part !== '' && part !== parts[at - 1])
}

/** Labels in normal form without the units that stand in brackets behind them. */
function withoutUnits(path: readonly string[]): string[] {
  return path.map((part) => (unitInLabel(part) === null ? part : part.replace(/\([^()]*\)$/u, '')))
}

/** The same labels, but for a small difference in writing. */
function nearly(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((part, at) => likeness(part, b[at] ?? '') >= NEARLY)
}

/** Whether all that is printed stands in the item's labels, in this order. */
function isPart(a: string[], b: string[]): boolean {
  let at = 0
  for (const part of b) if (part === a[at]) at++
  return at === a.length
}
