import { Button, ProgressBar } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { JobState } from '../../shared/jobs.ts'
import { errorText, statusText } from '../../shared/words/say.ts'
import type { FileStatus } from '../../shared/model.ts'
import type { ApiError, ErrorCode } from '../../shared/result.ts'
import { ERROR_CODES } from '../../shared/result.ts'
import { shortTime } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** The foot of the window: what is marked, what runs, whether everything is saved. */
export function StatusLine(): ReactNode {
  const words = useWords()
  const job = useDeskState((state) => state.job)
  const sending = useDeskState((state) => state.sending)
  return (
    <footer className="status-line">
      <Marked />
      <span className="status-space" />
      {sending > 0 && <output>{words.status.sending(sending)}</output>}
      {job && isOwn(job) && <Job job={job} />}
      <BackedUp />
      <Saved />
    </footer>
  )
}

function Marked(): ReactNode {
  const words = useWords().status
  const facts = useDeskState((state) => state.facts)
  if (!facts) return <span>{words.ready}</span>
  const parts = [words.selected(withSeparators(String(facts.cells)))]
  if (facts.sum !== null && facts.mean !== null)
    parts.push(
      words.numbers(withSeparators(String(facts.numbers))),
      words.sum(withSeparators(facts.sum)),
      words.mean(withSeparators(facts.mean)),
    )
  return <span className="figures">{parts.join(' · ')}</span>
}

/** What works on a collection; the reading of a city is told where it is begun. */
type OwnJob = JobState & { kind: Exclude<JobState['kind'], 'city'> }

const isOwn = (job: JobState): job is OwnJob => job.kind !== 'city'

function Job({ job }: { job: OwnJob }): ReactNode {
  const desk = useDesk()
  const { status: words, app } = useWords()
  const { colon } = app
  const lang = useDeskState((state) => state.lang)
  if (job.state === 'failed')
    return (
      <span className="status-bad" role="alert">
        <ErrorCircleRegular /> {words[job.kind]}
        {colon}
        {words.failed} {job.error && errorText(lang, asApiError(job.error))}
      </span>
    )
  if (job.state === 'cancelled')
    return (
      <output>
        {words[job.kind]}
        {colon}
        {words.cancelled}
      </output>
    )
  if (job.state === 'done')
    return (
      <output className="figures">
        {words[job.kind]}
        {colon}
        {job.kind === 'export' ? words.written : words.done(job.done)}
        {verdicts(job).map(([status, count]) => ` · ${statusText(lang, status)} ${count}`)}
      </output>
    )
  const rate = Math.round(job.rate)
  return (
    <output className="status-job">
      <span className="figures">
        {words[job.kind]} {job.done}/{job.total}
      </span>
      <ProgressBar
        className="status-bar"
        thickness="large"
        {...(job.total > 0 ? { value: job.done / job.total } : {})}
      />
      {rate > 0 && (
        <span className="figures">
          {job.kind === 'export' ? words.exportRate(String(rate)) : words.rate(String(rate))}
        </span>
      )}
      <span className="status-current" title={job.current}>
        {job.current}
      </span>
      <Button
        size="small"
        appearance="subtle"
        onClick={() =>
          void attempt(desk, async () => {
            desk.store.set({ job: await desk.api.cancelJob({ id: job.id }) })
          })
        }
      >
        {words.cancel}
      </Button>
    </output>
  )
}

function verdicts(job: JobState): [FileStatus, number][] {
  return Object.entries(job.verdicts).filter(([, count]) => count > 0) as [FileStatus, number][]
}

/** A job's error with its code checked: one from a newer program becomes `internal`, never a blank. */
function asApiError(error: { code: string; params: ApiError['params'] }): ApiError {
  const known = (ERROR_CODES as readonly string[]).includes(error.code)
  return known
    ? { code: error.code as ErrorCode, params: error.params }
    : { code: 'internal', params: { message: error.code } }
}

/** When the last backup was made, or why it failed. */
function BackedUp(): ReactNode {
  const words = useWords().backups
  const lang = useDeskState((state) => state.lang)
  const backup = useDeskState((state) => state.overview?.backup ?? null)
  if (backup?.failed)
    return (
      <span className="status-bad" role="alert" title={errorText(lang, backup.failed)}>
        <ErrorCircleRegular /> {words.failed}
      </span>
    )
  return backup?.at ? <span>{words.last(shortTime(backup.at))}</span> : null
}

function Saved(): ReactNode {
  const words = useWords()
  const saving = useDeskState((state) => state.saving)
  const lost = useDeskState((state) => state.lost)
  if (lost)
    return (
      <span className="status-bad" role="alert">
        <ErrorCircleRegular /> {words.app.lost}
      </span>
    )
  return (
    <span className="status-saved">
      {!saving && <CheckmarkCircleRegular />} {saving ? words.status.saving : words.status.saved}
    </span>
  )
}
