import { describe, expect, it } from 'vitest'
import { totalsOver } from '../../../src/core/consolidate/totals.ts'
import { checkedChanges } from '../../../src/core/service/ledger/changes.ts'
import { Collection } from '../../../src/core/collection/collection.ts'
import { schoolRows, unreadableOf } from '../../../src/core/service/intake/file-rows.ts'
import { figuresOf, gridOf, storyOf, totalRowsOf } from '../../../src/core/service/data/views.ts'
import { CallError } from '../../../src/shared/result.ts'
import { cell, open } from '../service/opened.ts'
import type { Opened } from '../service/opened.ts'

const total = ({ collection }: Opened, form: string, basis: 'returned' | 'adopted' = 'returned') =>
  totalsOver(collection, collection.form(form), collection.expected, basis).values

describe('a correction', () => {
  it('holds beside the returned value and moves the adopted totals only', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1' })
    opened.receive({ path: 'b.xlsx', school: 's2' })
    opened.adopt('s1', '表一[01,1]', '11', 'number:10')
    expect(cell(opened, 's1', '表一[01,1]')).toBe('10 → 11')
    expect([total(opened, '表一'), total(opened, '表一', 'adopted')]).toEqual([
      ['20', '8'],
      ['21', '8'],
    ])
  })

  it('lapses when a new return changes the cell, and stands when it does not', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1', date: '2025-09-12' })
    opened.adopt('s1', '表一[01,1]', '11', 'number:10')
    opened.adopt('s1', '表二[01,1]', '21', 'number:20')
    opened.receive({
      path: 'b.xlsx',
      school: 's1',
      date: '2025-09-15',
      tables: { 表一: ['12', '4'], 表二: ['20', '9'], 表三: ['30', '12'] },
    })
    expect(cell(opened, 's1', '表一[01,1]')).toBe('12 → 12')
    expect(cell(opened, 's1', '表二[01,1]')).toBe('20 → 21')
    expect(opened.collection.corrections().map((one) => one.address)).toEqual(['表二[01,1]'])
  })

  it('makes a number of what was unreadable or missing, blank of a number, and goes with null', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1', tables: { 表一: ['?约12', ''] } })
    expect(unreadableOf(opened.collection, opened.collection.school('s1'))).toBe(1)
    opened.adopt('s1', '表一[01,1]', '12', 'unreadable:')
    opened.adopt('s1', '表一[02,1]', '0', 'blank:')
    opened.adopt('s1', '表三[01,1]', '7', 'missing:')
    expect(
      ['表一[01,1]', '表一[02,1]', '表三[01,1]'].map((item) => cell(opened, 's1', item)),
    ).toEqual(['unreadable → 12', 'blank → 0', 'missing → 7'])
    expect([
      unreadableOf(opened.collection, opened.collection.school('s1')),
      opened.collection.corrections().length,
    ]).toEqual([0, 3])
    opened.adopt('s1', '表一[01,1]', null, 'unreadable:')
    expect(cell(opened, 's1', '表一[01,1]')).toBe('unreadable → unreadable')
    opened.adopt('s1', '表一[02,1]', '', 'blank:')
    expect(cell(opened, 's1', '表一[02,1]')).toBe('blank → blank')
  })

  it('is kept as a plain decimal, and refused whole where one of several is no number', () => {
    const opened = open()
    const { collection } = opened
    const silent = (): unknown =>
      checkedChanges(collection, [{ school: 's1', item: '表一[01,1]', value: '1' }])
    expect(silent).toThrow(new CallError('no-return', { school: '石门小学' }))
    opened.receive({ path: 'a.xlsx', school: 's1' })
    const change = (value: string | null, item = '表一[01,1]') => ({ school: 's1', item, value })
    expect(
      checkedChanges(collection, [
        change('１，２０４'),
        change('', '表一[02,1]'),
        change(null, '表二[01,1]'),
      ]).map((c) => c.to),
    ).toEqual(['1204', '', null])
    const code = (changes: Parameters<typeof checkedChanges>[1]): string => {
      try {
        checkedChanges(collection, changes)
        return 'none'
      } catch (error) {
        return error instanceof CallError ? error.code : String(error)
      }
    }
    expect(code([change('1'), change('约12')])).toBe('not-a-number')
    expect(code([change('*')])).toBe('not-a-number')
    expect(code([change('1', '表一[99,1]')])).toBe('no-such-item')
    expect(code([{ ...change('1'), school: 'nobody' }])).toBe('no-such-school')
  })

  it('is there again when the collection is opened anew', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1' })
    opened.adopt('s1', '表一[01,1]', '11', 'number:10')
    const again = new Collection(opened.collection.store)
    expect(cell({ ...opened, collection: again }, 's1', '表一[01,1]')).toBe('10 → 11')
  })
})

describe('totals', () => {
  it('are exact, and rest on readable and blank cells only', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1', tables: { 表一: ['0.1', ''] } })
    opened.receive({ path: 'b.xlsx', school: 's2', tables: { 表一: ['0.2', '?x'] } })
    opened.receive({ path: 'c.xlsx', school: 's3', tables: { 表二: ['1', '1'] } })
    const { values, schools } = totalsOver(
      opened.collection,
      opened.collection.form('表一'),
      opened.collection.expected,
      'returned',
    )
    expect([values, schools]).toEqual([
      ['0.3', '0'],
      [2, 1],
    ])
  })

  it('leave out closed schools, whatever they send', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1' })
    opened.receive({ path: 'd.xlsx', school: 's4', status: 'queried' })
    expect(total(opened, '表一')).toEqual(['10', '4'])
    expect(schoolRows(opened.collection).map((row) => [row.school.id, row.state])).toEqual([
      ['s1', 'reported'],
      ['s2', 'missing'],
      ['s3', 'missing'],
      ['s4', 'queried'],
    ])
  })

  it('of the groups add up to the county, on screen, in figures and in rows', () => {
    const opened = open()
    opened.receive({ path: 'a.xlsx', school: 's1', tables: { 表一: ['1.5', '4'] } })
    opened.receive({ path: 'b.xlsx', school: 's2', tables: { 表一: ['2.25', '5'] } })
    opened.receive({ path: 'c.xlsx', school: 's3', tables: { 表一: ['4', ''] } })
    const { collection } = opened
    const form = collection.form('表一')
    const grid = gridOf(collection, form, 'returned', '乡镇')
    expect(
      grid.rows.map((row) => [
        row.level,
        row.key,
        row.values[0],
        row.states,
        row.schools,
        row.expected,
      ]),
    ).toEqual([
      ['school', 's1', '1.5', 'nn', 1, 1],
      ['school', 's3', '4', 'nb', 1, 1],
      ['group', '石门镇', '5.5', 'nn', 2, 2],
      ['school', 's2', '2.25', 'nn', 1, 1],
      ['group', '双桥镇', '2.25', 'nn', 1, 1],
      ['county', '', '7.75', 'nn', 3, 3],
    ])
    expect(figuresOf(collection, form, 'returned', { by: '乡镇', group: '石门镇' }).values).toEqual(
      ['5.5', '4'],
    )
    expect(figuresOf(collection, form, 'returned', { county: true })).toMatchObject({
      values: ['7.75', '9'],
      schools: [3, 3],
      coverage: { expected: 3, reported: 3 },
    })
    expect(
      totalRowsOf(collection, form, '乡镇').map((row) => [
        row.group,
        row.item,
        row.returned,
        row.schools,
      ]),
    ).toEqual([
      ['石门镇', '表一[01,1]', '5.5', 2],
      ['石门镇', '表一[02,1]', '4', 2],
      ['双桥镇', '表一[01,1]', '2.25', 1],
      ['双桥镇', '表一[02,1]', '5', 1],
    ])
  })
})

describe('what is said of schools and cells', () => {
  it('a school is 退回 when all that came with its name was rejected, else 未报', () => {
    const opened = open()
    opened.receive({ path: 'returns/石门小学.xlsx', school: null, status: 'rejected' })
    expect(schoolRows(opened.collection).map((row) => row.state)).toEqual([
      'rejected',
      'missing',
      'missing',
      'missing',
    ])
    opened.receive({ path: 'returns/石门小学2.xlsx', school: 's1' })
    expect(schoolRows(opened.collection)[0]?.state).toBe('reported')
  })

  it('a cell tells where it stands, what else was sent, and what it moves', () => {
    const opened = open()
    opened.receive({
      path: 'old.xlsx',
      school: 's1',
      date: '2025-09-10',
      tables: { 表一: ['9', '4'] },
    })
    opened.receive({
      path: 'new.xlsx',
      school: 's1',
      date: '2025-09-12',
      tables: { 表一: ['10', '4'] },
    })
    opened.adopt('s1', '表一[01,1]', '11', 'number:10')
    const story = storyOf(opened.collection, 's1', '表一[01,1]', {
      value: '8',
      state: 'number',
    })
    expect(story).toMatchObject({
      returned: { value: '10' },
      adopted: { value: '11' },
      source: { path: 'new.xlsx', sheet: '表一', cell: 'C4', raw: '10' },
      lastYear: { value: '8', state: 'number' },
      goesTo: [
        { by: '乡镇', group: '石门镇', total: '11' },
        { by: null, group: null, total: '11' },
      ],
    })
    expect(story.versions.map((one) => [one.path, one.status, one.value])).toEqual([
      ['old.xlsx', 'superseded', '9'],
      ['new.xlsx', 'queried', '10'],
    ])
    expect(story.history.map((entry) => entry.reason)).toEqual(['电话核实'])
  })
})
