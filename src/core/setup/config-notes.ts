import { isCollection, isMap, isScalar } from 'yaml'
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
    ...noTexts(document, lines),
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

/** Keys that hold one text; a list or a map there would be passed over for the default. */
const TEXTS = [
  ...['title', 'county', 'school_year', 'reference_date', 'due_date', 'rules', 'indicators'],
  ...['summary', 'lists', 'plans', 'returns', 'forms.folder', 'forms.not_applicable'],
  ...Object.entries(BELOW).flatMap(([name, keys]) =>
    name === 'forms' ? [] : keys.map((key) => `${name}.${key}`),
  ),
]

function noTexts(document: Document, lines: LineCounter): SetupNote[] {
  return TEXTS.flatMap((key): SetupNote[] => {
    const node: unknown = document.getIn(key.split('.'), true)
    if (!isCollection(node)) return []
    const line = lines.linePos(node.range?.[0] ?? 0).line
    return [{ code: 'bad-value', params: { key, line }, role: '' }]
  })
}

/** The columns of the register that a collection.yaml names itself, by the key that names them. */
export function columnsNamed(document: Document): { key: string; column: string }[] {
  const fields: unknown = document.get('dimension_fields')
  const dimensions = isMap(fields)
    ? fields.items.map(({ key }) => ['dimension_fields', isScalar(key) ? String(key.value) : ''])
    : []
  const own = ['short_name', 'type', 'status', 'kind', 'blanks'].map((key) => ['register', key])
  return [...own, ...dimensions].flatMap((path) => {
    const column: unknown = document.getIn(path)
    return typeof column === 'string' && column.trim() !== ''
      ? [{ key: path.join('.'), column: column.trim() }]
      : []
  })
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
      role: past,
      path: document.getIn(['earlier', past]),
    })),
  ].flatMap(({ role, path }) => (typeof path === 'string' && path !== '' ? [{ role, path }] : []))
}
