import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PersonalRow, PersonalView } from '../../shared/personal.ts'
import { countsText, PERSONAL_WORDS } from '../../shared/words/personal.ts'
import { attempt, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

const SHOWN = 200

/** 个人信息: what tells who a person is, found at a click, and removed for good for a reason. */
export function PersonalCard(): ReactNode {
  const desk = useDesk()
  const words = useWords().personal
  const lang = useDeskState((state) => state.lang)
  const [found, setFound] = useState<PersonalView | null>(null)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const run = async (call: () => Promise<PersonalView>): Promise<boolean> => {
    setBusy(true)
    const next = await attempt(desk, call)
    setBusy(false)
    if (next !== null) setFound(next)
    return next !== null
  }
  const remove = async (): Promise<void> => {
    if (!(await run(() => desk.api.removePersonal({ reason: reason.trim() })))) return
    setReason('')
    notify(desk, 'success', words.done)
  }
  const sentences = PERSONAL_WORDS[lang]
  return (
    <section className="card backups">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {found !== null && (
        <>
          {found.rows.length === 0 && <p>{sentences.none}</p>}
          <Rows rows={found.rows} />
          {found.unread.length > 0 && (
            <p>{words.unread(found.unread.join(lang === 'zh' ? '、' : ', '))}</p>
          )}
          {found.removed > 0 && <p>{sentences.removed(found.removed)}</p>}
          {found.kept.length > 0 && <p>{sentences.kept}</p>}
          <Rows rows={found.kept} />
        </>
      )}
      <Button disabled={busy} onClick={() => void run(() => desk.api.personal({}))}>
        {busy ? words.running : words.find}
      </Button>
      {found !== null && found.rows.length > 0 && (
        <form
          className="personal-remove"
          onSubmit={(event) => {
            event.preventDefault()
            void remove()
          }}
        >
          <p className="hint">
            {words.removeHint} {sentences.backups(found.backups)}
          </p>
          <ReasonField value={reason} onChange={setReason} kinds={['remove-personal']} />
          <Button type="submit" disabled={busy || reason.trim() === ''}>
            {words.remove}
          </Button>
        </form>
      )}
    </section>
  )
}

function Rows({ rows }: { rows: readonly PersonalRow[] }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  const words = useWords().personal
  if (rows.length === 0) return null
  return (
    <ul className="backups-part">
      {rows.slice(0, SHOWN).map((row) => (
        <li key={`${String(row.file)} ${row.path}`}>
          {row.path}{' '}
          <span className="hint">
            {countsText(lang, row)}
            {row.samples.map(({ sheet, cell, text }) => ` · ${sheet} ${cell} ${text}`)}
          </span>
        </li>
      ))}
      {rows.length > SHOWN && <li>{words.others(rows.length - SHOWN)}</li>}
    </ul>
  )
}
