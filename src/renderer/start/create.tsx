import { Button, Spinner } from '@fluentui/react-components'
import { ArrowLeftRegular, DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import { errorText } from '../../shared/words/say.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { MakeForm } from './make-form.tsx'
import { PlanView } from './plan-view.tsx'

interface Props {
  files: GrantedFile[]
  /** From 0: blanks, register, others, a look at all of it. */
  step: number
  onStep: (step: number) => void
  /** Files picked for the step, or none of those picked before. */
  onFiles: (files: GrantedFile[]) => void
  onNone: () => void
  onBack: () => void
}

/** The look at what was understood. */
export const LAST = 3

/** A new collection in three steps and a look at what was understood; every step shows that at once. */
export function CreateCollection(props: Props): ReactNode {
  const { files, step, onStep, onFiles, onNone, onBack } = props
  const desk = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const plan = useCall('planCollection', files.length === 0 ? null : { files }, { keep: ['files'] })
  const hints = [
    words.create.formsHint,
    words.create.registerHint,
    words.create.othersHint,
    words.create.checkHint,
  ]
  const add = (kind: 'files' | 'folder'): void =>
    void attempt(desk, async () => {
      const more = await desk.host.pick({ kind })
      if (more.length > 0) onFiles(more)
    })
  return (
    <main className="create">
      <header className="create-head">
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {words.create.back}
        </Button>
        <h1>{words.create.title}</h1>
      </header>
      <ol className="create-steps">
        {words.create.steps.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={index === step ? 'step' : undefined}
              onClick={() => onStep(index)}
            >
              <span className="create-number">{index + 1}</span>
              {name}
            </button>
          </li>
        ))}
      </ol>
      <p className="create-hint">{hints[step]}</p>
      <div className="create-bar">
        <Button icon={<DocumentAddRegular />} onClick={() => add('files')}>
          {words.create.pickFiles}
        </Button>
        <Button icon={<FolderOpenRegular />} onClick={() => add('folder')}>
          {words.create.pickFolder}
        </Button>
        <span className="hint">
          {files.length > 0 ? words.create.files(files.length) : words.create.nothingYet}
        </span>
        {files.length > 0 && (
          <Button size="small" appearance="subtle" onClick={onNone}>
            {words.create.remove}
          </Button>
        )}
        <span className="create-space" />
        {step < LAST && (
          <Button
            appearance="primary"
            disabled={files.length === 0}
            onClick={() => onStep(step + 1)}
          >
            {words.create.next}
          </Button>
        )}
      </div>
      {plan.loading && files.length > 0 && <Spinner size="small" label={words.create.reading} />}
      {plan.error && <p role="alert">{errorText(lang, plan.error)}</p>}
      {plan.value && files.length > 0 && step === LAST && (
        <MakeForm key={files.map((file) => file.grant).join(' ')} files={files} plan={plan.value} />
      )}
      {plan.value && files.length > 0 && <PlanView plan={plan.value} />}
    </main>
  )
}
