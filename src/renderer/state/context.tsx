import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Desk, DeskState } from './desk.ts'
import { useStored } from './store.ts'

const DeskContext = createContext<Desk | null>(null)

export function DeskProvider(props: { desk: Desk; children: ReactNode }): ReactNode {
  return <DeskContext value={props.desk}>{props.children}</DeskContext>
}

/** The desk around this component. Throws when there is none: a mistake in the program. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('no desk around this component')
  return desk
}

/** One part of the shared state. */
export function useDeskState<S>(select: (state: DeskState) => S): S {
  return useStored(useDesk().store, select)
}

/** The open collection's revision: what loaded data depend on. */
export function useRevision(): number {
  return useDeskState((state) => state.overview?.revision ?? 0)
}
