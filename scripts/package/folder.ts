import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { portableEntries } from './entries.ts'
import { launchersFor } from './launchers.ts'
import { pages } from './pages.ts'
import { put, putProgram } from './program.ts'
import { readMe } from './read-me.ts'
import { aboutProgram, root } from './root.ts'
import { runtimeFor } from './runtime.ts'
import type { Runtime } from './runtime.ts'
import type { Target } from './targets.ts'

/**
 * Makes the portable folder of a target: launchers on top, and below `program` Node, the bundled
 * program, the built interface (`npm run build` first), resources and licences. No links in it.
 *
 * @param folder is emptied and filled
 * @param runtime Node for the target
 * @throws Error when a package that went in has another licence than allowed, or Node cannot be had
 */
export async function makeFolder(
  target: Target,
  folder: string,
  runtime: Runtime = runtimeFor(target),
): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const program = join(folder, 'program')
  const node = {
    package: target.runtime.package,
    name: 'Node.js',
    version: runtime.version,
    identifier: 'MIT',
    text: Buffer.from(runtime.licence).toString('utf8'),
  }
  await putProgram(program, portableEntries(root), node, {})
  const file = target.name.startsWith('win') ? 'node.exe' : 'node'
  put(program, join('node', file), runtime.program, 0o755)
  put(program, join('node', 'LICENSE'), runtime.licence)
  const own = { target: target.name, node: runtime.version }
  put(program, 'portable.json', JSON.stringify(own))
  for (const { path, text, program: isProgram } of launchersFor(target.name))
    put(folder, path, text, isProgram ? 0o755 : 0o644)
  for (const { path, content } of pages()) put(folder, join('说明', path), content)
  put(folder, '使用说明.txt', readMe(target.name, aboutProgram().version))
}
