import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { NonceContext } from './ui/nonce.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Workbench } from './shell/workbench.tsx'
import { Start } from './start/start.tsx'
import { attempt, enter } from './state/actions.ts'
import { SessionProvider, useSessionState } from './state/context.tsx'
import { listen } from './state/poll.ts'
import { reportFault } from './state/report-fault.ts'
import type { Session } from './state/session.ts'
import { theme } from './theme.ts'

/** The whole interface over one session. */
export function App({ session, nonce }: { session: Session; nonce: string }): ReactNode {
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce } }),
    [nonce],
  )
  useEffect(() => {
    void attempt(session, () => session.api.about({})).then((about) => {
      session.store.set({ about })
      if (about?.open) enter(session, about.open)
    })
    return listen(session)
  }, [session])
  return (
    <RendererProvider renderer={renderer}>
      <NonceContext value={nonce}>
        <SessionProvider session={session}>
          <FluentProvider theme={theme}>
            <div className="app">
              <ErrorBoundary
                onFault={(error, components) =>
                  reportFault(session.api, 'screen', error, components)
                }
              >
                <Screen />
              </ErrorBoundary>
            </div>
          </FluentProvider>
        </SessionProvider>
      </NonceContext>
    </RendererProvider>
  )
}

function Screen(): ReactNode {
  const open = useSessionState((state) => state.overview !== null)
  return open ? <Workbench /> : <Start />
}
