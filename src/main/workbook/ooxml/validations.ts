import type { CellRule, Merge, SheetData } from '../../../core/model/sheet.ts'
import { range } from './range.ts'
import type { XmlWalk } from './xml.ts'

/** A data validation as it is written (ECMA-376 part 1, 18.3.1.32, and its extension for other sheets' cells). */
export interface WrittenRule {
  kind: CellRule['kind']
  areas: Merge[]
  /** First formula: the words of a list in quotation marks, or where they stand. */
  source: string
  /** The words of a list, where the file says them one by one. */
  choices?: string[]
}

const KINDS: ReadonlyMap<string, CellRule['kind']> = new Map([
  ['list', 'list'],
  ['whole', 'whole'],
  ['decimal', 'decimal'],
  ['date', 'date'],
])
/** Words that a list may have, and cells that are looked at for them; a form's lists are far shorter. */
const MOST_WORDS = 500
/** Validations of one sheet that are kept. */
export const MOST_RULES = 5_000

/** Stands on the opening `dataValidation`; leaves `walk` on its end. Null for one that says nothing of what is typed. */
export function readRule(walk: XmlWalk): WrittenRule | null {
  const kind = KINDS.get(walk.attribute('type') ?? '')
  let covered = walk.attribute('sqref') ?? ''
  let source = ''
  if (!walk.closes) {
    let within = ''
    while (walk.next() && !(walk.closes && walk.name === 'dataValidation')) {
      if (walk.opens && (walk.name === 'formula1' || walk.name === 'formula2')) within = walk.name
      const ends = walk.closes && (walk.name === 'formula1' || walk.name === 'f')
      if (ends && within === 'formula1' && source === '') source = walk.textBefore().trim()
      if (walk.closes && walk.name === 'sqref') covered = walk.textBefore()
    }
  }
  const areas = covered.split(/\s+/u).flatMap((text) => range(text) ?? [])
  return kind === undefined || areas.length === 0 ? null : { kind, areas, source }
}

/**
 * The rules of a sheet, the words of its lists looked up where they stand.
 *
 * @param names defined names of the workbook, in small letters, and what they refer to
 */
export function rulesOf(
  written: readonly WrittenRule[],
  sheet: SheetData,
  sheets: readonly SheetData[],
  names: ReadonlyMap<string, string>,
): CellRule[] {
  return written.map(({ kind, areas, source, choices: said }) => {
    const choices =
      kind !== 'list'
        ? []
        : said === undefined
          ? choicesOf(source, sheet, sheets, names)
          : distinct(said)
    return { kind, areas, ...(choices.length > 0 && { choices }) }
  })
}

/** None where the list is worked out (INDIRECT, OFFSET) or too long for a choice. */
function choicesOf(
  source: string,
  sheet: SheetData,
  sheets: readonly SheetData[],
  names: ReadonlyMap<string, string>,
): string[] {
  const inline = /^"((?:[^"]|"")*)"$/su.exec(source)?.[1]
  const words =
    inline === undefined
      ? cellsOf(names.get(source.replace(/^=/u, '').toLowerCase()) ?? source, sheet, sheets)
      : inline.replaceAll('""', '"').split(',')
  return distinct(words)
}

/** Words, each once; none where they are too many for a choice. */
function distinct(words: readonly string[]): string[] {
  const plain = words.map((word) => word.trim()).filter((word) => word !== '')
  return plain.length > MOST_WORDS ? [] : [...new Set(plain)]
}

function cellsOf(reference: string, own: SheetData, sheets: readonly SheetData[]): string[] {
  const match =
    /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/iu.exec(
      reference.trim(),
    )
  const area = range(match?.[3] ?? '')
  if (match === null || area === null) return []
  const name = (match[1]?.replaceAll("''", "'") ?? match[2])?.toLowerCase()
  const sheet = name === undefined ? own : sheets.find((one) => one.name.toLowerCase() === name)
  const words: string[] = []
  for (let row = area.top; row <= Math.min(area.bottom, (sheet?.rowCount ?? 0) - 1); row++) {
    for (let column = area.left; column <= Math.min(area.right, area.left + MOST_WORDS); column++) {
      const cell = sheet?.cells[row]?.[column]
      if (cell !== undefined) words.push(cell.value)
      if (words.length > MOST_WORDS) return words
    }
  }
  return words
}

/** Sheets with what may be typed into their cells, as a format beside .xlsx says it, sheet by sheet. */
export function withRules(sheets: SheetData[], written: readonly WrittenRule[][]): SheetData[] {
  return sheets.map((sheet, at) => {
    const rules = rulesOf(written[at] ?? [], sheet, sheets, NO_NAMES)
    return rules.length === 0 ? sheet : { ...sheet, rules }
  })
}

const NO_NAMES: ReadonlyMap<string, string> = new Map()
