import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community'
import type { ColDef, ColGroupDef } from 'ag-grid-community'

/**
 * The page that `bench -- browser` scrolls beside the workbench's list: AG Grid as it comes, with as many
 * rows, columns, headings and frozen columns, and nothing of ours. Bundled by the bench.
 */
interface Row {
  id: string
  values: string[]
}

const ROWS = 1_012
const GROUPS = 32
const INNER = 4
const LEAVES = 5

ModuleRegistry.registerModules([AllCommunityModule])

const box = document.getElementById('grid')
/** As wide as the list's columns are on the whole. */
const width = Number(box?.dataset['column'])

const columns = Array.from({ length: GROUPS }, (_, group): ColGroupDef<Row> => ({
  headerName: `第${group}类学生`,
  children: Array.from({ length: INNER }, (__, inner): ColGroupDef<Row> => ({
    headerName: `第${inner}组`,
    children: Array.from({ length: LEAVES }, (___, leaf): ColDef<Row> => {
      const at = (group * INNER + inner) * LEAVES + leaf
      return {
        colId: `i${at}`,
        headerName: `第${leaf}项`,
        width,
        cellClass: 'ag-right-aligned-cell',
        valueGetter: ({ data }) => data?.values[at],
      }
    }),
  })),
}))

const rows = Array.from({ length: ROWS }, (_, row): Row => ({
  id: `s:${row}`,
  values: Array.from({ length: GROUPS * INNER * LEAVES }, (__, at) =>
    String((row * 7_919 + at * 104_729) % 1_000),
  ),
}))

if (box)
  createGrid<Row>(box, {
    theme: themeQuartz.withParams({ fontSize: 13, spacing: 4, rowHeight: 27, headerHeight: 28 }),
    rowData: rows,
    pinnedBottomRowData: rows.slice(-1),
    columnDefs: [
      { colId: 'group', headerName: '乡镇', pinned: 'left', width: 86, valueGetter: () => '第1镇' },
      {
        colId: 'name',
        headerName: '学校',
        pinned: 'left',
        width: 184,
        valueGetter: ({ data }) => data?.id,
      },
      ...columns,
    ],
    getRowId: ({ data }) => data.id,
    groupHeaderHeight: 24,
    animateRows: false,
  })
