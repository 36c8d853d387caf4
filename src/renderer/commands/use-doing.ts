import { useMemo } from 'react'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import type { Doing } from './window-commands.ts'

/** What the window's commands work with, here. */
export function useDoing(): Doing & { exporting: boolean } {
  const desk = useDesk()
  const { start: exportWorkbook, busy: exporting } = useExport()
  const copy = useMemo(() => () => desk.api.copyCollection({}), [desk])
  const { start: saveCopy } = useExport(copy)
  return useMemo(
    () => ({ desk, exportWorkbook, saveCopy, exporting }),
    [desk, exportWorkbook, saveCopy, exporting],
  )
}
