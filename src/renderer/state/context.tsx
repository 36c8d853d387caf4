import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Session, SessionState } from './session.ts'
import { useStored } from './store.ts'

const SessionContext = createContext<Session | null>(null)

export function SessionProvider(props: { session: Session; children: ReactNode }): ReactNode {
  return <SessionContext value={props.session}>{props.children}</SessionContext>
}

/** The session around this component. Throws when there is none: a mistake in the program. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this component')
  return session
}

/** One part of the shared state. */
export function useSessionState<S>(select: (state: SessionState) => S): S {
  return useStored(useSession().store, select)
}

/** The open collection's revision: what loaded data depend on. */
export function useRevision(): number {
  return useSessionState((state) => state.overview?.revision ?? 0)
}
