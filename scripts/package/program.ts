import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleProgram } from './bundle.ts'
import { installed, notAllowed, notices, packagesIn } from './packages.ts'
import type { Packed } from './packages.ts'
import { aboutProgram, root } from './root.ts'
import { billOfMaterials } from './sbom.ts'

/** The reader of old formats is loaded by its name when the first old file comes; these files it needs. */
const OLD_FORMATS = join('node_modules', '@e965', 'xlsx')
const ITS_FILES = ['package.json', 'LICENSE', 'xlsx.js', join('dist', 'cpexcel.js')]

/** A runtime beside the packages, with the notice that goes with it. */
export interface RunsOn extends Packed {
  /** The package of the registry that it comes in. */
  package: string
}

/**
 * What every way of delivery has in common: the bundled program, the built interface (`npm run build`
 * first), resources, third parties' notices and the bill of materials. No links, no folder of packages.
 *
 * @param program is filled
 * @param entries what the program starts from: name → path
 * @param runtime what it runs on
 * @param about more for its package.json
 * @throws Error when a package that went in has another licence than allowed
 */
export async function putProgram(
  program: string,
  entries: Readonly<Record<string, string>>,
  runtime: RunsOn,
  about: Record<string, unknown>,
): Promise<void> {
  const copy = (path: string): void =>
    cpSync(join(root, path), join(program, path), { recursive: true, dereference: true })
  await bundleProgram(entries, join(program, 'out', 'main'))
  copy(join('out', 'renderer'))
  copy('resources')
  for (const file of ITS_FILES) copy(join(OLD_FORMATS, file))

  const packages = [
    ...packagesIn([join(program, 'out', 'main'), join(program, 'out', 'renderer')]),
    installed(join(root, OLD_FORMATS)),
  ]
  const refused = notAllowed(packages)
  if (refused.length > 0) throw new Error(`licences that are not allowed: ${refused.join('; ')}`)
  const all = [...packages, { ...runtime, text: runtime.text ?? '' }]
  // The page of the help shows these: all that is inside, not the interface's alone.
  put(program, join('out', 'renderer', 'licences.json'), JSON.stringify(all))
  put(program, join('licences', 'sbom.cdx.json'), billOfMaterials(packages, runtime.package))
  put(program, join('licences', 'third-party.txt'), notices(packages))
  put(program, join('licences', 'LICENSE'), readFileSync(join(root, 'LICENSE')))
  const { name, version, license, type } = aboutProgram()
  put(program, 'package.json', JSON.stringify({ name, version, license, type, ...about }, null, 2))
}

/** The packages that go along as they are: name → version. */
export function byName(): Record<string, string> {
  const { name, version } = installed(join(root, OLD_FORMATS))
  return { [name]: version }
}

/** Writes a file below a folder, readable by everybody. */
export function put(
  folder: string,
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
  chmodSync(join(folder, path), mode)
}
