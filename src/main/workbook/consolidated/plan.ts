import { SHOWN_DIMENSIONS } from '../../../core/consolidate/shown.ts'
import type { ConsolidatedInput } from '../../../core/model/consolidated-input.ts'
import { formFigures } from './figures.ts'
import type { InputForm, ItemFigures, Unsummed } from './figures.ts'
import { headingTree } from './heading-tree.ts'
import type { Heading } from './heading-tree.ts'
import { itemPath } from './labels.ts'
import type { ItemBlock } from './layout.ts'
import type { Layout } from './layout.ts'
import { crossingAt } from '../../../shared/item-place.ts'
import type { FormEdition } from '../../../shared/model.ts'
import { madeLayout } from './layout-made.ts'
import { SheetNames } from '../sheet-names.ts'
import type { WorkbookWords } from './words.ts'

/** Headings by which this sheet is read as last year's values; the same in every language. */
export const CODE_HEADING = '标识码'
export const NAME_HEADING = '学校名称'

/** Rows a sheet can hold below its headings. */
const MOST_ROWS = 1_000_000

/** The blank form's layout, null when its workbook cannot be opened. */
export type LayoutFor = (form: InputForm, block: ItemBlock) => Layout | null

/** Where everything about one form stands; rows and columns as in Excel, from 1. */
export interface FormPlan {
  input: InputForm
  items: ItemFigures[]
  unsummed: Unsummed[]
  county: {
    name: string
    layout: Layout
    /** Per item: its cell on the county form. */
    cells: { row: number; column: number }[]
    /** Items that this layout lacks; they stand below the form. */
    elsewhere: number[]
  }
  detail: {
    name: string
    headings: Heading[]
    depth: number
    /** Row of 标识码 and the item codes. */
    codeRow: number
    firstRow: number
    lastRow: number
    /** Column of the first item. */
    firstItem: number
  }
}

export interface ListPart {
  name: string
  from: number
  to: number
}

/** All sheets of the workbook in their order, named before the first is written. */
export interface Plan {
  words: WorkbookWords
  input: ConsolidatedInput
  cover: string
  forms: FormPlan[]
  /** Group sheets, parallel to input.breakdown.forms; forms without one are not among them. */
  breakdowns: BreakdownPlan[]
  /** 指标; null where there are none. */
  indicators: string | null
  /** Headings of the columns right of the items. */
  extra: string[]
  /** Empty when there is no summary. */
  quoted: ListPart[]
  findings: ListPart[]
  missing: ListPart[]
  changes: ListPart[]
  cleaning: ListPart[]
  /** 名单_<form>, parallel to input.lists. */
  lists: ListPart[][]
  check: string
  /** Columns left of the items in every school sheet; `dimension` null for code and name. */
  fixed: { heading: string; dimension: string | null }[]
  /** Column that holds the group, in every school sheet. */
  groupColumn: number
  groups: string[]
}

/** The group sheet of one form. */
export interface BreakdownPlan {
  form: FormPlan
  name: string
  input: NonNullable<ConsolidatedInput['breakdown']>['forms'][number]
}

/** Row of the labels in a school sheet: title and legend stand above. */
export const LABEL_ROW = 4

/** Names every sheet and finds every item's place, before the first sheet is written. */
export function makePlan(
  input: ConsolidatedInput,
  words: WorkbookWords,
  layoutFor: LayoutFor,
): Plan {
  const names = new SheetNames()
  const cover = names.next(words.cover)
  const shown = [...new Set([...SHOWN_DIMENSIONS, input.groupBy].filter((name) => name !== ''))]
  const fixed = [
    { heading: CODE_HEADING, dimension: null },
    { heading: NAME_HEADING, dimension: null },
    ...shown.map((dimension) => ({ heading: dimension, dimension })),
  ]
  const formNames = input.forms.map(({ form }) => names.next(form.id))
  const breakdownNames = (input.breakdown?.forms ?? []).map(({ form }) =>
    names.next(`${words.groupsOf}_${form}`),
  )
  const indicators =
    input.indicators === undefined || input.indicators.length === 0
      ? null
      : names.next(words.indicators)
  const list = (name: string, length: number): ListPart[] => {
    const parts: ListPart[] = []
    for (let from = 0; from === 0 || from < length; from += MOST_ROWS) {
      parts.push({ name: names.next(name), from, to: Math.min(length, from + MOST_ROWS) })
    }
    return parts
  }
  const quoted = input.quoted === null ? [] : list(words.quoted, input.quoted.length)
  const detailNames = input.forms.map(({ form }) => names.next(`明细_${form.id}`))
  const forms = input.forms.map((each, index) =>
    planForm(
      each,
      formNames[index] ?? '',
      detailNames[index] ?? '',
      fixed.length,
      words,
      layoutFor,
    ),
  )
  const groups = new Set<string>()
  for (const form of input.forms) {
    for (const { name } of form.groups) groups.add(name)
    for (const row of form.rows) groups.add(row.group)
  }
  return {
    words,
    input,
    cover,
    forms,
    breakdowns: (input.breakdown?.forms ?? []).flatMap((each, index) => {
      const form = forms.find(({ input: own }) => own.form.id === each.form)
      return form === undefined ? [] : [{ form, name: breakdownNames[index] ?? '', input: each }]
    }),
    indicators,
    extra: input.extraColumns ?? [],
    quoted,
    findings: list(words.findings, input.faults.length + input.findings.length),
    missing: list(words.missing, input.missing.length),
    changes: list(words.changes, input.changes.length),
    cleaning: list(words.cleaning, input.cleanings.length),
    check: names.next(words.check),
    lists: (input.lists ?? []).map(({ form, rows }) => list(`${words.listOf}_${form}`, rows)),
    fixed,
    groupColumn: 3 + Math.max(0, shown.indexOf(input.groupBy)),
    groups: [...groups],
  }
}

function planForm(
  input: InputForm,
  name: string,
  detailName: string,
  fixedColumns: number,
  words: WorkbookWords,
  layoutFor: LayoutFor,
): FormPlan {
  const { items, unsummed } = formFigures(input)
  const { headings, depth } = headingTree(
    input.form.items.map((item) => itemPath(input.form, item)),
  )
  const codeRow = LABEL_ROW + depth
  return {
    input,
    items,
    unsummed,
    county: { name, ...placeItems(input, words, layoutFor) },
    detail: {
      name: detailName,
      headings,
      depth,
      codeRow,
      firstRow: codeRow + 1,
      lastRow: codeRow + Math.max(1, input.rows.length),
      firstItem: fixedColumns + 1,
    },
  }
}

function placeItems(
  input: InputForm,
  words: WorkbookWords,
  layoutFor: LayoutFor,
): Omit<FormPlan['county'], 'name'> {
  const { form, workbook } = input
  const edition = form.editions.find((each) => each.workbook === workbook)
  const block = itemBlock(edition)
  const drawn = block === null ? null : layoutFor(input, block)
  const { layout, ...placed } =
    drawn === null || edition === undefined
      ? madeLayout(form, words)
      : { ...edition, layout: drawn }
  const elsewhere: number[] = []
  // Below the form: an empty row, one to three lines of notes, then what the layout lacks.
  const firstElsewhere = layout.rowCount + NOTE_ROWS + 1
  const valueColumn = visibleColumns(layout)[2] ?? 3
  const cells = form.items.map((item, index) => {
    const { row, column } = crossingAt(placed, item.row, item.column)
    if (row >= 0 && column >= 0) return { row: row + 1, column: column + 1 }
    elsewhere.push(index)
    return { row: firstElsewhere + elsewhere.length - 1, column: valueColumn }
  })
  return { layout, cells, elsewhere }
}

function itemBlock(edition: FormEdition | undefined): ItemBlock | null {
  const pages = edition === undefined ? [] : (edition.pages ?? [edition])
  const rows = pages.flatMap(({ rowAt }) => rowAt).filter((row) => row >= 0)
  const columns = pages.flatMap(({ columnAt }) => columnAt).filter((column) => column >= 0)
  if (rows.length === 0 || columns.length === 0) return null
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  }
}

/** Rows between the form and the items it lacks: one empty, three of notes. */
export const NOTE_ROWS = 4

/** Columns, from 1, that are not hidden; those right of the form follow. */
export function visibleColumns(layout: Layout): number[] {
  const shown = layout.columns.flatMap(({ hidden }, index) => (hidden ? [] : [index + 1]))
  const next = layout.columnCount
  return [...shown, next + 1, next + 2, next + 3]
}
