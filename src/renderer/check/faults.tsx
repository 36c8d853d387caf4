import type { ReactNode } from 'react'
import type { Fault, FaultKind } from '../../shared/faults.ts'
import { faultText } from '../../shared/words/faults.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { showRegister } from '../state/show-register.ts'
import { useWords } from '../state/use-words.ts'
import './faults.css'

/** What could not be used, each a sentence that leads to where it is mended. */
export function Faults({ faults }: { faults: Fault[] }): ReactNode {
  const desk = useDesk()
  const lang = useDeskState((state) => state.lang)
  const words = useWords().check
  if (faults.length === 0) return null
  return (
    <details className="faults" open={faults.length <= 3}>
      <summary>{words.faults(faults.length)}</summary>
      <ul>
        {faults.map((fault, at) => (
          <li key={`${fault.kind} ${fault.id} ${fault.code} ${String(at)}`}>
            <button type="button" onClick={() => goTo(desk, fault.kind)}>
              {faultText(lang, fault)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where a person mends it. */
function goTo(desk: Desk, kind: FaultKind): void {
  const { store } = desk
  const { consolidate } = store.get()
  switch (kind) {
    case 'rule':
    case 'settings':
      store.set({ step: 'setup', setupTab: 'rules', layer: null })
      break
    case 'register':
      showRegister(desk, { which: 'noted' })
      break
    case 'indicator':
    case 'external':
      store.set({ step: 'consolidate', consolidate: { ...consolidate, tab: 'indicators' } })
      break
    case 'prior':
      store.set({ step: 'consolidate', consolidate: { ...consolidate, tab: 'years' } })
      break
    case 'list':
      store.set({ step: 'data', layer: null })
      break
    case 'screening':
      store.set({ step: 'setup', setupTab: 'screening', layer: null })
      break
    case 'placeholder':
      store.set({ step: 'summary', layer: null })
  }
}
