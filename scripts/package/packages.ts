import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

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

/** By their SPDX names (https://spdx.org/licenses). */
const TEXTS: Readonly<Record<string, string | undefined>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee
is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE
INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE,
DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

/** The packages that the bundler says went into its files, read from what it left in each folder. */
export function packagesIn(folders: readonly string[]): Packed[] {
  const all = folders.flatMap((folder) =>
    z.array(packed).parse(JSON.parse(readFileSync(join(folder, 'licences.json'), 'utf8'))),
  )
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, withText(one)]))
  return [...once.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** A package that brings no licence's text: the text that its name stands for, in its author's name. */
function withText(one: Packed): Packed {
  if ((one.text ?? '').trim() !== '') return one
  const text = TEXTS[one.identifier ?? '']
  if (text === undefined) throw new Error(`${one.name}: no text of its licence`)
  return {
    ...one,
    text: `${one.identifier ?? ''} License\n\nCopyright (c) ${authorOf(one)}\n\n${text}`,
  }
}

function authorOf({ name }: Packed): string {
  const about = z
    .object({ author: z.union([z.string(), z.object({ name: z.string() })]).optional() })
    .parse(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')))
  const { author } = about
  if (author === undefined) return `the authors of ${name}`
  return typeof author === 'string' ? author : author.name
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
