import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A copy of the tree in the temp folder, so that no break ever stands in the checkout. */
export interface Copy {
  root: string
  remove(): void
}

/** Copies what Git knows or would add; installed packages and the shared material are linked. */
export function copyOf(root: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-mutate-'))
  const to = join(folder, 'tree')
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
  for (const name of listed.toString('utf8').split('\0')) {
    if (name !== '' && existsSync(join(root, name))) cpSync(join(root, name), join(to, name))
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction')
  const shared = join(dirname(root), 'shared')
  if (existsSync(shared)) symlinkSync(shared, join(folder, 'shared'), 'junction')
  return { root: to, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
