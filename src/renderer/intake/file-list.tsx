import type { ColDef, GetRowIdParams, RowClickedEvent } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { FileRow, SchoolRow } from '../../shared/intake.ts'
import { statusText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'
import { useSchoolMap } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { boardDimension, groupOf } from '../state/groups.ts'
import { useWords } from '../state/use-words.ts'
import type { Words } from '../words/zh.ts'
import { countColumn, reasonsColumn, receivedColumn } from './columns.ts'
import { fileShown, isUnclaimed } from './filter.ts'
import { PlainList } from '../ui/plain-list.tsx'
import { said } from './said.ts'
import { StateChip } from '../ui/state-chip.tsx'

/** Every file that came in, with its verdict; those waiting for a school first. */
export function FileList({
  files,
  schools,
}: {
  files: FileRow[]
  schools: SchoolRow[]
}): ReactNode {
  const { store } = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const overview = useDeskState((state) => state.overview)
  const filter = useDeskState((state) => state.intake)
  const text = useDeskState((state) => state.intakeText)
  const picked = useDeskState((state) => state.intakePick)
  const byId = useSchoolMap(schools)
  const columns = useMemo(() => columnsFor(words, lang), [words, lang])
  const rows = useMemo(() => {
    const inGroup = (id: string): boolean => {
      const school = byId.get(id)?.school
      return (
        overview !== null &&
        school !== undefined &&
        groupOf(school, boardDimension(overview), overview) === filter.group
      )
    }
    return files
      .filter((file) => fileShown(file, filter, text, inGroup, said(file, lang)))
      .toSorted((a, b) => Number(isUnclaimed(b)) - Number(isUnclaimed(a)))
  }, [files, filter, text, byId, overview, lang])
  return (
    <PlainList
      id="files"
      rows={rows}
      all={files.length}
      columns={columns}
      rowId={rowId}
      picked={picked && 'file' in picked ? String(picked.file) : null}
      onPick={({ data }: RowClickedEvent<FileRow>) =>
        data && store.set({ intakePick: { file: data.id } })
      }
    />
  )
}

function rowId({ data }: GetRowIdParams<FileRow>): string {
  return String(data.id)
}

function columnsFor(words: Words, lang: Lang): ColDef<FileRow>[] {
  const { intake } = words
  return [
    {
      colId: 'status',
      headerName: intake.status,
      width: 106,
      pinned: 'left',
      valueGetter: ({ data }) => (data ? statusText(lang, data.status) : ''),
      cellRenderer: ({ data, value }: { data?: FileRow; value: string }) =>
        data && <StateChip state={data.status} label={value} />,
    },
    {
      colId: 'path',
      headerName: intake.file,
      width: 230,
      pinned: 'left',
      valueGetter: ({ data }) => data?.path.split('/').at(-1) ?? '',
      tooltipValueGetter: ({ data }) => data?.path ?? '',
    },
    {
      colId: 'school',
      headerName: intake.school,
      width: 150,
      valueGetter: ({ data }) =>
        data ? (data.schoolName ?? (isUnclaimed(data) ? intake.unclaimed : '')) : '',
      cellClassRules: { 'cell-unclaimed': ({ data }) => data !== undefined && isUnclaimed(data) },
    },
    reasonsColumn(words, lang, 220),
    countColumn('unreadable', intake.unreadableCount, 78),
    countColumn('cleanings', intake.cleanings, 60),
    receivedColumn(words, (file) => file.receivedAt),
  ]
}
