import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { NonceContext } from './ui/nonce.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Workbench } from './shell/workbench.tsx'
import { CityBench } from './city/city-bench.tsx'
import { Start } from './start/start.tsx'
import { attempt, enter } from './state/actions.ts'
import { enterCity } from './state/city-actions.ts'
import { DeskProvider, useDeskState } from './state/context.tsx'
import { listen } from './state/poll.ts'
import { reportFault } from './state/report-fault.ts'
import type { Desk } from './state/desk.ts'
import { THEMES } from './theme.ts'

/** The whole interface over one desk. */
export function App({ desk, nonce }: { desk: Desk; nonce: string }): ReactNode {
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce } }),
    [nonce],
  )
  useEffect(() => {
    void attempt(desk, () => desk.api.about({})).then((about) => {
      desk.store.set({ about })
      if (about?.open) enter(desk, about.open)
    })
    void attempt(desk, () => desk.api.city({})).then((city) => {
      if (city) enterCity(desk, city)
    })
    return listen(desk)
  }, [desk])
  return (
    <RendererProvider renderer={renderer}>
      <NonceContext value={nonce}>
        <DeskProvider desk={desk}>
          <Themed>
            <div className="app">
              <ErrorBoundary
                onFault={(error, components) => reportFault(desk.api, 'screen', error, components)}
              >
                <Screen />
              </ErrorBoundary>
            </div>
          </Themed>
        </DeskProvider>
      </NonceContext>
    </RendererProvider>
  )
}

function Themed({ children }: { children: ReactNode }): ReactNode {
  const look = useDeskState((state) => state.look)
  return <FluentProvider theme={THEMES[look]}>{children}</FluentProvider>
}

function Screen(): ReactNode {
  const open = useDeskState((state) => state.overview !== null)
  const city = useDeskState((state) => state.city !== null)
  return open ? <Workbench /> : city ? <CityBench /> : <Start />
}
