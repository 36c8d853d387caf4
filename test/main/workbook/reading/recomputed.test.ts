import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recompute } from '../../../../src/core/intake/recompute.ts'
import { LIBREOFFICE, resaved } from '../consolidated/libreoffice.ts'
import { sheetOf, xlsx } from './made.ts'

/** Data in A1:D8; formulas stand in column F. */
const ROWS = 8
const COLUMNS = 4

const FORMAT = 'application/vnd.openxmlformats-'
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${FORMAT}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${FORMAT}officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${FORMAT}officedocument.spreadsheetml.worksheet+xml"/></Types>`

const place = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: ROWS }))
  .map(([column, row]) => `${column}${String(row)}`)
const area = fc.tuple(place, place).map(([a, b]) => `${a}:${b}`)
const literal = fc.constantFrom('0', '1', '2.5', '100', '0.1', '12%', '-3')
const argument = fc.oneof(area, place, literal)

const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    place,
    literal,
    fc
      .tuple(
        fc.constantFrom('SUM', 'AVERAGE', 'COUNT', 'MAX', 'MIN'),
        fc.array(argument, { minLength: 1, maxLength: 3 }),
      )
      .map(([name, given]) => `${name}(${given.join(',')})`),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
      .map((parts) => `(${parts.join('')})`),
    tie('formula').map((one) => `-${one}`),
    fc
      .tuple(tie('formula'), fc.integer({ min: -1, max: 2 }))
      .map(([one, places]) => `ROUND(${one},${String(places)})`),
    fc
      .tuple(
        place,
        fc.constantFrom('>', '<', '>=', '<=', '=', '<>'),
        literal,
        tie('formula'),
        place,
      )
      .map(([a, sign, b, then, other]) => `IF(${a}${sign}${b},${then},${other})`),
    fc.tuple(tie('formula'), literal).map(([one, instead]) => `IFERROR(${one},${instead})`),
  ),
}))

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -50, max: 2_000 }).map((n) => `<v>${String(n)}</v>`) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 9_999 }).map((n) => `<v>${String(n / 100)}</v>`),
  },
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('无', '/', '-', '12').map((text) => `<is><t>${text}</t></is>`),
  },
)

test.skipIf(LIBREOFFICE === null)(
  'formulas without a stored result come to what LibreOffice makes of them, or to nothing (not run without LibreOffice)',
  { timeout: 180_000 },
  async () => {
    const data = fc.array(cell, { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS })
    const [cells = []] = fc.sample(data, 1)
    const formulas = fc.sample(formula, 400)
    const lines = formulas.map((one, row) => {
      const own = row < ROWS ? cells.slice(row * COLUMNS, (row + 1) * COLUMNS) : []
      const before = own.map((inner, column) => {
        const kind = inner.startsWith('<is>') ? ' t="inlineStr"' : ''
        return inner === ''
          ? ''
          : `<c r="${'ABCD'.charAt(column)}${String(row + 1)}"${kind}>${inner}</c>`
      })
      const written = one.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      return `<row r="${String(row + 1)}">${before.join('')}<c r="F${String(row + 1)}"><f>${written}</f></c></row>`
    })
    const bytes = xlsx({
      rows: lines.join(''),
      extra: { '[Content_Types].xml': strToU8(TYPES) },
    })
    const folder = await mkdtemp(join(tmpdir(), 'huishu-'))
    try {
      await writeFile(join(folder, 'a.xlsx'), bytes)
      const saved = sheetOf(await readFile(await resaved(join(folder, 'a.xlsx'))))
      const own = sheetOf(bytes)
      const told = formulas.map((one, row) => {
        const theirs = saved.cells[row]?.[5]
        const ours = recompute(own, one)
        return { one, ours, theirs: theirs?.kind === 'number' ? Number(theirs.value) : null }
      })
      const wrong = told.filter(({ ours, theirs }) => {
        if (ours === null) return false
        return (
          theirs === null || Math.abs(Number(ours) - theirs) > 1e-9 * Math.max(1, Math.abs(theirs))
        )
      })
      expect(wrong).toEqual([])
      // Nearly all that have a value are worked out.
      const missed = told.filter(({ ours, theirs }) => ours === null && theirs !== null)
      expect(missed.length).toBeLessThan(formulas.length / 10)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
