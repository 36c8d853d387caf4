import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** One line of chatter. */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`)
}

/**
 * Runs a program in the checkout with its output on stderr.
 * @returns {boolean} whether it ended well
 */
export function run(program, words, options = {}) {
  const { status, error } = spawnSync(program, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    ...options,
  })
  if (error) say(`${program}: ${error.message}`)
  return status === 0
}

/** The pinned Node when it is installed, else the one running this. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const folder = { linux: 'linux', win32: 'win' }[process.platform] ?? process.platform
  const pinned = join(root, 'node_modules', `node-${folder}-${process.arch}`, 'bin', name)
  return existsSync(pinned) ? pinned : process.execPath
}
