import type { ColDef } from 'ag-grid-community'
import type { RegisterView } from '../../shared/register.ts'
import type { RegisterRow } from './register-rows.ts'

/** The register's own columns under its own headings, behind `state`. */
export function registerColumns(
  { columns, roles }: RegisterView,
  state: ColDef<RegisterRow>,
): ColDef<RegisterRow>[] {
  return [
    state,
    ...columns.map((column): ColDef<RegisterRow> => ({
      // Headings may be anything, dots too, which would be taken for a path.
      colId: `a:${column}`,
      headerName: column,
      width: column === roles.name ? 220 : Math.max(84, column.length * 14 + 36),
      minWidth: column === roles.key ? 112 : 60,
      cellClass: 'figures',
      cellClassRules: {
        'register-lacks': ({ data }) =>
          column === roles.key && data !== undefined && data.notes.length > 0,
      },
      valueGetter: ({ data }) => data?.attributes[column] ?? '',
      tooltipValueGetter: ({ data }) => data?.attributes[column] ?? '',
    })),
  ]
}
