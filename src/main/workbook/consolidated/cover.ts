import { fill } from '../../../shared/words/template.ts'
import { linkToSheet } from './link.ts'
import type { Plan } from './plan.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import { CENTER, FIELD, HEADING, LINK, NOTE, TEXT_WRAPPED, TITLE, numberStyle } from './styles.ts'
import { linesIn } from './text.ts'

const WIDTHS = [3, 24, 52, 9, 14]

interface Entry {
  name: string
  about: string
  rows: number | null
  unreadable: number | null
}

/** 封面: what this workbook is, what it rests on, and the way to every sheet. */
export function writeCover(book: Book, plan: Plan): void {
  const { words, input } = plan
  const { config } = input
  const sheet = addSheet(book, plan, plan.cover, {
    pageSetup: onePageWide(80, null),
    views: [{ showGridLines: false }],
  })
  setWidths(sheet, WIDTHS)
  putText(sheet.getCell('B2'), config.title, TITLE, words.tooLong)
  sheet.mergeCells('B2:E2')
  sheet.getRow(2).height = 18 + 18 * linesIn(config.title, 60)

  const unreadable = plan.forms.reduce((sum, form) => sum + countUnreadable(form), 0)
  const fields = [
    [words.county, config.county],
    [words.schoolYear, config.schoolYear],
    [words.referenceDate, config.referenceDate],
    [words.basis, input.basis === 'returned' ? words.returnedMeans : words.adoptedMeans],
    [
      words.coverage,
      fill(words.coverageValue, {
        ...input.coverage,
        missing: input.coverage.expected - input.coverage.reported,
      }),
    ],
    [
      words.unreadable,
      unreadable === 0
        ? words.noUnreadable
        : fill(words.someUnreadable, { count: unreadable, check: plan.check }),
    ],
    [words.fingerprint, input.fingerprint],
    [words.exportedAt, input.exportedAt.replace('T', ' ')],
  ] as const
  let at = 4
  for (const [label, value] of fields) {
    const row = sheet.getRow(at)
    putText(row.getCell(2), label, FIELD, words.tooLong)
    putText(row.getCell(3), value, TEXT_WRAPPED, words.tooLong)
    sheet.mergeCells(at, 3, at, 5)
    row.height = 6 + 13.5 * linesIn(value, 74)
    at++
  }

  at++
  putText(sheet.getCell(at, 2), words.contents, { ...NOTE, font: { ...FIELD.font, size: 12 } }, '')
  at++
  const headings = [words.sheet, words.content, words.rows, words.unreadable]
  headings.forEach((text, index) => putText(sheet.getCell(at, index + 2), text, HEADING, ''))
  sheet.getRow(at).height = 30
  for (const { name, about, rows, unreadable: count } of contents(plan)) {
    const row = sheet.getRow(++at)
    const link = row.getCell(2)
    putText(link, name, LINK, '')
    linkToSheet(sheet, link, name)
    putText(row.getCell(3), about, TEXT_WRAPPED, words.tooLong)
    put(row.getCell(4), rows, numberStyle('#,##0'))
    put(row.getCell(5), count, count === null ? CENTER : numberStyle('#,##0'))
    row.height = 6 + 13.5 * linesIn(about, 52)
  }
  sheet.commit()
}

function countUnreadable(form: Plan['forms'][number]): number {
  return form.unsummed.filter(({ kind }) => kind === 'unreadable').length
}

function contents(plan: Plan): Entry[] {
  const { words } = plan
  const title = ({ input }: Plan['forms'][number]): string => input.form.title || input.form.id
  const list = (parts: Plan['missing'], about: string): Entry[] =>
    parts.map(({ name, from, to }) => ({ name, about, rows: to - from, unreadable: null }))
  return [
    ...plan.forms.map((form) => ({
      name: form.county.name,
      about: fill(words.aboutForm, { title: title(form) }),
      rows: null,
      unreadable: null,
    })),
    ...plan.forms.map((form) => ({
      name: form.detail.name,
      about: fill(words.aboutDetail, { title: title(form) }),
      rows: form.input.rows.length,
      unreadable: countUnreadable(form),
    })),
    ...list(plan.missing, words.aboutMissing),
    ...list(plan.changes, words.aboutChanges),
    ...list(plan.cleaning, words.aboutCleaning),
    { name: plan.check, about: words.aboutCheck, rows: null, unreadable: null },
  ]
}
