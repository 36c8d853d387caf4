import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSchools } from '../state/catalog.ts'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { ExportDialog } from '../ui/export-dialog.tsx'

/** Blanks made out for the schools, to be sent out: a zip with a folder for each town. */
export function BlanksDialog(): ReactNode {
  const desk = useDesk()
  const words = useWords().forms.blanks
  const schools = useSchools()
  const [lastYear, setLastYear] = useState(true)
  const { start, busy } = useExport(() => desk.api.exportBlanks({ schools: null, lastYear }))
  const expected = schools.value?.filter(({ school }) => school.active).length ?? 0
  return (
    <ExportDialog
      words={{ ...words, choice: words.lastYear, choiceHint: words.lastYearHint }}
      about={expected === 0 ? words.nobody : words.about(expected)}
      chosen={lastYear}
      onChoose={setLastYear}
      busy={busy}
      nothing={expected === 0}
      onMake={start}
    />
  )
}
