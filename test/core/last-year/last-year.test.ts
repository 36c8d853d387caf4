import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packLastYear, unpackLastYear } from '../../../src/core/last-year/keep.ts'
import { alignLastYear } from '../../../src/core/last-year/last-year.ts'
import { lostIn } from '../../../src/core/last-year/lost.ts'
import type { PastTable } from '../../../src/core/last-year/past-table.ts'
import { madeForm } from '../../support/form.ts'

const form = madeForm({
  id: '县教93',
  rows: ['总计', '其中：女', '随迁子女', '外省迁入@2', '留守儿童', '外省迁入@2'],
  columns: ['在校生数/合计', '在校生数/一年级', '毕业生数'],
})

interface Column {
  code: [string, string]
  labels: string[]
  value: string
}

function list(columns: Column[]): PastTable {
  return {
    form: '县教93',
    sheet: '县教93',
    items: columns.map(({ code, labels }, at) => ({ row: code[0], column: code[1], labels, at })),
    lines: [
      {
        at: 1,
        school: 's',
        name: '',
        said: {},
        cells: columns.map(({ value }) =>
          value === '' ? undefined : { kind: 'text' as const, value },
        ),
      },
    ],
  }
}

const valuesOf = (columns: Column[]) => {
  const year = alignLastYear([list(columns)], [form])
  return {
    values: Object.fromEntries(year.values.get('s') ?? []),
    notes: year.notes.map(({ code }) => code),
    covered: [...(year.covered.get('县教93') ?? [])],
  }
}

const column = (code: string, labels: string, value: string): Column => {
  const [row = '', col = ''] = code.split(',')
  return { code: [row, col], labels: labels === '' ? [] : labels.split('/'), value }
}

describe('labels win over codes', () => {
  it('a row that moved keeps its figures, whatever stands under its old code now', () => {
    // Last year 留守儿童 was row 03 and 随迁子女 row 04.
    const { values } = valuesOf([
      column('01,3', '总计/毕业生数', '50'),
      column('03,3', '留守儿童/毕业生数', '7'),
      column('04,3', '随迁子女/毕业生数', '9'),
    ])
    expect(values).toEqual({ '县教93[01,3]': '50', '县教93[05,3]': '7', '县教93[03,3]': '9' })
  })

  it('an item that is gone gives its figure to nobody, and is named', () => {
    const { values, notes, covered } = valuesOf([
      column('01,3', '总计/毕业生数', '50'),
      column('03,3', '寄宿生/毕业生数', '7'),
    ])
    expect(values).toEqual({ '县教93[01,3]': '50' })
    expect(notes).toEqual(['item-gone'])
    expect(covered).toEqual(['县教93[01,3]'])
  })

  it('a label written a little differently is the same one under the same code only', () => {
    expect(valuesOf([column('05,3', '留守儿童数/毕业生数', '7')]).values).toEqual({
      '县教93[05,3]': '7',
    })
    expect(valuesOf([column('04,3', '留守儿童数/毕业生数', '7')]).values).toEqual({})
  })

  it('equal labels under different groups are told apart by the group', () => {
    const { values } = valuesOf([
      column('04,3', '随迁子女/外省迁入/毕业生数', '1'),
      column('06,3', '留守儿童/外省迁入/毕业生数', '2'),
    ])
    expect(values).toEqual({ '县教93[04,3]': '1', '县教93[06,3]': '2' })
  })

  it('a label that fits two items is not guessed', () => {
    const { values, notes } = valuesOf([column('09,3', '外省迁入/毕业生数', '1')])
    expect(values).toEqual({})
    expect(notes).toEqual(['item-unsure'])
  })

  it('a heading alone is not told by a code once the list numbers its rows otherwise', () => {
    // Last year row 02 was another one: what stands under it is no figure of this year's row 02.
    const { values, notes } = valuesOf([
      column('02,3', '毕业生数', '1'),
      column('03,3', '其中：女/毕业生数', '2'),
    ])
    expect(values).toEqual({ '县教93[02,3]': '2' })
    expect(notes).toEqual(['item-unsure'])
    expect(valuesOf([column('02,3', '毕业生数', '1')]).values).toEqual({ '县教93[02,3]': '1' })
  })

  it('in any order of rows and columns each figure stays with its item', () => {
    const all = form.items.map((item, index) => {
      const row = form.rows[item.row]
      const above = item.row === 3 ? '随迁子女/' : item.row === 5 ? '留守儿童/' : ''
      return {
        address: `县教93[${row?.code ?? ''},${form.columns[item.column]?.code ?? ''}]`,
        labels: `${above}${row?.label ?? ''}/${form.columns[item.column]?.path.join('/') ?? ''}`,
        value: String(index + 1),
      }
    })
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.nat(40), (some, shift) => {
        const { values } = valuesOf(
          some.map(({ labels, value }, at) => column(`${String(at + shift)},9`, labels, value)),
        )
        expect(values).toEqual(Object.fromEntries(some.map((one) => [one.address, one.value])))
      }),
    )
  })
})

describe('a list without labels', () => {
  it('is taken by its codes where this year has them all', () => {
    const { values, covered } = valuesOf([column('1,1', '', '5'), column('02,3', '', '')])
    expect(values).toEqual({ '县教93[01,1]': '5' })
    expect(covered).toEqual(['县教93[01,1]', '县教93[02,3]'])
  })

  it('is not taken at all once a code with figures is strange, unless a person says that it fits', () => {
    const strange = [column('01,1', '', '5'), column('07,1', '', '6')]
    expect(valuesOf(strange)).toEqual({ values: {}, notes: ['codes-do-not-fit'], covered: [] })
    const confirmed = alignLastYear([list(strange)], [form], [], new Set(['县教93']))
    expect(Object.fromEntries(confirmed.values.get('s') ?? [])).toEqual({ '县教93[01,1]': '5' })
  })
})

describe('a figure of last year', () => {
  it('typed with separators, full-width digits or its unit is cleaned and named', () => {
    const { values, notes } = valuesOf([
      column('01,1', '', '1,310'),
      column('01,2', '', '３１０'),
      column('01,3', '', '310人'),
    ])
    expect(Object.values(values)).toEqual(['1310', '310', '310'])
    expect(notes).toEqual(['cleaned', 'cleaned', 'cleaned'])
  })

  it('that says no number is not known, and is not 0', () => {
    const year = alignLastYear([list([column('01,1', '', '约200')])], [form])
    expect(year.values.get('s')?.size).toBe(0)
    expect([...(year.unreadable.get('s') ?? [])]).toEqual(['县教93[01,1]'])
    expect(year.notes.map(({ code }) => code)).toEqual(['unreadable'])
  })
})

describe('what is kept of last year', () => {
  it('comes back as it was', () => {
    const tables = [list([column('01,1', '总计/合计', '5'), column('01,2', '', '')])]
    const note = { code: 'total-row' as const, sheet: 'a', cell: 'A1', params: {} }
    expect(unpackLastYear(packLastYear(tables, [note]))).toEqual({ tables, notes: [note] })
  })

  it('of the first versions is read by its codes', () => {
    const before = {
      version: 1,
      names: { s: '试县一小' },
      values: { s: { '县教93[01,1]': '5' }, t: { '县教93[02,3]': '6' } },
    }
    const bytes = new TextEncoder().encode(JSON.stringify(before))
    const year = alignLastYear(unpackLastYear(bytes).tables, [form])
    expect(year.values.get('s')?.get('县教93[01,1]')).toBe('5')
    expect(year.values.get('t')?.get('县教93[02,3]')).toBe('6')
    expect(year.names.get('s')).toBe('试县一小')
  })
})

describe('the unit of last year’s list', () => {
  const spent = madeForm({ id: '县教93', rows: ['总计'], columns: ['经费', '校舍'], unit: '元' })
  const year = (columns: Column[], printed: string[], units: (string | undefined)[] = []) => {
    const made = list(columns)
    const items = made.items.map((item, at) => {
      const unit = units[at]
      return unit === undefined ? item : { ...item, unit }
    })
    const aligned = alignLastYear([{ ...made, items, printed }], [spent])
    return {
      values: Object.fromEntries(aligned.values.get('s') ?? []),
      notes: aligned.notes.map(({ code }) => code),
    }
  }
  const column93 = { code: ['01', '1'] as [string, string], labels: ['总计', '经费'], value: '3.5' }

  it('printed above it brings its figures into the item’s', () => {
    expect(year([column93], ['万元'])).toEqual({
      values: { '县教93[01,1]': '35000' },
      notes: ['unit-converted'],
    })
    expect(year([column93], ['人', '万元']).values).toEqual({ '县教93[01,1]': '35000' })
    expect(year([column93], ['元'])).toEqual({ values: { '县教93[01,1]': '3.5' }, notes: [] })
    expect(year([column93], [])).toEqual({ values: { '县教93[01,1]': '3.5' }, notes: [] })
  })

  it('in a heading is no other heading', () => {
    const labels = ['总计', '经费（千元）']
    expect(year([{ ...column93, labels }], [], ['千元']).values).toEqual({ '县教93[01,1]': '3500' })
  })

  it('of another kind leaves the column out', () => {
    expect(year([column93], [], ['人'])).toEqual({ values: {}, notes: ['unit-differs'] })
  })
})

describe('a form on two sheets of last year’s list', () => {
  const named = (sheet: string, columns: Column[]) => ({ ...list(columns), sheet })
  const total = (value: string) => column('01,1', '总计/合计', value)

  it('the same school with other figures is taken from the first, and named', () => {
    const year = alignLastYear([named('a', [total('5')]), named('b', [total('50')])], [form])
    expect(year.values.get('s')?.get('县教93[01,1]')).toBe('5')
    expect(year.notes.map(({ code, sheet }) => `${sheet} ${code}`)).toEqual(['b sheet-twice'])
  })

  it('other items go on with it', () => {
    const more = column('01,3', '总计/毕业生数', '7')
    const year = alignLastYear([named('a', [total('5')]), named('b', [total('5'), more])], [form])
    expect(Object.fromEntries(year.values.get('s') ?? [])).toEqual({
      '县教93[01,1]': '5',
      '县教93[01,3]': '7',
    })
    expect(year.notes).toEqual([])
  })
})

it('a sheet of headings alone says nothing of any school, and is no 0', () => {
  const { covered } = valuesOf([column('01,3', '总计/毕业生数', '')])
  expect(covered).toEqual([])
})

it('whose figure a list lost is told: the school of the cell, or anybody where a line was lost', () => {
  const columns = [
    column('01,3', '总计/毕业生数', '约50'),
    column('05,3', '留守儿童/毕业生数', '7'),
  ]
  const year = alignLastYear([list(columns)], [form])
  expect(lostIn(year, form, '县教93[01,3]')).toEqual(['s'])
  expect(lostIn(year, form, '县教93[05,3]')).toEqual([])
  const without = alignLastYear([{ ...list(columns), lost: 1 }], [form])
  expect(lostIn(without, form, '县教93[05,3]')).toBe('all')
})
