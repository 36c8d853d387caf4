import { Button, Field, Input, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { entryText } from '../../shared/words/entries.ts'
import type { LedgerEntry } from '../../shared/ledger.ts'
import { shortTime } from '../figures/show.ts'
import { attempt, enter, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useWords } from '../state/use-words.ts'

/** What a backup has otherwise than now; and the way back to it. */
export function BackupLook({ id }: { id: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().backups
  const lang = useDeskState((state) => state.lang)
  const readOnly = useDeskState((state) => state.overview?.readOnly ?? null)
  const found = useCall('backupDifference', { id })
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  if (found.error) return <StateNote error={found.error} />
  if (!found.value) return <Spinner size="tiny" label={words.looking} />
  const { lacking, more, lackingCount, moreCount, files, cells, cellCount } = found.value
  const entry = (one: LedgerEntry): string =>
    [shortTime(one.at), one.person, entryText(lang, one.says), one.reason].filter(Boolean).join(' ')
  const restore = async (): Promise<void> => {
    setBusy(true)
    const overview = await attempt(desk, () =>
      desk.api.restoreBackup({ grant: null, id, reason: reason.trim() }),
    )
    setBusy(false)
    if (overview === null) return
    enter(desk, overview)
    notify(desk, 'success', words.restored)
  }
  const same = lackingCount + moreCount + files.length + cellCount === 0
  return (
    <div className="backups-look">
      {same && <p>{words.same}</p>}
      <Part title={words.lacking(lackingCount)} lines={lacking.map(entry)} all={lackingCount} />
      <Part title={words.more(moreCount)} lines={more.map(entry)} all={moreCount} />
      <Part title={words.files(files.length)} lines={files.slice(0, 200)} all={files.length} />
      <Part
        title={words.cells(cellCount)}
        lines={cells.map(
          ({ name, item, now, backup }) =>
            `${name} ${item} ${now || words.blank} → ${backup || words.blank}`,
        )}
        all={cellCount}
      />
      {!same && (
        <form
          className="backups-second"
          onSubmit={(event) => {
            event.preventDefault()
            void restore()
          }}
        >
          <Field label={words.reason}>
            <Input value={reason} onChange={(_, data) => setReason(data.value)} />
          </Field>
          <Button
            type="submit"
            appearance="primary"
            disabled={busy || readOnly !== null || reason.trim() === ''}
          >
            {words.restore}
          </Button>
        </form>
      )}
    </div>
  )
}

function Part(props: { title: string; lines: string[]; all: number }): ReactNode {
  const { title, lines, all } = props
  const words = useWords().backups
  if (all === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul className="backups-part">
        {lines.map((line, at) => (
          // Two lines may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${String(at)} ${line}`}>{line}</li>
        ))}
        {all > lines.length && <li className="hint">{words.others(all - lines.length)}</li>}
      </ul>
    </>
  )
}
