import { readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { text } from './imports.ts'

const root = resolve(import.meta.dirname, '../..')

/** A file's code under its place in the repository ("src/core/a.ts"). */
export type Code = ReadonlyMap<string, string>

/** Everything that is written in TypeScript or as a module: sources, scripts and tests. */
export function allCode(): Code {
  const names = ['src', 'scripts', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  return new Map(
    names.filter((name) => /\.(?:tsx?|mjs)$/u.test(name)).map((name) => [name, text(name)]),
  )
}

/**
 * Exports that no other file imports, as "file: name". A file taken in whole (`import * as`, a
 * call of `import()`, `export *`) counts as taken with all it exports; a type is taken where its
 * own file mentions it, as part of what another export takes or gives.
 */
export function unusedExports(code: Code): string[] {
  const taken = new Set<string>()
  const whole = new Set<string>()
  const exported: { file: string; name: string }[] = []
  for (const [file, written] of code) {
    const to = (specifier: string): string => target(file, specifier)
    const { module } = parseSync(file, written)
    for (const { moduleRequest, entries } of module.staticImports)
      for (const { importName } of entries)
        if (importName.kind === 'Name') taken.add(`${to(moduleRequest.value)}: ${importName.name}`)
        else whole.add(to(moduleRequest.value))
    for (const { entries } of module.staticExports)
      for (const { moduleRequest, importName, exportName } of entries) {
        if (exportName.name !== null) exported.push({ file, name: exportName.name })
        if (moduleRequest === null) continue
        if (importName.kind === 'Name') taken.add(`${to(moduleRequest.value)}: ${importName.name}`)
        else whole.add(to(moduleRequest.value))
      }
    for (const match of written.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/gu))
      whole.add(to(match[1] ?? ''))
  }
  return exported
    .filter(({ file, name }) => !whole.has(file) && !taken.has(`${file}: ${name}`))
    .filter(({ file, name }) => !isMentionedType(code.get(file) ?? '', name))
    .map(({ file, name }) => `${file}: ${name}`)
    .toSorted()
}

function isMentionedType(written: string, name: string): boolean {
  if (!/^[A-Za-z]\w*$/u.test(name)) return false
  if (!new RegExp(`^export (?:type|interface) ${name}\\b`, 'mu').test(written)) return false
  return [...written.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))].length > 1
}

function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const path = resolve(root, dirname(from), specifier.split('?')[0] ?? '')
  return relative(root, path).replaceAll('\\', '/')
}
