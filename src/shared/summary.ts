import type { Past } from './period.ts'
import type { Coverage } from './coverage.ts'
import type { QUOTING, SummaryFigureForm } from './figure-form.ts'
import type { Lack } from './lack.ts'
import type { Basis, CellState } from './model.ts'

/** A paragraph of the finished summary; level 0 is its title, 1 to 3 headings, null plain text. */
export interface SummaryParagraph {
  level: 0 | 1 | 2 | 3 | null
  /** `figure`: index into SummaryView.figures. */
  runs: { text: string; bold: boolean; figure: number | null }[]
}

/** A figure quoted in the summary. Offsets count Unicode code points. */
export interface SummaryFigure {
  indicator: string
  title: string
  form: SummaryFigureForm
  text: string
  /** Place in the finished text. */
  start: number
  end: number
  /** Where its placeholder starts in the text with placeholders. */
  source: number
  sentence: string
  /** Why the figure cannot be stated; null when it can. */
  lack: Lack | null
  /** The years that are wanting, or from which the definition is another one, where that is why. */
  years?: string
  /** By controlled rounding moved from this text, for this total (null: 100%); null when not moved. */
  moved: { from: string; total: string | null } | null
}

/** What in the text wants a look. */
export type SummaryWarning =
  | { kind: 'unknown'; why: 'indicator' | 'form'; written: string; line: number; column: number }
  | { kind: 'lack'; figure: number }
  /** This year is compared with last year while returns are missing. */
  | { kind: 'incomplete'; figure: number; missing: string[] }
  /** Numerator and denominator rest on different schools: these are in one of them only. */
  | { kind: 'apart'; figure: number; apart: string[] }
  /** Of a city: counties that are not in so many indicators quoted; that are compared with last year while not complete. `figure` is the first. */
  | { kind: 'left' | 'short'; figure: number; counties: string[]; indicators: number }
  | {
      kind: 'direction'
      figure: number
      word: string
      /** Place of the word in the finished text, in code points. */
      start: number
      end: number
      moved: 'up' | 'down' | 'same'
    }

/** An indicator that can be quoted, as it would read. */
export interface QuotableIndicator {
  id: string
  title: string
  /** As `{id}` and as `{id|比上年}`. */
  value: string
  change: string
  /** How it reads in the other forms that say something here, by the words behind the bar. */
  reads: Partial<Record<keyof typeof QUOTING, string>>
  /** Whether there is a figure; else the value says in brackets why there is none. */
  defined: boolean
  lastYear: string | null
  unit: string
  /** The difference of the two published values, a plain decimal; null where one is missing. */
  moved: string | null
  /** Schools that it asks and whose figures are not in, by name. */
  missing: string[]
  /** Which way it moved on last year; null when that cannot be said. */
  way: 'up' | 'down' | 'same' | null
}

/** A way of quoting an indicator over years, as it would read now. */
export interface QuotedForm {
  /** What stands behind the bar. */
  form: string
  reads: string
}

/** The annual summary with its figures filled in. */
export interface SummaryView {
  revision: number
  basis: Basis
  /** The text with placeholders as it is saved; null when the collection has none. */
  template: string | null
  /** The finished text, marks of headings included. */
  text: string
  paragraphs: SummaryParagraph[]
  figures: SummaryFigure[]
  warnings: SummaryWarning[]
  /** Set where it is a city's, whose indicators are those of its counties. */
  city?: true
  /** Whether the text asks for controlled rounding (舍位平衡). */
  balanced: boolean
  indicators: QuotableIndicator[]
  /** What {期间}, {时点}, {同期} and {上期} stand for, as far as they stand for anything. */
  periods: Record<string, string>
  /** Schools whose returns the figures rest on. */
  coverage: Coverage
}

/** An item of a form that an indicator reads, with its total over the schools counted. */
export interface TrailItem {
  item: string
  label: string
  lastYear: boolean
  /** Which earlier period, where that is not last year. */
  past?: Past
  total: string
}

/** What one school gives to one side of an indicator. */
export interface TrailSchool {
  school: string
  name: string
  /** Its group by the first dimension; "" where there is none. */
  group: string
  value: string
  /** Parallel to TrailPart.items: what stands in its return. */
  cells: { value: string; state: CellState }[]
}

/** One part of a side: a sum over schools, a count, a figure from another office. */
export interface TrailPart {
  kind: 'sum' | 'schools' | 'count' | 'max' | 'external' | 'cv'
  /** The expression, or the external figure's name; '' for counted schools. */
  expression: string
  where: string | null
  value: string | null
  items: TrailItem[]
  /** What each group of the first dimension gives, where giving adds up; else empty. */
  groups: { name: string; value: string; schools: number }[]
  /** Schools that `where` lets through; the largest contribution first. */
  schools: TrailSchool[]
  /** Of an external figure: where it comes from. */
  source: { name: string; value: string; unit: string; source: string; date: string } | null
}

/** An indicator walked back to the cells that it rests on. */
export interface FigureTrail {
  indicator: string
  title: string
  unit: string
  value: string
  lastYear: string | null
  change: string
  /** The difference of the two published values, a plain decimal; null where one is missing. */
  moved: string | null
  scale: string
  numerator: { value: string | null; parts: TrailPart[] }
  denominator: { value: string | null; parts: TrailPart[] } | null
  coverage: Coverage
  /** Sentences of the summary that quote it. */
  sentences: string[]
}

/** The indicators and sentences that a cell moves. */
export interface CellReach {
  indicators: { id: string; title: string; value: string; side: 'numerator' | 'denominator' }[]
  sentences: { text: string; indicators: string[] }[]
}

/** 总结: the annual summary, and the way between its figures and the cells. */
export interface SummaryApi {
  /** The summary filled in; `text` null: as it is saved, else as it is being written. */
  summary(args: { basis: Basis; text: string | null }): Promise<SummaryView>
  /** The ways of quoting an indicator over the years that are known here; empty where there is none of that id. */
  quotedForms(args: { indicator: string; basis: Basis }): Promise<QuotedForm[]>
  /** Writes the finished summary as a file for Word, or as plain text. */
  exportSummary(args: { basis: Basis; as: 'docx' | 'txt' }): Promise<{ job: number }>
  /** An indicator walked back: sides, items, schools, cells. Throws CallError no-such-indicator. */
  figureTrail(args: { indicator: string; basis: Basis }): Promise<FigureTrail>
  /** Forward from a cell to the indicators and sentences that it moves. */
  cellReach(args: { school: string; item: string }): Promise<CellReach>
}
