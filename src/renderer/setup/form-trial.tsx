import { Button, Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { FormsTrial, FormTrial } from '../../shared/form-trial.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import { errorText, reasonText } from '../../shared/words/say.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Loaded } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** What the forms are tried against: files that were picked, or for null what was received. */
export interface Tried {
  files: GrantedFile[] | null
}

interface BarProps {
  tried: Tried | null
  trial: Loaded<FormsTrial>
  onTry: (tried: Tried | null) => void
}

/** Chooses what the forms are tried against, and says what came of it as a whole. */
export function TrialBar({ tried, trial, onTry }: BarProps): ReactNode {
  const desk = useDesk()
  const words = useWords().forms.trial
  const lang = useDeskState((state) => state.lang)
  const pick = (): void =>
    void attempt(desk, async () => {
      const files = await desk.host.pick({ kind: 'folder' })
      if (files.length > 0) onTry({ files })
    })
  return (
    <section className="trial-bar" aria-label={words.title}>
      <h2 className="minor">{words.title}</h2>
      <div className="remedies">
        <Button size="small" onClick={() => onTry({ files: null })}>
          {words.received}
        </Button>
        <Button size="small" onClick={pick}>
          {words.folder}
        </Button>
        {tried && (
          <Button size="small" appearance="subtle" onClick={() => onTry(null)}>
            {words.close}
          </Button>
        )}
      </div>
      {trial.loading && <Spinner size="tiny" label={words.reading} />}
      {trial.error && <p role="alert">{errorText(lang, trial.error)}</p>}
      {trial.value && <Outcome trial={trial.value} received={tried?.files === null} />}
    </section>
  )
}

function Outcome({ trial, received }: { trial: FormsTrial; received: boolean }): ReactNode {
  const words = useWords().forms.trial
  const lang = useDeskState((state) => state.lang)
  const { files, others } = trial
  if (files === 0 && others.length === 0)
    return <p>{received ? words.nothingReceived : words.nothingThere}</p>
  return (
    <>
      <p>{words.tried(files)}</p>
      {others.length > 0 && (
        <details>
          <summary>{words.others(others.length)}</summary>
          <ul>
            {others.map(({ path, reasons }) => (
              <li key={path}>
                <b>{path}</b> {reasons.map((one) => reasonText(lang, one)).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** n/m beside a form in the list. */
export function TrialCount({ trial }: { trial: FormTrial | undefined }): ReactNode {
  const words = useWords().forms.trial
  if (trial === undefined || trial.of === 0) return null
  const all = trial.matched === trial.of
  return (
    <small
      className={`trial-count figures${all ? ' trial-all' : ''}`}
      title={words.matched(trial.matched, trial.of)}
    >
      {trial.matched}/{trial.of}
    </small>
  )
}

/** The files in which a form is not as it was learned, with what is otherwise there. */
export function TrialOfForm({ trial }: { trial: FormTrial | undefined }): ReactNode {
  const words = useWords().forms.trial
  const lang = useDeskState((state) => state.lang)
  if (trial === undefined || trial.of === 0) return null
  return (
    <section className="form-trial" aria-label={words.title}>
      <h2>{words.matched(trial.matched, trial.of)}</h2>
      <ul>
        {trial.unlike.map(({ path, reasons }) => (
          <li key={path}>
            <b>{path}</b>
            {reasons.length === 0 ? (
              <p>{words.notFound}</p>
            ) : (
              reasons.map((reason) => (
                <p key={reasonText(lang, reason)}>{reasonText(lang, reason)}</p>
              ))
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
