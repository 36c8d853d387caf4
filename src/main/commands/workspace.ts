import { homedir } from 'node:os'
import { basename, resolve } from 'node:path'
import { createService } from '../../core/service/service.ts'
import type { Service } from '../../core/service/service.ts'
import type { Api } from '../../shared/api.ts'
import type { JobState } from '../../shared/jobs.ts'
import { CallError, ERROR_CODES, type ErrorCode } from '../../shared/result.ts'
import { readOnlyParams, readOnlyText } from '../../shared/words/read-only.ts'
import { incompleteText } from '../../shared/words/incomplete.ts'
import type { Lang } from '../../shared/words/say.ts'
import { dataFolder, places } from '../places.ts'
import { createPorts, type HostPorts } from '../ports.ts'
import { harmless, tell } from './terminal.ts'

/** The service with the machine behind it, for one run of a command. */
export interface Workspace {
  service: Service
  ports: HostPorts
}

/**
 * Runs `use` over a fresh service and closes everything afterwards, whatever happens.
 *
 * @param folder where new collections are put
 */
export async function withWorkspace<T>(
  host: 'web' | 'memory',
  use: (workspace: Workspace) => Promise<T>,
  folder = dataFolder(homedir()),
): Promise<T> {
  const place = places()
  const ports = createPorts({ host, ...place, dataFolder: folder })
  const service = createService(ports)
  // A monitor only listens: what ends the program ends it as before, but leaves its stack.
  const fatal = (error: unknown): void => ports.log.write('error', 'process', error)
  process.on('uncaughtExceptionMonitor', fatal)
  try {
    return await use({ service, ports })
  } finally {
    process.off('uncaughtExceptionMonitor', fatal)
    service.close()
    await ports.close()
  }
}

/**
 * Opens the collection file at `path`; what it may lack is said on stderr. One that another has open
 * is looked at as it stands, which is said too, unless it is to be written to.
 *
 * @throws CallError the store's, with the path as typed; read-only
 */
export async function openCollection(
  workspace: Workspace,
  path: string,
  lang: Lang,
  use: 'read' | 'write' = 'read',
): Promise<void> {
  const grant = workspace.ports.grants.collectionGrant(resolve(path))
  const { incomplete, readOnly } = await workspace.service.openCollection({ grant })
  await workspace.service.ready()
  if (readOnly !== null) {
    if (use === 'write') throw new CallError('read-only', readOnlyParams(readOnly))
    tell(`${readOnlyText(lang, readOnly)}\n`)
  }
  if (incomplete !== null) tell(`${incompleteText(lang, incomplete)}\n`)
}

/**
 * Waits for a job and tells its progress; Ctrl-C cancels it and waits for it to end properly.
 *
 * @param tell called with every new state
 * @throws CallError the job's own error, or `cancelled`
 */
export async function finished(
  service: Api,
  id: number,
  tell: (state: JobState) => void,
): Promise<JobState> {
  const stop = () => void service.cancelJob({ id }).catch(() => undefined)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Waiting for events keeps no program alive by itself.
  const alive = setInterval(() => undefined, 60_000)
  try {
    let after = 0
    let state = await service.job({ id })
    while (state.state === 'running') {
      tell(state)
      const news = await service.events({ after, waitMs: 500 })
      after = news.last
      state = await service.job({ id })
    }
    tell(state)
    if (state.state === 'cancelled') throw new CallError('cancelled')
    if (state.state === 'failed') throw jobError(state)
    return state
  } finally {
    clearInterval(alive)
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** Writes progress to stderr: a line that rewrites itself on a terminal, nothing in a pipe. */
export function progressLine(state: JobState): void {
  if (!process.stderr.isTTY) return
  const end = state.state === 'running' ? '' : '\n'
  process.stderr.write(
    `\r\u001b[K${state.done}/${state.total} ${harmless(basename(state.current))}${end}`,
  )
}

function jobError(state: JobState): CallError {
  const { code = 'internal', params = {} } = state.error ?? {}
  const known = ERROR_CODES.find((one): one is ErrorCode => one === code)
  return known === undefined
    ? new CallError('internal', { message: code })
    : new CallError(known, params)
}
