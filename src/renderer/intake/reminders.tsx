import { Button, Dialog, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { ArrowExportRegular, CopyRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useExport } from '../state/export.ts'
import { LineNote } from '../ui/state-note.tsx'
import { notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { boardDimension } from '../state/groups.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import '../ui/reminders.css'

/** 催报: the schools still missing, as a text to send and as a workbook to call through. */
export function Reminders(): ReactNode {
  const { store } = useDesk()
  const open = useDeskState((state) => state.reminding)
  return (
    <Dialog open={open} onOpenChange={(_, data) => store.set({ reminding: data.open })}>
      <DialogSurface className="reminders">{open && <Content />}</DialogSurface>
    </Dialog>
  )
}

function Content(): ReactNode {
  const desk = useDesk()
  const words = useWords().reminders
  const lang = useDeskState((state) => state.lang)
  const overview = useDeskState((state) => state.overview)
  const units = overview?.coverage.units !== undefined
  const [by, setBy] = useState(overview ? boardDimension(overview) : '')
  const field = useRef<HTMLTextAreaElement>(null)
  const loaded = useCall('reminders', { by, lang }, { keep: ['by', 'lang'] })
  const exporting = useExport(() => desk.api.exportReminders({ by, lang }))
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(loaded.value?.text ?? '')
      notify(desk, 'success', words.copied)
    } catch {
      field.current?.select()
      notify(desk, 'warning', words.notCopied)
    }
  }
  const none = loaded.value?.schools === 0
  return (
    <div className="reminders-inner">
      <DialogTitle>{words.title(units)}</DialogTitle>
      {(overview?.dimensions.length ?? 0) > 0 && (
        <fieldset className="chips" aria-label={words.by}>
          <span className="hint">{words.by}</span>
          {overview?.dimensions.map(({ name }) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={name === by}
              onClick={() => setBy(name)}
            >
              {name}
            </button>
          ))}
          {loaded.value && <b className="figures">{words.count(loaded.value.schools, units)}</b>}
        </fieldset>
      )}
      {(loaded.error || !loaded.value) && <LineNote error={loaded.error} />}
      {none && <p>{words.none}</p>}
      {loaded.value && !none && (
        <textarea
          ref={field}
          readOnly
          rows={rowsFor(loaded.value.text)}
          aria-label={words.text}
          value={loaded.value.text}
        />
      )}
      <div className="reminders-buttons">
        <Button
          appearance="primary"
          icon={<CopyRegular />}
          disabled={!loaded.value || none}
          onClick={() => void copy()}
        >
          {words.copy}
        </Button>
        <Button
          icon={<ArrowExportRegular />}
          disabled={!loaded.value || none || exporting.busy}
          onClick={exporting.start}
        >
          {words.export}
        </Button>
        <Button onClick={() => desk.store.set({ reminding: false })}>{words.close}</Button>
      </div>
    </div>
  )
}

/** Characters that stand on one line of the field, about. */
const PER_LINE = 42

/** Lines the text takes, within what a small window has room for. */
function rowsFor(text: string): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / PER_LINE)))
  return Math.min(
    16,
    Math.max(
      5,
      lines.reduce((sum, count) => sum + count, 1),
    ),
  )
}
