import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import type { RegisterDifference } from '../../shared/register.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { showRegister } from '../state/show-register.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { ListNotes } from '../ui/list-notes.tsx'
import { RegisterReason } from './register-reason.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { DifferenceLines } from './difference-lines.tsx'
import { editsOf, firstChoices, isPartial, lacksTarget } from './line-choice.ts'

/** A new register beside the one in force, line by line; what is chosen is taken over with a reason. */
export function NewRegister(props: { file: GrantedFile; schools: SchoolRow[] }): ReactNode {
  const { file } = props
  const desk = useDesk()
  const words = useWords().register.difference
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A list of choices that is open takes the key for itself.
      if (event.key === 'Escape' && !event.defaultPrevented) showRegister(desk)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk])
  const found = useCall('registerDifference', { file })
  return (
    <div className="register-new">
      <header className="sent-bar">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => showRegister(desk)}
        >
          {words.back}
        </Button>
        <strong>{words.title(file.path.split('/').at(-1) ?? file.path)}</strong>
      </header>
      {found.value ? (
        // With another register in force the lines are others.
        <Lines key={JSON.stringify(found.value.lines)} found={found.value} {...props} />
      ) : (
        <StateNote error={found.error} loading={words.loading} />
      )}
    </div>
  )
}

function Lines(props: {
  file: GrantedFile
  schools: SchoolRow[]
  found: RegisterDifference
}): ReactNode {
  const { file, schools, found } = props
  const desk = useDesk()
  const words = useWords().register
  const saving = useDeskState((state) => state.saving)
  const [choices, setChoices] = useState(() => firstChoices(found))
  const [reason, setReason] = useState('')
  const edits = editsOf(found.lines, choices)
  const lacks = lacksTarget(choices)
  const take = async (): Promise<void> => {
    const why = reason.trim()
    if (!(await change(desk, () => desk.api.editRegister({ edits, file, reason: why })))) return
    showRegister(desk)
    notify(desk, 'success', words.difference.done(edits.length))
  }
  return (
    <div className="register-difference">
      <form
        className="card register-take"
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <p>
          <b>
            {found.lines.length === 0
              ? words.difference.nothing
              : words.difference.counts(found.schools, found.same)}
          </b>
        </p>
        {found.lines.length > 0 && (
          <div className="register-save">
            <RegisterReason reason={reason} onReason={setReason} />
            <Button
              size="small"
              type="submit"
              appearance="primary"
              disabled={saving || edits.length === 0 || lacks || reason.trim() === ''}
            >
              {words.difference.do(edits.length)}
            </Button>
            {lacks && <span className="register-lacks">{words.difference.chooseInto}</span>}
          </div>
        )}
      </form>
      {isPartial(found) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.difference.partial}</MessageBarBody>
        </MessageBar>
      )}
      <ListNotes kind="register" notes={found.notes} />
      <DifferenceLines
        lines={found.lines}
        schools={schools}
        choices={choices}
        onChange={setChoices}
      />
    </div>
  )
}
