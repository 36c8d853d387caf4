import type { ColDef, GetRowIdParams, RowClickedEvent } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'
import { codeOf } from '../../shared/register.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { boardDimension, groupOf } from '../state/groups.ts'
import { useWords } from '../state/use-words.ts'
import type { Words } from '../words/zh.ts'
import { countColumn, reasonsColumn, receivedColumn } from './columns.ts'
import { schoolShown } from './filter.ts'
import { PlainList } from '../ui/plain-list.tsx'
import { said } from './said.ts'
import { StateChip } from '../ui/state-chip.tsx'

/** Every school of the register with its state, file and what is to be said about it. */
export function SchoolList({ schools }: { schools: SchoolRow[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const overview = useDeskState((state) => state.overview)
  const filter = useDeskState((state) => state.intake)
  const text = useDeskState((state) => state.intakeText)
  const picked = useDeskState((state) => state.intakePick)
  const by = overview ? boardDimension(overview) : ''
  const columns = useMemo(
    () => columnsFor(words, lang, by, (row) => (overview ? groupOf(row.school, by, overview) : '')),
    // Only the dimensions matter of the overview, and they are the same for the whole collection.
    // oxlint-disable-next-line react/exhaustive-deps
    [words, lang, by],
  )
  const rows = useMemo(
    () =>
      overview
        ? schools.filter((row) => schoolShown(row, filter, text, overview, by, said(row, lang)))
        : schools,
    [schools, filter, text, overview, by, lang],
  )
  return (
    <PlainList
      id="schools"
      rows={rows}
      all={schools.length}
      columns={columns}
      rowId={rowId}
      picked={picked && 'school' in picked ? picked.school : null}
      onPick={({ data }: RowClickedEvent<SchoolRow>) =>
        data && store.set({ intakePick: { school: data.school.id } })
      }
    />
  )
}

function rowId({ data }: GetRowIdParams<SchoolRow>): string {
  return data.school.id
}

function columnsFor(
  words: Words,
  lang: Lang,
  by: string,
  group: (row: SchoolRow) => string,
): ColDef<SchoolRow>[] {
  const { intake } = words
  return [
    {
      colId: 'state',
      headerName: intake.state,
      width: lang === 'en' ? 106 : 98,
      pinned: 'left',
      valueGetter: ({ data }) =>
        data ? (data.school.active ? schoolStateText(lang, data.state) : data.school.status) : '',
      cellRenderer: ({ data, value }: { data?: SchoolRow; value: string }) =>
        data && <StateChip state={data.school.active ? data.state : 'closed'} label={value} />,
    },
    {
      colId: 'name',
      headerName: intake.school,
      width: 190,
      pinned: 'left',
      valueGetter: ({ data }) => data?.school.name ?? '',
      tooltipValueGetter: ({ data }) => (data ? codeOf(data.school) : ''),
    },
    reasonsColumn(words, lang, 240),
    countColumn('unreadable', intake.unreadableCount, 78),
    countColumn('cleanings', intake.cleanings, 60),
    countColumn('adopted', intake.adoptedCount, 56),
    {
      colId: 'file',
      headerName: intake.file,
      width: 190,
      valueGetter: ({ data }) => data?.file?.path.split('/').at(-1) ?? '',
      tooltipValueGetter: ({ data }) => data?.file?.path ?? '',
    },
    receivedColumn(words, (row) => row.file?.receivedAt),
    {
      colId: 'group',
      headerName: by,
      width: 84,
      valueGetter: ({ data }) => (data ? group(data) : ''),
    },
  ]
}
