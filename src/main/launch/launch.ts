import { mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { errorText } from '../../shared/words/say.ts'
import { withWorkspace, type Workspace } from '../commands/workspace.ts'
import { tell } from '../commands/terminal.ts'
import { newToken } from '../http/guard.ts'
import { dataFolder, places } from '../places.ts'
import { startWebHost, type WebHost } from '../web.ts'
import { entrance, notice } from './page.ts'
import { handOver, leaveWord, takeWord } from './running.ts'
import { patience } from './patience.ts'
import { openWindow } from './window.ts'

/** A window of our own is gone: a reload may still be on its way. */
const AFTER_WINDOW_MS = 5_000
/** A page in the person's browser asks all the time; one put to sleep may not ask for long. */
const AFTER_SILENCE_MS = 8 * 3_600_000

/**
 * The program as started from its icon: the window over the web host, once per person. A second
 * start hands its file to the first and ends. Nothing is kept outside the data folder.
 *
 * @param words what the desktop gives: the file that was double-clicked, if any
 * @returns when the window is closed
 */
export async function launch(words: readonly string[]): Promise<void> {
  const own = join(dataFolder(homedir()), '.运行')
  // Temporary files too belong into the data folder: they hold schools' figures.
  const temporary = join(own, '临时')
  // What is written is this person's only.
  process.umask(0o077)
  for (const name of ['TMPDIR', 'TEMP', 'TMP', 'SQLITE_TMPDIR']) process.env[name] = temporary
  const named = words.find((word) => word.endsWith('.huishu'))
  const file = named === undefined ? null : resolve(named)
  try {
    const first = await handOver(own, file)
    if (first !== null) return await show(own, first, new AbortController().signal)
    mkdirSync(temporary, { recursive: true, mode: 0o700 })
    await run(own, file)
  } catch (error) {
    // There is no console: what stopped the program is said on a page.
    const sentence =
      error instanceof CallError
        ? errorText('zh', error)
        : `程序无法启动：${String(error).split('\n')[0]}`
    tell(`${sentence}\n`)
    const { signal } = new AbortController()
    const window = openWindow(notice(own, sentence), join(own, '浏览器'), () => undefined, signal)
    await Promise.race([window, patience(AFTER_WINDOW_MS)])
    throw error
  }
}

async function run(own: string, file: string | null): Promise<void> {
  // From here on being told to stop is an end like any other: the word of this run is taken away.
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => told.abort())
  }
  await withWorkspace('web', async ({ service, ports }) => {
    const key = newToken()
    const openFile = opening({ service, ports })
    const { rendererFolder } = places()
    const { grants, log } = ports
    const host = await startWebHost({
      service,
      grants,
      log,
      rendererFolder,
      entrance: { key, open: openFile },
    })
    const running = { origin: new URL(host.url).origin, key }
    try {
      if (!leaveWord(own, running)) {
        // Two clicks at once: the other was faster.
        const first = await handOver(own, file)
        if (first !== null) return await show(own, first, told.signal)
        leaveWord(own, running)
      }
      const error = file === null ? '' : await openFile(file)
      await over(host, shown(own, host.url, error, told.signal), told.signal)
    } finally {
      takeWord(own, running)
      await host.close()
    }
  })
}

/** Shows the window, and why a file was not opened, when the program runs already. */
async function show(
  own: string,
  first: { url: string; error: string },
  told: AbortSignal,
): Promise<void> {
  // The page that leads in must be there until it was read.
  await Promise.race([shown(own, first.url, first.error, told), patience(AFTER_WINDOW_MS)])
}

/** Opens the window, and a page that says why the file was not opened. Ends with the window, where one can tell. */
function shown(own: string, url: string, error: string, told: AbortSignal): Promise<void> {
  const profile = join(own, '浏览器')
  if (error !== '') void openWindow(notice(own, error), profile, () => tell(`${error}\n`), told)
  return openWindow(entrance(own, url), profile, () => tell(`${url}\n`), told)
}

function opening({ service, ports }: Workspace): (file: string) => Promise<string> {
  return async (file) => {
    try {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
        throw new CallError('no-such-file', { path: file })
      }
      await service.openCollection({ grant: ports.grants.collectionGrant(file) })
      return ''
    } catch (error) {
      if (error instanceof CallError) return errorText('zh', error)
      ports.log.write('error', 'launch', error)
      return errorText('zh', { code: 'internal', params: { message: String(error) } })
    }
  }
}

/** The window is closed, nobody has asked for hours, or the system says stop. */
async function over(host: WebHost, window: Promise<void>, told: AbortSignal): Promise<void> {
  const quietFor = async (enough: number): Promise<void> => {
    while (host.quiet() < enough) await patience(Math.min(enough, 1_000))
  }
  const closed = window.then(() => quietFor(AFTER_WINDOW_MS))
  const stopped = new Promise((done) => told.addEventListener('abort', done, { once: true }))
  if (!told.aborted) await Promise.race([closed, quietFor(AFTER_SILENCE_MS), stopped])
}
