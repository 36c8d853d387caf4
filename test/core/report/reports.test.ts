import { describe, expect, it } from 'vitest'
import { reportJson } from '../../../src/core/service/report/report-json.ts'
import { valuesCsv } from '../../../src/core/service/report/values-csv.ts'
import { csvField } from '../../../src/core/model/csv-field.ts'
import { parseCsv } from '../../support/csv.ts'
import { open } from '../service/opened.ts'
import type { Opened } from '../service/opened.ts'

const csv = ({ collection }: Opened): string => [...valuesCsv(collection)].join('')
const report = ({ collection }: Opened): Record<string, unknown> =>
  JSON.parse([...reportJson(collection, null, [], [], 'zh')].join('')) as Record<string, unknown>

function county(): Opened {
  const opened = open()
  opened.receive({
    path: 'returns/石门,小学.xlsx',
    school: 's1',
    date: '2025-09-12',
    tables: { 表一: ['10.50', ''], 表二: ['?约12', '8'] },
  })
  opened.receive({ path: 'returns/东风小学.xlsx', school: null, status: 'rejected' })
  opened.receive({ path: 'returns/青山.xlsx', school: 's4', status: 'queried' })
  opened.adopt('s1', '表二[01,1]', '12', 'unreadable:')
  return opened
}

describe('values.csv', () => {
  it('has a line for every item of every table of every school in state 正常', () => {
    const lines = csv(county()).split('\n')
    expect(lines[0]).toBe('school,item,returned,adopted,state,file,sheet,cell')
    expect(lines.at(-1)).toBe('')
    expect(lines.slice(1, -1).length).toBe(3 * 3 * 2)
    expect(lines.slice(1, 7)).toEqual([
      's1,"表一[01,1]",10.50,10.50,number,"returns/石门,小学.xlsx",表一,C4',
      's1,"表一[02,1]",,,blank,"returns/石门,小学.xlsx",表一,C5',
      's1,"表二[01,1]",,12,unreadable,"returns/石门,小学.xlsx",表二,C4',
      's1,"表二[02,1]",8,8,number,"returns/石门,小学.xlsx",表二,C5',
      's1,"表三[01,1]",,,missing,,,',
      's1,"表三[02,1]",,,missing,,,',
    ])
  })

  it('is read back field by field, whatever stands in names and texts', () => {
    for (const field of ['a', '', 'a,b', '"', 'a"b', 'a\nb', 'a\r\nb', ' a ', '-3', '1.5']) {
      expect(parseCsv(`x,y\n${csvField(field)},1\n`)).toEqual([{ x: field, y: '1' }])
    }
    // What a spreadsheet would work out stands as text there; a reader takes the mark off again.
    expect(parseCsv(`x,y\n${csvField('=1+1')},1\n`)).toEqual([{ x: "'=1+1", y: '1' }])
  })
})

describe('report.json', () => {
  it('is one JSON text with the fields of the contract', () => {
    const one = report(county())
    expect(Object.keys(one)).toEqual([
      'schema',
      'coverage',
      'files',
      'repairs',
      'findings',
      'faults',
      'totals',
      'indicators',
    ])
    expect(one['schema']).toBe(1)
    expect(one['coverage']).toEqual({
      expected: 3,
      reported: 1,
      missing: [
        { school: 's2', state: '未报' },
        { school: 's3', state: '退回' },
      ],
    })
  })

  it('says of every file what it is, with a sentence for every reason', () => {
    const { files } = report(county()) as {
      files: {
        file: string
        status: string
        school: string | null
        sha256: string
        reasons: { code: string; message: string }[]
        tables: unknown[]
      }[]
    }
    expect(files.map(({ file, status, school }) => [file, status, school])).toEqual([
      ['returns/石门,小学.xlsx', 'queried', 's1'],
      ['returns/东风小学.xlsx', 'rejected', null],
      ['returns/青山.xlsx', 'queried', 's4'],
    ])
    expect(files[0]?.tables[0]).toEqual({ form: '表一', sheet: '表一', aligned: 'exact' })
    expect(files[0]?.reasons).toMatchObject([{ code: 'missing-table' }])
    for (const { sha256, reasons } of files) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      for (const { message } of reasons) expect(message).not.toMatch(/[{}]/)
    }
  })

  it('gives totals of the county and of every group, on both bases', () => {
    const { totals } = report(county()) as {
      totals: {
        item: string
        by: string | null
        group: string | null
        returned: number | null
        adopted: number | null
        schools: number
      }[]
    }
    const of = (item: string) => totals.filter((one) => one.item === item)
    expect(of('表二[01,1]')).toEqual([
      { item: '表二[01,1]', by: null, group: null, returned: null, adopted: 12, schools: 0 },
      { item: '表二[01,1]', by: '乡镇', group: '石门镇', returned: null, adopted: 12, schools: 0 },
      {
        item: '表二[01,1]',
        by: '乡镇',
        group: '双桥镇',
        returned: null,
        adopted: null,
        schools: 0,
      },
    ])
    expect(of('表一[01,1]')[0]).toMatchObject({ returned: 10.5, schools: 1 })
  })

  it('is the same for the same figures, also for an empty collection', () => {
    expect(report(county())).toEqual(report(county()))
    expect(report(open({ schools: [], forms: [] }))).toMatchObject({
      files: [],
      totals: [],
      coverage: { expected: 0 },
    })
  })
})
