import type { CellValue } from '../forms/sheet.ts'

/** Somebody who returns a workbook: a school, an office of the bureau, a centre. */
export interface Reporter {
  code: string
  name: string
  /** Its kind: a key of `MadeSummary.kinds`. */
  kind: string
  town: string
  /** Other columns of the register. */
  more: Record<string, string>
  /** What it fills in: sheet → rows. */
  sheets: Record<string, CellValue[][]>
  /** What it filled in a year before: form → item (`[01,1]`) → figure. */
  before: Record<string, Record<string, number>>
}

/** A kind of reporter and the sheets of the form library that its workbook is made of. */
export interface ReporterKind {
  /** 办学类型, or what the office is called. */
  label: string
  /** 学校, or what else it is: 股室, 中心. */
  category: string
  sheets: string[]
}

/** Offices that most of the made counties have, with what they fill in. */
export const OFFICES = {
  项目办: { label: '项目办', category: '股室', sheets: ['项目台账'] },
  教师中心: {
    label: '教师发展中心',
    category: '中心',
    sheets: ['教师培训台账', '竞赛获奖台账'],
  },
  招考中心: {
    label: '招生考试中心',
    category: '中心',
    sheets: ['考试报名台账', '招生方案', '名次通报台账'],
  },
  办公室: { label: '办公室', category: '股室', sheets: ['计划目标台账', '改革事项台账'] },
} satisfies Record<string, ReporterKind>

/** A whole collection over which one annual or half-year summary is written. */
export interface MadeSummary {
  name: string
  title: string
  county: string
  schoolYear: string
  /** Over what time it is, as in collection.yaml; a school year without it. */
  period?: string
  referenceDate: string
  kinds: Record<string, ReporterKind>
  reporters: Reporter[]
  /** Indicators of the shipped library that the summary quotes. */
  indicators: string[]
  /** Entries of indicators.yaml of its own, as YAML; "" for none. */
  ownIndicators: string
  /** The summary's text with placeholders. */
  summary: string
  /** What the indicators come to, by id, as quoted: value, or value and change on last year. */
  facts: Record<string, string>
}

/** The indicators that facts are of, each once. */
export function quotedIds(facts: MadeSummary['facts']): string[] {
  return [...new Set(Object.keys(facts).map((fact) => fact.replace('|比上年', '')))]
}
