import { cleanText } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { isoDateIn } from './dates.ts'

/** What a return says of itself anywhere on its sheets: who sends it and when. */
export interface Cover {
  codes: Evidence[]
  names: Evidence[]
  date: string | null
}

export interface Evidence {
  value: string
  sheet: string
}

const CODE_LABEL = /(?:标识码|(?:学校|机构|单位|园所)(?:\(机构\))?(?:代码|编码|编号)|^代码$)/u
const NAME_LABEL =
  /(?:(?:学校|机构|单位|园所|幼儿园)(?:\(机构\))?(?:名称|全称)|^校名|^园名|填报(?:单位|学校)|报送单位|^名称$)/u
const DATE_LABEL = /(?:报出|填报|填表|报送|上报)(?:日期|时间)/u
const STAMP = /\((?:盖章|公章|签章|章)\)/gu

/**
 * Looks through all sheets for identity fields: a label with its value behind a colon in the same
 * cell, or in the next filled cell to the right (a form's two-digit row code in between is passed over).
 */
export function readCover(grids: SheetGrid[]): Cover {
  const cover: Cover = { codes: [], names: [], date: null }
  const dates: string[] = []
  for (const grid of grids) {
    for (const { row, column, value: typed } of grid.textCells) {
      const fields = fieldsIn(typed)
      if (fields === null || !grid.isAnchor(row, column)) continue
      const value = (field: string | null): string | null =>
        field === '' ? toTheRight(grid, row, column) : field
      const code = value(fields.code)
      if (code !== null && /\d/.test(code) && !/\p{Script=Han}/u.test(code))
        cover.codes.push({ value: code, sheet: grid.sheet.name })
      const name = value(fields.name)
      if (name !== null && /\p{Script=Han}/u.test(name)) {
        cover.names.push({ value: name, sheet: grid.sheet.name })
      }
      const date = isoDateIn(value(fields.date) ?? '')
      if (date !== null) dates.push(date)
    }
  }
  cover.date = dates[0] ?? null
  return cover
}

/** The fields whose labels stand in a text: the value behind the label, "" where it stands in another cell. */
interface Fields {
  code: string | null
  name: string | null
  date: string | null
}

/** Some character of every field's label; most cells have none and are passed over. */
const FIELD_WORD = /[码称名位校园期间号]/u

/** Null for a text without such a label, which most are. */
const fieldsIn = keptForTexts((typed): Fields | null => {
  if (typed.length < 2 || typed.length > 2_000 || !FIELD_WORD.test(typed)) return null
  const written = cleanText(typed)
  if (written.length > 400) return null
  const text = closedUp(written.normalize('NFKC'))
  const code = field(text, CODE_LABEL)
  const name = field(text, NAME_LABEL)
  const date = field(text, DATE_LABEL)
  return code === null && name === null && date === null ? null : { code, name, date }
})

/** A label printed with its characters apart ("学 校 名 称:"), closed up. */
function closedUp(text: string): string {
  return text.replace(/(?<!\S)\p{Script=Han}(?: \p{Script=Han})+(?=\s*:)/gu, (label) =>
    label.replaceAll(' ', ''),
  )
}

function field(text: string, label: RegExp): string | null {
  return inSameCell(text, label) ?? (isLabel(text, label) ? '' : null)
}

/** Whether a text is the field's label and little else: its value stands to the right. */
function isLabel(text: string, label: RegExp): boolean {
  const bare = text.replace(/\s+/gu, '').replace(STAMP, '')
  return bare.length <= 24 && label.test(bare.replace(/[:：]$/u, ''))
}

/** Value behind the label's colon in one cell that may hold several fields; null when the label is not there. */
function inSameCell(text: string, label: RegExp): string | null {
  const fields = [...text.matchAll(/([^\s:()]+(?:\s?\([^)]*\))*)\s*:/gu)]
  for (const [index, match] of fields.entries()) {
    if (!label.test((match[1] ?? '').replace(STAMP, ''))) continue
    const from = match.index + match[0].length
    return text.slice(from, fields[index + 1]?.index ?? text.length).trim()
  }
  return null
}

/** The next filled cell to the right that is not merely a row code; a further label ends the search. */
function toTheRight(grid: SheetGrid, row: number, column: number): string | null {
  const start = column + grid.span(row, column)
  for (let next = start; next < grid.columnCount; next++) {
    const text = grid.text(row, next).normalize('NFKC')
    if (text === '') continue
    if (/^\d{1,3}$/.test(text)) continue
    if (
      CODE_LABEL.test(text) ||
      NAME_LABEL.test(text) ||
      DATE_LABEL.test(text) ||
      /[:：]$/u.test(text)
    ) {
      return null
    }
    return text
  }
  return null
}
