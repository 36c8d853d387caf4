import type { Row, Worksheet } from 'exceljs'
import type { Coverage } from '../../../shared/coverage.ts'
import { fill } from '../../../shared/words/template.ts'
import { linkToSheet } from './link.ts'
import type { FormPlan, Plan } from './plan.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import {
  FIELD,
  HEADING,
  LINK,
  SHEET_TITLE,
  TEXT,
  TEXT_WRAPPED,
  TITLE,
  numberStyle,
} from './styles.ts'
import { linesIn, wrappedHeight } from './text.ts'

const WIDTHS = [3, 22, 22, 40, 9, 14]
const FIRST = 2
const LAST = WIDTHS.length

interface Entry {
  /** One or two sheets that the line leads to. */
  sheets: string[]
  about: string
  rows: number | null
  unreadable: number | null
}

/** 封面: what this workbook is, what it rests on, and the way to every sheet. */
export function writeCover(book: Book, plan: Plan): void {
  const { words, input } = plan
  const sheet = addSheet(book, plan, plan.cover, {
    pageSetup: onePageWide(80, null),
    views: [{ showGridLines: false }],
  })
  setWidths(sheet, WIDTHS)
  putText(sheet.getCell(2, FIRST), input.config.title, TITLE, words.tooLong)
  sheet.mergeCells(2, FIRST, 2, LAST)
  sheet.getRow(2).height = 18 + 18 * linesIn(input.config.title, 60)

  let at = 4
  for (const [label, value] of fields(plan)) {
    const row = sheet.getRow(at)
    putText(row.getCell(FIRST), label, FIELD, words.tooLong)
    sheet.mergeCells(at, FIRST + 1, at, LAST)
    for (let column = FIRST + 1; column <= LAST; column++) row.getCell(column).style = TEXT_WRAPPED
    putText(row.getCell(FIRST + 1), value, TEXT_WRAPPED, words.tooLong)
    row.height = 6 + 13.5 * linesIn(value, 84)
    at++
  }
  at++
  putText(sheet.getCell(at, FIRST), words.contents, SHEET_TITLE, '')
  writeContents(sheet, plan, at + 1)
  sheet.commit()
}

function fields({ words, input, forms, check }: Plan): [string, string][] {
  const { config, coverage } = input
  const unreadable = forms.reduce((sum, form) => sum + countUnreadable(form), 0)
  return [
    [words.county, config.county],
    [words.schoolYear, config.schoolYear],
    [words.referenceDate, config.referenceDate],
    [words.basis, input.basis === 'returned' ? words.returnedMeans : words.adoptedMeans],
    [words.coverage, coverageText(coverage, words)],
    [
      words.unreadable,
      unreadable === 0
        ? words.noUnreadable
        : fill(words.someUnreadable, { count: unreadable, check }),
    ],
    [words.fingerprint, input.fingerprint],
    ...(input.chain === null
      ? []
      : [[words.chain, fill(words.chainValue, input.chain)] satisfies [string, string]]),
    [words.exportedAt, input.exportedAt.replace('T', ' ')],
  ]
}

function coverageText({ expected, reported, units }: Coverage, words: Plan['words']): string {
  const schools = { expected, reported, missing: expected - reported }
  const said = fill(words.coverageValue, schools)
  if (units === undefined) return said
  const missing = units.expected - units.reported
  return said + fill(words.coverageUnits, { ...units, missing })
}

function writeContents(sheet: Worksheet, plan: Plan, from: number): void {
  const { words } = plan
  const headings = [words.sheet, words.schoolSheet, words.content, words.rows, words.unreadable]
  const head = sheet.getRow(from)
  headings.forEach((text, index) => putText(head.getCell(FIRST + index), text, HEADING, ''))
  head.height = 30
  contents(plan).forEach(({ sheets, about, rows, unreadable }, index) => {
    const row = sheet.getRow(from + 1 + index)
    for (let column = FIRST; column < FIRST + 2; column++) {
      writeLink(sheet, row, column, sheets[column - FIRST])
    }
    putText(row.getCell(FIRST + 2), about, TEXT_WRAPPED, words.tooLong)
    put(row.getCell(FIRST + 3), rows, numberStyle('#,##0'))
    put(row.getCell(FIRST + 4), unreadable, numberStyle('#,##0'))
    row.height = wrappedHeight([about], [WIDTHS[3] ?? 0]) ?? 18
  })
}

function writeLink(sheet: Worksheet, row: Row, column: number, target: string | undefined): void {
  const cell = row.getCell(column)
  putText(cell, target ?? '', target === undefined ? TEXT : LINK, '')
  if (target !== undefined) linkToSheet(sheet, cell, target)
}

function countUnreadable(form: FormPlan): number {
  return form.unsummed.filter(({ kind }) => kind === 'unreadable').length
}

function contents(plan: Plan): Entry[] {
  const { words } = plan
  const list = (parts: Plan['missing'], about: string): Entry[] =>
    parts.map(({ name, from, to }) => ({
      sheets: [name],
      about,
      rows: to - from,
      unreadable: null,
    }))
  return [
    ...plan.forms.map((form) => ({
      sheets: [form.county.name, form.detail.name],
      about: form.input.form.title || form.input.form.id,
      rows: form.input.rows.length,
      unreadable: countUnreadable(form),
    })),
    ...plan.breakdowns.map(({ name, form, input }) => ({
      sheets: [name, form.detail.name],
      about: fill(words.aboutGroups, {
        form: form.input.form.title || form.input.form.id,
        by: (plan.input.breakdown?.dimensions ?? []).join(' × '),
      }),
      rows: input.groups.length,
      unreadable: null,
    })),
    ...(plan.indicators === null
      ? []
      : [
          {
            sheets: [plan.indicators],
            about: words.aboutIndicators,
            rows: plan.input.indicators?.length ?? 0,
            unreadable: null,
          },
        ]),
    ...list(plan.quoted, words.aboutQuoted),
    ...list(plan.findings, words.aboutFindings),
    ...list(plan.missing, words.aboutMissing),
    ...list(plan.changes, words.aboutChanges),
    ...list(plan.cleaning, words.aboutCleaning),
    { sheets: [plan.check], about: words.aboutCheck, rows: null, unreadable: null },
  ]
}
