import type {
  CellClassParams,
  ColDef,
  Column,
  IDatasource,
  ValueGetterParams,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ListRowView, ListView } from '../../shared/lists.ts'
import type { Scope } from '../../shared/totals.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState, useRevision } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { gridTheme, gridWords } from '../ui/ag.ts'
import { NonceContext } from '../ui/nonce.ts'
import { ListCellDialog } from './list-cell-dialog.tsx'
import type { ListCell } from './list-cell-dialog.tsx'

/** Rows that are asked for at once while somebody scrolls. */
const BLOCK = 200

/** The rows of a list as a grid that asks for what comes into sight: ten thousand rows cost as little as ten. */
export function RosterGrid({ list, scope }: { list: ListView; scope: Scope }): ReactNode {
  const desk = useDesk()
  const words = useWords().lists
  const lang = useDeskState((state) => state.lang)
  const nonce = useContext(NonceContext)
  const revision = useRevision()
  const key = JSON.stringify(scope)
  const datasource = useMemo(
    () => ({ ...rowsFrom(desk, list.form, JSON.parse(key) as Scope), revision }),
    // After every change of the collection the rows are asked for again.
    [desk, list.form, key, revision],
  )
  const oneSchool = 'school' in scope
  const columns = useMemo(() => columnsOf(list, words, oneSchool), [list, words, oneSchool])
  const [edited, setEdited] = useState<ListCell | null>(null)
  const open = (row: ListRowView | undefined, column: Column | null): void => {
    const at = Number(column?.getColId())
    if (row !== undefined && list.columns[at] !== undefined) setEdited({ row, column: at })
  }
  return (
    <div className="roster-grid">
      <AgGridReact<ListRowView>
        theme={gridTheme}
        styleNonce={nonce}
        localeText={gridWords(lang)}
        rowModelType="infinite"
        cacheBlockSize={BLOCK}
        maxBlocksInCache={20}
        datasource={datasource}
        columnDefs={columns}
        defaultColDef={DEFAULTS}
        onCellDoubleClicked={({ data, column }) => open(data, column)}
        onCellKeyDown={({ data, event, ...rest }) => {
          const key = event instanceof KeyboardEvent ? event.key : ''
          if ('column' in rest && (key === 'Enter' || key === 'F2')) open(data, rest.column)
        }}
        overlayNoRowsTemplate={`<span class="hint">${words.none}</span>`}
      />
      {edited && <ListCellDialog list={list} cell={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

const DEFAULTS: ColDef<ListRowView> = { sortable: false, resizable: true, suppressMovable: true }

function rowsFrom(desk: Desk, form: string, scope: Scope): IDatasource {
  return {
    getRows(wanted) {
      const asked = { form, scope, from: wanted.startRow, to: wanted.endRow }
      void attempt(desk, () => desk.api.listRows(asked)).then((got) => {
        if (got === null) wanted.failCallback()
        else wanted.successCallback(got.rows, got.total)
      })
    },
  }
}

function columnsOf(
  list: ListView,
  words: ReturnType<typeof useWords>['lists'],
  oneSchool: boolean,
): ColDef<ListRowView>[] {
  const school: ColDef<ListRowView> = {
    colId: 'school',
    headerName: words.school,
    pinned: 'left',
    width: 190,
    valueGetter: ({ data }) => data?.schoolName ?? '',
  }
  const row: ColDef<ListRowView> = {
    colId: 'row',
    headerName: words.row,
    width: 64,
    cellClass: 'number',
    valueGetter: ({ data }) => data?.row ?? '',
  }
  return [
    ...(oneSchool ? [] : [school]),
    row,
    ...list.columns.map(({ heading, kind, identity }, at): ColDef<ListRowView> => ({
      colId: String(at),
      headerName: heading,
      width: identity ? 176 : Math.min(180, Math.max(78, heading.length * 15 + 24)),
      valueGetter: ({ data }: ValueGetterParams<ListRowView>) => data?.cells[at] ?? '',
      cellClass: kind === 'number' ? 'number' : '',
      cellClassRules: {
        'roster-unread': ({ data }: CellClassParams<ListRowView>) =>
          data?.unread.includes(at) === true,
        'roster-corrected': ({ data }: CellClassParams<ListRowView>) =>
          data?.corrected.some(({ column }) => column === at) === true,
      },
      tooltipValueGetter: ({ data }) => {
        const put = data?.corrected.find(({ column }) => column === at)
        if (put !== undefined) return words.corrected(put.returned || words.blank)
        return data?.unread.includes(at) === true ? words.unread : ''
      },
    })),
  ]
}
