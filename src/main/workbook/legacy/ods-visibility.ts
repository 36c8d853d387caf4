import { XmlWalk } from '../ooxml/xml.ts'

/** What an .ods says of a sheet beside its cells. */
export interface OdsSheet {
  name: string
  hidden: boolean
  /** Ranges of hidden rows and columns, both ends included. */
  rows: [first: number, last: number][]
  columns: [first: number, last: number][]
}

/**
 * Names and hidden parts of the sheets of an .ods (OpenDocument 1.2, 9.1), in their order: the
 * library that reads its cells leaves them out.
 *
 * @param xml content.xml
 */
export function odsSheets(xml: string): OdsSheet[] {
  const walk = new XmlWalk(xml)
  const hiddenStyles = new Set<string>()
  const sheets: OdsSheet[] = []
  let style = ''
  let [row, column] = [0, 0]
  // A cell may hold a table of its own, which is no sheet.
  let depth = 0
  while (walk.next()) {
    if (walk.name === 'table') depth += (walk.opens ? 1 : 0) - (walk.closes ? 1 : 0)
    if (!walk.opens) continue
    if (walk.name === 'style') style = walk.attribute('name') ?? ''
    else if (walk.name === 'table-properties') {
      if (walk.attribute('display') === 'false') hiddenStyles.add(style)
    } else if (walk.name === 'table' && depth <= 1) {
      const hidden = hiddenStyles.has(walk.attribute('style-name') ?? '')
      sheets.push({ name: walk.attribute('name') ?? '', hidden, rows: [], columns: [] })
      row = column = 0
    } else if (depth > 1) continue
    else if (walk.name === 'table-row') {
      row += take(walk, 'number-rows-repeated', row, sheets.at(-1)?.rows)
    } else if (walk.name === 'table-column') {
      column += take(walk, 'number-columns-repeated', column, sheets.at(-1)?.columns)
    }
  }
  return sheets
}

/** How many rows or columns the current tag stands for; notes them in `hidden` when they are. */
function take(walk: XmlWalk, repeated: string, first: number, hidden?: [number, number][]): number {
  const count = Math.max(1, Number(walk.attribute(repeated) ?? '1') || 1)
  // "filter" is a row that a filter hides.
  const visibility = walk.attribute('visibility')
  if (visibility === 'collapse' || visibility === 'filter') hidden?.push([first, first + count - 1])
  return count
}
