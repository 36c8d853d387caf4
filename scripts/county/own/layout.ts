import { emptySheet, merge, putText } from '../sheet.ts'
import type { MadeSheet } from '../sheet.ts'
import type { ListSpec } from '../list.ts'
import { putFormulas, putOwnTable, putReserved } from './grid.ts'
import type { Page } from './grid.ts'
import type { OwnTable } from './own-table.ts'
import { CARD, card } from './school.ts'

/** How the lines around a county's own tables look. */
export interface Frame {
  /** Lines above the title: 附件2, 填表说明. */
  above?: string[]
  /** Text at the right above the table: 单位：人、万元. */
  unit?: string
  /** A row of dots below the rows. */
  reserved?: boolean
  /** Notes below the table. */
  notes?: string[]
  foot?: 'one' | 'cells' | 'two-lines'
}

const blank = '　　　　　　　　'

/** The lines above a table: notes, title, and whose return it is. Returns the first row below them. */
function putTop(sheet: MadeSheet, title: string, width: number, frame: Frame): number {
  let row = 0
  for (const line of frame.above ?? []) {
    putText(sheet, row, 0, line)
    merge(sheet, row, 0, row, width - 1)
    row++
  }
  putText(sheet, row, 0, title, { bold: true })
  merge(sheet, row, 0, row, width - 1)
  row++
  const cut = Math.max(1, width - 2)
  sheet.slots.push({ row, column: 0, text: (who) => `填报单位（盖章）：${who.name || blank}` })
  merge(sheet, row, 0, row, cut - 1)
  if (frame.unit !== undefined && width > cut) {
    putText(sheet, row, cut, frame.unit)
    merge(sheet, row, cut, row, width - 1)
  }
  return row + 1
}

/** The lines below: notes, then who signs, in one cell, in several or in two lines. */
function putFoot(sheet: MadeSheet, top: number, width: number, frame: Frame): void {
  let row = top
  for (const note of frame.notes ?? []) {
    putText(sheet, row, 0, note)
    merge(sheet, row, 0, row, width - 1)
    row++
  }
  const line = (at: number, text: (date: string) => string) => {
    sheet.slots.push({ row: at, column: 0, text: (who) => text(who.date) })
    merge(sheet, at, 0, at, width - 1)
  }
  switch (frame.foot ?? 'one') {
    case 'one':
      line(row, (date) => `单位负责人（签字）：　　　　填表人：填表人甲　　　　填表日期：${date}`)
      break
    case 'two-lines':
      line(row, () => '校长（签字）：')
      line(row + 1, (date) => `填表人：填表人甲　　　　上报时间：${date}`)
      break
    case 'cells': {
      const step = Math.max(1, Math.floor(width / 3))
      putText(sheet, row, 0, '单位负责人：')
      putText(sheet, row, step, '填表人：填表人甲')
      sheet.slots.push({ row, column: 2 * step, text: (who) => `填表日期：${who.date}` })
    }
  }
}

function widths(stubs: number, all: number): number[] {
  return Array.from({ length: all }, (_, i) => (i < stubs ? 14 : 11))
}

/** A sheet with one table under its title. */
export function tableSheet(name: string, table: OwnTable, frame: Frame): MadeSheet {
  const sheet = emptySheet(name)
  const width = table.stubs.length + table.columns.length
  const top = putTop(sheet, table.title, width, frame)
  let { below } = putOwnTable(sheet, table, top, 0)
  putFormulas(sheet, table)
  if (frame.reserved) putReserved(sheet, below++, 0)
  putFoot(sheet, below, width, frame)
  sheet.widths = widths(table.stubs.length, width)
  return sheet
}

/** One table on two pages side by side: the second page has the row labels again. */
export function pagedSheet(name: string, table: OwnTable, first: number, frame: Frame): MadeSheet {
  const sheet = emptySheet(name)
  const pages: Page[] = [
    { from: 0, to: first - 1 },
    { from: first, to: table.columns.length - 1 },
  ]
  const width = table.columns.length + pages.length * table.stubs.length
  const top = putTop(sheet, table.title, width, frame)
  let left = 0
  let below = top
  for (const page of pages) {
    const made = putOwnTable(sheet, table, top, left, page)
    left = made.right
    below = made.below
  }
  putFormulas(sheet, table)
  putFoot(sheet, below, width, frame)
  sheet.widths = widths(table.stubs.length, width)
  return sheet
}

/** Tables under one another, each with its caption; one foot for all. */
export function captionedSheet(name: string, title: string, tables: OwnTable[]): MadeSheet {
  const sheet = emptySheet(name)
  const width = Math.max(...tables.map((table) => table.stubs.length + table.columns.length))
  let row = putTop(sheet, title, width, { unit: '单位：万元' })
  for (const table of tables) {
    putText(sheet, row, 0, table.title)
    merge(sheet, row, 0, row, width - 1)
    row = putOwnTable(sheet, table, row + 1, 0).below + 1
    putFormulas(sheet, table)
  }
  putFoot(sheet, row - 1, width, { foot: 'one' })
  sheet.widths = widths(1, width)
  return sheet
}

/** One row for the school itself, below a heading; its name stands in the row. */
export function rowSheet(name: string, table: OwnTable): MadeSheet {
  const sheet = tableSheet(name, table, { foot: 'cells' })
  const row = sheet.blocks[0]?.firstRow ?? 0
  sheet.slots = sheet.slots.filter((slot) => slot.row > row)
  putText(sheet, row, 0, '1')
  sheet.slots.push({ row, column: 1, text: (who) => who.name })
  return sheet
}

/** Labels and values side by side, one or two pairs in a line. */
export function cardSheet(name: string): MadeSheet {
  const sheet = emptySheet(name)
  putText(sheet, 0, 0, card.title, { bold: true })
  merge(sheet, 0, 0, 0, 3)
  sheet.slots.push({ row: 1, column: 0, text: (who) => `学校名称：${who.name}` })
  merge(sheet, 1, 0, 1, 3)
  CARD.forEach((labels, r) => {
    const row = 2 + r
    labels.forEach((label, c) => {
      putText(sheet, row, c * 2, label)
      sheet.places.push({ table: card, r, c, row, column: c * 2 + 1 })
    })
    if (labels.length === 1) merge(sheet, row, 1, row, 3)
  })
  sheet.blocks.push({
    table: card,
    headRow: 1,
    firstRow: 2,
    lastRow: 1 + CARD.length,
    left: 0,
    labelColumn: 0,
    firstColumn: 1,
    lastColumn: 3,
  })
  sheet.widths = [18, 18, 18, 18]
  putFoot(sheet, 2 + CARD.length, 4, { foot: 'one' })
  return sheet
}

/** A list: heading, free rows, a line of notes and a foot. */
export function listSheet(list: ListSpec): MadeSheet {
  const sheet = emptySheet(list.id)
  const width = list.columns.length
  const headRow = putTop(sheet, list.title, width, {})
  list.columns.forEach(({ heading }, c) => putText(sheet, headRow, c, heading, { bold: true }))
  const rows = Array.from({ length: list.room }, (_, i) => headRow + 1 + i)
  sheet.lists.push({ list, headRow, firstColumn: 0, rows, lines: [] })
  putFoot(sheet, headRow + 1 + list.room, width, {
    notes: ['注：本表填写全体教职工，可自行增加行。'],
    foot: 'one',
  })
  sheet.widths = [6, 10, 6, 22, 12, 12, 10, 12, 12, 10, 14]
  return sheet
}
