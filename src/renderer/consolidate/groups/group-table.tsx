import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PivotCell, PivotView } from '../../../shared/consolidate.ts'
import type { GroupPlace, PivotShow } from '../../state/consolidate-view.ts'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { cellText, schoolsText } from './cell-text.ts'
import { nextSort, sortedRows } from './sort-rows.ts'
import type { Sort } from './sort-rows.ts'

interface Props {
  view: PivotView
  show: PivotShow
  /** The number whose schools are listed. */
  place: GroupPlace | null
  onPlace: (place: GroupPlace) => void
}

/** Shown side by side where there is one column of figures only. */
const ALL_SHOWS: PivotShow[] = ['value', 'all', 'before', 'change', 'growth']

/** What stands on last year. */
const COMPARED: ReadonlySet<PivotShow> = new Set<PivotShow>(['before', 'change', 'growth'])

/** Where it is said that this year's returns are not all in: what compares them with last year's. */
const MARKED: ReadonlySet<PivotShow> = new Set<PivotShow>(['change', 'growth'])

/** The table itself: every number leads to its schools, every heading sorts. */
export function GroupTable(props: Props): ReactNode {
  const { view, show } = props
  const words = useWords()
  const periods = usePeriods()
  const [sort, setSort] = useState<Sort | null>(null)
  const single = view.columns.keys.length === 0
  const shows = ALL_SHOWS.filter(
    (one) =>
      (view.hasLastYear || one === 'value' || one === 'all') && (view.additive || one !== 'all'),
  )
  const heads: { column: number; show: PivotShow; text: string }[] = single
    ? shows.map((one) => ({
        column: 0,
        show: one,
        text:
          one === 'value' ? periods.now : one === 'before' ? periods.last : words.groups.show[one],
      }))
    : [...view.columns.keys.map((key) => key.join(' · ')), words.groups.total].map(
        (text, column) => ({ column, show, text }),
      )
  const lines = [...sortedRows(view, sort), view.rows.keys.length]
  return (
    <div className="group-table-box">
      <table className="group-table figures">
        <thead>
          <tr>
            {view.rows.dimensions.map((name) => (
              <th key={name} scope="col" className="group-name">
                {name}
              </th>
            ))}
            {view.rows.dimensions.length === 0 && (
              <th scope="col" className="group-name">
                {words.groups.rows}
              </th>
            )}
            {heads.map((head) => (
              <th key={`${head.column} ${head.show}`} scope="col" aria-sort={sortState(sort, head)}>
                <button
                  type="button"
                  title={words.groups.sort(head.text)}
                  onClick={() => setSort(nextSort(sort, head.column, head.show))}
                >
                  {head.text}
                  <span aria-hidden="true">{arrow(sort, head)}</span>
                </button>
              </th>
            ))}
            {single && (
              <th scope="col" title={words.groups.schoolsHint}>
                {words.groups.schools}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((row) => (
            <Row key={row} {...props} row={row} heads={heads} single={single} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Head = { column: number; show: PivotShow }

function sortState(sort: Sort | null, head: Head): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== head.column || sort.show !== head.show) return 'none'
  return sort.down ? 'descending' : 'ascending'
}

function arrow(sort: Sort | null, head: Head): string {
  const state = sortState(sort, head)
  return state === 'none' ? '' : state === 'descending' ? ' ↓' : ' ↑'
}

function Row(props: Props & { row: number; heads: Head[]; single: boolean }): ReactNode {
  const { view, row, heads, single, place, onPlace } = props
  const words = useWords()
  const periods = usePeriods()
  const total = row === view.rows.keys.length
  const key = view.rows.keys[row] ?? []
  const cells = view.cells[row] ?? []
  return (
    <tr className={total ? 'group-total' : ''}>
      {total ? (
        <th scope="row" className="group-name" colSpan={Math.max(1, view.rows.dimensions.length)}>
          {words.groups.total}
        </th>
      ) : (
        key.map((group, i) => (
          <th key={view.rows.dimensions[i]} scope="row" className="group-name">
            {group}
          </th>
        ))
      )}
      {heads.map(({ column, show }) => {
        const cell = cells[column]
        if (cell === undefined) return null
        const own = placeOf(view, row, column)
        const on = place !== null && JSON.stringify(place) === JSON.stringify(own)
        return (
          <td
            key={`${column} ${show}`}
            className={classOf(cell, show, on && (!single || show === 'value'))}
            title={tip(words.consolidate, cell)}
          >
            <button type="button" onClick={() => onPlace(own)}>
              {view.lacksLastYear && COMPARED.has(show) ? periods.lacking : cellText(cell, show)}
              {MARKED.has(show) && cellText(cell, show) !== '—' && view.hasLastYear && (
                <MissingMark schools={cell.missing} />
              )}
            </button>
          </td>
        )
      })}
      {single && cells[0] !== undefined && (
        <td
          className={cells[0].reported < cells[0].expected ? 'group-partial' : ''}
          title={tip(words.consolidate, cells[0])}
        >
          {schoolsText(cells[0])}
        </td>
      )}
    </tr>
  )
}

/** Which schools stand behind a number. */
function placeOf(view: PivotView, row: number, column: number): GroupPlace {
  const of = (axis: PivotView['rows'], at: number): GroupPlace =>
    (axis.keys[at] ?? []).map((group, i) => ({ dimension: axis.dimensions[i] ?? '', group }))
  return [...of(view.rows, row), ...of(view.columns, column)]
}

function classOf(cell: PivotCell, show: PivotShow, on: boolean): string {
  const partial = cell.reported < cell.expected && (show === 'value' || show === 'change')
  return [on ? 'group-picked' : '', partial ? 'group-partial' : ''].join(' ').trim()
}

function tip(
  words: { coverage: (n: number, m: number) => string; points: (k: number) => string },
  { reported, expected, uncounted }: PivotCell,
): string {
  const said = words.coverage(reported, expected)
  return uncounted > 0 ? `${said}\n${words.points(uncounted)}` : said
}
