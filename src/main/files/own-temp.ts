import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for temporary files of this run, for its owner only. Its name says which process it
 * is of, so that what a killed run left behind is known and removed by the next one.
 */
let own: string | null = null

/** Made at the first call; gone with `closeOwnTemp`. Throws what the file system throws. */
export function ownTemp(): string {
  if (own !== null) return own
  dropLeftBehind()
  own = mkdtempSync(join(tmpdir(), `${stem()}${String(process.pid)}-`))
  return own
}

/** Removes this run's folder as soon as nothing is in it any more. */
export function closeOwnTemp(): void {
  try {
    if (own !== null) rmdirSync(own)
    own = null
  } catch {
    // Somebody works in it still.
  }
}

/** Removes what runs on this machine left that are no more. */
export function dropLeftBehind(): void {
  const left = namesIn(tmpdir()).flatMap((name) => {
    const pid = name.startsWith(stem())
      ? /^(\d+)-/u.exec(name.slice(stem().length))?.[1]
      : undefined
    return pid === undefined || isAlive(Number(pid)) ? [] : [join(tmpdir(), name)]
  })
  for (const folder of left) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another person's, or in use after all: it stays.
    }
  }
}

/** Several machines may share a temporary folder; their processes are not known here. */
const stem = (): string =>
  `huishu-run-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // There, but of another person.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
