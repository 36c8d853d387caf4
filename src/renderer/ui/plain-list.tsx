import type {
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GetRowIdFunc,
  RowClassParams,
  RowClickedEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { gridTheme, gridWords } from './ag.ts'
import { NonceContext } from './nonce.ts'
import { useRememberedGrid } from './remembered-grid.ts'
import { allOf } from '../state/intake-filter.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import './plain-list.css'

interface Props<T> {
  /** Which list, for what is remembered of it. */
  id: string
  rows: T[]
  /** How many there are without filter. */
  all: number
  columns: ColDef<T>[]
  rowId: GetRowIdFunc<T>
  /** Row id of the picked row. */
  picked: string | null
  onPick: (event: RowClickedEvent<T>) => void
}

/** A list of one line per row, sortable, that stays quick with thousands; a click or Enter picks. */
export function PlainList<T>(props: Props<T>): ReactNode {
  const nonce = useContext(NonceContext)
  const { store } = useDesk()
  const filter = useDeskState((state) => state.intake)
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const { picked, onPick } = props
  const remembered = useRememberedGrid(props.id)
  const defaults = useMemo<ColDef<T>>(
    () => ({ sortable: true, resizable: true, suppressMovable: true }),
    [],
  )
  const rowClassRules = useMemo(
    () => ({ 'row-picked': (params: RowClassParams<T>) => params.node.id === picked }),
    [picked],
  )
  const onKey = (event: CellKeyDownEvent<T> | FullWidthCellKeyDownEvent<T>): void => {
    if (event.event instanceof KeyboardEvent && event.event.key === 'Enter')
      onPick({ ...event, type: 'rowClicked' } as RowClickedEvent<T>)
  }
  return (
    <div className="plain-list">
      <div className="plain-list-grid">
        <AgGridReact<T>
          key={lang}
          theme={gridTheme}
          styleNonce={nonce}
          localeText={gridWords(lang)}
          rowData={props.rows}
          columnDefs={props.columns}
          defaultColDef={defaults}
          getRowId={props.rowId}
          rowClassRules={rowClassRules}
          onRowClicked={onPick}
          onCellKeyDown={onKey}
          tooltipShowDelay={600}
          suppressNoRowsOverlay
          animateRows={false}
          {...remembered}
        />
        {props.rows.length === 0 && (
          <p className="list-none">
            {words.intake.none}{' '}
            <button
              type="button"
              className="link"
              onClick={() =>
                store.set({
                  intakeText: '',
                  intake: allOf(filter.tab),
                })
              }
            >
              {words.intake.clear}
            </button>
          </p>
        )}
      </div>
      <p className="list-count figures">{words.intake.shown(props.rows.length, props.all)}</p>
    </div>
  )
}
