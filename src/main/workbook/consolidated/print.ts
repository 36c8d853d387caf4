import type { HeaderFooter, PageSetup } from 'exceljs'
import type { WorkbookWords } from './words.ts'

const A4 = 9

/** Widest table, in characters, that reads well on an upright A4 sheet. */
const UPRIGHT = 95

/**
 * A4, on its side where the table is wide, shrunk to one page across.
 *
 * @param width of the table in characters
 * @param titles rows repeated on every page ("1:3"), null for none
 */
export function onePageWide(width: number, titles: string | null): Partial<PageSetup> {
  return {
    paperSize: A4,
    orientation: width > UPRIGHT ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    ...(titles === null ? {} : { printTitlesRow: titles }),
  }
}

/** A4 on its side over as many pages as it takes, with titles on top and names on the left. */
export function manyPagesWide(rows: string, columns: string): Partial<PageSetup> {
  return {
    paperSize: A4,
    orientation: 'landscape',
    scale: 80,
    pageOrder: 'overThenDown',
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: rows,
    printTitlesColumn: columns,
  }
}

/** Collection and sheet on top, page numbers below. */
export function headerFooter(title: string, words: WorkbookWords): Partial<HeaderFooter> {
  const safe = title.replaceAll('&', '&&')
  return {
    oddHeader: `&L&"宋体"&9${leading(safe)}&R&"宋体"&9&A`,
    oddFooter: `&C&"宋体"&9${words.page}`,
  }
}

/** A text that begins with a digit would be read as part of the font size. */
function leading(text: string): string {
  return /^\d/.test(text) ? ` ${text}` : text
}
