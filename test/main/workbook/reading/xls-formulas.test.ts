import { expect, test } from 'vitest'
import { compound } from './compound.ts'
import { sheetOf } from './made.ts'

/** A BIFF8 record ([MS-XLS] 2.1.4). */
function record(id: number, ...parts: Uint8Array[]): Buffer {
  const data = Buffer.concat(parts)
  return Buffer.concat([words(id, data.length), data])
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) buffer.writeUInt16LE(value, at * 2)
  return buffer
}

function double(value: number): Buffer {
  const buffer = Buffer.alloc(8)
  buffer.writeDoubleLE(value)
  return buffer
}

/** FORMULA in column B of `row`: =A1*2 as tokens, with its stored result. */
function formula(row: number, result: Buffer): Buffer {
  const tokens = Buffer.from([0x44, 0, 0, 0, 0xc0, 0x1e, 2, 0, 0x05])
  return record(0x0006, words(row, 1, 0), result, words(0, 0, 0, tokens.length), tokens)
}

/** A stored result that is no number: kind, then the value. */
const special = (kind: number, value: number) => words(kind, value, 0, 0xffff)

test('an xls keeps its formulas and every kind of stored result, 0 and FALSE among them', () => {
  const bof = (type: number) => record(0x0809, words(0x0600, type, 0x0dbb, 0x07cc, 0, 0, 6, 0))
  const eof = record(0x000a)
  const name = Buffer.from('Sheet1', 'latin1')
  const start = bof(5).length + 4 + 8 + name.length + eof.length
  const globals = [bof(5), record(0x0085, words(start, 0, 0), Buffer.from([6, 0]), name), eof]
  const sheet = [
    bof(0x10),
    record(0x0203, words(0, 0, 0), double(7)),
    formula(0, double(0)),
    formula(1, double(14.5)),
    formula(2, special(1, 0)),
    formula(3, special(2, 0x17)),
    formula(4, special(0, 0)),
    record(0x0207, words(2), Buffer.from([1]), Buffer.from('一小', 'utf16le')),
    formula(5, special(3, 0)),
    eof,
  ]
  const stream = Buffer.concat([...globals, ...sheet, Buffer.alloc(5_000)])
  const { cells } = sheetOf(compound({ Workbook: stream }))
  expect(cells[0]?.[0]).toEqual({ kind: 'number', value: '7' })
  expect(cells.map((row) => row[1])).toEqual(
    [
      { kind: 'number', value: '0' },
      { kind: 'number', value: '14.5' },
      { kind: 'boolean', value: 'FALSE' },
      { kind: 'error', value: '#REF!' },
      { kind: 'text', value: '一小' },
      { kind: 'text', value: '' },
    ].map((cell) => ({ ...cell, formula: 'A1*2' })),
  )
})
