import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CollectionRef } from '../../shared/collections.ts'
import type { Wholeness } from '../../shared/repair.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { wholenessLines } from '../../shared/words/wholeness.ts'
import { BackupList } from '../backups/backup-list.tsx'
import { attempt, enter } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
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
      <Restore grant={grant} />
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

/** The backups of a collection that cannot be opened: each can take its place. */
function Restore({ grant }: { grant: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().start
  const view = useCall('backups', { grant })
  const [busy, setBusy] = useState(false)
  const restore = async (id: string): Promise<void> => {
    setBusy(true)
    const overview = await attempt(desk, () =>
      desk.api.restoreBackup({ grant, id, reason: words.restoreReason }),
    )
    setBusy(false)
    if (overview !== null) enter(desk, overview)
  }
  if (!view.value || view.value.rows.length === 0) return null
  return (
    <>
      <p>{words.restoreHint}</p>
      <BackupList
        rows={view.value.rows}
        picked={null}
        action={words.restore}
        disabled={busy}
        onPick={(id) => void restore(id)}
      />
    </>
  )
}
