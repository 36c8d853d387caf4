import { useMemo } from 'react'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useExportView } from '../shown/use-export-view.ts'
import type { Doing } from './window-commands.ts'

/** What the window's commands work with, here. */
export function useDoing(): Doing & { exporting: boolean } {
  const desk = useDesk()
  const { start: exportWorkbook, busy: exporting } = useExport()
  const begin = useMemo(
    () => ({
      copy: () => desk.api.copyCollection({}),
      evidence: () => desk.api.exportEvidence({ lang: desk.store.get().lang }),
      results: () => desk.api.exportResults({ lang: desk.store.get().lang }),
    }),
    [desk],
  )
  const { start: saveCopy } = useExport(begin.copy)
  const { start: exportEvidence } = useExport(begin.evidence)
  const { start: exportResults } = useExport(begin.results)
  const exportView = useExportView()
  return useMemo(
    () => ({
      desk,
      exportView,
      exportWorkbook,
      exportEvidence,
      exportResults,
      saveCopy,
      exporting,
    }),
    [desk, exportView, exportWorkbook, exportEvidence, exportResults, saveCopy, exporting],
  )
}
