import type { Draft } from '../../draft.ts'
import type { Random } from '../../random.ts'
import { insertColumn, insertRow, merge, put, putText } from '../../sheet.ts'
import type { Block, MadeSheet } from '../../sheet.ts'
import { gridsOf, pagesOf, unmergeStubs } from './rearrange.ts'

function pick(random: Random, draft: Draft): { sheet: MadeSheet; block: Block } | null {
  const found = gridsOf(draft.sheets)
  return found.length === 0 ? null : random.pick(found)
}

/** A line of remarks over the whole width, below the table or among its rows. */
export function remark(random: Random, draft: Draft, inside: boolean): boolean {
  const picked = pick(random, draft)
  if (picked === null) return false
  const { sheet, block } = picked
  const at = inside ? random.int(block.firstRow + 1, block.lastRow) : block.lastRow + 1
  if (inside) unmergeStubs(sheet, block, true)
  insertRow(sheet, at)
  putText(
    sheet,
    at,
    block.left,
    inside ? '说明：以下数据来自学籍系统' : '备注：以上数据已经校长审核',
  )
  merge(sheet, at, block.left, at, block.lastColumn)
  return true
}

export function blankRows(random: Random, draft: Draft): boolean {
  const picked = pick(random, draft)
  if (picked === null) return false
  const { sheet, block } = picked
  for (let i = random.int(1, 2); i > 0; i--) {
    insertRow(sheet, random.int(block.firstRow + 1, block.lastRow))
  }
  return true
}

/** The form stands one column to the right. */
export function blankColumn(random: Random, draft: Draft): boolean {
  const picked = pick(random, draft)
  if (picked === null) return false
  insertColumn(picked.sheet, 0)
  return true
}

export function linesAbove(random: Random, draft: Draft): boolean {
  const picked = pick(random, draft)
  if (picked === null) return false
  const { sheet } = picked
  const lines = ['附件：', '请于9月20日前报县教育局', '2025年秋季']
  for (const line of random.shuffle(lines).slice(0, 2)) {
    insertRow(sheet, 0)
    putText(sheet, 0, 0, line)
  }
  return true
}

/** Words of the title line changed: the county and the year in front, 统计表 at the end. */
export function titles(draft: Draft): boolean {
  let changed = 0
  for (const sheet of draft.sheets) {
    const [block] = sheet.blocks
    if (block === undefined) continue
    for (let row = 0; row < block.headRow; row++) {
      const cell = sheet.cells[row]?.[0]
      if (cell?.kind !== 'text' || cell.bold !== true) continue
      const text = `2025年秋季学期${cell.value.replace(/(?:情况)?(?:统计)?表$/u, '')}上报表`
      put(sheet, row, 0, { ...cell, value: text })
      changed++
    }
  }
  return changed > 0
}

/** Other people sign, in other words, each in a line of its own. */
export function signatures(draft: Draft): boolean {
  let changed = 0
  for (const sheet of draft.sheets) {
    const foot = sheet.slots.findLast((slot) => slot.row > (sheet.blocks.at(-1)?.lastRow ?? 1e9))
    if (foot === undefined) continue
    sheet.merges = sheet.merges.filter((one) => one.top !== foot.row)
    sheet.slots = sheet.slots.filter((slot) => slot !== foot)
    sheet.cells[foot.row] = []
    putText(sheet, foot.row, 0, '分管校长（签名）')
    putText(sheet, foot.row, 2, '统计员甲')
    putText(sheet, foot.row + 1, 0, `填报时间：${foot.text(draft.who).replace(/^.*[:：]/u, '')}`)
    putText(sheet, foot.row + 2, 0, '（盖章）')
    changed++
  }
  return changed > 0
}

/** The heading again in the middle of the rows, as on the second page of a print. */
export function pageHead(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).filter(
    ({ sheet, block }) => block.table.rows.length >= 8 && pagesOf(sheet, block).length === 1,
  )
  if (found.length === 0) return false
  const { sheet, block } = random.pick(found)
  unmergeStubs(sheet, block, true)
  const depth = block.firstRow - block.headRow
  const at = block.firstRow + Math.floor(block.table.rows.length / 2)
  const merges = sheet.merges.filter(
    (one) => one.top >= block.headRow && one.bottom < block.firstRow,
  )
  for (let i = 0; i < depth; i++) insertRow(sheet, at)
  for (let i = 0; i < depth; i++) {
    sheet.cells[at + i] = [...(sheet.cells[block.headRow + i] ?? [])]
  }
  for (const one of merges) {
    const down = at - block.headRow
    merge(sheet, one.top + down, one.left, one.bottom + down, one.right)
  }
  return true
}

/** Rows that are hidden count like the others. */
export function hideRows(random: Random, draft: Draft): boolean {
  const picked = pick(random, draft)
  if (picked === null) return false
  const { sheet, block } = picked
  for (let i = 0; i < 2; i++) {
    const row = random.int(block.firstRow, block.lastRow)
    if (!sheet.hiddenRows.includes(row)) sheet.hiddenRows.push(row)
  }
  return true
}

/** The unit stands in a line of its own, or behind the title. */
export function moveUnit(random: Random, draft: Draft): boolean {
  const found = draft.sheets.flatMap((sheet) => {
    const top = sheet.blocks[0]?.headRow ?? 0
    return Array.from(sheet.cells.slice(0, top), (line) => line ?? []).flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell?.kind === 'text' && /单位[:：]|^（人）$/u.test(cell.value) && !/填报/u.test(cell.value)
          ? [{ sheet, row, column, text: cell.value, top }]
          : [],
      ),
    )
  })
  if (found.length === 0) return false
  const { sheet, row, column, text, top } = random.pick(found)
  put(sheet, row, column, undefined)
  insertRow(sheet, top)
  putText(sheet, top, column, text.replace(/^计量单位/u, '单位'))
  return true
}
