import { isMap, isScalar } from 'yaml'
import type { Document, LineCounter } from 'yaml'
import { strangeKeys } from '../model/known-keys.ts'
import type { SetupNote } from '../model/collection.ts'

const TOP = [
  ...['title', 'county', 'school_year', 'period', 'reference_date', 'due_date', 'dimensions'],
  ...[
    'dimension_fields',
    'register',
    'external',
    'plans',
    'prior',
    'earlier',
    'forms',
    'returns',
    'stages',
  ],
  ...['not_counted_types', 'rules', 'indicators', 'summary', 'lists'],
]
const LIST = ['file', 'sheet', 'key', 'name', 'short_name', 'type', 'status', 'active']
const BELOW: Readonly<Record<string, readonly string[]>> = {
  register: [...LIST, 'kind', 'blanks'],
  external: LIST,
  prior: [...LIST, 'school_year'],
  earlier: ['same', 'previous'],
  forms: ['folder', 'by_type', 'not_applicable'],
}

/**
 * Keys of a collection.yaml that nobody reads; without a word, what they say would be lost
 * (`not_counted_type: …` counts every school).
 *
 * @param dimensions names that may carry a table of code prefixes at the top (城乡)
 */
export function configNotes(
  document: Document,
  lines: LineCounter,
  dimensions: readonly string[],
): SetupNote[] {
  return [
    ...notesOf(document.contents, [...TOP, ...dimensions, '城乡'], '', lines),
    ...Object.entries(BELOW).flatMap(([name, keys]) =>
      notesOf(document.get(name, true), keys, `${name}.`, lines),
    ),
  ]
}

function notesOf(
  node: unknown,
  known: readonly string[],
  before: string,
  lines: LineCounter,
): SetupNote[] {
  if (!isMap(node)) return []
  const places = new Map(
    node.items.flatMap(({ key }) =>
      isScalar(key) ? [[String(key.value), lines.linePos(key.range?.[0] ?? 0).line] as const] : [],
    ),
  )
  return strangeKeys(Object.fromEntries(places), known).map(({ key, meant }) => ({
    code: meant === null ? 'unknown-key' : 'meant-key',
    params: {
      key: `${before}${key}`,
      line: places.get(key) ?? 1,
      ...(meant === null ? {} : { meant: `${before}${meant}` }),
    },
    role: '',
  }))
}

/** The files that a collection.yaml names itself, by what they are for. */
export function filesNamed(document: Document): { role: string; path: string }[] {
  const texts = ['rules', 'indicators', 'summary', 'lists', 'plans']
  const tables = ['register', 'external', 'prior']
  return [
    ...texts.map((role) => ({ role, path: document.get(role) })),
    ...tables.map((role) => {
      const node = document.get(role)
      return { role, path: isMap(node) ? node.get('file') : node }
    }),
    ...['same', 'previous'].map((past) => ({
      role: 'prior',
      path: document.getIn(['earlier', past]),
    })),
  ].flatMap(({ role, path }) => (typeof path === 'string' && path !== '' ? [{ role, path }] : []))
}
