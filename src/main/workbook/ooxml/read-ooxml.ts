import { emptySheet } from '../../../core/model/sheet.ts'
import type { WorkbookData } from '../../../core/model/sheet.ts'
import { Budget } from '../budget.ts'
import { Unreadable } from '../unreadable.ts'
import type { Zip } from '../package.ts'
import { kindOf, partNamed, relationshipsOf, relationshipsPart } from './relationships.ts'
import { readSheet } from './sheet.ts'
import type { SheetContext, WrittenSheet } from './sheet.ts'
import { rulesOf } from './validations.ts'
import { sharedStrings } from './strings.ts'
import { cellStyles } from './styles.ts'
import { isTrue, decodeXml, XmlWalk } from './xml.ts'

interface Relation {
  /** Last word of the relationship's type: "worksheet", "sharedStrings" …; the same in Strict files. */
  type: string
  /** Name of the part in the zip. */
  target: string
}

/** Sheets of Excel 4 macros: they have cells, formulas and what was typed beside them. */
const MACROS = /^xl(?:Intl)?Macrosheet$/u

/**
 * Reads an .xlsx or .xlsm (ECMA-376). Every sheet that the workbook lists is in the result, in
 * its order; a sheet of another kind (chart, dialogue) is there without cells.
 * Throws Unreadable damaged for anything that is not as it must be: nothing is left out silently.
 */
export function readOoxml(zip: Zip): WorkbookData {
  const main = [...relations(zip, '').values()].find(({ type }) => type === 'officeDocument')
  const workbookPart = main?.target ?? 'xl/workbook.xml'
  const links = relations(zip, workbookPart)
  const one = (type: string): Buffer | null => {
    const link = [...links.values()].find((relation) => relation.type === type)
    return link === undefined ? null : partAt(zip, link.target)
  }
  const stringsPart = one('sharedStrings')
  const stylesPart = one('styles')
  const strings = stringsPart === null ? [] : sharedStrings(stringsPart)
  const styles = stylesPart === null ? [] : cellStyles(stylesPart)

  const read: WrittenSheet[] = []
  const names = new Map<string, string>()
  const budget = new Budget()
  const made: SheetContext['made'] = []
  let date1904 = false
  const walk = new XmlWalk(decodeXml(required(zip, workbookPart)))
  while (walk.next()) {
    if (!walk.opens) continue
    if (walk.name === 'workbookPr') date1904 = isTrue(walk.attribute('date1904'))
    if (walk.name === 'definedName') nameOf(walk, names)
    if (walk.name !== 'sheet') continue
    const name = walk.attribute('name') ?? ''
    const id = walk.attribute('id') ?? ''
    const link = links.get(id)
    const state = walk.attribute('state')
    const hidden = state === 'hidden' || state === 'veryHidden'
    // Excel writes r:id="" for a macro module of its nineties' kind: a sheet without a part of its own.
    if (link === undefined && id !== '') throw new Unreadable('damaged', name)
    const context = { name, hidden, strings, styles, date1904, budget, made }
    if (link?.type === 'worksheet') {
      read.push(readSheet(required(zip, link.target), context))
      continue
    }
    const macros = link !== undefined && MACROS.test(link.type) ? partAt(zip, link.target) : null
    const none = { sheet: emptySheet(name, hidden), rules: [] }
    read.push(macros === null ? none : readSheet(macros, context))
  }
  if (read.length === 0) throw new Unreadable('damaged', workbookPart)
  const sheets = read.map(({ sheet }) => sheet)
  for (const { sheet, rules } of read) {
    if (rules.length > 0) sheet.rules = rulesOf(rules, sheet, sheets, names)
  }
  return { sheets }
}

/** Names of ranges, which a list of choices may be given by; those of one sheet only are left to the others. */
function nameOf(walk: XmlWalk, names: Map<string, string>): void {
  const name = walk.attribute('name')?.toLowerCase() ?? ''
  const own = walk.attribute('localSheetId') !== null
  if (walk.closes) return
  while (walk.next() && !(walk.closes && walk.name === 'definedName'));
  if (!own || !names.has(name)) names.set(name, walk.textBefore().trim())
}

function required(zip: Zip, name: string): Buffer {
  const part = partAt(zip, name)
  if (part === null) throw new Unreadable('damaged', name)
  return part
}

/** A part by the name in a link, in which letters can be written as %XX. */
function partAt(zip: Zip, name: string): Buffer | null {
  const part = zip.part(name)
  if (part !== null || !name.includes('%')) return part
  try {
    return zip.part(decodeURIComponent(name))
  } catch {
    return null
  }
}

/** Relations of a part by id ("" for those of the package); none when it has no list. */
function relations(zip: Zip, part: string): Map<string, Relation> {
  const list = zip.part(relationshipsPart(part))
  const lines = list === null ? [] : relationshipsOf(decodeXml(list))
  return new Map(
    lines
      .filter(({ external }) => !external)
      .map((line) => [line.id, { type: kindOf(line), target: partNamed(part, line.target) }]),
  )
}
