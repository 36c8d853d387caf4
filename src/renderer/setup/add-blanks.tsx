import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
  Spinner,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BlankPlan } from '../../shared/forms-api.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import { isSchool } from '../../shared/reporters.ts'
import { errorText } from '../../shared/words/say.ts'
import { attempt, notify, takeOverview } from '../state/actions.ts'
import { useSchools } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** Picks workbooks that are to become blanks of the open collection. */
export function AddBlanksButton({
  onFiles,
}: {
  onFiles: (files: GrantedFile[]) => void
}): ReactNode {
  const desk = useDesk()
  const words = useWords().forms.add
  const pick = (): void =>
    void attempt(desk, async () => {
      const files = await desk.host.pick({ kind: 'files' })
      if (files.length > 0) onFiles(files)
    })
  return (
    <Button size="small" onClick={pick}>
      {words.open}
    </Button>
  )
}

/** What stands in workbooks offered as blanks, who is to fill them in, and taking them. */
export function AddBlanks(props: {
  files: GrantedFile[]
  onClose: () => void
  /** With the form that is to be looked at first. */
  onAdded: (form: string) => void
}): ReactNode {
  const { files, onClose, onAdded } = props
  const desk = useDesk()
  const all = useWords()
  const words = all.forms.add
  const lang = useDeskState((state) => state.lang)
  const units = useDeskState((state) => state.overview?.coverage.units !== undefined)
  const plan = useCall('planBlanks', { files })
  const [some, setSome] = useState(false)
  const [kinds, setKinds] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const fit = plan.value?.every(({ problem }) => problem === '') === true && plan.value.length > 0
  const ready = fit && !busy && (!some || kinds.size > 0)
  const add = async (): Promise<void> => {
    setBusy(true)
    const made = await attempt(desk, () =>
      desk.api.addBlanks({ files, concerns: some ? [...kinds] : null, reason: '' }),
    )
    setBusy(false)
    if (made === null) return
    takeOverview(desk, made.overview)
    notify(desk, 'success', words.done(made.forms.length, made.library))
    onAdded(made.forms[0] ?? '')
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            {plan.loading && <Spinner size="tiny" label={words.reading} />}
            {plan.error && <p role="alert">{errorText(lang, plan.error)}</p>}
            {plan.value?.length === 0 && <p role="alert">{words.nothing}</p>}
            <ul className="added-blanks">
              {plan.value?.map((one) => (
                <Offered key={one.path} plan={one} />
              ))}
            </ul>
            {fit && (
              <>
                <RadioGroup
                  aria-label={words.who}
                  layout="horizontal"
                  value={some ? 'some' : 'all'}
                  onChange={(_, data) => setSome(data.value === 'some')}
                >
                  <Radio value="all" label={words.everySchool(units)} />
                  <Radio value="some" label={words.someKinds(units)} />
                </RadioGroup>
                {some && <Kinds chosen={kinds} onChoose={setKinds} />}
                <p className="hint">{words.hint}</p>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={!ready} onClick={() => void add()}>
              {busy ? words.adding : words.add}
            </Button>
            <Button disabled={busy} onClick={onClose}>
              {all.app.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Offered({ plan }: { plan: BlankPlan }): ReactNode {
  const words = useWords().forms
  if (plan.problem !== '')
    return (
      <li>
        <b>{plan.path}</b> <span role="alert">{words.add.problem(plan.problem)}</span>
      </li>
    )
  return (
    <li>
      <b>{plan.path}</b>
      <ul>
        {plan.forms.map(({ id, title, items, list, doubts, known }) => (
          <li key={id}>
            {id === title ? id : `${id} ${title}`}
            <span className="hint">
              {' '}
              {list ? words.understood.list : words.understood.items(items)}
              {known && ` · ${words.add.known}`}
            </span>
            {doubts > 0 && (
              <small className="doubt-count figures" title={words.doubts(doubts)}>
                {doubts}
              </small>
            )}
          </li>
        ))}
      </ul>
      {plan.otherSheets.length > 0 && (
        <p className="hint">{words.add.others(plan.otherSheets.join('、'))}</p>
      )}
    </li>
  )
}

/** The kinds of those who report, each with how many there are. */
function Kinds(props: {
  chosen: ReadonlySet<string>
  onChoose: (kinds: ReadonlySet<string>) => void
}): ReactNode {
  const { chosen, onChoose } = props
  const words = useWords().forms.add
  const schools = useSchools()
  const counts = new Map<string, number>()
  for (const { school } of schools.value ?? []) {
    if (!school.active) continue
    const kind = isSchool(school) ? (school.attributes['办学类型'] ?? school.type) : school.unit
    if (kind === undefined || kind === '') continue
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return (
    <fieldset className="added-kinds" aria-label={words.who}>
      {[...counts].map(([kind, count]) => (
        <Checkbox
          key={kind}
          label={words.kind(kind, count)}
          checked={chosen.has(kind)}
          onChange={(_, data) => {
            const next = new Set(chosen)
            if (data.checked === true) next.add(kind)
            else next.delete(kind)
            onChoose(next)
          }}
        />
      ))}
    </fieldset>
  )
}
