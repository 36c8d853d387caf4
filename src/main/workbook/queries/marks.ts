import type { Cell, Comment, Worksheet } from 'exceljs'
import type { Question } from '../../../core/model/query-book.ts'
import { cellText } from '../consolidated/text.ts'

const DOUBTFUL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2A8' } } as const

/** Marks the cells that questions are about: a fill, and a note that says what is asked. */
export function markCells(
  questions: Question[],
  sheetOf: (file: string, sheet: string) => Worksheet | undefined,
): void {
  for (const question of questions) {
    for (const { file, sheet, cell } of question.cells) {
      const found = cell === '' ? undefined : sheetOf(file, sheet)
      if (found !== undefined) mark(found.getCell(cell).master, noteText(question))
    }
  }
}

function noteText({ number, title, now, severity }: Question): string {
  const todo = severity === 'error' ? '必须改正' : '请核对'
  return `核实第 ${String(number)} 题（${todo}）：${title}。${now === null ? '' : `现在 ${now}。`}请在“核实”表里填更正数或说明。`
}

function mark(cell: Cell, note: string): void {
  // A style may be shared by many cells: this one gets its own.
  cell.style = { ...cell.style, fill: DOUBTFUL }
  const known: string | Comment | undefined = cell.note
  const before =
    typeof known === 'string' ? known : (known?.texts ?? []).map(({ text }) => text).join('')
  const lines = [before, cellText(note, '…')].filter((text) => text !== '')
  cell.note = { texts: [{ font: { name: '宋体', size: 9 }, text: lines.join('\n') }] }
}
