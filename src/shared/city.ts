import type { Grant, GrantedFile } from './grants.ts'
import type { CellState, Basis, Form } from './model.ts'
import type { Overview } from './overview.ts'
import type { RollupCounty, RollupIndicator, RollupTrouble } from './rollup.ts'
import type { DraftView } from './draft-desk.ts'
import type { TieChoice } from './draft-ties.ts'
import type { Lack } from './lack.ts'
import type { QuotedForm, SummaryView } from './summary.ts'
import type { Lang } from './words/template.ts'

/** A county of an open city. */
export interface CityCounty extends RollupCounty {
  /** By which its figures are asked for; null where none are in. */
  part: number | null
  /** Whether its collection lies in the folder, so that it can be opened. */
  atHand: boolean
}

/** 全市: the counties of a folder read as one; nothing of it is written. */
export interface CityView {
  /** Counts up whenever the folder is read anew, its summary saved or a draft taken. */
  revision: number
  title: string
  /** The period, as partitions call it. */
  year: string
  counties: CityCounty[]
  troubles: RollupTrouble[]
  forms: { id: string; title: string; unit: string | null }[]
  /** What schools can be grouped by, over all counties. */
  attributes: string[]
  /** Whether what is written of it (its summary) stays in the folder. */
  keeps: boolean
}

/** A line of a form over a city: the city, a county, a group. Parallel to the form's items. */
export interface CityLine {
  /** A county's part, a group's name; "" for the city. */
  key: string
  name: string
  city: string
  values: string[]
  /** Schools that each figure rests on, and that are asked for it. */
  schools: number[]
  asked: number[]
}

/** A form of the city, county by county. */
export interface CityFormView {
  form: Form
  lines: CityLine[]
  total: CityLine
}

/** A school of a county as the county handed it over. Parallel to the form's items. */
export interface CitySchool {
  school: string
  code: string
  name: string
  values: string[]
  /** Null where the school is not asked. */
  states: (CellState | null)[]
}

/** Where a school's figure stands. */
export interface CityCell {
  value: string
  state: CellState
  file: string
  sheet: string
  cell: string
}

/** An item of the city against last year, county by county. */
export interface CityBridge {
  item: string
  label: string
  /** Over counties that are known in both years. */
  from: string
  to: string
  moved: string
  lines: { county: string; from: string | null; to: string | null; moved: string | null }[]
}

/** What one county gives to an indicator of the city. */
export interface CityTrailCounty {
  part: number
  name: string
  atHand: boolean
  /** Exact decimals; null where there is none. */
  numerator: string | null
  denominator: string | null
  /** As published by the county; null where it is undefined. */
  value: string | null
  /** Last year's likewise, and the difference of the two as a plain decimal. */
  lastYear: string | null
  moved: string | null
}

/** An item that a side of an indicator reads, with the city's total. */
export interface CityTrailItem {
  form: string
  item: string
  label: string
  total: string
}

/** An indicator of the city walked back to its counties and items. */
export interface CityTrail {
  indicator: string
  title: string
  unit: string
  value: string
  lack: Lack | null
  lastYear: string | null
  change: string
  /** The difference of the two published values, a plain decimal; null where one is missing. */
  moved: string | null
  scale: string
  numerator: { value: string | null; items: CityTrailItem[] }
  denominator: { value: string | null; items: CityTrailItem[] } | null
  /** Whether the largest of the counties counts instead of their sum. */
  largest: boolean
  counties: CityTrailCounty[]
  /** Counties that are not in it, and why. */
  left: { name: string; why: 'missing' | 'refused' | 'awaited' | 'differs' | 'unknown' }[]
  /** Sentences of the summary that quote it. */
  sentences: string[]
}

/** The summary of a city in its folder. */
export const CITY_SUMMARY = 'summary.md'

/** What persons said of the city's drafts, in its folder. */
export const CITY_MARKS = '初稿核对.json'

/** 核对初稿 over a city. */
export interface CityDraftApi {
  /** The draft that is held against the city, checked; null where there is none. Errors no-city, marks-unreadable. */
  cityDraft(args: { basis: Basis }): Promise<DraftView | null>
  /**
   * Takes a draft to be checked in place of the one before it: a file, a text under a name, or without
   * either the finished summary. It is kept
   * as long as the city is open, what is said of it in the folder. Errors no-city, not-a-draft, draft-encrypted, draft-damaged, draft-too-large.
   */
  checkCityDraft(args: {
    files: GrantedFile[]
    name: string
    text: string | null
    basis: Basis
  }): Promise<CityView>
  /** What a figure of it may quote, the likeliest first. Errors no-city, no-such-file. */
  cityDraftChoices(args: { basis: Basis; figure: number }): Promise<TieChoice[]>
  /**
   * Says what a figure quotes; `to` null: nothing of the city. Kept in the folder, and found again in the next
   * version. Errors no-city, no-such-file, no-such-item, cannot-write, text-changed, marks-unreadable.
   */
  tieCityFigure(args: { basis: Basis; figure: number; to: string | null }): Promise<CityView>
  /** Lets doubts stand, for a reason; kept likewise. Errors reason-missing and those of tieCityFigure. */
  ignoreCityDoubts(args: { basis: Basis; doubts: string[]; reason: string }): Promise<CityView>
  /** Takes back what was said last of a figure or of a doubt, by its key. Errors as tieCityFigure. */
  takeBackCityMark(args: { of: 'figure' | 'doubt'; key: string }): Promise<CityView>
  /** The draft with comments, a report, or the list of its figures. Errors no-city, not-a-draft. */
  exportCityDraft(args: {
    basis: Basis
    as: 'comments' | 'report' | 'list'
    lang: Lang
  }): Promise<{ job: number }>
}

/** 全市总结: the summary over a city, and a draft of it checked. */
export interface CityTextApi extends CityDraftApi {
  /** The city's summary filled in; `text` null: as it is saved. Error no-city, partition-changed. */
  citySummary(args: { basis: Basis; text: string | null }): Promise<SummaryView>
  /** The ways of quoting an indicator of the city over the years in its folder. Errors no-city, partition-changed. */
  cityQuotedForms(args: { indicator: string; basis: Basis }): Promise<QuotedForm[]>
  /** Saves its text with placeholders. Errors no-city, text-changed, cannot-write. */
  saveCitySummary(args: { text: string }): Promise<CityView>
  /** Writes it out: for Word, as plain text, or the text with placeholders. Errors no-city, no-such-file. */
  exportCitySummary(args: { basis: Basis; as: 'docx' | 'txt' | 'md' }): Promise<{ job: number }>
  /** An indicator of the city walked back. Errors no-city, no-such-item, partition-changed. */
  cityTrail(args: { indicator: string; basis: Basis }): Promise<CityTrail>
}

/** 汇总各县: a folder of counties' collections and Parquet partitions read as one (docs/lake.md). */
export interface CityApi extends CityTextApi {
  /**
   * Reads a folder as a job that is told of and can be cancelled. Errors nothing-to-roll-up, engine-missing,
   * partition-changed, no-such-grant, cancelled.
   */
  openCity(args: { files: GrantedFile[]; lang: Lang }): Promise<CityView>
  /** Reads a folder that was opened before. Errors of openCity, no-such-file. */
  openKnownCity(args: { grant: Grant; lang: Lang }): Promise<CityView>
  /** Reads the same folder anew, after something in it has changed. Errors no-city, those of openCity. */
  reopenCity(args: { lang: Lang }): Promise<CityView>
  /** The open city; null where none is. What was exported anew meanwhile is among its troubles. */
  city(args: Record<string, never>): Promise<CityView | null>
  closeCity(args: Record<string, never>): Promise<null>
  /** A form by county. Errors no-city, no-such-form, partition-changed. */
  cityForm(args: { form: string; basis: Basis }): Promise<CityFormView>
  /** A form by the groups of an attribute, over all counties. Errors as cityForm. */
  cityGroups(args: { form: string; basis: Basis; by: string }): Promise<CityFormView>
  /** The schools of a county in a form of the city. Errors as cityForm. */
  citySchools(args: { part: number; form: string; basis: Basis }): Promise<CitySchool[]>
  /** Where a school's figure came from. Errors as cityForm, no-such-school, no-such-item. */
  cityCell(args: { part: number; school: string; item: string; basis: Basis }): Promise<CityCell>
  cityIndicators(args: {
    basis: Basis
  }): Promise<{ indicators: RollupIndicator[]; troubles: RollupTrouble[] }>
  /** An item against last year. Errors as cityForm, no-such-item. */
  cityBridge(args: { item: string; basis: Basis }): Promise<CityBridge>
  /** Opens a county's own collection; the city stays open behind it. Errors no-such-file, what opening throws. */
  openCounty(args: { part: number }): Promise<Overview>
  /** Writes the city's consolidated workbook. Error no-city. */
  exportCity(args: { basis: Basis; lang: Lang }): Promise<{ job: number }>
}

/** Whether a grant names a file of counties' figures. */
export function isOfCounty({ path }: { grant: Grant; path: string }): boolean {
  return (
    /\.(?:huishu|parquet)$/iu.test(path) ||
    /(?:^|\/)(?:区县\.txt|summary\.md|初稿核对\.json)$/u.test(path)
  )
}
