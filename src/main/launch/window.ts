import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { utf8Locale } from '../utf8-locale.ts'
import { openersOf, type Opener } from './browsers.ts'

/** A browser that ends sooner than this, and badly, did not start (no rights, no display). */
const STARTS_WITHIN_MS = 3_000

/** As the program found it: a browser's own temporary files are not the program's. */
const ENV = { ...process.env, ...utf8Locale(process.env, process.platform) }

/**
 * Opens a page with the first program that can.
 *
 * @param page its address
 * @param profile folder for what a browser keeps
 * @param nobody called when no program could open it
 * @param stop closes a window of our own: behind it nothing answers any more
 * @returns when the window is closed; never for a program that hands the page on to another
 */
export async function openWindow(
  page: string,
  profile: string,
  nobody: () => void,
  stop: AbortSignal,
): Promise<void> {
  const isFile = (path: string): boolean =>
    statSync(path, { throwIfNoEntry: false })?.isFile() === true
  const machine = { platform: process.platform, env: ENV, isFile }
  for (const opener of openersOf(machine, page, profile)) {
    const well = await ended(opener, profile, stop)
    if (stop.aborted) return
    if (!well) continue
    if (opener.stays) return
    return await never()
  }
  nobody()
  await never()
}

/** Whether it did what it should, once it has ended. */
function ended(
  { program, words, stays }: Opener,
  profile: string,
  stop: AbortSignal,
): Promise<boolean> {
  const start = performance.now()
  // What a browser keeps besides its profile (crash reports, caches of fonts) stays there too.
  const own = stays ? { XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile } : {}
  // What opened the page in the person's own browser is not ours to end.
  const signal = stays ? { signal: stop } : {}
  const child = spawn(program, words, { stdio: 'ignore', env: { ...ENV, ...own }, ...signal })
  return new Promise((done) => {
    child.once('error', () => done(false))
    child.once('exit', (code) => done(code === 0 || performance.now() - start > STARTS_WITHIN_MS))
  })
}

function never(): Promise<void> {
  return new Promise(() => undefined)
}
