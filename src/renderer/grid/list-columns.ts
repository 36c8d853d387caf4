import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { GridData } from '../../shared/figures.ts'
import type { Basis, Form } from '../../shared/model.ts'
import { withSeparators } from '../../shared/separators.ts'
import type { Words } from '../words/zh.ts'
import { itemColumns, marksOf } from './columns.ts'
import { headingsOf } from './header-tree.ts'
import type { ListRow } from './row.ts'

/** The frozen columns of names and the form's items under their headings. */
export function listColumns(of: {
  form: Form
  data: GridData
  by: string
  onlyRow: number | null
  basis: Basis
  words: Words['data']
}): (ColDef<ListRow> | ColGroupDef<ListRow>)[] {
  const { form, data, words } = of
  // County totals are the longest figures; texts are measured in the schools' rows.
  const widest = (index: number): number =>
    Math.max(
      ...data.rows
        .slice(-1)
        .concat(data.rows.slice(0, 40))
        .map((row) => {
          const value = row.values[index] ?? ''
          return row.states[index] === STATE_LETTER.text
            ? value.length * 1.6
            : withSeparators(value).length
        }),
    )
  return [
    {
      colId: 'group',
      headerName: of.by,
      pinned: 'left',
      // The county's name for its total stands there too.
      width: Math.max(86, words.county.length * 7.8 + 18),
      lockPinned: true,
      cellClass: (params) => ['cell-group', ...marksOf(params)],
      filter: 'agTextColumnFilter',
      valueGetter: ({ data: row }) => (row?.level === 'county' ? words.county : (row?.group ?? '')),
    },
    {
      colId: 'name',
      headerName: words.school,
      pinned: 'left',
      width: 184,
      lockPinned: true,
      cellClass: (params) => ['cell-name', ...marksOf(params)],
      filter: 'agTextColumnFilter',
      valueGetter: ({ data: row }) => {
        if (!row) return ''
        if (row.level === 'school') return row.name
        const label = row.level === 'group' ? words.subtotal : ''
        return `${label} ${row.schools}/${row.expected}`.trim()
      },
    },
    ...itemColumns(form, headingsOf(form, data.items, of.onlyRow), of.basis === 'adopted', widest),
  ]
}
