import type { Draft } from '../../draft.ts'
import type { Random } from '../../random.ts'
import { emptySheet, insertRow, merge, put, putText, removeRow } from '../../sheet.ts'
import type { Block, MadeSheet } from '../../sheet.ts'

/** Moves the rows `top` to `bottom` and the columns `left` to `right` of a sheet to another, with all that they mean. */
function carry(
  from: MadeSheet,
  to: MadeSheet,
  range: { top: number; left: number; bottom: number; right: number },
  row: number,
  column: number,
): void {
  const { top, left, bottom, right } = range
  const inside = (one: { row: number; column: number }) =>
    one.row >= top && one.row <= bottom && one.column >= left && one.column <= right
  const down = row - top
  const across = column - left
  for (let r = top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) {
      const cell = from.cells[r]?.[c]
      put(to, r + down, c + across, cell)
      put(from, r, c, undefined)
    }
  }
  const within = from.merges.filter(
    (one) => one.top >= top && one.bottom <= bottom && one.left >= left && one.right <= right,
  )
  from.merges = from.merges.filter((one) => !within.includes(one))
  for (const one of within) {
    merge(to, one.top + down, one.left + across, one.bottom + down, one.right + across)
  }
  const shifted = <T extends { row: number; column: number }>(list: T[]): T[] => {
    const gone = list.filter(inside)
    for (const one of gone) {
      one.row += down
      one.column += across
    }
    return gone
  }
  const places = shifted(from.places)
  const slots = shifted(from.slots)
  if (from !== to) {
    from.places = from.places.filter((one) => !places.includes(one))
    from.slots = from.slots.filter((one) => !slots.includes(one))
    to.places.push(...places)
    to.slots.push(...slots)
    const moved = new Set(places)
    to.sums.push(...from.sums.filter(({ at }) => moved.has(at)))
    from.sums = from.sums.filter(({ at }) => !moved.has(at))
    to.shares.push(...from.shares.filter(({ at }) => moved.has(at)))
    from.shares = from.shares.filter(({ at }) => !moved.has(at))
  }
  const blocks = from.blocks.filter((one) => inside({ row: one.headRow, column: one.left }))
  for (const block of blocks) {
    block.headRow += down
    block.firstRow += down
    block.lastRow += down
    block.left += across
    block.labelColumn += across
    block.firstColumn += across
    block.lastColumn += across
  }
  if (from !== to) {
    from.blocks = from.blocks.filter((one) => !blocks.includes(one))
    to.blocks.push(...blocks)
  }
}

function add(draft: Draft, after: MadeSheet, sheet: MadeSheet): void {
  draft.sheets.splice(draft.sheets.indexOf(after) + 1, 0, sheet)
}

/** The title and the line with the school's name, again on a new sheet. */
function copyTop(from: MadeSheet, to: MadeSheet, block: Block): void {
  for (let row = 0; row < block.headRow; row++) {
    const slot = from.slots.find((one) => one.row === row)
    if (slot) to.slots.push({ ...slot })
    else putText(to, row, 0, from.cells[row]?.[0]?.value ?? '')
  }
}

/** The second of two tables with captions gets a sheet of its own. */
export function captionsApart(draft: Draft): boolean {
  const sheet = draft.sheets.find((one) => new Set(one.blocks.map(({ table }) => table)).size === 2)
  const [first, second] = sheet?.blocks ?? []
  if (!sheet || !first || !second) return false
  const made = emptySheet(`${sheet.name}（二）`)
  made.widths = [...sheet.widths]
  copyTop(sheet, made, { ...first, headRow: first.headRow - 1 })
  const top = second.headRow - 1
  carry(
    sheet,
    made,
    { top, left: 0, bottom: second.lastRow, right: second.lastColumn },
    first.headRow - 1,
    0,
  )
  for (let row = second.lastRow - first.headRow + top + 1; row >= top; row--) {
    if ((sheet.cells[row] ?? []).every((cell) => cell === undefined)) {
      if (!sheet.slots.some((slot) => slot.row === row)) removeRow(sheet, row)
    }
  }
  add(draft, sheet, made)
  return true
}

function pagedSheet(draft: Draft): { sheet: MadeSheet; first: Block; second: Block } | null {
  for (const sheet of draft.sheets) {
    const [first, second] = sheet.blocks
    if (first && second && first.table === second.table && first.firstRow === second.firstRow) {
      return { sheet, first, second }
    }
  }
  return null
}

/** The two pages of a table on two sheets. */
export function pagesApart(draft: Draft): boolean {
  const found = pagedSheet(draft)
  if (found === null) return false
  const { sheet, first, second } = found
  const made = emptySheet(`${sheet.name}（续）`)
  copyTop(sheet, made, first)
  const range = {
    top: second.headRow,
    left: second.left,
    bottom: second.lastRow,
    right: second.lastColumn,
  }
  carry(sheet, made, range, second.headRow, 0)
  add(draft, sheet, made)
  return true
}

/** The second page below the first. */
export function pagesBelow(draft: Draft): boolean {
  const found = pagedSheet(draft)
  if (found === null) return false
  const { sheet, first, second } = found
  const height = second.lastRow - second.headRow + 1
  const at = first.lastRow + 1
  for (let i = 0; i < height + 1; i++) insertRow(sheet, at)
  const range = {
    top: second.headRow,
    left: second.left,
    bottom: second.lastRow,
    right: second.lastColumn,
  }
  carry(sheet, sheet, range, at + 1, 0)
  return true
}

/** Two sheets of one table each become one, under one another. */
export function sheetsJoined(random: Random, draft: Draft): boolean {
  const plain = draft.sheets.filter((one) => one.blocks.length === 1 && one.lists.length === 0)
  if (plain.length < 2) return false
  const at = random.int(0, plain.length - 2)
  const [upper, lower] = plain.slice(at, at + 2)
  if (!upper || !lower) return false
  const bottom = lower.cells.length - 1 + lower.slots.length
  const right = Math.max(...Array.from(lower.cells, (line) => line?.length ?? 0)) - 1
  const foot = Math.max(upper.cells.length, ...upper.slots.map(({ row }) => row + 1))
  carry(lower, upper, { top: 0, left: 0, bottom, right }, foot + 1, 0)
  draft.sheets = draft.sheets.filter((one) => one !== lower)
  return true
}

/** The school's name in a cell beside its heading, or below it. */
export function nameApart(draft: Draft, below: boolean): boolean {
  let changed = 0
  for (const sheet of draft.sheets) {
    const slot = sheet.slots.find((one) => one.text(draft.who).startsWith('填报单位'))
    if (slot === undefined) continue
    const { row, column } = slot
    sheet.merges = sheet.merges.filter((one) => one.top !== row)
    sheet.slots = sheet.slots.filter((one) => one !== slot)
    if (below) insertRow(sheet, row + 1)
    putText(sheet, row, column, below ? '填报单位（盖章）' : '填报单位（盖章）：')
    const [at, to] = below ? [row + 1, column] : [row, column + 1]
    sheet.slots.push({ row: at, column: to, text: (who) => who.name })
    changed++
  }
  return changed > 0
}

export function rename(random: Random, draft: Draft): boolean {
  const named = draft.sheets.filter((sheet) => sheet.blocks.length > 0)
  random
    .shuffle(named)
    .slice(0, 3)
    .forEach((sheet, i) => (sheet.name = i === 0 ? `${sheet.name}(定稿)` : `Sheet${i}`))
  return named.length > 0
}

export function addSheets(draft: Draft): boolean {
  const sheet = emptySheet('填报说明')
  putText(sheet, 0, 0, '一、本套表由学校填报，数据截止时间为9月1日。')
  putText(sheet, 1, 0, '二、有疑问请与县教育局联系。')
  draft.sheets = [sheet, ...draft.sheets, emptySheet('Sheet9')]
  return true
}
