import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import type { ReadContext } from '../../../src/core/ports.ts'
import { codes, context, COVER, read, taken } from '../intake/returned.ts'
import { grouped } from './grouped.ts'
import type { Drawn, Grouping, Lined } from './grouped.ts'

/** Groups and lines whose names come again in every group, as 男 and 女 do. */
const GROUPS = ['小学', '初中', '高中', '幼儿园']
const LINES = ['在校生', '寄宿生', '留守儿童', '随迁子女']
const HEADS = ['上年', '本年', '增加']
const LEAVES = ['男', '女', '合计']

interface Layout {
  groups: string[]
  lines: string[]
  heads: string[]
  leaves: string[]
}
const some = (words: string[], least = 2): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray(words, { minLength: least })
const layouts: fc.Arbitrary<Layout> = fc.record({
  groups: some(GROUPS),
  lines: some(LINES),
  heads: some(HEADS),
  leaves: some(LEAVES),
})
const cross = (groups: string[], labels: string[]): Lined[] =>
  groups.flatMap((group) => labels.map((label) => ({ group, label })))
const groupings = fc.constantFrom<Grouping>('merged', 'repeated', 'first')

interface Case {
  within: ReadContext
  drawn: Drawn
  truth: Record<string, string>
  figure: NonNullable<Drawn['figure']>
}

/** A form of the layout, filled in with a figure of its own in every cell. */
function caseOf({ groups, lines, heads, leaves }: Layout): Case {
  const rows = cross(groups, lines)
  const columns = cross(heads, leaves)
  const drawn: Drawn = { rows, columns, grouping: 'merged' }
  const within = context([grouped('情况', drawn)])
  const numberOf = (row: Lined, column: Lined): number => {
    const at = (all: Lined[], one: Lined): number =>
      all.findIndex(({ group, label }) => group === one.group && label === one.label)
    return 100 + at(rows, row) * columns.length + at(columns, column)
  }
  const truth: Record<string, string> = {}
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const address = `情况[${String(r + 1).padStart(2, '0')},${String(c + 1)}]`
      truth[address] = String(numberOf(row, column))
    })
  })
  return { within, drawn, truth, figure: (row, column) => String(numberOf(row, column)) }
}

const shuffled = <T>(list: readonly T[], order: readonly number[]): T[] =>
  [...list.entries()].sort(([a], [b]) => (order[a] ?? a) - (order[b] ?? b)).map(([, one]) => one)

const orders = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 })

/** What of a reading is not the figure that belongs there; blanks and open cells are said elsewhere. */
function wrong(sheets: SheetData[], { within, truth }: Case): string[] {
  const got = taken(read([COVER, ...sheets], within), within.forms)
  return Object.entries(got).flatMap(([item, value]) =>
    value === truth[item] || value.startsWith('<') ? [] : [`${item}: ${value}`],
  )
}

/** Everything that is not as the school meant it. */
function differences(sheets: SheetData[], one: Case): string[] {
  const reading = read([COVER, ...sheets], one.within)
  const got = taken(reading, one.within.forms)
  const items = Object.keys(one.truth).filter((item) => got[item] !== one.truth[item])
  return [...items.map((item) => `${item}: ${got[item] ?? 'nothing'}`), ...codes(reading)]
}

describe('a table of groups is read by the whole path of its labels', () => {
  it('as it stands', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const one = caseOf(layout)
        const sent = grouped('情况', { ...one.drawn, figure: one.figure })
        const reading = read([COVER, sent], one.within)
        expect(differences([sent], one)).toEqual([])
        expect([reading.status, ...reading.tables.map(({ aligned }) => aligned)]).toEqual([
          'accepted',
          'exact',
        ])
      }),
    )
  })

  it('with groups and lines in any order, merged, repeated or named once', () => {
    fc.assert(
      fc.property(
        layouts,
        groupings,
        fc.tuple(orders, orders, orders, orders),
        (layout, grouping, [g, l, h, v]) => {
          const one = caseOf(layout)
          const rows = shuffled(layout.groups, g).flatMap((group) =>
            cross([group], shuffled(layout.lines, l)),
          )
          const columns = shuffled(layout.heads, h).flatMap((group) =>
            cross([group], shuffled(layout.leaves, v)),
          )
          const sent = grouped('情况', { rows, columns, grouping, figure: one.figure })
          expect(differences([sent], one)).toEqual([])
        },
      ),
    )
  })

  it('without the groups that a school does not have, which are blank', () => {
    fc.assert(
      fc.property(layouts, groupings, fc.nat(3), (layout, grouping, at) => {
        const one = caseOf(layout)
        const gone = layout.groups[at % layout.groups.length] ?? ''
        const rows = one.drawn.rows.filter(({ group }) => group !== gone)
        const sent = grouped('情况', { ...one.drawn, rows, grouping, figure: one.figure })
        const reading = read([COVER, sent], one.within)
        expect([reading.status, codes(reading)]).toEqual(['accepted', []])
        expect(reading.layout.filter(({ kind }) => kind === 'row-missing').length).toBe(1)
        const got = taken(reading, one.within.forms)
        one.drawn.rows.forEach(({ group }, r) => {
          one.drawn.columns.forEach((_, c) => {
            const item = `情况[${String(r + 1).padStart(2, '0')},${String(c + 1)}]`
            expect(got[item]).toBe(group === gone ? '<blank>' : one.truth[item])
          })
        })
      }),
    )
  })

  it('parted over two sheets, by rows or by columns', () => {
    fc.assert(
      fc.property(layouts, fc.boolean(), (layout, byRows) => {
        const one = caseOf(layout)
        const { rows, columns } = one.drawn
        const groups = byRows ? layout.groups : layout.heads
        const cut = Math.ceil(groups.length / 2)
        const half = (first: boolean): Drawn => {
          const own = new Set(first ? groups.slice(0, cut) : groups.slice(cut))
          const keep = (lines: Lined[]): Lined[] => lines.filter(({ group }) => own.has(group))
          return {
            rows: byRows ? keep(rows) : rows,
            columns: byRows ? columns : keep(columns),
            grouping: 'merged',
            figure: one.figure,
          }
        }
        const sheets = [grouped('情况', half(true)), grouped('情况（续）', half(false))]
        expect(differences(sheets, one)).toEqual([])
      }),
    )
  })

  it('never by position: with the column of groups gone nothing is taken that could be another’s', () => {
    fc.assert(
      fc.property(layouts, groupings, orders, (layout, grouping, order) => {
        const one = caseOf(layout)
        const rows = shuffled(layout.groups, order).flatMap((group) => cross([group], layout.lines))
        const bare = { ...one.drawn, rows, grouping, figure: one.figure, bare: true }
        const sent = grouped('情况', bare)
        expect(wrong([sent], one)).toEqual([])
        expect(read([COVER, sent], one.within).status).not.toBe('accepted')
      }),
    )
  })
})
