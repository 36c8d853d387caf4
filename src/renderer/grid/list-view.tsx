import type { CellEditRequestEvent, GridApi, IRowNode } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/api.ts'
import type { Form } from '../../shared/model.ts'
import { errorText } from '../../shared/words/say.ts'
import { NonceContext } from '../shell/nonce.ts'
import { useSchoolMap } from '../state/catalog.ts'
import { useRevision, useSession, useSessionState } from '../state/context.tsx'
import { useLoaded } from '../state/loaded.ts'
import { useWords } from '../words/use-words.ts'
import { gridTheme, gridWords } from './ag.ts'
import { columnId, newListContext } from './columns.ts'
import { listColumns } from './list-columns.ts'
import { useListEditing } from './list-editing.ts'
import { useMarking } from './marking.ts'
import { keepGroups, listRows } from './row.ts'
import type { ListRow } from './row.ts'
import { useGoTo } from './go-to.ts'

/** 清单: schools × items with town subtotals and the county's total at the foot. */
export function ListView({ form, schools }: { form: Form; schools: SchoolRow[] }): ReactNode {
  const { api, store } = useSession()
  const nonce = useContext(NonceContext)
  const words = useWords()
  const lang = useSessionState((state) => state.lang)
  const basis = useSessionState((state) => state.basis)
  const by = useSessionState((state) => state.by)
  const onlyRow = useSessionState((state) => state.onlyRow)
  const rowFilter = useSessionState((state) => state.rowFilter)
  const request = useSessionState((state) => state.request)
  const revision = useRevision()
  const subject = `${form.id} ${basis} ${by}`
  const loaded = useLoaded(
    `${subject} ${revision}`,
    () => api.grid({ form: form.id, basis, by }),
    subject,
  )
  const byId = useSchoolMap(schools)
  const data = loaded.value
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
  const [context] = useState(() => newListContext(words.data))
  const marking = useMarking(grid, context, form)
  const editing = useListEditing(grid, marking, form, words.data)
  const [shown, setShown] = useState<number | null>(null)
  useGoTo(grid, form, rows)

  useEffect(() => {
    context.say(words.data)
    context.await(
      new Map(
        (request?.changes ?? []).flatMap((change) => {
          const item = editing.itemIndex(change.item)
          return item < 0 || change.value === null
            ? []
            : [[`${change.school}|${columnId(item)}`, change.value] as const]
        }),
      ),
    )
    grid.current?.refreshCells({ force: true, suppressFlash: true })
  }, [request, rows, context, editing, words])
  useEffect(() => {
    grid.current?.onFilterChanged()
    const first = rowFilter === 'unreadable' ? firstUnreadable(rows) : -1
    const item = data?.items[first]
    if (item !== undefined) grid.current?.ensureColumnVisible(columnId(item), 'middle')
    // The place is found once for each choice, not again with every change of figures.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rowFilter, data === null])
  useEffect(() => () => store.set({ facts: null }), [store])
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
  const groups = useMemo(
    () => rows.filter((row) => row.level === 'group').map((row) => row.key),
    [rows],
  )
  const countShown = (): void => {
    let count = 0
    grid.current?.forEachNodeAfterFilter((node) => {
      if (node.data?.level === 'school') count += 1
    })
    const filtered = rowFilter !== 'all' || grid.current?.isColumnFilterPresent() === true
    setShown(filtered ? count : null)
  }
  if (loaded.error && !data)
    return (
      <p className="state-note" role="alert">
        {words.app.failed}
        {words.app.colon}
        {errorText(lang, loaded.error)}
      </p>
    )
  if (!data) return <p className="state-note">{words.data.loading}</p>
  if (data.items.length === 0) return <p className="state-note">{words.data.empty}</p>
  return (
    <div
      className="list-view"
      role="presentation"
      onCopy={editing.onCopy}
      onPaste={editing.onPaste}
      onMouseUp={marking.onMouseUp}
    >
      <AgGridReact<ListRow>
        key={`${lang} ${form.id}`}
        theme={gridTheme}
        styleNonce={nonce}
        localeText={gridWords(lang)}
        context={context}
        rowData={rows}
        {...(county ? { pinnedBottomRowData: [county] } : {})}
        columnDefs={columns}
        defaultColDef={editing.defaults}
        getRowId={({ data: row }) => row.id}
        rowClassRules={ROW_CLASSES}
        headerHeight={headerHeight}
        groupHeaderHeight={24}
        readOnlyEdit
        onCellEditRequest={(event: CellEditRequestEvent<ListRow>) => editing.onEdit(event)}
        onCellKeyDown={editing.onKey}
        onCellDoubleClicked={editing.onDoubleClick}
        enterNavigatesVerticallyAfterEdit
        enterNavigatesVertically
        onGridReady={(event) => {
          grid.current = event.api
        }}
        onGridPreDestroyed={() => {
          grid.current = null
        }}
        onModelUpdated={countShown}
        isExternalFilterPresent={() => rowFilter !== 'all'}
        doesExternalFilterPass={(node: IRowNode<ListRow>) => passes(node.data, rowFilter)}
        postSortRows={({ nodes }) => {
          const sorted = nodes.map((node) => ({
            node,
            level: node.data?.level ?? 'school',
            group: node.data?.group ?? '',
          }))
          keepGroups(sorted, groups).forEach(({ node }, index) => {
            nodes[index] = node
          })
        }}
        onCellFocused={marking.onFocus}
        onCellMouseDown={marking.onMouseDown}
        onCellMouseOver={marking.onMouseOver}
        onDisplayedColumnsChanged={marking.onColumns}
        tooltipShowDelay={500}
        animateRows={false}
        suppressNoRowsOverlay
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

const ROW_CLASSES = {
  'row-group': ({ data }: { data: ListRow | undefined }) => data?.level === 'group',
  'row-county': ({ data }: { data: ListRow | undefined }) => data?.level === 'county',
}

/** Place in the values of the leftmost item that some school's cell of cannot be read; -1 when there is none. */
function firstUnreadable(rows: readonly ListRow[]): number {
  const places = rows.map((row) => row.states.indexOf('u')).filter((place) => place >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}

/** Under a filter only schools are shown: a subtotal beside part of its schools would mislead. */
function passes(row: ListRow | undefined, filter: string): boolean {
  if (!row || row.level !== 'school') return false
  if (filter === 'unreadable') return row.states.includes('u')
  if (filter === 'adopted') return row.adopted.length > 0
  if (filter === 'missing') return row.schools === 0
  return true
}
