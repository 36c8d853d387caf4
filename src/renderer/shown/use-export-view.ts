import { useCallback } from 'react'
import { notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { wordsIn } from '../words/words-in.ts'
import { shownTables } from './shown-tables.ts'
import { bytesOf } from './size.ts'

/** So many bytes of cells a host takes at once. */
const MOST = 7_500_000

/** Writes the tables in sight as a workbook and hands it to the person. */
export function useExportView(): () => void {
  const desk = useDesk()
  const { startOther } = useExport()
  return useCallback(() => {
    const { lang } = desk.store.get()
    const tables = shownTables(desk)
    const [first] = tables
    if (first === undefined) return
    if (bytesOf(tables) > MOST) notify(desk, 'warning', wordsIn(lang).shown.tooLarge)
    else startOther(() => desk.api.exportShown({ tables, name: first.title, lang }))
  }, [desk, startOther])
}
