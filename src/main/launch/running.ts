import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KEY_HEADER, ROUTES } from '../../shared/host.ts'

/** What a second start needs to know of the first: where it listens, and the key that opens it. */
export interface Running {
  /** `http://127.0.0.1:<port>` */
  origin: string
  key: string
}

const shape = z.object({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/u),
  key: z.string().min(32),
})
const answer = z.object({ url: z.string().startsWith('http://127.0.0.1:'), error: z.string() })
const NAME = 'running.json'
/** The running program answers at once, or is not there; opening a large collection takes longer. */
const PATIENCE_MS = 60_000

/**
 * Leaves word of this run, readable by its owner only.
 *
 * @returns whether it could: false when another run left word meanwhile
 */
export function leaveWord(folder: string, running: Running): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(join(folder, NAME), JSON.stringify(running), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Takes the word away again, if it is this run's. */
export function takeWord(folder: string, running: Running): void {
  if (wordIn(folder)?.key === running.key) rmSync(join(folder, NAME), { force: true })
}

/**
 * Asks the program that runs already to open `file` and to let another window in.
 *
 * @param file absolute path of a collection; null for the window alone
 * @returns the window's address with its token, and why the file was not opened ("" when it was);
 *   null when none runs, and then its word is gone too
 */
export async function handOver(
  folder: string,
  file: string | null,
): Promise<{ url: string; error: string } | null> {
  const word = wordIn(folder)
  if (word !== null) {
    try {
      const response = await fetch(word.origin + ROUTES.enter, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [KEY_HEADER]: word.key },
        body: JSON.stringify({ file }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (response.ok) return answer.parse(await response.json())
    } catch {
      // Nobody there: a run that was killed, or another program on its port.
    }
  }
  rmSync(join(folder, NAME), { force: true })
  return null
}

function wordIn(folder: string): Running | null {
  try {
    return shape.parse(JSON.parse(readFileSync(join(folder, NAME), 'utf8')))
  } catch {
    return null
  }
}
