import { Button } from '@fluentui/react-components'
import { ArrowSwapRegular, DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import { openSent } from '../state/open.ts'
import { attempt, change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import type { SentLayer } from '../state/layer.ts'
import type { Desk } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { wordsIn } from '../words/words-in.ts'
import { ReasonField } from '../ui/reason-field.tsx'
import { isHeld } from './tray-lines.ts'

/** Entries looked through; the ledger's own limit. */
const ALL = 100_000

/** What can be done with a file: see it as sent, see what it would change, take it out of the counting. */
export function FileButtons({ file }: { file: FileDetail }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  // What holds no table is not drawn, and there is nothing to take out of the counting.
  if (file.tables.length === 0) return null
  const withdrawn = file.reasons.some((reason) => reason.code === 'withdrawn-return')
  const counts = file.status === 'accepted' || file.status === 'queried'
  return (
    <>
      <p className="panel-buttons">
        <Button
          size="small"
          appearance="primary"
          icon={<DocumentTableRegular />}
          onClick={() => openSent(desk, { file: file.id, ...worthSeeing(file) })}
        >
          {words.sent.open}
        </Button>
        {isHeld(file) && (
          <Button
            size="small"
            icon={<ArrowSwapRegular />}
            onClick={() =>
              desk.store.set({ layer: { kind: 'difference', file: file.id, back: null } })
            }
          >
            {words.tray.compare}
          </Button>
        )}
        {withdrawn && (
          <Button size="small" onClick={() => void restore(desk, file)}>
            {words.restore.do}
          </Button>
        )}
        {counts && !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {words.withdrawal.open}
          </Button>
        )}
      </p>
      {asking && counts && <Withdraw file={file} onClose={() => setAsking(false)} />}
    </>
  )
}

function Withdraw({ file, onClose }: { file: FileDetail; onClose: () => void }): ReactNode {
  const desk = useDesk()
  const { withdrawal: words, app } = useWords()
  const [reason, setReason] = useState('')
  const { id } = file
  const withdraw = async (): Promise<void> => {
    const why = reason.trim()
    if (!(await change(desk, () => desk.api.withdrawFile({ id, reason: why })))) return
    notify(desk, 'success', words.done(file.path.split('/').at(-1) ?? file.path))
    onClose()
  }
  return (
    <form
      className="assign"
      onSubmit={(event) => {
        event.preventDefault()
        void withdraw()
      }}
    >
      <span className="hint">{words.hint}</span>
      <ReasonField value={reason} onChange={setReason} kinds={['withdraw-file']} />
      <span className="assign-buttons">
        <Button size="small" type="submit" appearance="primary" disabled={reason.trim() === ''}>
          {words.do}
        </Button>
        <Button size="small" onClick={onClose}>
          {app.cancel}
        </Button>
      </span>
    </form>
  )
}

/** Where to open a file: at the first cell that something is said of, else at its first table. */
function worthSeeing(file: FileDetail): Pick<SentLayer, 'sheet' | 'at'> {
  const said = file.reasons.find((reason) => reason.cell !== undefined)
  const sheet = said?.sheet ?? file.tables[0]?.sheet ?? null
  return { sheet, at: said?.cell === undefined ? null : { cell: said.cell } }
}

/** Takes back the entry by which a file was taken out of the counting. */
async function restore(desk: Desk, file: FileDetail): Promise<void> {
  const words = wordsIn(desk.store.get().lang).restore
  const ledger = await attempt(desk, () => desk.api.ledger({ limit: ALL }))
  const entry = ledger?.find(
    ({ active, kind, goesTo }) =>
      active && kind === 'withdraw-file' && goesTo?.kind === 'file' && goesTo.file === file.id,
  )
  if (!entry) return
  const reason = words.reason
  if (await change(desk, () => desk.api.withdraw({ entry: entry.id, reason })))
    notify(desk, 'success', words.done(file.path.split('/').at(-1) ?? file.path))
}
