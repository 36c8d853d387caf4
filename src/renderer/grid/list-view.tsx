import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useSchoolMap } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useShownEdits } from '../state/use-shown-edits.ts'
import { useWords } from '../state/use-words.ts'
import { columnId, newListContext } from './columns.ts'
import { ListGrid } from './list-grid.tsx'
import { listColumns } from './list-columns.ts'
import { useListEditing } from './list-editing.ts'
import { useMarking } from './marking.ts'
import { redrawRows } from './redraw.ts'
import { listRows } from './row.ts'
import type { ListRow } from './row.ts'
import { useGoTo } from './go-to.ts'
import { useFillHandle } from './fill-handle.ts'
import { useListMenus } from './list-menus.tsx'
import { ListChart } from './list-chart.tsx'
import { ListReplace } from './list-replace.tsx'

/** 清单: schools × items with town subtotals and the county's total at the foot. */
export function ListView({ form, schools }: { form: Form; schools: SchoolRow[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const basis = useDeskState((state) => state.basis)
  const by = useDeskState((state) => state.by)
  const onlyRow = useDeskState((state) => state.onlyRow)
  const rowFilter = useDeskState((state) => state.rowFilter)
  const request = useDeskState((state) => state.request)
  const pending = useDeskState((state) => state.pending)
  const loaded = useCall('grid', { form: form.id, basis, by })
  const byId = useSchoolMap(schools)
  const data = loaded.value
  const asks = request?.changes
  const edits = useShownEdits(
    useMemo(() => [...pending, ...(asks ?? [])], [pending, asks]),
    loaded.loading,
  )
  const { rows, county } = useMemo(
    () => (data ? listRows(data, byId) : { rows: [], county: null }),
    [data, byId],
  )
  const columns = useMemo(
    () => (data ? listColumns({ form, data, by, onlyRow, basis, words: words.data }) : []),
    // The columns follow the form and the choices; a fresh revision changes figures only.
    // oxlint-disable-next-line react/exhaustive-deps
    [form, data?.items.length, by, onlyRow, basis, words],
  )
  const grid = useRef<GridApi<ListRow> | null>(null)
  const takeGrid = useCallback((next: GridApi<ListRow> | null) => {
    grid.current = next
  }, [])
  const [context] = useState(() => newListContext(words.data))
  const marking = useMarking(grid, context, form)
  const [replacing, setReplacing] = useState(false)
  const [charting, setCharting] = useState(false)
  const openMenu = useRef(() => {})
  const hands = useMemo(
    () => ({
      menu: () => openMenu.current(),
      replace: () => setReplacing(true),
      chart: () => setCharting(true),
    }),
    [],
  )
  const schoolsNow = useRef(schools)
  useEffect(() => {
    schoolsNow.current = schools
  }, [schools])
  const editing = useListEditing(grid, marking, form, schoolsNow, words, hands)
  const onHandle = useFillHandle(grid, context, marking, editing)
  const menus = useListMenus({
    grid,
    context,
    form,
    marking,
    editing,
    onReplace: hands.replace,
    onChart: hands.chart,
  })
  useEffect(() => {
    openMenu.current = menus.openAtFocus
  })
  const [shown, setShown] = useState<number | null>(null)
  useGoTo(grid, form, rows)

  const drawn = useRef<ReadonlySet<ListRow | null>>(new Set())
  useEffect(() => {
    const before = { words: context.words, pending: context.pending, rows: drawn.current }
    context.say(words.data)
    const waiting = (basis === 'adopted' ? edits : []).flatMap((change) => {
      const item = editing.itemIndex(change.item)
      return item < 0 || change.value === null
        ? []
        : [[`${change.school}|${columnId(item)}`, change.value] as const]
    })
    context.await(new Map(waiting))
    drawn.current = new Set([...rows, county])
    const waits = new Set([...before.pending.keys(), ...context.pending.keys()].map(schoolOf))
    if (grid.current)
      redrawRows(grid.current, ({ data }) =>
        data === undefined
          ? false
          : before.words !== words.data || !before.rows.has(data) || waits.has(data.key),
      )
    marking.recount()
  }, [edits, basis, rows, county, context, editing, marking, words])
  const notes = useCall('comments', {}).value
  useEffect(() => {
    const before = context.noted
    const noted = new Set(
      (notes ?? []).flatMap(({ school, item }) =>
        item === null ? [] : [`${school}|${columnId(editing.itemIndex(item))}`],
      ),
    )
    context.note(noted)
    const moved = new Set([...before, ...noted].map(schoolOf))
    if (grid.current && moved.size > 0)
      redrawRows(grid.current, ({ data }) => data !== undefined && moved.has(data.key))
  }, [notes, context, editing])
  useEffect(() => {
    context.filter(rowFilter)
    grid.current?.onFilterChanged()
    const first = rowFilter === 'unreadable' ? firstUnreadable(rows) : -1
    const item = data?.items[first]
    if (item !== undefined) grid.current?.ensureColumnVisible(columnId(item), 'middle')
    // The place is found once for each choice, not again with every change of figures.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rowFilter, context, data === null])
  useEffect(() => () => store.set({ facts: null }), [store])
  useEffect(() => marking.clear(), [by, onlyRow, marking])
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current && request === null) marking.refocus()
    asked.current = request !== null
  }, [request, marking])

  // Two lines of heading and the code under them; one where every heading is short.
  const headerHeight = useMemo(
    () =>
      form.columns.length === 1 || form.columns.some((one) => (one.path.at(-1) ?? '').length > 6)
        ? 58
        : 42,
    [form],
  )
  if (!data) return <StateNote error={loaded.error} loading={words.data.loading} />
  if (data.items.length === 0) return <p className="state-note">{words.data.empty}</p>
  return (
    <div
      className="list-view"
      role="presentation"
      onCopy={editing.onCopy}
      onCut={editing.onCut}
      onPaste={editing.onPaste}
      onMouseUp={marking.onMouseUp}
      onMouseDownCapture={(event) => onHandle(event) || menus.onMouseDown(event)}
      onClickCapture={menus.onClick}
      onContextMenu={menus.onContextMenu}
    >
      {menus.menu}
      {replacing && (
        <ListReplace
          grid={grid}
          marking={marking}
          editing={editing}
          onClose={() => {
            setReplacing(false)
            marking.refocus()
          }}
        />
      )}
      {charting && (
        <ListChart
          grid={grid}
          marking={marking}
          form={form}
          onClose={() => {
            setCharting(false)
            marking.refocus()
          }}
        />
      )}
      <ListGrid
        key={`${lang} ${form.id}`}
        onApi={takeGrid}
        context={context}
        rows={rows}
        county={county}
        columns={columns}
        headerHeight={headerHeight}
        marking={marking}
        editing={editing}
        onShown={setShown}
        id={form.id}
      />
      {shown !== null && (
        <p className="list-count figures">
          {words.data.shown(shown, rows.filter((row) => row.level === 'school').length)}
          <button
            type="button"
            className="link"
            onClick={() => {
              grid.current?.setFilterModel(null)
              editing.clearRowFilter()
            }}
          >
            {words.data.clearFilters}
          </button>
        </p>
      )}
    </div>
  )
}

/** The school of a `school|column id`. */
const schoolOf = (key: string): string => key.slice(0, key.lastIndexOf('|'))

/** Place in the values of the leftmost item that some school's cell of cannot be read; -1 when there is none. */
function firstUnreadable(rows: readonly ListRow[]): number {
  const places = rows
    .map((row) => row.states.indexOf(STATE_LETTER.unreadable))
    .filter((place) => place >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}
