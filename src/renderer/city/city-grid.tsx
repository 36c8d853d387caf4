import type { CellFocusedEvent, RowClassParams } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { GridData } from '../../shared/figures.ts'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { itemOf, newListContext } from '../grid/columns.ts'
import { listColumns } from '../grid/list-columns.ts'
import type { ListRow } from '../grid/row.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { gridTheme, gridWords } from '../ui/ag.ts'
import { NonceContext } from '../ui/nonce.ts'
import '../grid/data.css'

interface Props {
  form: Form
  rows: ListRow[]
  total: ListRow | null
  /** What the two columns of names are headed with. */
  by: string
  of: string
  /** What the last line is called; the city when absent. */
  totalName?: string
  onCell: (key: string, item: string) => void
}

/** A form of the city: its lines (counties, schools or groups) under the form's own headings. */
export function CityGrid(props: Props): ReactNode {
  const { form, rows, total, by, of, totalName, onCell } = props
  const all = useWords()
  const lang = useDeskState((state) => state.lang)
  const nonce = useContext(NonceContext)
  const words = useMemo(
    () => ({ ...all.data, school: of, county: totalName ?? all.city.total }),
    [all, of, totalName],
  )
  const [context] = useState(() => newListContext(words))
  const columns = useMemo(() => {
    const data: GridData = {
      revision: 0,
      form: form.id,
      basis: 'returned',
      by: '',
      opened: '',
      since: null,
      items: form.items.map((_, at) => at),
      rows: total === null ? rows : [...rows, total],
    }
    const all = listColumns({ form, data, by, onlyRow: null, basis: 'returned', words })
    return rows.some(({ group }) => group !== '') ? all : ungrouped(all, words.county)
  }, [form, rows, total, by, words])
  const pinned = useMemo(() => (total === null ? [] : [total]), [total])
  const focused = ({ api, column, rowIndex, rowPinned }: CellFocusedEvent<ListRow>): void => {
    const def = typeof column === 'object' ? column?.getColDef() : undefined
    const item = form.items[itemOf(def)?.item ?? -1]
    if (item === undefined || rowIndex === null) return
    const row = rowPinned ? pinned[0] : api.getDisplayedRowAtIndex(rowIndex)?.data
    if (row) onCell(row.key, itemAddress(form, item))
  }
  return (
    <div className="city-grid list-view">
      <AgGridReact<ListRow>
        theme={gridTheme}
        styleNonce={nonce}
        localeText={gridWords(lang)}
        context={context}
        rowData={rows}
        pinnedBottomRowData={pinned}
        columnDefs={columns}
        getRowId={({ data }) => data.id}
        rowClassRules={ROW_CLASSES}
        headerHeight={44}
        groupHeaderHeight={24}
        defaultColDef={{
          sortable: true,
          resizable: true,
          suppressMovable: true,
          suppressHeaderFilterButton: true,
        }}
        onCellFocused={focused}
        tooltipShowDelay={500}
        animateRows={false}
      />
    </div>
  )
}

/** Without the column of groups; the last line is then called by its name. */
function ungrouped(columns: Columns, total: string): Columns {
  const [, name, ...items] = columns
  return [
    {
      ...name,
      valueGetter: ({ data: row }) =>
        row?.level === 'county'
          ? `${total} ${String(row.schools)}/${String(row.expected)}`
          : (row?.name ?? ''),
    },
    ...items,
  ]
}

type Columns = ReturnType<typeof listColumns>

const ROW_CLASSES = {
  'row-county': ({ data }: RowClassParams<ListRow>) => data?.level === 'county',
}
