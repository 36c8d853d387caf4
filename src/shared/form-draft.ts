import type { Paper } from './paper.ts'

/** What a cell of a made form takes. */
export type DraftKind = 'count' | 'number' | 'text' | 'date' | 'choice'

/** A row of a form that is being made. */
export interface DraftRow {
  label: string
  /** Added up from the other rows, without those that say 其中. */
  total: boolean
}

/** A column of a form that is being made. */
export interface DraftColumn {
  /** Headings from the top down. */
  path: string[]
  kind: DraftKind
  /** "" where the form's own holds. */
  unit: string
  choices: string[]
  /** Added up from the other columns of figures under the same heading. */
  total: boolean
}

/** A form as it is to be made from a list of labels. */
export interface FormDraft {
  title: string
  /** 表号; "" for none: the form is known by its title then. */
  number: string
  /** Unit of the whole form; "" for none. */
  unit: string
  rows: DraftRow[]
  columns: DraftColumn[]
}

/** Why a form cannot be made so; `line` counts rows or columns from 1. */
export interface DraftProblem {
  code:
    | 'no-title'
    | 'bad-number'
    | 'no-rows'
    | 'no-columns'
    | 'empty-label'
    | 'same-label'
    | 'bad-label'
    | 'no-parts'
    | 'too-many'
    | 'not-learned'
  of: 'form' | 'row' | 'column'
  line: number
  text: string
}

/** A draft as it would look, and what is in its way. */
export interface DraftedForm {
  /** Null where it cannot be drawn. */
  paper: Paper | null
  problems: DraftProblem[]
  /** Items that schools fill in, and such that are worked out. */
  typed: number
  derived: number
}

const KINDS: Readonly<Record<string, DraftKind>> = {
  文字: 'text',
  text: 'text',
  日期: 'date',
  date: 'date',
  数字: 'number',
  number: 'number',
  小数: 'number',
}

/** Lines of labels as rows: a label a line, "=" at its end for a total. */
export function draftRows(text: string): DraftRow[] {
  return linesOf(text).map((line) => {
    const { rest, total } = totalIn(line)
    return { label: rest, total }
  })
}

/**
 * Lines of headings as columns: levels parted by "/", behind "|" the unit, or what is filled in: 文字,
 * 日期, choices parted by "、"; "=" at the end for a total.
 */
export function draftColumns(text: string): DraftColumn[] {
  return linesOf(text).map((line) => {
    const { rest, total } = totalIn(line)
    const [heading = '', asked = ''] = rest.split(/[|｜]/u).map((part) => part.trim())
    const path = heading.split('/').map((part) => part.trim())
    const kind = KINDS[asked]
    const plain = { path, total, unit: '', choices: [] }
    if (kind !== undefined) return { ...plain, kind }
    const choices = asked.split(/[、,，]/u).map((one) => one.trim())
    if (choices.length > 1) return { ...plain, kind: 'choice', choices }
    return { ...plain, kind: 'count', unit: asked }
  })
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/u).flatMap((line) => (line.trim() === '' ? [] : [line.trimEnd()]))
}

function totalIn(line: string): { rest: string; total: boolean } {
  const total = /[=＝]\s*$/u.test(line)
  return { rest: total ? line.replace(/\s*[=＝]\s*$/u, '') : line, total }
}
