import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A package of others that is part of the program. */
export type Packed = z.infer<typeof packed>

const packed = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  identifier: z.string().nullish(),
  text: z.string().nullish(),
})

/** Licences under which a package may be part of the program, and those that ask no more than these. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'BlueOak-1.0.0',
])

/** The packages that the bundler says went into its files, read from what it left in each folder. */
export function packagesIn(folders: readonly string[]): Packed[] {
  const all = folders.flatMap((folder) =>
    z.array(packed).parse(JSON.parse(readFileSync(join(folder, 'licences.json'), 'utf8'))),
  )
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, one]))
  return [...once.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** One installed package, copied as it is. */
export function installed(folder: string): Packed {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const about = z
    .object({ name: z.string(), version: z.string(), license: z.string() })
    .parse(JSON.parse(read('package.json')))
  return { ...about, identifier: about.license, text: read('LICENSE') }
}

/** Those whose licence is not among the allowed: `name@version licence`. */
export function notAllowed(packages: readonly Packed[]): string[] {
  return packages.flatMap(({ name, version, identifier }) =>
    isAllowed(identifier ?? '') ? [] : [`${name}@${version} ${identifier ?? '(no licence named)'}`],
  )
}

/** An SPDX expression of which at least one choice is allowed. */
function isAllowed(expression: string): boolean {
  return expression
    .replaceAll(/[()]/gu, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one.trim())))
}

/** The notices that the licences ask for. */
export function notices(packages: readonly Packed[]): string {
  const parts = packages.map(({ name, version, identifier, text }) =>
    [`${name} ${version} (${identifier ?? ''})`, '', text?.trim() ?? ''].join('\n'),
  )
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
