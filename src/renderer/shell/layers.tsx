import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { DifferenceView } from '../intake/difference-view.tsx'
import { QueriesScreen } from '../reconcile/queries-screen.tsx'
import { commandAt } from '../commands/command-list.ts'
import { closeLayer } from '../state/open.ts'
import { SentScreen } from '../sent/sent-screen.tsx'
import { useSession, useSessionState } from '../state/context.tsx'

/** What lies over the step's screen: a sheet as sent, the differences of a later return, the questions to the schools. Escape closes it. */
export function Layers(): ReactNode {
  const session = useSession()
  const layer = useSessionState((state) => state.layer)
  const open = layer !== null
  useEffect(() => {
    if (!open) return undefined
    const onKey = (event: KeyboardEvent): void => {
      // A list of choices or a dialog that is open takes the key for itself.
      if (event.defaultPrevented) return
      if (commandAt('layer', event) === 'close-layer') closeLayer(session)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, session])
  if (!layer) return null
  return (
    <div className="layer">
      {layer.kind === 'sent' ? (
        <SentScreen
          key={`${layer.file} ${layer.sheet ?? ''} ${JSON.stringify(layer.at)}`}
          layer={layer}
        />
      ) : layer.kind === 'queries' ? (
        <QueriesScreen />
      ) : (
        <DifferenceView key={layer.file} file={layer.file} />
      )}
    </div>
  )
}
