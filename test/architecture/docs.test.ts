import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exists, text } from './imports.ts'

/** What is written for those who work on the program; what users read names no files of it. */
const DOCS = [
  'CONTRIBUTING.md',
  ...readdirSync(resolve(import.meta.dirname, '../../docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]

/** Places in the repository that a text names: `src/core/a.ts`, `test/golden`; no patterns. */
function placesIn(written: string): string[] {
  const named = written.matchAll(/`((?:src|test|scripts|docs|resources)\/[\w./-]+)(?: [^`]*)?`/gu)
  return [...named].map((match) => (match[1] ?? '').replace(/[./]+$/u, ''))
}

test('what the docs name is there', () => {
  const named = DOCS.flatMap((doc) => placesIn(text(doc)).map((place) => ({ doc, place })))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ place }) => !exists(place))).toEqual([])
})

test('links between the docs lead somewhere', () => {
  const links = [...DOCS, 'README.md', 'CHANGELOG.md'].flatMap((doc) =>
    [...text(doc).matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map((match) => ({
      doc,
      to: new URL(match[1] ?? '', `file:///${doc}`).pathname.slice(1),
    })),
  )
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter(({ to }) => !exists(decodeURIComponent(to)))).toEqual([])
})

test('a place that is not there is seen', () => {
  expect(placesIn('see `src/core/gone.ts` and `docs/contract.md §4`, not `src/*.ts`')).toEqual([
    'src/core/gone.ts',
    'docs/contract.md',
  ])
})
