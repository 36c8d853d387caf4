import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/**
 * Asks for the password of a locked workbook; it is tried and forgotten. Nothing for other files:
 * what its zip locks cannot be opened here.
 */
export function Unlock({ file }: { file: FileDetail }): ReactNode {
  const desk = useDesk()
  const words = useWords().unlock
  const [password, setPassword] = useState('')
  const locked = file.reasons.some(({ code, params }) => code === 'encrypted' && !('zip' in params))
  if (!locked) return null
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
