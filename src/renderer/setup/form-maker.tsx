import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  Textarea,
} from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { draftColumns, draftRows } from '../../shared/form-draft.ts'
import type { DraftedForm, DraftProblem, FormDraft } from '../../shared/form-draft.ts'
import { fill } from '../../shared/words/template.ts'
import { PaperTable } from '../form/paper-table.tsx'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { useSettled } from '../ui/use-settled.ts'

/** What is typed; it stays when the window is closed half-way. */
interface Typed {
  title: string
  number: string
  unit: string
  rows: string
  columns: string
}

const NOTHING: Typed = { title: '', number: '', unit: '', rows: '', columns: '' }
const SETTLE_MS = 300

/** 制表: a blank form made from lists of labels, seen as it will be learned again, to be sent out. */
export function FormMaker(): ReactNode {
  const desk = useDesk()
  const all = useWords()
  const words = all.forms.maker
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<Typed>(NOTHING)
  const settled = useSettled(typed, SETTLE_MS)
  const draft = useMemo(() => draftOf(settled), [settled])
  const begun = settled.title !== '' || settled.rows !== '' || settled.columns !== ''
  const drafted = useCall('draftForm', open && begun ? { draft } : null, { keep: ['draft'] })
  const { start, busy } = useExport(() => desk.api.exportForm({ draft: draftOf(typed) }))
  const ready = drafted.value?.problems.length === 0 && settled === typed
  const field = (name: keyof Typed, label: string, lines?: number, hint?: string): ReactNode => (
    <Field
      label={label}
      size="small"
      className={`maker-${name}`}
      {...(hint !== undefined && { hint })}
    >
      {lines === undefined ? (
        <Input
          size="small"
          value={typed[name]}
          onChange={(_, data) => setTyped({ ...typed, [name]: data.value })}
        />
      ) : (
        <Textarea
          size="small"
          rows={lines}
          value={typed[name]}
          onChange={(_, data) => setTyped({ ...typed, [name]: data.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{words.open}</Button>
      </DialogTrigger>
      <DialogSurface className="form-maker">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <div className="maker">
              <div className="maker-fields">
                {field('title', words.name)}
                {field('number', words.number)}
                {field('unit', words.unit)}
                {field('rows', words.rows, 7, words.rowsHint)}
                {field('columns', words.columns, 7, words.columnsHint)}
              </div>
              <Preview drafted={begun ? drafted.value : null} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={!ready || busy}
              onClick={() => {
                start()
                setOpen(false)
              }}
            >
              {words.make}
            </Button>
            <Button disabled={typed === NOTHING} onClick={() => setTyped(NOTHING)}>
              {words.clear}
            </Button>
            <Button onClick={() => setOpen(false)}>{all.app.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function draftOf({ title, number, unit, rows, columns }: Typed): FormDraft {
  return {
    title: title.trim(),
    number: number.trim(),
    unit: unit.trim(),
    rows: draftRows(rows),
    columns: draftColumns(columns),
  }
}

function Preview({ drafted }: { drafted: DraftedForm | null }): ReactNode {
  const words = useWords().forms.maker
  if (drafted === null) return <p className="hint maker-preview">{words.nothing}</p>
  return (
    <div className="maker-preview">
      {drafted.problems.length > 0 ? (
        <ul role="alert">
          {drafted.problems.map((problem) => (
            <li key={`${problem.code} ${problem.of} ${problem.line}`}>
              {problemText(problem, words)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="hint">{words.items(drafted.typed, drafted.derived)}</p>
      )}
      {drafted.paper && (
        <div className="maker-paper">
          <PaperTable
            paper={drafted.paper}
            label={words.preview}
            look={() => ({})}
            onPick={() => undefined}
          />
        </div>
      )}
    </div>
  )
}

type MakerWords = ReturnType<typeof useWords>['forms']['maker']

function problemText({ code, of, line, text }: DraftProblem, words: MakerWords): string {
  const where = of === 'form' ? '' : fill(words.at[of], { line })
  return `${where}${fill(words.problem[code], { text })}`
}
