import type { PlacedText, SchoolBlank } from '../../../core/model/school-blank.ts'
import { repacked } from '../../zip/repack.ts'
import { Zip } from '../package.ts'
import { SheetNames } from '../sheet-names.ts'
import { Unreadable } from '../unreadable.ts'
import { withChild, withLink } from '../ooxml/package-links.ts'
import { firstFree } from '../../../shared/first-free.ts'
import { kindOf, partNamed, relationshipsOf, relationshipsPart } from '../ooxml/relationships.ts'
import type { Relationship } from '../ooxml/relationships.ts'
import { decodeXml, XmlWalk } from '../ooxml/xml.ts'
import { notedCells, withBoxes, withComments, withNotesLink } from './put-notes.ts'
import { escaped, withCellTexts } from './put-texts.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const TYPES = '[Content_Types].xml'
const OWN_SHEET = '学校信息'

/**
 * A blank workbook opened so that copies can be made out: texts, notes and a sheet are put into the
 * parts they belong to, every other part is copied as it was packed. So the form's own formatting,
 * validation and protection stay to the letter.
 */
export class BlankPackage {
  private readonly bytes: Uint8Array
  private readonly zip: Zip
  private readonly workbook: string
  private readonly sheets: ReadonlyMap<string, string>

  /** Throws Unreadable for anything but a workbook that is a zip. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.zip = new Zip(bytes)
    const links = this.links('')
    const main = links.find((link) => kindOf(link) === 'officeDocument')
    this.workbook = main === undefined ? 'xl/workbook.xml' : partNamed('', main.target)
    this.sheets = this.sheetParts()
  }

  /** The copy for one school. Throws Unreadable where the parts are not written as usual. */
  madeOut(blank: Pick<SchoolBlank, 'texts' | 'notes' | 'own'>): Uint8Array {
    const put = new Map<string, string>()
    for (const [sheet, part] of this.sheets) {
      const own = (all: readonly PlacedText[]): PlacedText[] =>
        all.filter((one) => one.sheet === sheet)
      const [texts, notes] = [own(blank.texts), own(blank.notes)]
      if (texts.length > 0) put.set(part, withCellTexts(this.xml(part), texts))
      if (notes.length > 0) this.note(part, notes, put)
    }
    if (blank.own.length > 0) this.addSheet(blank.own, put)
    const encoder = new TextEncoder()
    return repacked(
      this.bytes,
      new Map([...put].map(([name, xml]) => [name, encoder.encode(xml)] as const)),
    )
  }

  private xml(part: string): string {
    const bytes = this.zip.part(part)
    if (bytes === null) throw new Unreadable('damaged', part)
    return utf8(decodeXml(bytes))
  }

  private links(part: string): Relationship[] {
    const list = this.zip.part(relationshipsPart(part))
    return list === null ? [] : relationshipsOf(decodeXml(list))
  }

  private sheetParts(): Map<string, string> {
    const links = new Map(this.links(this.workbook).map((link) => [link.id, link]))
    const parts = new Map<string, string>()
    const walk = new XmlWalk(this.xml(this.workbook))
    while (walk.next()) {
      if (!walk.opens || walk.name !== 'sheet') continue
      const link = links.get(walk.attribute('id') ?? '')
      if (link === undefined || kindOf(link) !== 'worksheet') continue
      parts.set(walk.attribute('name') ?? '', partNamed(this.workbook, link.target))
    }
    return parts
  }

  private note(part: string, notes: readonly PlacedText[], put: Map<string, string>): void {
    const links = this.links(part)
    const of = (kind: string): string | null => {
      const link = links.find((one) => kindOf(one) === kind)
      return link === undefined ? null : partNamed(part, link.target)
    }
    const [comments, drawing] = [of('comments'), of('vmlDrawing')]
    const known = comments === null ? null : this.xml(comments)
    const ownComments = comments ?? this.free('xl/comments', '.xml', put)
    const ownDrawing = drawing ?? this.free('xl/drawings/vmlDrawing', '.vml', put)
    put.set(ownComments, withComments(known, notes))
    const boxes = drawing === null ? null : this.xml(drawing)
    put.set(ownDrawing, withBoxes(boxes, notes, notedCells(known)))
    const rels = relationshipsPart(part)
    const list = this.zip.part(rels)
    let linked = list === null ? null : utf8(decodeXml(list))
    if (comments === null) {
      const type = `${OFFICE}/comments`
      linked = withLink(linked, { id: 'rIdNotes', type, target: fromSheets(ownComments) })
      this.addType(put, ownComments, `${SPREADSHEET}.comments+xml`)
    }
    if (drawing === null) {
      const type = `${OFFICE}/vmlDrawing`
      linked = withLink(linked, { id: 'rIdNoteBoxes', type, target: fromSheets(ownDrawing) })
      this.addType(put, ownDrawing, VML)
      put.set(part, withNotesLink(put.get(part) ?? this.xml(part), 'rIdNoteBoxes'))
    }
    if (linked !== null) put.set(rels, linked)
  }

  /** The first part of a name and a number that is not there: some programs know parts by such names only. */
  private free(stem: string, ending: string, put: ReadonlyMap<string, string>): string {
    return firstFree(
      (attempt) => `${stem}${String(attempt)}${ending}`,
      (part) => this.zip.has(part) || put.has(part),
    )
  }

  private addType(put: Map<string, string>, part: string, type: string): void {
    const types = put.get(TYPES) ?? this.xml(TYPES)
    put.set(
      TYPES,
      withChild(
        types,
        (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${type}"/>`,
      ),
    )
  }

  private addSheet(lines: SchoolBlank['own'], put: Map<string, string>): void {
    const book = this.xml(this.workbook)
    const ids = [...book.matchAll(/\bsheetId="(\d+)"/gu)].map((match) => Number(match[1]))
    const name = new SheetNames([...this.sheets.keys()]).next(OWN_SHEET)
    const part = this.free('xl/worksheets/sheet', '.xml', put)
    const sheet = `<sheet name="${escaped(name)}" sheetId="${Math.max(0, ...ids) + 1}" xmlns:r="${OFFICE}" r:id="rIdSchool"/>`
    const end = book.lastIndexOf('</sheets>')
    if (end < 0) throw new Unreadable('damaged', 'sheets')
    put.set(this.workbook, book.slice(0, end) + sheet + book.slice(end))
    const cell = (place: string, text: string): string =>
      `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
    const rows = lines.map(({ label, value }, at) => {
      const row = String(at + 1)
      return `<row r="${row}">${cell(`A${row}`, label)}${cell(`B${row}`, value)}</row>`
    })
    const columns =
      '<cols><col min="1" max="1" width="16" customWidth="1"/><col min="2" max="2" width="36" customWidth="1"/></cols>'
    put.set(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${columns}<sheetData>${rows.join('')}</sheetData></worksheet>`,
    )
    const rels = relationshipsPart(this.workbook)
    const link = {
      id: 'rIdSchool',
      type: `${OFFICE}/worksheet`,
      target: part.replace(/^xl\//u, ''),
    }
    put.set(rels, withLink(this.xml(rels), link))
    this.addType(put, part, `${SPREADSHEET}.worksheet+xml`)
  }
}

/** A part as a worksheet names it: relative where both lie in Excel's own folders. */
function fromSheets(part: string): string {
  return part.replace(/^xl\//u, '../')
}

/** Parts are written in UTF-8, whatever they came in. */
function utf8(xml: string): string {
  return xml.replace(/^(<\?xml\b[^>]*?)\sencoding=(?:"[^"]*"|'[^']*')/u, '$1 encoding="UTF-8"')
}
