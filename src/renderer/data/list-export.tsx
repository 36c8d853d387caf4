import { useState } from 'react'
import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { ExportDialog } from '../ui/export-dialog.tsx'

/** Writes the workbook with its lists; only here identity numbers can be asked for whole. */
export function ListExport(): ReactNode {
  const desk = useDesk()
  const words = useWords().lists
  const [identities, setIdentities] = useState(false)
  const { start, busy } = useExport(() => {
    const { basis, lang } = desk.store.get()
    return desk.api.exportWorkbook({ basis, lang, identities })
  })
  return (
    <ExportDialog
      words={{
        open: words.export,
        title: words.exportTitle,
        choice: words.identities,
        choiceHint: words.identitiesHint,
        make: words.exportNow,
      }}
      about={words.exportHint}
      chosen={identities}
      onChoose={setIdentities}
      // Whole identity numbers are asked for each time anew.
      onOpenChange={() => setIdentities(false)}
      busy={busy}
      onMake={start}
    />
  )
}
