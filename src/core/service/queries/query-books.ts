import { findingKey } from '../../../shared/finding-key.ts'
import { suspectedText } from '../../../shared/words/screening.ts'
import type { Finding, FindingItem } from '../../../shared/findings.ts'
import type { Form, School } from '../../../shared/model.ts'
import { checkInWords, countedItems } from '../../queries/in-words.ts'
import type { QueryBook, Question, QuestionCell } from '../../model/query-book.ts'
import type { Collection } from '../../collection/collection.ts'

/**
 * What a school is asked: one question for each of its unsettled findings, errors first, over the
 * tables as they count now.
 */
export function queryBook(
  collection: Collection,
  school: School,
  findings: Finding[],
  askedAt: string,
): QueryBook {
  const { title, county, schoolYear, dueDate } = collection.config
  const errorsFirst = [
    ...findings.filter((finding) => finding.severity === 'error'),
    ...findings.filter((finding) => finding.severity === 'query'),
  ]
  return {
    title,
    county,
    schoolYear,
    dueDate,
    school: {
      id: school.id,
      name: school.name,
      ...(school.code !== undefined && { code: school.code }),
    },
    askedAt,
    questions: errorsFirst.map((finding, index) => question(collection, finding, index + 1)),
    sent: sentTables(collection, school.id),
  }
}

/** The tables that count for a school, those of its latest file first. */
function sentTables(collection: Collection, school: string): QueryBook['sent'] {
  const files = collection.standing(school)?.files ?? []
  const sources = collection.forms.flatMap((form) => collection.tableSource(school, form.id) ?? [])
  return files.flatMap((file) =>
    sources
      .filter((source) => source.file.id === file.id)
      .map(({ table }) => ({ form: table.form, file: file.sha256, sheet: table.sheet })),
  )
}

function question(collection: Collection, finding: Finding, number: number): Question {
  const { severity, why } = finding
  // A suspicion is no check: its evidence is what the school is asked about.
  const evidence = why === undefined ? '' : `：${suspectedText('zh', why)}`
  const title = `${finding.title}${evidence}`
  const said = checkInWords(finding, collection.forms)
  return {
    number,
    key: findingKey(finding),
    severity,
    title,
    should: said?.should ?? null,
    now: said?.now ?? null,
    cells: countedItems(finding).map((item) => questionCell(collection, finding.school, item)),
  }
}

function questionCell(collection: Collection, school: string, item: FindingItem): QuestionCell {
  const place = collection.index.place(item.item)
  const source =
    place === null || item.lastYear ? null : collection.tableSource(school, place.form.id)
  const { value, state, lastYear, past, sheet, cell } = item
  return {
    item: item.item,
    table: place === null ? '' : `${place.form.id} ${place.form.title}`.trim(),
    row: place === null ? '' : rowLabel(place.form, place.item.row),
    column: place === null ? '' : (place.form.columns[place.item.column]?.path.join('·') ?? ''),
    lastYear,
    ...(past !== undefined && { past }),
    value,
    state,
    remark: place === null || lastYear ? '' : remark(collection, school, place, item),
    file: source?.file.sha256 ?? '',
    sheet,
    cell,
  }
}

function rowLabel(form: Form, row: number): string {
  const { code = '', label = '' } = form.rows[row] ?? {}
  return label === '' ? code : label
}

/** What the school sees in its own sheet where it is not the value asked about. */
function remark(
  collection: Collection,
  school: string,
  { form, index }: { form: Form; index: number },
  item: FindingItem,
): string {
  if (item.state === 'unreadable') return collection.table(school, form.id)?.raw[index] ?? ''
  const returned = collection.returned(school, form, index)
  if (returned.value === item.value && returned.state === item.state) return ''
  return `原报 ${returned.value === '' ? '空白' : returned.value}`
}
