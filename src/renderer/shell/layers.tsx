import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { DifferenceView } from '../intake/difference-view.tsx'
import { QueriesScreen } from '../check/queries-screen.tsx'
import { commandAt } from '../commands/command-list.ts'
import { closeLayer } from '../state/open.ts'
import { SentScreen } from '../sent/sent-screen.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'

/** What lies over the step's screen: a sheet as sent, the differences of a later return, the questions to the schools. Escape closes it. */
export function Layers(): ReactNode {
  const desk = useDesk()
  const layer = useDeskState((state) => state.layer)
  const open = layer !== null
  useEffect(() => {
    if (!open) return undefined
    const onKey = (event: KeyboardEvent): void => {
      // A list of choices or a dialog that is open takes the key for itself.
      if (event.defaultPrevented) return
      if (commandAt('layer', event) === 'close-layer') closeLayer(desk)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, desk])
  if (!layer) return null
  return (
    <div className="layer" tabIndex={-1}>
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
