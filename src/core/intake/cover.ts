import { headingRole, isMeta } from '../forms/furniture.ts'
import { cleanText } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { isoDateIn } from './dates.ts'

/** What a return says of itself anywhere on its sheets: who sends it and when. */
export interface Cover {
  codes: Written[]
  names: Written[]
  /** Names behind a label that asks for the school's stamp (填报单位（盖章）). */
  stamps: Written[]
  /** Whether there is a place for the code, filled in or not. */
  asksForCode: boolean
  date: string | null
}

export interface Written {
  value: string
  sheet: string
}

const CODE_LABEL = /(?:标识码|(?:学校|机构|单位|园所)(?:\(机构\))?(?:代码|编码|编号)|^代码$)/u
const NAME_LABEL =
  /(?:(?:学校|机构|单位|园所|幼儿园)(?:\(机构\))?(?:名称|全称)|^校名|^园名|(?:填报|填表|编报|编制|上报|报送|申报)(?:单位|学校|机构|园所?|股室|科室|部门)|^(?:股室|科室|部门)(?:名称)?$|^名称$)/u
/** A label that asks for a name or for anything else (单位：人): what stands behind it tells. */
const LOOSE_LABEL = /^(?:学校|单位|幼儿园|园所|中心学?校|校别)$/u
/** What a school, or a section, is called; a unit or a heading is not. */
const SCHOOL_WORD =
  /^.{2,}(?:学校|小学|中学|高中|初中|幼儿园|学院|教学点|校区|分校|分园|园|校|[股科]室?|资助中心|发展中心|教育中心|考试中心|招考中心|学区)(?:\([^()]*\))?$/u
/** A kind of school is nobody's name: a column 学校类别 of a list, say, or its first row. */
const KIND_ALONE =
  /^(?:普通|完全|初级|高级|职业|中等职业|特殊教育|[九十]二?年一贯制)*(?:学校|小学|中学|高中|初中|幼儿园|教学点|中心学?校|村小|村校|完小|分校|校区)$/u
const DATE_LABEL = /(?:报出|填报|填表|报送|上报)(?:日期|时间)/u
const STAMP = /\((?:盖章|公章|签章|章)\)/gu
const STAMP_LABEL =
  /^(?:填报|填表|编报|编制|上报|申报|报送)?(?:学校|机构|单位|园所|幼儿园|中心学?校|股室|科室|部门)(?:\(机构\))?(?:名称|全称)?\((?:盖章|公章|签章|章)\)$/u
/** Other schools and offices that a form asks for besides, and names that are no longer the school's. */
const OF_ANOTHER = /所属|隶属|主管|上级|举办|主办|归口|对口|管理(?:学校|单位|部门|机构)|曾用|原校/u
/** A heading beside a table's row codes: no place for the school's. */
const CODE_HEADING = /^\s*代\s*码\s*$/u

/**
 * Looks through all sheets for identity fields: a label with its value behind a colon in the same
 * cell, or in the next filled cell to the right (a form's two-digit row code in between is passed over).
 */
export function readCover(grids: SheetGrid[]): Cover {
  const cover: Cover = { codes: [], names: [], stamps: [], asksForCode: false, date: null }
  const dates: string[] = []
  for (const grid of grids) {
    for (const { row, column, value: typed } of grid.textCells) {
      const fields = fieldsIn(typed)
      if (fields === null || !grid.isAnchor(row, column)) continue
      if (asksForOther(grid, row, column, fields)) continue
      const value = (field: string | null): string | null =>
        field === '' ? toTheRight(grid, row, column) : field
      const named = (field: string | null): string | null =>
        field === '' ? nameBy(grid, row, column, typed) : field
      const code =
        value(fields.code)
          ?.replace(/\([^()]*\)\s*$/u, '')
          .trim() ?? null
      cover.asksForCode ||= fields.code !== null && !CODE_HEADING.test(typed)
      if (code !== null && /\d/.test(code) && !/\p{Script=Han}/u.test(code))
        cover.codes.push({ value: code, sheet: grid.sheet.name })
      const name =
        named(fields.name ?? fields.stamp ?? fields.loose)
          ?.replace(STAMP, '')
          .trim() ?? ''
      const loose = fields.name === null && fields.stamp === null
      if (loose ? SCHOOL_WORD.test(name) : /\p{Script=Han}/u.test(name)) {
        const place = fields.stamp === null ? cover.names : cover.stamps
        place.push({ value: name, sheet: grid.sheet.name })
      }
      const date = isoDateIn(value(fields.date) ?? '')
      if (date !== null) dates.push(date)
    }
  }
  cover.date = dates[0] ?? null
  return cover
}

/**
 * Which of its sender a text asks for that is a label and nothing else; null for all other texts.
 * With a colon it is a label wherever it stands; without one it may head a column.
 */
export function askedBy(typed: string): 'code' | 'name' | null {
  const fields = fieldsIn(typed)
  if (fields === null) return null
  if (fields.code === '') return 'code'
  return (fields.name ?? fields.stamp) === '' ? 'name' : null
}

/** The fields whose labels stand in a text: the value behind the label, "" where it stands in another cell. */
interface Fields {
  code: string | null
  name: string | null
  /** The name where its label asks for the stamp. */
  stamp: string | null
  /** The name, or something else, behind a label that leaves it open (单位：). */
  loose: string | null
  date: string | null
}

/** Some character of every field's label; most cells have none and are passed over. */
const FIELD_WORD = /[码称名位校园期间号章室门构]/u

/** Null for a text without such a label, which most are. */
const fieldsIn = keptForTexts((typed): Fields | null => {
  if (typed.length < 2 || typed.length > 2_000 || !FIELD_WORD.test(typed)) return null
  const written = cleanText(typed)
  if (written.length > 400) return null
  const text = closedUp(written.normalize('NFKC'))
  const code = field(text, (label) => isOf(CODE_LABEL, label))
  const stamp = field(text, (label) => STAMP_LABEL.test(label))
  const name = stamp === null ? field(text, (label) => isOf(NAME_LABEL, label)) : null
  const date = field(text, (label) => isOf(DATE_LABEL, label))
  const loose =
    name === null && stamp === null ? field(text, (label) => LOOSE_LABEL.test(label)) : null
  const none = [code, name, stamp, loose, date].every((one) => one === null)
  return none ? null : { code, name, stamp, loose, date }
})

type IsLabel = (label: string) => boolean

/** Whether a label asks for something of the school itself. */
function isOf(kind: RegExp, label: string): boolean {
  return kind.test(label.replace(STAMP, '')) && !OF_ANOTHER.test(label)
}

/** A label printed with its characters apart ("学 校 名 称:"), closed up. */
function closedUp(text: string): string {
  return text.replace(/(?<!\S)\p{Script=Han}(?: \p{Script=Han})+(?=\s*:)/gu, (label) =>
    label.replaceAll(' ', ''),
  )
}

function field(text: string, label: IsLabel): string | null {
  return inSameCell(text, label) ?? (isLabel(text, label) ? '' : null)
}

/** Whether a text is the field's label and little else: its value stands to the right. */
function isLabel(text: string, label: IsLabel): boolean {
  const bare = text.replace(/\s+/gu, '').replace(/[:：]$/u, '')
  return bare.replace(STAMP, '').length <= 24 && label(bare)
}

/** Value behind the label's colon in one cell that may hold several fields; null when the label is not there. */
function inSameCell(text: string, label: IsLabel): string | null {
  const fields = [...text.matchAll(/([^\s:()]+(?:\s?\([^)]*\))*)\s*:/gu)]
  for (const [index, match] of fields.entries()) {
    if (!label((match[1] ?? '').replaceAll(' ', ''))) continue
    const from = match.index + match[0].length
    return text.slice(from, fields[index + 1]?.index ?? text.length).trim()
  }
  return null
}

/** Groups of columns that ask for other schools than the sender: where somebody was, came from or went. */
const GROUP_OF_ANOTHER =
  /交流|轮岗|转[入出]|调[入出动]|派[出驻]|支教|跟岗|受援|支援|结对|帮扶|对口|毕业|生源|来源|去向|就读|录取|[原现]/u

/** Whether a heading stands below a group's: 学校 below 交流后 is another's, whatever is filled in there. */
function asksForOther(grid: SheetGrid, row: number, column: number, fields: Fields): boolean {
  const { name, stamp, loose } = fields
  const heads = name === '' || stamp === '' || loose === ''
  if (!heads || row === 0) return false
  const merge = grid.merge(row - 1, column)
  const group = grid.text(row - 1, column)
  // A title reaches over the whole sheet, alone in its line.
  if (group === '' || grid.onlyAnchor(row - 1) !== null) return false
  const spans = merge !== undefined && merge.right > merge.left
  return GROUP_OF_ANOTHER.test(group) || (loose === '' && spans)
}

/** Empty cells below a heading, at most, that still belong to it. */
const MOST_HEAD_ROWS = 3

/** Cells on a line of labels and values; a line of more is a table's header. */
const MOST_FIELDS = 4

/**
 * The name that belongs to a label in a cell of its own: beside it, else right below it. Over a table
 * (序号 | 学校名称 | 班数 …) what stands beside is a further heading, and the school's row is below.
 */
function nameBy(grid: SheetGrid, row: number, column: number, label: string): string | null {
  const beside = toTheRight(grid, row, column)
  if (beside !== null && SCHOOL_WORD.test(beside) && !KIND_ALONE.test(beside)) return beside
  const bottom = grid.merge(row, column)?.bottom ?? row
  // A heading whose merge was undone leaves empty cells above the first row.
  let first = bottom + 1
  while (first <= bottom + MOST_HEAD_ROWS && grid.text(first, column) === '') first++
  const [below, next] = [0, 1].map((down) => grid.text(first + down, column).normalize('NFKC'))
  // Several names under one another are a list of others.
  const named = below !== undefined && SCHOOL_WORD.test(below) && !KIND_ALONE.test(below)
  if (named && !SCHOOL_WORD.test(next ?? '')) return below
  const heads = !/[:：]\s*$/u.test(label) && grid.anchors(row).length > MOST_FIELDS
  return heads ? null : beside
}

/** The next filled cell to the right that is not merely a row code; a further label ends the search. */
function toTheRight(grid: SheetGrid, row: number, column: number): string | null {
  // 序号 | 机构名称 | 机构类别: the headings of a list ask for others' names.
  const [first] = grid.anchors(row)
  if (first !== undefined && headingRole(grid.text(row, first)) === 'ordinal') return null
  const start = column + grid.span(row, column)
  for (let next = start; next < grid.columnCount; next++) {
    const text = grid.text(row, next).normalize('NFKC')
    if (text === '') continue
    if (/^\d{1,3}$/.test(text)) continue
    if (
      CODE_LABEL.test(text) ||
      NAME_LABEL.test(text) ||
      DATE_LABEL.test(text) ||
      /[:：]$|^[\p{Script=Han}()]{2,10}\s*:/u.test(text) ||
      isMeta(text) ||
      /^\([^()]*\)$/u.test(text)
    ) {
      return null
    }
    return text
  }
  return null
}
