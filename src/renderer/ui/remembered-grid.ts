import type { GridState, StateUpdatedEvent } from 'ag-grid-community'
import { useMemo } from 'react'

/** Kept over days: how a table is laid out. */
const LAYOUT = ['columnSizing', 'columnPinning'] as const
/** Kept as long as the window is there: filters hold names and figures, which do not stay on the machine. */
const VIEW = ['sort', 'filter', 'scroll'] as const

/** What a grid takes and tells so that it looks again as it was left. */
export interface RememberedGrid {
  initialState: GridState
  onStateUpdated: (event: StateUpdatedEvent) => void
}

/**
 * Remembers widths and frozen columns of a table for good, sorting, filters and place until the
 * window is closed.
 *
 * @param id which table; another id is remembered apart
 */
export function useRememberedGrid(id: string): RememberedGrid {
  return useMemo(() => {
    const layout = `huishu-layout ${id}`
    const view = `huishu-view ${id}`
    return {
      initialState: {
        ...read(localStorage, layout),
        ...read(sessionStorage, view),
        partialColumnState: true,
      },
      onStateUpdated({ state, sources }) {
        if (sources.includes('gridInitializing')) return
        if (LAYOUT.some((one) => sources.includes(one))) write(localStorage, layout, state, LAYOUT)
        if (VIEW.some((one) => sources.includes(one))) write(sessionStorage, view, state, VIEW)
      },
    }
  }, [id])
}

function read(storage: Storage, key: string): GridState {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

function write(
  storage: Storage,
  key: string,
  state: GridState,
  fields: readonly (keyof GridState)[],
): void {
  const kept = Object.fromEntries(fields.map((field) => [field, state[field]]))
  try {
    storage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full store forgets how a table was laid out, nothing more.
  }
}
