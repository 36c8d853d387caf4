import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OpenMatters } from '../../shared/snapshots.ts'
import { LineField } from '../ui/line-field.tsx'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { openParts } from './open-parts.ts'

/** Signs the present figures off under a name; what is open is said first and kept with them. */
export function SignOff(): ReactNode {
  const desk = useDesk()
  const words = useWords().snapshots
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const open = useCall('openMatters', {})
  const sign = async (): Promise<void> => {
    const args = { name: name.trim(), reason: reason.trim() }
    if (!(await change(desk, () => desk.api.signOff(args)))) return
    notify(desk, 'success', words.signed(args.name))
    setName('')
    setReason('')
  }
  return (
    <form
      className="card sign-off"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void sign()
      }}
    >
      <h2>{words.signOffNow}</h2>
      {open.value && <Open open={open.value} />}
      <div className="sign-off-fields">
        <LineField
          label={words.name}
          value={name}
          placeholder={words.namePlaceholder}
          onChange={setName}
        />
        <LineField
          label={words.reason}
          value={reason}
          placeholder={words.reasonPlaceholder}
          onChange={setReason}
        />
        <Button size="small" appearance="primary" type="submit" disabled={name.trim() === ''}>
          {words.signOff}
        </Button>
      </div>
    </form>
  )
}

/** What is open, in a line; the schools missing by name. */
export function Open({ open }: { open: OpenMatters }): ReactNode {
  const { app, snapshots: words } = useWords()
  const parts = openParts(open, words.openParts)
  return (
    <p className="open-matters figures">
      {parts.length === 0 ? (
        <span className="open-none">{words.nothingOpen}</span>
      ) : (
        <>
          <span className="hint">{words.open}</span> {parts.join(' · ')}
        </>
      )}
      {open.missing.length > 0 && (
        <span className="hint open-missing">
          {' '}
          {words.missing(open.missing.map(({ name }) => name).join(app.comma))}
        </span>
      )}
    </p>
  )
}
