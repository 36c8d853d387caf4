import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CollectionRef } from '../../shared/collections.ts'
import type { Wholeness } from '../../shared/repair.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { wholenessLines } from '../../shared/words/wholeness.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Whether a collection that could not be opened for this reason may hold something that can be saved. */
export const isBroken = (code: ErrorCode): boolean =>
  code === 'damaged-collection' || code === 'altered-collection'

interface Props {
  grant: string
  /** Why it cannot be opened. */
  said: string
  onOpen: (grant: string) => void
}

/** A collection that cannot be opened: what is whole of it can be saved into a new one. */
export function Broken({ grant, said, onOpen }: Props): ReactNode {
  const desk = useDesk()
  const words = useWords().start
  const lang = useDeskState((state) => state.lang)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<{ made: CollectionRef; found: Wholeness } | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    setSaved(await attempt(desk, () => desk.api.repairCollection({ grant })))
    setBusy(false)
  }
  return (
    <section className="start-broken" role="alert">
      <h2>{words.brokenTitle}</h2>
      <p>{said}</p>
      {saved === null ? (
        <p className="start-broken-doing">
          <Button appearance="primary" disabled={busy} onClick={() => void save()}>
            {words.save}
          </Button>
          {busy ? <Spinner size="tiny" /> : <span className="hint">{words.saveHint}</span>}
        </p>
      ) : (
        <>
          <p>{words.saved(saved.made.title)}</p>
          <ul>
            {wholenessLines(lang, saved.found).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Button appearance="primary" onClick={() => onOpen(saved.made.grant)}>
            {words.openSaved}
          </Button>
        </>
      )}
    </section>
  )
}
