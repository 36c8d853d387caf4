import { Budget } from '../budget.ts'
import { mendOdsCells } from './mend-ods-cells.ts'
import { withOdsLooks } from './ods-struck.ts'

const TAG =
  /<(\/?)(table:table-row|table:table-cell|table:covered-table-cell)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g
const VALUED = /(?:formula|value-type)\s*=/

/**
 * The content of an .ods (content.xml) with cells that say their value or formula in attributes
 * only (`<table:table-cell office:value="5"/>`) written out with an end tag: the library would
 * leave them out, and with those that it would misread mended. Throws Unreadable too-large when repeated cells come to more than LIMITS allow.
 */
export function mendOds(content: Buffer): Buffer {
  const xml = mendOdsCells(withOdsLooks(content.toString('utf8')))
  const budget = new Budget()
  let rows = 1
  const mended = xml.replace(
    TAG,
    (whole, end: string, name: string, attributes: string, empty: string) => {
      if (end !== '') return whole
      if (name === 'table:table-row') {
        rows = repeated(attributes, 'rows')
        return whole
      }
      const valued = VALUED.test(attributes)
      // Without a value an open cell may still hold a text; a sheet's empty rest is one closed cell.
      if (valued || empty === '') {
        budget.spendCells(rows * repeated(attributes, 'columns'), 'content.xml')
      }
      return valued && empty !== '' ? `<${name}${attributes}></${name}>` : whole
    },
  )
  return Buffer.from(mended, 'utf8')
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  const written = new RegExp(`:number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(attributes)?.[1]
  return Math.max(1, Number(written ?? '1'))
}
