import type { AskedCell, Reply } from '../model/reply.ts'
import type { SheetData } from '../model/sheet.ts'
import { textAt } from '../model/sheet.ts'
import { stateOf, STATE_LETTER } from '../../shared/state-letter.ts'
import type { QueryBook } from '../model/query-book.ts'

/**
 * The hidden sheet of a query workbook, by which the reply is recognised whatever the file is
 * called then: whose questions, about what, and on which figures. All of it text.
 */
export interface ReplyKey extends Omit<Reply, 'questions' | 'answers'> {
  /** By the number printed on the question sheet. */
  questions: Map<string, { key: string; cells: Map<string, AskedCell> }>
}

const MARK = '汇数·退回核实'
const VERSION = '1'
const FIELDS = ['统计库', '县', '学年', '学校', '退回时间'] as const

/** The rows of the hidden sheet; last year's values are not asked about and not in it. */
export function keySheetRows(book: QueryBook): string[][] {
  const values = [book.title, book.county, book.schoolYear, book.school.id, book.askedAt]
  const questions = book.questions.flatMap(({ number, key, cells }) => [
    ['题', String(number), key],
    ...cells.flatMap(({ item, value, state, lastYear }, index) =>
      lastYear ? [] : [['格', cellNumber(number, index), item, value, STATE_LETTER[state]]],
    ),
  ])
  return [
    [MARK, VERSION],
    ...FIELDS.map((field, index) => [field, values[index] ?? '']),
    ...book.sent.map(({ form, file }) => ['表', form, file]),
    ...questions,
  ]
}

/** How a line of the question sheet is known: "3" for question 3, "3.2" for its second cell. */
export function cellNumber(question: number, index: number): string {
  return `${String(question)}.${String(index + 1)}`
}

/** Reads the hidden sheet; null for any other sheet, or one of a later version. */
export function readKeySheet(sheet: SheetData): ReplyKey | null {
  if (textAt(sheet, 0, 0) !== MARK || textAt(sheet, 0, 1) !== VERSION) return null
  const [title = '', county = '', schoolYear = '', school = '', askedAt = ''] = FIELDS.map(
    (field, index) => (textAt(sheet, index + 1, 0) === field ? textAt(sheet, index + 1, 1) : ''),
  )
  const key: ReplyKey = {
    title,
    county,
    schoolYear,
    school,
    askedAt,
    sent: [],
    questions: new Map(),
  }
  for (let row = FIELDS.length + 1; row < sheet.rowCount; row++) {
    const [kind, first = '', second = '', value = '', state = ''] = [0, 1, 2, 3, 4].map((column) =>
      textAt(sheet, row, column),
    )
    if (kind === '表') key.sent.push({ form: first, file: second })
    if (kind === '题') key.questions.set(first, { key: second, cells: new Map() })
    if (kind !== '格') continue
    const cells = key.questions.get(first.split('.')[0] ?? '')?.cells
    cells?.set(first, { item: second, value, state: stateOf(state) })
  }
  return key
}
