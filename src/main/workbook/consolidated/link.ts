import type { Cell, Worksheet } from 'exceljs'
import { sheetRef } from '../sheet-names.ts'

interface LinkList {
  push(link: { address: string; target: string }): unknown
}

/**
 * Makes a cell a link to a cell of another sheet, its top when none is named. The streaming writer knows links to the outside
 * only, which some programs open in a browser; its list of links, written at the end of the sheet,
 * takes an inner place as well.
 *
 * @throws TypeError when exceljs keeps its links elsewhere than in 4.4
 */
export function linkToSheet(sheet: Worksheet, cell: Cell, target: string, address = 'A1'): void {
  linksOf(sheet).push({ address: cell.address, target: sheetRef(target) + address })
}

function linksOf(sheet: object): LinkList {
  const writer: unknown = '_sheetRelsWriter' in sheet ? sheet._sheetRelsWriter : null
  if (typeof writer === 'object' && writer !== null && '_hyperlinks' in writer) {
    const links: unknown = writer._hyperlinks
    if (Array.isArray(links)) {
      const list: unknown[] = links
      return list
    }
  }
  throw new TypeError('exceljs keeps no list of links in its sheet writer')
}
