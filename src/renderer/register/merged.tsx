import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { RegisterReason } from './register-reason.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import type { RegisterRow } from './register-rows.ts'

/** A school that was merged: where it went, and how it stands for itself again. */
export function Merged({ row }: { row: RegisterRow }): ReactNode {
  const desk = useDesk()
  const words = useWords().register
  const [reason, setReason] = useState('')
  const part = async (): Promise<void> => {
    const edits = [{ school: row.id, apart: true as const }]
    const why = reason.trim()
    if (await change(desk, () => desk.api.editRegister({ edits, file: null, reason: why })))
      notify(desk, 'success', words.saved)
  }
  return (
    <>
      <h2>{row.name}</h2>
      <p className="panel-line">
        <StateChip state="closed" label={words.merged} />
        <span className="figures hint">{row.code}</span>
      </p>
      <p>{words.isMerged(row.into ?? '')}</p>
      <form
        className="register-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') void part()
        }}
      >
        <RegisterReason reason={reason} onReason={setReason} />
        <span className="assign-buttons">
          <Button size="small" type="submit" disabled={reason.trim() === ''}>
            {words.part}
          </Button>
        </span>
      </form>
    </>
  )
}
