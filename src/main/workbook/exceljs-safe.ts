import { repacked } from '../zip/repack.ts'
import { decodeXml } from './ooxml/xml.ts'
import { Zip } from './package.ts'

const WORKBOOK = 'xl/workbook.xml'
const NAMES = /<((?:\w+:)?definedNames)\b[^>]*>[\s\S]*?<\/\1>/gu
const NAME = /<((?:\w+:)?definedName)\b[^>]*>[\s\S]*?<\/\1>/gu
/** What a sheet is printed by; exceljs takes these as they stand. */
const PRINTING = /\sname="_xlnm\.Print_(?:Area|Titles)"/u

/** Formats without content down to a sheet's last row, which some programs leave, are not worth their memory. */
export const MOST_LOADED = { maxRows: 20_000, maxCols: 2_000 }

/**
 * A workbook as exceljs can be given it. It writes out the cells of a defined name one by one, and
 * a name for a whole sheet would keep it busy for ever; names say nothing of what is taken from it.
 *
 * @throws Unreadable for bytes that are no workbook of this kind
 */
export function forExceljs(bytes: Uint8Array): ArrayBuffer {
  const part = new Zip(bytes).part(WORKBOOK)
  const text = part === null ? '' : decodeXml(part)
  const fit = text.replace(NAMES, (names, tag: string) => {
    const kept = [...names.matchAll(NAME)].flatMap(([one]) => (PRINTING.test(one) ? [one] : []))
    return kept.length === 0 ? '' : `<${tag}>${kept.join('')}</${tag}>`
  })
  const put = Buffer.from(fit.replace(/^(<\?xml[^>]*?)\sencoding=["'][^"']*["']/u, '$1'))
  const given = fit === text ? bytes : repacked(bytes, new Map([[WORKBOOK, put]]))
  const buffer = new ArrayBuffer(given.byteLength)
  new Uint8Array(buffer).set(given)
  return buffer
}
