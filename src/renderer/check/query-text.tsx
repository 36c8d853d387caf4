import { Button, Dialog, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { LineNote } from '../ui/state-note.tsx'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import '../ui/reminders.css'

interface Props {
  school: { id: string; name: string } | null
  onClose: () => void
}

/** The questions to a school as text, to paste into a message. */
export function QueryText({ school, onClose }: Props): ReactNode {
  return (
    <Dialog open={school !== null} onOpenChange={onClose}>
      <DialogSurface className="reminders">
        {school && <Content school={school} onClose={onClose} />}
      </DialogSurface>
    </Dialog>
  )
}

const LINES = 14

function Content(props: { school: { id: string; name: string }; onClose: () => void }): ReactNode {
  const { school, onClose } = props
  const desk = useDesk()
  const words = useWords().queries
  const field = useRef<HTMLTextAreaElement>(null)
  // Asked for once: entering the question must not change the text that is being copied.
  const loaded = useCall('queryText', { school: school.id }, { once: true })
  const copy = async (ask: boolean): Promise<void> => {
    try {
      await navigator.clipboard.writeText(loaded.value?.text ?? '')
    } catch {
      field.current?.select()
      notify(desk, 'warning', words.notCopied)
      return
    }
    if (ask && !(await change(desk, () => desk.api.askSchool({ school: school.id })))) return
    notify(desk, 'success', ask ? `${words.copied} ${words.asked}` : words.copied)
    onClose()
  }
  return (
    <div className="reminders-inner">
      <DialogTitle>{words.message(school.name)}</DialogTitle>
      {(loaded.error || !loaded.value) && <LineNote error={loaded.error} />}
      {loaded.value && (
        <textarea
          ref={field}
          readOnly
          rows={LINES}
          aria-label={words.message(school.name)}
          value={loaded.value.text}
        />
      )}
      <div className="reminders-buttons">
        <Button
          appearance="primary"
          icon={<CopyRegular />}
          disabled={!loaded.value}
          onClick={() => void copy(true)}
        >
          {words.copyAsk}
        </Button>
        <Button disabled={!loaded.value} onClick={() => void copy(false)}>
          {words.copy}
        </Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </div>
  )
}
