import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Asks for the password of a locked file; it is tried and forgotten. Nothing for other files. */
export function Unlock({ file }: { file: FileDetail }): ReactNode {
  const desk = useDesk()
  const words = useWords().unlock
  const [password, setPassword] = useState('')
  if (!file.reasons.some((reason) => reason.code === 'encrypted')) return null
  const unlock = async (): Promise<void> => {
    const { id } = file
    const opened = await change(desk, () => desk.api.unlockFile({ id, password }))
    setPassword('')
    if (opened) notify(desk, 'success', words.done)
  }
  return (
    <form
      className="assign"
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <span className="hint">{words.hint}</span>
      <Input
        size="small"
        type="password"
        autoComplete="off"
        aria-label={words.password}
        placeholder={words.password}
        value={password}
        onChange={(_, data) => setPassword(data.value)}
      />
      <span className="assign-buttons">
        <Button size="small" type="submit" appearance="primary" disabled={password === ''}>
          {words.do}
        </Button>
      </span>
    </form>
  )
}
