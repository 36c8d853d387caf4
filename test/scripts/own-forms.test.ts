import { describe, expect, it } from 'vitest'
import { OWN_MESS } from '../../scripts/county/own/mess/kinds.ts'
import { holdAgainst } from '../../scripts/county/held.ts'
import type { Outcome } from '../../scripts/county/held.ts'
import type { Truth } from '../../scripts/county/truth.ts'
import { bytesAt, openBook } from '../support/cells.ts'
import { county } from '../support/county.ts'

const own = () => county({ style: 'own', schools: 30, seed: 3 })

describe('a made county of its own forms', () => {
  it('has every kind of mess somewhere, and schools that kept to the form', async () => {
    const { truth } = await own()
    const made = new Set(truth.files.flatMap(({ mess }) => mess))
    expect(OWN_MESS.filter((kind) => !made.has(kind))).toEqual([])
    expect(truth.files.some(({ mess }) => mess.length === 0)).toBe(true)
  })

  it('says of every row of a list what stands in the sheet', async () => {
    const { files, truth } = await own()
    const wrong: string[] = []
    for (const { file, sheet, columns, rows } of truth.lists) {
      const book = openBook(bytesAt(files, file))
      const heads = headsOf(book, sheet)
      for (const { row, cells } of rows) {
        columns.forEach((heading, i) => {
          const seen = book.cell(sheet, `${heads.get(heading) ?? '?'}${row}`)?.v ?? ''
          const text = heading === '出生年月' ? monthOf(String(seen)) : String(seen)
          if (text !== cells[i]) wrong.push(`${file} ${sheet} ${heading} ${row}: ${String(seen)}`)
        })
      }
    }
    expect(wrong).toEqual([])
    expect(truth.lists.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(200)
  })
})

function monthOf(text: string): string {
  const [, year = '', month = ''] = /^(\d{4})\D?(\d{1,2})月?$/u.exec(text) ?? []
  return `${year}-${month.padStart(2, '0')}`
}

/** Column letters by heading, in the first row that has 姓名. */
function headsOf(book: ReturnType<typeof openBook>, sheet: string): Map<string, string> {
  for (let row = 1; row < 12; row++) {
    const found = 'ABCDEFGHIJKL'
      .split('')
      .map((letter): [string, string] => [
        String(book.cell(sheet, `${letter}${row}`)?.v ?? ''),
        letter,
      ])
    if (found.some(([text]) => text === '姓名')) return new Map(found)
  }
  return new Map()
}

describe('holding an outcome against the truth', () => {
  const truth = (): Truth => ({
    files: [
      {
        file: 'returns/a.xlsx',
        status: 'accepted',
        alsoOk: [],
        school: '1',
        reasons: [],
        mess: ['brackets'],
        twin: null,
      },
    ],
    values: [
      {
        school: '1',
        item: 'T[01,1]',
        returned: '5',
        state: 'number',
        file: 'returns/a.xlsx',
        sheet: 'T',
        cell: 'B2',
      },
    ],
    lists: [],
    totals: [],
    expected: 1,
    reported: 1,
  })
  const outcome = (change: Partial<Outcome>): Outcome => ({
    files: [{ file: 'returns/a.xlsx', status: 'accepted', school: '1', reasons: [] }],
    values: [{ school: '1', item: 'T[01,1]', returned: '5', state: 'number' }],
    findings: [],
    ...change,
  })
  const how = (change: Partial<Outcome>) =>
    holdAgainst(outcome(change), truth()).misses.map((miss) => miss.how)
  const one = { school: '1', item: 'T[01,1]' } as const
  const lacking: Outcome['values'] = [{ ...one, returned: '', state: 'blank' }]
  const told = (sheet: string): Outcome['files'] => [
    {
      file: 'returns/a.xlsx',
      status: 'queried',
      school: '1',
      reasons: [{ code: 'old-template', params: {}, sheet }],
    },
  ]

  it.each<[string, Partial<Outcome>, string[]]>([
    ['all as it should be', {}, []],
    ['another figure', { values: [{ ...one, state: 'number', returned: '6' }] }, ['wrong']],
    ['a figure left out', { values: lacking }, ['lost']],
    [
      'a figure left out of a table that was named',
      { values: lacking, files: told('T') },
      ['file', 'asked'],
    ],
    [
      'a figure left out while another sheet was named',
      { values: lacking, files: told('U') },
      ['file', 'lost'],
    ],
    [
      'a figure too many',
      {
        values: [
          ...outcome({}).values,
          { school: '1', item: 'T[02,1]', returned: '7', state: 'number' },
        ],
      },
      ['wrong'],
    ],
    ['a finding on right figures', { findings: [{ school: '1', rule: 'r' }] }, ['finding']],
  ])('%s', (_, change, misses) => {
    expect(how(change)).toEqual(misses)
  })

  it('counts under the kind of mess of the file', () => {
    const { held } = holdAgainst(outcome({ values: lacking }), truth())
    expect([...held.keys()]).toEqual(['brackets'])
    expect(held.get('brackets')?.lost).toBe(1)
  })
})
