import type { ColDef } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { PlainList } from '../ui/plain-list.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { useSchools } from '../state/catalog.ts'
import { useWords } from '../state/use-words.ts'

/** 名册: the register as it was read, every column under its own heading. */
export function RegisterTab(): ReactNode {
  const words = useWords()
  const schools = useSchools()
  const rows = schools.value
  const columns = useMemo<ColDef<SchoolRow>[]>(() => {
    const headings = [...new Set((rows ?? []).flatMap((row) => Object.keys(row.school.attributes)))]
    return headings.map((heading) => ({
      colId: `a:${heading}`,
      headerName: heading,
      width: heading.includes('名称') ? 220 : 124,
      cellClass: 'figures',
      valueGetter: ({ data }) => data?.school.attributes[heading] ?? '',
    }))
  }, [rows])
  if (!rows) return <StateNote error={schools.error} />
  if (rows.length === 0) return <p className="state-note">{words.setup.noRegister}</p>
  const active = rows.filter((row) => row.school.active).length
  return (
    <div className="register">
      <p className="hint">{words.setup.registerCount(rows.length, active)}</p>
      <PlainList
        rows={rows}
        all={rows.length}
        columns={columns}
        rowId={({ data }) => data.school.id}
        picked={null}
        onPick={ignore}
      />
    </div>
  )
}

/** The register is read-only here: a click picks nothing. */
function ignore(): void {}
