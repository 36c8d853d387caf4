import { setCell } from '../../draft.ts'
import type { Draft } from '../../draft.ts'
import { put } from '../../sheet.ts'

/** Changes the labels and headings of all tables; figures and what stands above and below stay. */
function relabel(draft: Draft, how: (text: string) => string): boolean {
  let changed = 0
  for (const sheet of draft.sheets) {
    const places = new Set(sheet.places.map(({ row, column }) => `${row},${column}`))
    const slots = new Set(sheet.slots.map(({ row, column }) => `${row},${column}`))
    for (const block of sheet.blocks) {
      for (let row = block.headRow; row <= block.lastRow; row++) {
        for (let column = block.left; column <= block.lastColumn; column++) {
          const cell = sheet.cells[row]?.[column]
          const key = `${row},${column}`
          if (cell?.kind !== 'text' || places.has(key) || slots.has(key)) continue
          const text = how(cell.value)
          if (text === cell.value) continue
          put(sheet, row, column, { ...cell, value: text })
          changed++
        }
      }
    }
  }
  return changed > 0
}

const JUNIOR: [string, string][] = [
  ['七年级', '初一'],
  ['八年级', '初二'],
  ['九年级', '初三'],
]

export function gradeSynonyms(draft: Draft): boolean {
  return relabel(draft, (text) => JUNIOR.find(([grade]) => grade === text)?.[1] ?? text)
}

const SPELLINGS: [RegExp, string][] = [
  [/其他/u, '其它'],
  [/参测人数/u, '参加测试人数'],
  [/应测人数/u, '应参加测试人数'],
  [/教职工数/u, '教职工人数'],
  [/学生数/u, '学生人数'],
  [/^总计$/u, '合计'],
  [/金额/u, '资金'],
]

export function spellings(draft: Draft): boolean {
  return relabel(draft, (text) =>
    SPELLINGS.reduce((so, [from, to]) => (from.test(so) ? so.replace(from, to) : so), text),
  )
}

export function brackets(draft: Draft): boolean {
  return relabel(draft, (text) =>
    text
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replace(/^其中[:：](.*)$/u, (_, rest: string) => `其中:${rest}`)
      .replace('-', '—'),
  )
}

export function spacedLabels(draft: Draft): boolean {
  return relabel(draft, (text) =>
    /^[\u4e00-\u9fff]{2}$/u.test(text) ? text.split('').join('　 ') : ` ${text}`,
  )
}

const MARKS = new Map([
  ['是', '√'],
  ['否', '×'],
])

/** Ticks and crosses for 是 and 否. */
export function checkMarks(draft: Draft): boolean {
  let changed = 0
  for (const sheet of draft.sheets) {
    for (const place of sheet.places) {
      const mark = MARKS.get(sheet.cells[place.row]?.[place.column]?.value ?? '')
      if (mark === undefined || place.table.id !== '安全排查') continue
      const taken = { state: 'text', returned: mark } as const
      setCell(draft, sheet, place, { kind: 'text', value: mark }, taken)
      changed++
    }
  }
  return changed > 0
}
