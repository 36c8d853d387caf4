import { timeMark } from '../../shared/expression-tokens.ts'
import { shownValue } from './in-words.ts'
import type { QueryBook, Question } from '../model/query-book.ts'

/** The questions to a school as plain text, to paste into a message. */
export function queryMessage(book: QueryBook): string {
  const { school, title, questions } = book
  const errors = questions.filter((question) => question.severity === 'error').length
  const parts = [
    errors > 0 ? `${String(errors)} 项必须改正` : '',
    errors < questions.length ? `${String(questions.length - errors)} 项请核对说明` : '',
  ]
  return [
    `【退回核实】${school.name}：你校报送的《${title}》有 ${String(questions.length)} 个问题（${parts.filter((part) => part !== '').join('，')}）。`,
    ...questions.map(questionText),
    '数字有误的，请回复“第几题、哪一格、更正数”；数字无误的，请逐题说明原因。也可以填在“核实”工作簿里发回。',
  ].join('\n')
}

function questionText({ number, title, severity, should, now, cells }: Question): string {
  const lead = `${String(number)}. ${title}（${severity === 'error' ? '必须改正' : '请核对'}）`
  if (should !== null && now !== null) return `${lead}\n   ${should}；现在 ${now}。`
  const figures = cells.map(
    (cell) =>
      `${cell.table.split(' ')[0] ?? ''}${timeMark(cell).slice(0, -1)}“${cell.column}·${cell.row}” ${shownValue(cell)}`,
  )
  return `${lead}\n   ${figures.join('，')}。`
}
