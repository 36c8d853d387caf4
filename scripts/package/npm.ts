import { spawnSync } from 'node:child_process'
import { root } from './root.ts'

/**
 * Runs npm in the checkout.
 *
 * @returns what it printed
 * @throws Error with what it said when it ended badly
 */
export function npm(words: readonly string[]): string {
  const path = process.env['npm_execpath']
  const [program, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []]
  const done = spawnSync(program, [...first, ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (done.status !== 0) throw new Error(`npm ${words[0]}: ${done.stderr || String(done.error)}`)
  return done.stdout
}
