import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How much is kept: the newest `files` files of at most `bytes` each. */
export interface Room {
  files: number
  bytes: number
}

/**
 * Appends a line to `huishu.log` in a folder; a full file becomes `huishu.1.log`, that one
 * `huishu.2.log`, and the oldest goes. Files are for their owner only (0600). Several programs may
 * write at once: a line is one write at the end of the file.
 *
 * @param line without its line break
 * @throws what the file system throws
 */
export function appendLine(folder: string, line: string, room: Room): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const text = `${line}\n`
  if (sizeOf(join(folder, name(0))) + Buffer.byteLength(text) > room.bytes) turn(folder, room.files)
  appendFileSync(join(folder, name(0)), text, { mode: 0o600 })
}

function turn(folder: string, files: number): void {
  rmSync(join(folder, name(files - 1)), { force: true })
  for (let age = files - 2; age >= 0; age -= 1) {
    if (sizeOf(join(folder, name(age))) > 0)
      renameSync(join(folder, name(age)), join(folder, name(age + 1)))
  }
}

function name(age: number): string {
  return age === 0 ? 'huishu.log' : `huishu.${age}.log`
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
