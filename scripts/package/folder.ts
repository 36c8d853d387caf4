import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleProgram } from './bundle.ts'
import { launchersFor } from './launchers.ts'
import { installed, notAllowed, notices, packagesIn } from './packages.ts'
import { readMe } from './read-me.ts'
import { root } from './root.ts'
import { runtimeFor } from './runtime.ts'
import { billOfMaterials } from './sbom.ts'
import type { Target } from './targets.ts'

/** The reader of old formats is loaded by its name when the first old file comes; these files it needs. */
const OLD_FORMATS = join('node_modules', '@e965', 'xlsx')
const ITS_FILES = ['package.json', 'LICENSE', 'xlsx.js', join('dist', 'cpexcel.js')]

/**
 * Makes the portable folder of a target: launchers on top, and below `program` Node, the bundled
 * program, the built interface (`npm run build` first), resources and licences. No links in it.
 *
 * @param folder is emptied and filled
 * @throws Error when a package that went in has another licence than allowed, or Node cannot be had
 */
export async function makeFolder(target: Target, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const program = join(folder, 'program')
  const put = (path: string, content: string | Uint8Array, mode = 0o644): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    chmodSync(join(folder, path), mode)
  }
  const copy = (path: string): void =>
    cpSync(join(root, path), join(program, path), { recursive: true, dereference: true })

  await bundleProgram(join(program, 'out', 'main'))
  copy(join('out', 'renderer'))
  copy('resources')
  for (const file of ITS_FILES) copy(join(OLD_FORMATS, file))

  const packages = [
    ...packagesIn([join(program, 'out', 'main'), join(program, 'out', 'renderer')]),
    installed(join(root, OLD_FORMATS)),
  ]
  const refused = notAllowed(packages)
  if (refused.length > 0) throw new Error(`licences that are not allowed: ${refused.join('; ')}`)
  const runtime = runtimeFor(target)
  const node = target.name.startsWith('win') ? 'node.exe' : 'node'
  put(join('program', 'node', node), runtime.program, 0o755)
  put(join('program', 'node', 'LICENSE'), runtime.licence)

  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const { name, version, license, type } = about
  put(join('program', 'package.json'), JSON.stringify({ name, version, license, type }, null, 2))
  put(
    join('program', 'portable.json'),
    JSON.stringify({ target: target.name, node: runtime.version }),
  )
  put(
    join('program', 'licences', 'sbom.cdx.json'),
    billOfMaterials(packages, target.runtime.package),
  )
  put(join('program', 'licences', 'third-party.txt'), notices(packages))
  put(join('program', 'licences', 'LICENSE'), readFileSync(join(root, 'LICENSE')))
  for (const { path, text, program } of launchersFor(target.name))
    put(path, text, program ? 0o755 : 0o644)
  for (const page of ['用户指南.md', '给信息部门.md']) {
    put(join('说明', page), readFileSync(join(root, 'docs', page)))
  }
  put('使用说明.txt', readMe(target.name, String(version)))
}
