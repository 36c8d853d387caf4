import { statSync } from 'node:fs'

/**
 * Collections open in this process, by what the file is and not by what it is called.
 *
 * SQLite's locks are POSIX locks: they are gone as soon as this process closes any descriptor of
 * the file, under whatever name it was opened (https://www.sqlite.org/howtocorrupt.html §2.2). So
 * whoever opens, replaces or copies a file of a person's choice asks here first.
 */
const openHere = new Map<string, string>()

/** What SQLite and its lock keep beside a collection. */
const BESIDE = ['', '-wal', '-shm', '-journal', '.lock']

/** Takes note of an open collection; the function that comes back forgets it. */
export function heldOpen(path: string): () => void {
  const id = identityOf(path)
  if (id === null) return () => undefined
  openHere.set(id, path)
  return () => void openHere.delete(id)
}

/** Whether `path` leads to a collection open in this process, directly, by a link or a hard link. */
export function isOpenHere(path: string): boolean {
  const id = openHere.size === 0 ? null : identityOf(path)
  return id !== null && openHere.has(id)
}

/** As isOpenHere, or to one of the files that SQLite keeps beside it. */
export function belongsToOpen(path: string): boolean {
  const id = openHere.size === 0 ? null : identityOf(path)
  if (id === null) return false
  return [...openHere.values()].some((open) =>
    BESIDE.some((ending) => identityOf(`${open}${ending}`) === id),
  )
}

/** Device and inode, links followed; null where there is nothing. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}
