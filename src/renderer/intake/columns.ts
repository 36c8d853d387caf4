import type { ColDef } from 'ag-grid-community'
import type { Reason } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import { shortTime } from '../figures/show.ts'
import type { Words } from '../words/zh.ts'
import { said } from './said.ts'

/** What is said about a file or school; takes the room that the other columns leave. */
export function reasonsColumn<T extends { reasons: readonly Reason[] }>(
  { intake }: Words,
  lang: Lang,
  minWidth: number,
): ColDef<T> {
  return {
    colId: 'reasons',
    headerName: intake.reasons,
    flex: 1,
    minWidth,
    valueGetter: ({ data }) => (data ? said(data, lang) : ''),
    tooltipValueGetter: ({ value }) => String(value),
  }
}

/** How many there are of something; 0 is left out. */
export function countColumn<F extends string, T extends Record<F, number>>(
  field: F,
  headerName: string,
  width: number,
): ColDef<T> {
  return {
    colId: field,
    headerName,
    width,
    type: 'rightAligned',
    cellClass: 'figures ag-right-aligned-cell',
    valueGetter: ({ data }) => data?.[field] ?? 0,
    valueFormatter: ({ value }) => (value === 0 ? '' : String(value)),
  }
}

/** When the file came in. */
export function receivedColumn<T>(
  { intake }: Words,
  receivedAt: (row: T) => string | undefined,
): ColDef<T> {
  return {
    colId: 'received',
    headerName: intake.received,
    width: 104,
    cellClass: 'figures',
    valueGetter: ({ data }) => shortTime((data && receivedAt(data)) ?? ''),
  }
}
