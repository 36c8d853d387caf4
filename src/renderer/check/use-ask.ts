import { useCallback, useRef } from 'react'
import { useExport } from '../state/export.ts'
import { useDesk } from '../state/context.tsx'

/** 退回核实: writes the query workbooks of schools and hands them over. */
export function useAsk(): { ask: (schools: string[]) => void; busy: boolean } {
  const { api } = useDesk()
  const wanted = useRef<string[]>([])
  const { start, busy } = useExport(() => api.exportQueries({ schools: wanted.current }))
  const ask = useCallback(
    (schools: string[]) => {
      wanted.current = schools
      start()
    },
    [start],
  )
  return { ask, busy }
}
