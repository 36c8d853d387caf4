import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** One import in a source file: of another source file ("src/core/…") or of a package or Node module. */
export interface Arrow {
  from: string
  to: string
}

/** Every import, export-from, dynamic import and import type in src/, resolved to files of the repository. */
export function arrows(): Arrow[] {
  return sources().flatMap((from) =>
    specifiers(from).map((specifier) => ({ from, to: resolved(from, specifier) })),
  )
}

/** Every TypeScript file below src/, with "/". */
export function sources(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .sort()
}

/** Whether there is such a file in the repository. */
export function exists(path: string): boolean {
  return existsSync(join(root, path))
}

export function text(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Fails when the file does not parse: a file that is not understood would pass every check. */
export function specifiers(path: string, code = text(path)): string[] {
  const { module, errors } = parseSync(path, code)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const fixed = module.staticImports.map((one) => one.moduleRequest.value)
  const passed = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  )
  const late = module.dynamicImports.map((one) =>
    code.slice(one.moduleRequest.start, one.moduleRequest.end).replaceAll(/['"`]/gu, ''),
  )
  // import('…').T in types and require('…') are no imports to the parser.
  const others = [...code.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/gu)].map(
    (match) => match[1] ?? '',
  )
  return [...new Set([...fixed, ...passed, ...late, ...others])]
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const to = relative(root, resolve(root, dirname(from), specifier.split('?')[0] ?? ''))
  return to.replaceAll('\\', '/')
}
