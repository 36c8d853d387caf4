import { STATE_LETTER } from '../../shared/state-letter.ts'
import type {
  CellMouseOverEvent,
  ColDef,
  ColGroupDef,
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  IRowNode,
  ModelUpdatedEvent,
  PostSortRowsParams,
  RowClassParams,
} from 'ag-grid-community'
import { memo, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { NonceContext } from '../ui/nonce.ts'
import { useDeskState } from '../state/context.tsx'
import type { RowFilter } from '../state/desk.ts'
import { gridTheme, gridWords } from '../ui/ag.ts'
import { PlainGrid } from '../ui/plain-grid.tsx'
import { useRememberedGrid } from '../ui/remembered-grid.ts'
import { tellOnCell } from './columns.ts'
import type { ListContext } from './columns.ts'
import type { ListEditing } from './list-editing.ts'
import type { Marking } from './marking.ts'
import { keepGroups } from './row.ts'
import type { ListRow } from './row.ts'

interface Props {
  /** Called with the grid once it stands, and with null before it goes. */
  onApi: (api: GridApi<ListRow> | null) => void
  context: ListContext
  rows: ListRow[]
  county: ListRow | null
  columns: (ColDef<ListRow> | ColGroupDef<ListRow>)[]
  headerHeight: number
  marking: Marking
  editing: ListEditing
  /** Schools shown under a filter; null without one. */
  onShown: (count: number | null) => void
  /** Which table, for what is remembered of it. */
  id: string
}

/**
 * The grid itself. Drawn again only when its rows or columns change: every option that is made
 * anew lets the grid throw its rows away, and with them the keyboard's place.
 */
export const ListGrid = memo(function ListGrid(props: Props): ReactNode {
  const { onApi, context, county, marking, editing, onShown } = props
  const nonce = useContext(NonceContext)
  const lang = useDeskState((state) => state.lang)
  const remembered = useRememberedGrid(`list ${props.id}`)
  const pinned = useMemo(() => (county ? [county] : []), [county])
  const hooks = useMemo(
    () => ({
      onGridReady: (event: GridReadyEvent<ListRow>) => onApi(event.api),
      onGridPreDestroyed: () => onApi(null),
      onModelUpdated: ({ api }: ModelUpdatedEvent<ListRow>) => {
        const filtered = context.rowFilter !== 'all' || api.isColumnFilterPresent()
        onShown(filtered ? shownSchools(api) : null)
        marking.recount()
      },
      onCellMouseOver: (event: CellMouseOverEvent<ListRow>) => {
        tellOnCell(event)
        marking.onMouseOver(event)
      },
      isExternalFilterPresent: () => context.rowFilter !== 'all',
      doesExternalFilterPass: (node: IRowNode<ListRow>) => passes(node.data, context.rowFilter),
    }),
    [onApi, context, onShown, marking],
  )
  return (
    <PlainGrid<ListRow>
      theme={gridTheme}
      styleNonce={nonce}
      localeText={gridWords(lang)}
      context={context}
      rowData={props.rows}
      pinnedBottomRowData={pinned}
      columnDefs={props.columns}
      defaultColDef={editing.defaults}
      getRowId={rowId}
      rowClassRules={ROW_CLASSES}
      headerHeight={props.headerHeight}
      groupHeaderHeight={24}
      readOnlyEdit
      onCellEditRequest={editing.onEdit}
      onCellKeyDown={editing.onKey}
      onCellDoubleClicked={editing.onDoubleClick}
      enterNavigatesVerticallyAfterEdit
      stopEditingWhenCellsLoseFocus
      enterNavigatesVertically
      postSortRows={sortWithinGroups}
      onSortChanged={marking.clear}
      onFilterChanged={marking.clear}
      onCellFocused={marking.onFocus}
      onCellMouseDown={marking.onMouseDown}
      onDisplayedColumnsChanged={marking.onColumns}
      tooltipShowDelay={500}
      animateRows={false}
      suppressNoRowsOverlay
      {...remembered}
      {...hooks}
    />
  )
})

const ROW_CLASSES = {
  'row-group': ({ data }: RowClassParams<ListRow>) => data?.level === 'group',
  'row-county': ({ data }: RowClassParams<ListRow>) => data?.level === 'county',
}

function rowId({ data }: GetRowIdParams<ListRow>): string {
  return data.id
}

function shownSchools(api: GridApi<ListRow>): number {
  let count = 0
  api.forEachNodeAfterFilter((node) => {
    if (node.data?.level === 'school') count += 1
  })
  return count
}

/** A sort orders schools within their towns; towns stay in the order of the data. */
function sortWithinGroups({ nodes, api }: PostSortRowsParams<ListRow>): void {
  const groups: string[] = []
  api.forEachNode((node) => {
    if (node.data?.level === 'group') groups.push(node.data.key)
  })
  const sorted = nodes.map((node) => ({
    node,
    level: node.data?.level ?? 'school',
    group: node.data?.group ?? '',
  }))
  keepGroups(sorted, groups).forEach(({ node }, index) => {
    nodes[index] = node
  })
}

/** Under a filter only schools are shown: a subtotal beside part of its schools would mislead. */
function passes(row: ListRow | undefined, filter: RowFilter): boolean {
  if (!row || row.level !== 'school') return false
  if (filter === 'unreadable') return row.states.includes(STATE_LETTER.unreadable)
  if (filter === 'adopted') return row.adopted.length > 0
  if (filter === 'missing') return row.schools === 0
  return true
}
