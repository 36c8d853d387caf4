import { a1 } from '../../../core/model/address.ts'
import type { PlacedText } from '../../../core/model/school-blank.ts'
import { Unreadable } from '../unreadable.ts'
import { escaped } from './put-texts.ts'

type Note = Omit<PlacedText, 'sheet'>

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const EMPTY = `${HEAD}<comments xmlns="${MAIN}"><authors><author>汇数 Huishu</author></authors><commentList></commentList></comments>`

/** A part of comments with notes added; a note on a cell that has one is put behind it. */
export function withComments(xml: string | null, notes: readonly Note[]): string {
  let part = xml ?? EMPTY
  const made = notes.flatMap(({ row, column, text }) => {
    const run = `<r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">${escaped(text)}</t></r>`
    const place = a1(row, column)
    const known = new RegExp(`<comment\\b[^>]*\\bref="${place}"[^>]*>[\\s\\S]*?</text>`, 'u').exec(
      part,
    )
    if (known === null)
      return [`<comment ref="${place}" authorId="0"><text>${run}</text></comment>`]
    const end = known.index + known[0].length - '</text>'.length
    part = `${part.slice(0, end)}<r><t xml:space="preserve">\n</t></r>${run}${part.slice(end)}`
    return []
  })
  const whole = part.replace(/<commentList\s*\/>/u, '<commentList></commentList>')
  const end = whole.lastIndexOf('</commentList>')
  if (end < 0) throw new Unreadable('damaged', 'comments')
  return whole.slice(0, end) + made.join('') + whole.slice(end)
}

const DRAWING = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`

/** First number of the shapes that are made: those of a form's own notes are below it. */
const FIRST_SHAPE = 9_001

/**
 * The drawing part with a box for each note that has none yet; without it Excel shows no notes.
 *
 * @param known A1 addresses that have a note already
 */
export function withBoxes(
  xml: string | null,
  notes: readonly Note[],
  known: ReadonlySet<string>,
): string {
  const part = xml ?? DRAWING
  const end = part.lastIndexOf('</xml>')
  if (end < 0) throw new Unreadable('damaged', 'vmlDrawing')
  const boxes = notes
    .filter(({ row, column }) => !known.has(a1(row, column)))
    .map(({ row, column }, at) => box(`_x0000_s${String(FIRST_SHAPE + at)}`, row, column))
  return part.slice(0, end) + boxes.join('') + part.slice(end)
}

function box(id: string, row: number, column: number): string {
  const anchor = [column + 1, 12, row, 4, column + 3, 10, row + 2, 6].join(', ')
  return (
    `<v:shape id="${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#f0f0f0" o:insetmode="auto">` +
    '<v:fill color2="#f0f0f0"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

/** A1 addresses of the notes in a part of comments. */
export function notedCells(xml: string | null): Set<string> {
  return new Set(
    [...(xml ?? '').matchAll(/<comment\b[^>]*\bref="([A-Z]+\d+)"/gu)].map((m) => m[1] ?? ''),
  )
}

/** What follows a worksheet's link to its notes (ECMA-376 Part 1, 18.3.1.99). */
const BEHIND =
  /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/u

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A worksheet part that points at its drawing of notes. */
export function withNotesLink(xml: string, id: string): string {
  if (/<legacyDrawing\b/u.test(xml)) return xml
  const end = xml.lastIndexOf('</worksheet>')
  const data = xml.indexOf('</sheetData>')
  if (end < 0 || data < 0) throw new Unreadable('damaged', 'worksheet')
  const follows = BEHIND.exec(xml.slice(data, end))
  const at = follows === null ? end : data + follows.index
  return `${xml.slice(0, at)}<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>${xml.slice(at)}`
}
