import { describe, expect, test } from 'vitest'
import { circles, climbs, type Floors } from './floors.ts'
import { arrows, exists, sources, text, type Arrow } from './imports.ts'

const CORE = 'src/core/'
const SERVICE = 'src/core/service/'

/** The core, lowest first: a room uses only rooms on floors below its own. */
const FLOORS: Floors = [
  ['memory'],
  ['model'],
  ['ledger'],
  ['ports.ts', 'forms'],
  ['align', 'cells'],
  ['rules', 'externals', 'last-year'],
  ['indicators', 'repair', 'queries', 'adding', 'register', 'lists'],
  ['recount', 'personal', 'screening', 'summary', 'setup', 'intake'],
  ['collection', 'draft', 'impact'],
  ['consolidate'],
  ['controls', 'lake', 'rollup', 'series'],
  ['service'],
]

/** The use cases, lowest first: what all share, then the features, then what puts them together. */
const SERVICE_FLOORS: Floors = [
  ['events.ts'],
  ['jobs.ts', 'log', 'backup-keeper.ts', 'verify-keeper.ts'],
  ['session.ts'],
  ['export.ts', 'last-year', 'opening.ts', 'turns.ts'],
  ['consolidate', 'controls', 'intake', 'screening'],
  ['series'],
  [
    'backups',
    'collections',
    'comments',
    'findings',
    'indicators',
    'ledger',
    'personal',
    'register',
    'shown',
    'summary',
  ],
  ['draft', 'faults', 'impact', 'queries', 'snapshots'],
  ['data', 'overview'],
  ['forms', 'report', 'lake', 'city'],
  ['compile'],
  ['service.ts'],
]

const every = arrows()
const own = every.filter(({ from }) => from.startsWith(CORE))
const inside = own.filter(({ to }) => to.startsWith(CORE))
const code = sources().filter((path) => path.startsWith(CORE))

test('in the core every import leads downstairs', () => {
  expect(inside.length).toBeGreaterThan(500)
  expect(climbs(CORE, FLOORS, inside)).toEqual([])
})

test('among the use cases every import leads downstairs', () => {
  expect(climbs(SERVICE, SERVICE_FLOORS, inside)).toEqual([])
})

test('no files of the core import each other in a circle', () => {
  expect(circles(inside)).toEqual([])
})

/** Everything that a part reaches, however far, with the file through which it does: "from → to". */
function reached(part: string, all: readonly Arrow[]): Arrow[] {
  const met = new Set(all.flatMap(({ from }) => (from.startsWith(part) ? [from] : [])))
  const ways: Arrow[] = []
  // A set takes in what is added while it is walked.
  for (const file of met)
    for (const arrow of all)
      if (arrow.from === file) {
        ways.push(arrow)
        met.add(arrow.to)
      }
  return ways
}

const ARITHMETIC = ['src/core/model/number.ts', 'src/shared/exact.ts']
/** Imports by which the second calculator comes to the first's arithmetic. */
const borrowed = (all: readonly Arrow[]): string[] =>
  reached('src/core/recount/', all)
    .filter(({ to }) => ARITHMETIC.includes(to))
    .map(({ from }) => from)

const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bIntl\.DateTimeFormat\b|\bMath\.random\b|\bperformance\b\.|\bcrypto\b\.|\bprocess\./u
const isImpure = (written: string): boolean =>
  IMPURE.test(written.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, ''))

test('the second calculator reaches none of the arithmetic of the first, however far', () => {
  expect(reached('src/core/recount/', inside).length).toBeGreaterThan(5)
  expect(ARITHMETIC.filter((path) => !exists(path))).toEqual([])
  expect(borrowed(every)).toEqual([])
})

test('the core knows neither the time nor chance: they come in through ports', () => {
  expect(code.filter((path) => isImpure(text(path)))).toEqual([])
})

const remembers = (written: string): boolean => /\bWeakMap\b/u.test(written)

test('what is remembered of an object is remembered in one way', () => {
  const others = code.filter((path) => !path.startsWith(`${CORE}memory/`))
  expect(others.filter((path) => remembers(text(path)))).toEqual([])
})

/** Folders of more than 25 files. */
function crowded(paths: readonly string[]): string[] {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/')))
  const size = (folder: string): number => folders.filter((one) => one === folder).length
  return [...new Set(folders)].filter((folder) => size(folder) > 25)
}

/** Of how many lines half of the files have no more. */
function median(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0
}

test('rooms and files of the core stay small', () => {
  expect(crowded(code)).toEqual([])
  expect(median(code.map((path) => text(path).split('\n').length))).toBeLessThanOrEqual(100)
})

describe('a planted break is seen', () => {
  const plant = (from: string, to: string) => [
    ...inside,
    { from: `${CORE}${from}`, to: `${CORE}${to}` },
  ]

  test.each([
    ['model/number.ts', 'forms/detect.ts'],
    ['ports.ts', 'forms/detect.ts'],
    ['rules/parse.ts', 'service/session.ts'],
  ])('%s uses %s: up, or across', (from, to) => {
    expect(climbs(CORE, FLOORS, plant(from, to))).toEqual([`${CORE}${from} → ${CORE}${to}`])
  })

  test.each([
    ['service/session.ts', 'service/findings/findings.ts'],
    ['service/intake/cases.ts', 'service/screening/screening.ts'],
  ])('%s uses %s: the context knows no feature, nor a feature one beside it', (from, to) => {
    expect(climbs(SERVICE, SERVICE_FLOORS, plant(from, to))).toEqual([
      `${CORE}${from} → ${CORE}${to}`,
    ])
  })

  test('files that import each other in a circle', () => {
    const there = inside[0]
    if (there === undefined) throw new Error('the core has no imports')
    const back = { from: there.to, to: there.from }
    expect(circles([...inside, back]).flat()).toEqual(expect.arrayContaining([there.from]))
  })

  test('the second calculator comes to the arithmetic by way of another file', () => {
    const planted = (from: string): Arrow[] => [...every, { from, to: 'src/shared/exact.ts' }]
    for (const way of ['src/core/rules/tree.ts', 'src/shared/expression-tokens.ts']) {
      expect(borrowed(planted(way))).toEqual([way])
    }
  })

  test('a folder of one file more than 25, and nothing else', () => {
    const files = (folder: string, n: number): string[] =>
      Array.from({ length: n }, (_, index) => `${CORE}${folder}/file-${index}.ts`)
    const within = [...files('model/deep', 20), ...files('model', 20), ...files('forms', 25)]
    expect(crowded(within)).toEqual([])
    expect(crowded([...within, `${CORE}forms/one-more.ts`])).toEqual([`${CORE}forms`])
  })

  test('files that grow long, though a few may', () => {
    expect(median([400, 390, 90, 80, 100])).toBe(100)
    expect(median([400, 390, 101, 80, 100])).toBe(101)
  })

  test('a memory of its own', () => {
    expect(remembers('const known = new WeakMap<Form, Shape>()')).toBe(true)
  })

  test.each([
    'const at = new Date()',
    'const at = Date.now()',
    'new Intl.DateTimeFormat()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
  ])('%s', (written) => {
    expect(isImpure(written)).toBe(true)
    expect(isImpure(`// ${written}`)).toBe(false)
  })
})
