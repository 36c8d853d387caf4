import type { CellRule } from '../../../core/model/sheet.ts'
import { MOST_RULES } from '../ooxml/validations.ts'
import type { WrittenRule } from '../ooxml/validations.ts'
import { XmlWalk } from '../ooxml/xml.ts'

const LIST = /cell-content-is-in-list\(([\s\S]*?)\)\s*(?:and\b|$)/u
const KINDS: readonly (readonly [RegExp, CellRule['kind']])[] = [
  [/cell-content-is-whole-number\(/u, 'whole'],
  [/cell-content-is-decimal-number\(/u, 'decimal'],
  [/cell-content-is-date\(/u, 'date'],
]
/** `[$'字 典'.$A$1:.$A$3]`, `[.A1]`: a place as OpenDocument writes it. */
const PLACE =
  /^\[?(?:\$?('(?:[^']|'')+'|[^.'[\]]+))?\.(\$?[A-Z]{1,3}\$?\d+)(?::(?:\$?(?:'(?:[^']|'')+'|[^.'[\]]+))?\.(\$?[A-Z]{1,3}\$?\d+))?\]?$/u

type Said = Omit<WrittenRule, 'areas'>

/**
 * The data validations of an .ods (OpenDocument 1.2, 9.4.4), sheet by sheet in their order: the
 * library leaves them out.
 *
 * @param xml content.xml
 */
export function odsRules(xml: string): WrittenRule[][] {
  if (!xml.includes('content-validation')) return []
  const walk = new XmlWalk(xml)
  const conditions = new Map<string, string>()
  const names = new Map<string, string>()
  const sheets: Map<string, WrittenRule['areas']>[] = []
  let depth = 0
  let [row, rows, column, count] = [0, 0, 0, 0]
  while (walk.next()) {
    if (walk.name === 'table') depth += (walk.opens ? 1 : 0) - (walk.closes ? 1 : 0)
    if (!walk.opens) continue
    if (walk.name === 'content-validation') {
      conditions.set(walk.attribute('name') ?? '', walk.attribute('condition') ?? '')
    } else if (walk.name === 'named-range') {
      names.set(walk.attribute('name') ?? '', walk.attribute('cell-range-address') ?? '')
    } else if (walk.name === 'table' && depth <= 1) {
      sheets.push(new Map())
      row = rows = column = 0
    } else if (depth > 1) continue
    else if (walk.name === 'table-row') {
      row += rows
      rows = repeated(walk, 'number-rows-repeated')
      column = 0
    } else if (walk.name === 'table-cell' || walk.name === 'covered-table-cell') {
      const across = repeated(walk, 'number-columns-repeated')
      const rule = walk.attribute('content-validation-name')
      const own = sheets.at(-1)
      if (rule !== null && own !== undefined && count < MOST_RULES) {
        const area = { top: row, left: column, bottom: row + rows - 1, right: column + across - 1 }
        own.set(rule, [...(own.get(rule) ?? []), area])
        count++
      }
      column += across
    }
  }
  const said = new Map([...conditions].map(([name, text]) => [name, saidIn(text, names)]))
  return sheets.map((areasOf) =>
    [...areasOf].flatMap(([name, areas]): WrittenRule[] => {
      const rule = said.get(name) ?? null
      return rule === null ? [] : [{ ...rule, areas }]
    }),
  )
}

function repeated(walk: XmlWalk, attribute: string): number {
  return Math.max(1, Number(walk.attribute(attribute) ?? '1') || 1)
}

/** What a condition asks for; null for one that says nothing of what is typed. */
function saidIn(condition: string, names: ReadonlyMap<string, string>): Said | null {
  const list = LIST.exec(condition)?.[1]?.trim()
  if (list === undefined) {
    const kind = KINDS.find(([pattern]) => pattern.test(condition))?.[1]
    return kind === undefined ? null : { kind, source: '' }
  }
  if (!list.startsWith('"')) return { kind: 'list', source: placeOf(names.get(list) ?? list) }
  const words = [...list.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, word = '']) => word)
  return { kind: 'list', source: '', choices: words.map((word) => word.replaceAll('""', '"')) }
}

/** A place as Excel writes it; "" for what is none. */
function placeOf(written: string): string {
  const [whole, sheet, first, last] = PLACE.exec(written.trim()) ?? []
  if (whole === undefined || first === undefined) return ''
  const on = sheet === undefined ? '' : `${sheet.startsWith("'") ? sheet : `'${sheet}'`}!`
  return `${on}${first}${last === undefined ? '' : `:${last}`}`
}
