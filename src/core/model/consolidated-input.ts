import type { SummaryFigureForm } from '../../shared/figure-form.ts'
import type { IndicatorRow } from '../../shared/consolidate.ts'
import type { Coverage } from '../../shared/coverage.ts'
import type { FaultKind } from '../../shared/faults.ts'
import type { FindingState } from '../../shared/findings.ts'
import type { Lack } from '../../shared/lack.ts'
import type { Basis, Form, School } from '../../shared/model.ts'
import type { PeriodWords } from '../../shared/period.ts'
import type { CollectionConfig } from './collection.ts'
import type { ExternalFigure } from './external-figure.ts'

/** Which items are broken down by which groups, form by form. */
export interface Breakdown {
  /** 乡镇, 学段, 举办者, 城乡: those that the collection has. */
  dimensions: string[]
  forms: {
    form: string
    /** Indices into the form's items. */
    items: number[]
    /** Per item: whether its 学段 is its own, so that it is not asked of the school. */
    staged: boolean[]
    groups: {
      /** One name for each dimension. */
      names: string[]
      /** n of m schools. */
      reported: number
      expected: number
      /** Which of the items belong into this group; others are of another 学段. */
      items: number[]
    }[]
  }[]
}

/** Everything the consolidated workbook is written from; plain data, worked out by the core. */
export interface ConsolidatedInput {
  config: CollectionConfig
  basis: Basis
  lang: 'zh' | 'en'
  /** Time of export, ISO, and a fingerprint over all figures. */
  exportedAt: string
  fingerprint: string
  /** How the collection's chain ended; null where it has none yet. */
  chain: { links: number; head: string } | null
  coverage: Coverage
  /** Dimension used for subtotals in 核对, usually 乡镇. */
  groupBy: string
  forms: {
    form: Form
    /** Workbook whose layout the county form takes. */
    workbook: string
    /** County totals parallel to form.items: decimal string, "" for text items. */
    totals: string[]
    /** One row per school in state 正常 whose form has the table and whose return is in. */
    rows: {
      school: School
      group: string
      values: string[]
      /** As GridRow.states. */
      states: string
      raw: Record<number, string>
      /** Texts of `extraColumns`. */
      extra?: string[]
    }[]
    /** Group → total per item (decimal strings, "" for text items). */
    groups: { name: string; totals: string[] }[]
  }[]
  /** Findings, and those that corrections settled, as 审核 lists them; texts, "" for none. */
  findings: {
    school: School
    group: string
    rule: string
    title: string
    severity: 'error' | 'query'
    row: string
    column: string
    check: string
    left: string
    right: string
    difference: string
    cells: string
    state: FindingState
    text: string
    person: string
    at: string
    answer: string
  }[]
  /** What could not be used, as 审核 names it first. */
  faults: { id: string; kind: FaultKind; text: string }[]
  /** 名单_<form>: the rows of a list at all schools; absent in a workbook without them. */
  lists?: {
    form: string
    title: string
    headings: string[]
    /** Columns of plain decimals. */
    figures: boolean[]
    rows: number
    /** Texts of a row, by its number from 0: the school's code and name, then its cells. */
    line: (index: number) => string[]
  }[]
  /** Columns right of the items in every school sheet: what groups and indicators go by besides the shown ones. */
  extraColumns?: string[]
  /** 分组_<表号>; absent in a workbook without them. */
  breakdown?: Breakdown
  /** 指标; absent in a workbook without it. */
  indicators?: IndicatorRow[]
  /** What the period and those it is compared with are called. */
  periods?: PeriodWords
  /** Figures of other offices that indicators use, for their sources. */
  externals?: ExternalFigure[]
  missing: { school: School; group: string; state: string; reason: string }[]
  changes: {
    school: School
    item: string
    label: string
    returned: string
    adopted: string
    reason: string
    person: string
    at: string
  }[]
  /** Figures quoted in the annual summary, in its order; null when there is no summary. */
  quoted:
    | {
        sentence: string
        /** The figure as it reads there. */
        text: string
        form: SummaryFigureForm
        indicator: string
        title: string
        unit: string
        /** Plain decimals; "" where undefined. */
        value: string
        numerator: string
        denominator: string
        lastYear: string
        /** Schools that are not in while last year, which stands beside it, has all of its own; by name. */
        missing: string[]
        /** Schools that are in one side of it only, by name. */
        apart: string[]
        /** What numerator and denominator are made of, as written in the indicator. */
        source: [string, string | null]
        /** The first item that it reads; null when it reads none. */
        item: string | null
        lack: Lack | null
        moved: { from: string; total: string | null } | null
      }[]
    | null
  cleanings: {
    file: string
    sheet: string
    cell: string
    item: string
    kind: string
    raw: string
    value: string
  }[]
}
