import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BackupsView } from '../../shared/backups.ts'
import { attempt, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { BackupList } from './backup-list.tsx'
import { BackupLook } from './backup-look.tsx'
import './backups.css'

/** 备份: where they lie, the second folder, each with what it has otherwise than now. */
export function BackupsCard(): ReactNode {
  const desk = useDesk()
  const words = useWords().backups
  const asked = useCall('backups', { grant: null })
  const readOnly = useDeskState((state) => state.overview?.readOnly ?? null)
  const [newer, setNewer] = useState<BackupsView | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const view = newer ?? asked.value
  if (!view) return null
  const take = async (work: () => Promise<BackupsView>, done: string): Promise<void> => {
    setBusy(true)
    const next = await attempt(desk, work)
    setBusy(false)
    if (next === null) return
    setNewer(next)
    setTyped(null)
    notify(desk, 'success', done)
  }
  const folder = typed ?? view.second
  return (
    <section className="card backups">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <p className="hint">{words.folder(view.folder)}</p>
      <form
        className="backups-second"
        onSubmit={(event) => {
          event.preventDefault()
          void take(() => desk.api.setBackupFolder({ folder }), words.kept)
        }}
      >
        <Field
          label={words.second}
          hint={words.secondHint}
          {...(view.second !== '' && !view.secondThere
            ? { validationState: 'warning' as const, validationMessage: words.secondGone }
            : {})}
        >
          <Input value={folder} onChange={(_, data) => setTyped(data.value)} />
        </Field>
        <Button type="submit" disabled={busy || folder.trim() === view.second}>
          {words.keep}
        </Button>
      </form>
      <Button
        disabled={busy || readOnly !== null}
        onClick={() => void take(() => desk.api.backUp({}), words.made)}
      >
        {words.now}
      </Button>
      <BackupList
        rows={view.rows}
        picked={picked}
        action={words.look}
        onPick={(id) => setPicked(id === picked ? null : id)}
      />
      {picked !== null && <BackupLook key={picked} id={picked} />}
    </section>
  )
}
