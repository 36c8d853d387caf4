import { useCallback, useRef } from 'react'
import { useExport } from '../shell/export.ts'
import { useSession } from '../state/context.tsx'

/** 退回核实: writes the query workbooks of schools (null: all with anything unsettled) and hands them over. */
export function useAsk(): { ask: (schools: string[] | null) => void; busy: boolean } {
  const { api } = useSession()
  const wanted = useRef<string[] | null>(null)
  const { start, busy } = useExport(() => api.exportQueries({ schools: wanted.current }))
  const ask = useCallback(
    (schools: string[] | null) => {
      wanted.current = schools
      start()
    },
    [start],
  )
  return { ask, busy }
}
