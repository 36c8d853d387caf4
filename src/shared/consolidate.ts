import type { DataLack, ExternalLack } from './lack.ts'
import type { Earlier, EarlierList, LastYearView } from './last-year.ts'
import type { Overview } from './overview.ts'
import type { Basis } from './model.ts'

/**
 * What is added up: items of forms, one side of an indicator (or its value, worked out anew for
 * each group), or the number of schools.
 */
export type Measure =
  | { items: string[] }
  | { indicator: string; side: 'numerator' | 'denominator' | 'value' }
  | { schools: true }

/** What groups can be made of, and what can be put into them. */
export interface ConsolidationCatalog {
  revision: number
  /** Dimensions of the register and 学段, each with its groups in order. */
  dimensions: { name: string; groups: string[] }[]
  indicators: { id: string; title: string; unit: string; ratio: boolean }[]
  /** Where last year's values come from; null when there are none. */
  lastYear: { source: string; schools: number } | null
}

/** One number of a group table. All figures are decimal strings, worked out exactly. */
export interface PivotCell {
  /** null: undefined (denominator 0, an external figure that is not known by group). */
  value: string | null
  /** Last year, over all its schools. */
  before: string | null
  /** Difference of the two as shown. */
  change: string | null
  /** Growth in %, two decimals; null where last year is 0 or not known. */
  growth: string | null
  /** Share in % of the row's, the column's and the whole total, two decimals. */
  shares: { row: string | null; column: string | null; all: string | null }
  /** n of m: schools whose figures are in it, schools that are asked for it; without those that are not counted. */
  reported: number
  expected: number
  /** Of those whose figures are in it, how many are not counted as schools (教学点). */
  uncounted: number
  /** Schools that are asked and not in it, by name: what it is compared with has them. */
  missing: string[]
}

export interface PivotView {
  revision: number
  title: string
  unit: string
  /** Decimals of a published figure; null where exact values are shown as they are. */
  decimals: number | null
  /** Whether the cells add up to the totals. */
  additive: boolean
  rows: { dimensions: string[]; keys: string[][] }
  columns: { dimensions: string[]; keys: string[][] }
  /** One line for each row and one for the total; in each, one cell for each column and one for the total. */
  cells: PivotCell[][]
  hasLastYear: boolean
  /** Whether last year's data lack an item of the measure: 缺上年数据, not 0. */
  lacksLastYear: boolean
}

/** A school behind a number. */
export interface MeasuredSchool {
  school: string
  name: string
  /** Which group of 学段 its figure is counted to. */
  stage: string
  value: string
  before: string | null
  change: string | null
  state: 'counted' | 'unreadable' | 'missing'
  /** Whether it is counted as a school. */
  counts: boolean
  /** Whether it is in this year's register. */
  current: boolean
  /** The item to look at first; null for a count of schools. */
  item: string | null
}

/** One side of an indicator (docs/contract.md §3). */
export type IndicatorSide =
  | { kind: 'sum'; expr: string; where: string | null }
  | { kind: 'schools'; where: string | null }
  | { kind: 'count'; expr: string; where: string | null }
  | { kind: 'max'; expr: string; where: string | null }
  | { kind: 'external'; name: string }
  | { kind: 'add'; sides: IndicatorSide[] }
  | { kind: 'cv'; expr: string; weight: string; where: string | null }

/** An indicator as it is edited: `denominator` null for a plain value. */
export interface IndicatorDraft {
  id: string
  title: string
  unit: string
  decimals: number
  numerator: IndicatorSide
  denominator: IndicatorSide | null
  /** Plain decimal. */
  scale: string
  prefix: string
  /** 时点 or 时期: at a moment, or over the period; absent where nobody said. */
  nature?: 'stock' | 'flow'
  /** Name of the planned figure it is held against; absent: one of its own id or title. */
  plan?: string
}

/** What is wrong with one expression of an indicator. */
export interface IndicatorFault {
  side: 'numerator' | 'denominator'
  /** Which part of a side made of several (`add`), from 0. */
  part: number
  field: 'expr' | 'where' | 'weight'
  at: number
  code: string
  params: Record<string, string | number>
}

export interface IndicatorYear {
  /** At its decimals ("39.09"); null when undefined. */
  value: string | null
  /** With prefix and unit ("39.09%"). */
  text: string
  numerator: string | null
  denominator: string | null
  /** Whether the data of that year lack an item of it. */
  lacking: boolean
}

/** An indicator in another earlier period than last year, with the difference of the published values. */
export interface EarlierValue {
  value: string | null
  change: string | null
}

/** What was planned for an indicator, beside what was done. */
export interface PlannedValue {
  name: string
  /** Null where the planned figure cannot be used. */
  value: string | null
  /** The document that says it, and its date; "" where another indicator is the plan. */
  source: string
  date: string
  /** What was done less what was planned, and in per cent of it to one decimal. */
  change: string | null
  done: string | null
}

export interface IndicatorRow {
  indicator: IndicatorDraft
  now: IndicatorYear
  before: IndicatorYear
  /** Difference of the two published values; null where one is missing. */
  change: string | null
  /** The same period a year ago, and the period just before, where these are not last year. */
  same?: EarlierValue
  previous?: EarlierValue
  /** What was planned, and by which document; absent where nothing was. */
  plan?: PlannedValue
  /** Why there is no value this year. */
  undefinedWhy:
    | null
    | { kind: 'zero' | 'nothing' | 'awaited' | 'not-comparable' }
    | { kind: 'data'; why: DataLack }
    | { kind: 'external'; name: string; why: ExternalLack }
  reported: number
  expected: number
  /** Schools that it asks and whose figures are not in, by name. */
  missing: string[]
  /** Schools that are in one of its sides and not in the other, by name. */
  apart: string[]
  faults: IndicatorFault[]
}

/** An entry of indicators.yaml that could not be used; see words/indicators.ts. */
export interface IndicatorProblem {
  id: string
  /** Line of the text, from 1. */
  line: number
  code: IndicatorProblemCode
  params: Record<string, string | number>
}

export type IndicatorProblemCode =
  | 'bad-yaml'
  | 'bad-indent'
  | 'tab-indent'
  | 'quote-open'
  | 'double-key'
  | 'not-a-list'
  | 'not-an-indicator'
  | 'id-missing'
  | 'double-id'
  | 'bad-decimals'
  | 'bad-scale'
  | 'bad-nature'
  | 'side-missing'
  | 'side-kind'
  | 'two-kinds'
  | 'value-and-parts'
  | 'meant-key'
  | 'unknown-key'
  | 'bad-value'

export interface IndicatorsView {
  revision: number
  rows: IndicatorRow[]
  /** Entries of the text that could not be used. */
  problems: IndicatorProblem[]
  /** Names of external figures known, for completion. */
  externals: string[]
  /** Entries of the shipped library that apply here and are not taken yet. */
  library: number
}

export interface LibraryEntry {
  indicator: IndicatorDraft
  /** Whether the collection has an indicator of that id. */
  taken: boolean
  /** What it needs and the collection lacks; empty when it applies. */
  lacks: { kind: 'form' | 'item' | 'attribute'; name: string }[]
  value: string | null
}

/** A figure from another office. */
export interface ExternalRow {
  name: string
  value: string
  unit: string
  source: string
  date: string
  /** What was typed, where it had to be cleaned. */
  cleaned: { raw: string; sheet: string; cell: string } | null
  /** What was typed, where it cannot be used, and why. */
  refused: {
    code: 'unreadable' | 'twice' | 'fraction'
    raw: string
    sheet: string
    cell: string
  } | null
  /** Whether it was entered in the workbench. */
  edited: boolean
  /** Indicators that use it, this year's or last year's. */
  usedBy: string[]
}

/** A school of a year, for linking. */
export interface YearSchool {
  id: string
  name: string
  town: string
  status: string
}

export type LinkKind = 'same' | 'renamed' | 'merged' | 'split' | 'closed' | 'opened'

/** Schools of last year and of this that are one for comparing. */
export interface SchoolLink {
  kind: LinkKind
  before: YearSchool[]
  now: YearSchool[]
  /** Ledger entry by which a person said so; null: taken from the codes. */
  entry: number | null
}

/** What the likeness of names and codes suggests; holds only when a person confirms it. */
export interface LinkSuggestion {
  kind: LinkKind
  before: string[]
  now: string[]
  /** Why: same town and like name (with the likeness in %), the other's name within. */
  why: 'like-name' | 'contains-name' | 'code-digit'
  likeness: number
}

export interface LinksView {
  revision: number
  /** All that are not simply the same school in both years, and all that a person said. */
  links: SchoolLink[]
  suggestions: LinkSuggestion[]
  /** Schools the same in both years by their code. */
  same: number
  /** Schools to choose from when linking by hand. */
  before: YearSchool[]
  now: YearSchool[]
}

/** By what a total moved. */
export type BridgeKind =
  | 'opened'
  | 'closed'
  | 'linked'
  | 'grown'
  | 'fallen'
  | 'unreported'
  | 'unknown-before'
  | 'corrected'
  | 'external'

export interface BridgeLine {
  kind: BridgeKind
  /** Names of the schools concerned, last year's and this year's. */
  before: { id: string; name: string }[]
  now: { id: string; name: string; item: string | null }[]
  from: string
  to: string
  /** What the line moves the total by. */
  moved: string
}

export interface BridgeView {
  revision: number
  title: string
  unit: string
  /** Totals of both years; the steps add up to their difference exactly. */
  from: string
  to: string
  steps: { kind: BridgeKind; moved: string; schools: number }[]
  lines: BridgeLine[]
  /** Schools that are asked and not in this year's total, by name. */
  missing: string[]
  /** The same schools in both years, with figures in both. */
  comparable: {
    before: string
    now: string
    change: string
    growth: string | null
    schools: number
  }
  /** Why there is no bridge; null where there is one. */
  none: null | 'no-last-year' | 'lacks-last-year' | 'not-additive' | 'no-external'
}

/** 汇总: groups, indicators, comparison over years. */
export interface ConsolidateApi {
  consolidation(args: Record<string, never>): Promise<ConsolidationCatalog>
  /** Totals of a measure by any combination of dimensions. */
  pivot(args: {
    measure: Measure
    rows: string[]
    columns: string[]
    basis: Basis
    /** Over the same schools in both years only (可比口径). */
    comparable?: boolean | undefined
  }): Promise<PivotView>
  /** The schools behind one number of a group table. */
  measuredSchools(args: {
    measure: Measure
    where: { dimension: string; group: string }[]
    basis: Basis
    comparable?: boolean | undefined
  }): Promise<MeasuredSchool[]>
  /** @param args.comparable over the same schools in both years only (可比口径) */
  indicators(args: { basis: Basis; comparable?: boolean | undefined }): Promise<IndicatorsView>
  /** What an indicator would come to, without keeping it. */
  tryIndicator(args: { draft: IndicatorDraft; basis: Basis }): Promise<IndicatorRow>
  /** Puts an indicator in place of `was` (null: a new one); a null draft removes it. The rest of the text stays. */
  saveIndicator(args: {
    was: string | null
    draft: IndicatorDraft | null
    reason: string
  }): Promise<Overview>
  /** The shipped indicators, and which of them apply to the forms of this collection. */
  indicatorLibrary(args: Record<string, never>): Promise<LibraryEntry[]>
  /** Adds indicators of the library to the collection's own. */
  takeIndicators(args: { ids: string[] }): Promise<Overview>
  externals(args: Record<string, never>): Promise<ExternalRow[]>
  /** Enters a figure of another office, or changes it; null takes it out. */
  editExternal(args: {
    name: string
    figure: { value: string; unit: string; source: string; date: string } | null
    reason: string
  }): Promise<Overview>
  yearLinks(args: Record<string, never>): Promise<LinksView>
  /** Says which schools of last year are which of this year; neither side: they are taken as not linked. */
  linkSchools(args: { before: string[]; now: string[]; reason: string }): Promise<Overview>
  /** What moved a total since last year. */
  bridge(args: { measure: Measure; basis: Basis }): Promise<BridgeView>
  /** The earlier periods that the collection is compared with, and whose values it has. */
  earlierLists(args: Record<string, never>): Promise<EarlierList[]>
  /** How last year's list, or that of another earlier period, was lined up with this year's forms. */
  lastYearList(args: { of?: Earlier | undefined }): Promise<LastYearView>
  /** Says that the codes of a table of such a list, which prints no labels, are this year's. */
  confirmLastYear(args: {
    form: string
    of?: Earlier | undefined
    reason: string
  }): Promise<Overview>
  /** Takes last year's values from last year's collection (.huishu) or workbook of details; or another earlier period's. */
  chooseLastYear(args: {
    grant: string
    path: string
    of?: Earlier | undefined
    reason: string
  }): Promise<Overview>
  /** Takes the values of an earlier period out. Rejects with nothing-changed where there are none. */
  dropLastYear(args: { of: Earlier; reason: string }): Promise<Overview>
}
