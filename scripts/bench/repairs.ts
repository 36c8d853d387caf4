import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LastYear } from '../../src/core/last-year/last-year.ts'
import { understand } from '../../src/core/setup/understand.ts'
import { utf8Text } from '../../src/core/model/utf8-text.ts'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { lastYearOf } from '../../src/core/service/last-year/last-year.ts'
import { figuresForRules } from '../../src/core/collection/rule-figures.ts'
import { CellNumbers } from '../../src/core/repair/cells.ts'
import { ConstraintSet } from '../../src/core/repair/constraints.ts'
import { Repairs } from '../../src/core/repair/propose.ts'
import type { SchoolFigures } from '../../src/core/rules/figures.ts'
import { parseRules } from '../../src/core/rules/library.ts'
import { cellKey } from '../../src/core/rules/sums.ts'
import { compileRule } from '../../src/core/rules/rule.ts'
import type { RuleProgram } from '../../src/core/rules/rule.ts'
import type { CellFigure } from '../../src/core/rules/value.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { Form } from '../../src/shared/model.ts'
import { makeCounty } from '../county/county.ts'
import { Random } from '../county/random.ts'
import { sourcesOfCounty } from './county-sources.ts'

/**
 * How often the true repair is found: seeded errors of the kinds people make are planted one at a
 * time into the figures of a clean made county, and the place of the true repair among the
 * proposals is counted. Errors that no error rule can see are told apart, not left out in silence.
 *
 *   node scripts/bench/repairs.ts [SEED] [ERRORS]
 */
const KINDS = [
  'transposed digits',
  'dropped digit',
  'doubled digit',
  'mistyped digit',
  'ten times',
  'sign',
  'neighbour column exchanged',
  'neighbour row exchanged',
  'last year’s value',
] as const
type Kind = (typeof KINDS)[number]

interface Tally {
  planted: number
  seen: number
  first: number
  third: number
  /** Errors for which the rules allow several repairs; only other evidence tells these apart. */
  several: number
  /** Of these: the true repair came first. */
  told: number
}

const FIELDS = ['planted', 'seen', 'first', 'third', 'several', 'told'] as const

const seed = Number(process.argv[2] ?? '1')
const wanted = Number(process.argv[3] ?? '2000')
const folder = mkdtempSync(join(tmpdir(), 'huishu-repairs-'))
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const { collection, programs, prior, close } = await cleanCounty()
  const random = new Random(seed)
  const tallies = new Map<Kind, Tally>(
    KINDS.map((kind) => [kind, { planted: 0, seen: 0, first: 0, third: 0, several: 0, told: 0 }]),
  )
  const times: number[] = []
  const schools = collection.expected.map((s) => figuresForRules(collection, s, 'returned', prior))
  const errors = programs.filter(({ rule }) => rule.severity === 'error')
  const numbers = new CellNumbers(collection.forms)
  const constraints = new ConstraintSet(errors, numbers)
  const watched = (school: SchoolFigures): Set<string> =>
    new Set(
      constraints
        .of(school)
        .cells()
        .map((cell) => cellKey(numbers.place(cell).form, numbers.place(cell).index)),
    )
  const failing = (school: SchoolFigures): number => constraints.of(school).failing().length
  const before = schools.reduce((sum, school) => sum + failing(school), 0)
  const repairs = new Repairs(programs, collection.forms, {
    address: cellKey,
    label: () => '',
  })
  for (let n = 0; n < wanted; n++) {
    const kind = KINDS[n % KINDS.length] ?? 'sign'
    const school = schools[random.int(0, schools.length - 1)]
    const error =
      school === undefined ? null : plant(kind, school, collection.forms, watched(school), random)
    const tally = tallies.get(kind)
    if (school === undefined || error === null || tally === undefined) continue
    tally.planted++
    const wrong = withCells(school, error)
    if (failing(wrong) === failing(school)) continue
    tally.seen++
    const start = performance.now()
    const view = repairs.of(wrong)
    times.push(performance.now() - start)
    const truth = keyOf(error.map(({ key, was }) => ({ item: key, to: was })))
    const rank = Math.min(
      ...view.groups.map(({ proposals }) => {
        const at = proposals.findIndex((one) => keyOf(one.changes) === truth)
        return at < 0 ? Infinity : at
      }),
    )
    if (rank === 0) tally.first++
    if (view.groups.some(({ proposals }) => proposals.length > 1)) {
      tally.several++
      if (rank === 0) tally.told++
    }
    if (rank < 3) tally.third++
  }
  print(tallies, times, before)
  await close()
}

interface Planted {
  key: string
  form: Form
  index: number
  was: string
  figure: CellFigure
}

/** Cells that some error rule reads: an error elsewhere cannot be seen by any program. */
function plant(
  kind: Kind,
  school: SchoolFigures,
  forms: Form[],
  watched: ReadonlySet<string>,
  random: Random,
): Planted[] | null {
  for (let tries = 0; tries < 200; tries++) {
    const form = forms[random.int(0, forms.length - 1)]
    const table = form === undefined ? null : school.table(form)
    if (form === undefined || table === null || !school.hasForm(form.id)) continue
    const index = random.int(0, form.items.length - 1)
    const item = form.items[index]
    const now = table[index]
    if (item?.kind !== 'number' || typeof now !== 'number') continue
    if (!watched.has(cellKey(form, index))) continue
    const errors = slip(kind, form, index, table, school, random)
    if (errors !== null) return errors
  }
  return null
}

function slip(
  kind: Kind,
  form: Form,
  index: number,
  table: CellFigure[],
  school: SchoolFigures,
  random: Random,
): Planted[] | null {
  const now = table[index]
  if (typeof now !== 'number') return null
  const digits = String(now)
  const one = (typed: number): Planted[] | null =>
    Number.isSafeInteger(typed) && typed !== now
      ? [{ key: cellKey(form, index), form, index, was: String(now), figure: typed }]
      : null
  const at = random.int(0, Math.max(0, digits.length - 2))
  switch (kind) {
    case 'transposed digits':
      if (digits.length < 2) return null
      return one(
        Number(
          digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2),
        ),
      )
    case 'dropped digit':
      return digits.length < 2 ? null : one(Number(digits.slice(0, at) + digits.slice(at + 1)))
    case 'doubled digit':
      return now === 0 ? null : one(Number(digits.slice(0, at + 1) + digits.slice(at)))
    case 'mistyped digit':
      return one(Number(digits.slice(0, at) + String(random.int(0, 9)) + digits.slice(at + 1)))
    case 'ten times':
      return now === 0 ? null : one(now * 10)
    case 'sign':
      return now === 0 ? null : one(-now)
    case 'last year’s value': {
      const last = school.lastYear(form)?.[index]
      return typeof last === 'number' ? one(last) : null
    }
    case 'neighbour column exchanged':
      return exchange(form, index, table, 0, 1)
    case 'neighbour row exchanged':
      return exchange(form, index, table, 1, 0)
  }
}

function exchange(
  form: Form,
  index: number,
  table: CellFigure[],
  down: number,
  right: number,
): Planted[] | null {
  const item = form.items[index]
  const other = form.items.findIndex(
    (one) => one.row === (item?.row ?? 0) + down && one.column === (item?.column ?? 0) + right,
  )
  const [a, b] = [table[index], table[other]]
  if (typeof a !== 'number' || typeof b !== 'number' || a === b) return null
  return [
    { key: cellKey(form, index), form, index, was: String(a), figure: b },
    { key: cellKey(form, other), form, index: other, was: String(b), figure: a },
  ]
}

function withCells(school: SchoolFigures, errors: Planted[]): SchoolFigures {
  return {
    ...school,
    table: (form) => {
      const table = school.table(form)
      const own = errors.filter((error) => error.form === form)
      if (table === null || own.length === 0) return table
      return table.map((figure, i) => own.find((error) => error.index === i)?.figure ?? figure)
    },
  }
}

function keyOf(changes: { item: string; to: string }[]): string {
  return changes
    .map(({ item, to }) => `${item}=${to}`)
    .sort()
    .join(';')
}

async function cleanCounty(): Promise<{
  collection: Collection
  programs: RuleProgram[]
  prior: LastYear
  close: () => Promise<void>
}> {
  const ports = createPorts({
    host: 'memory',
    version: '0',
    dataFolder: folder,
    sampleFolder: folder,
  })
  const county = await makeCounty({ seed, schools: 60, style: 'official', mess: false })
  const found = await understand(sourcesOfCounty(county.files), ports.reader)
  const collection = new Collection(createStore(ports, join(folder, 'clean.huishu'), found))
  const job = { signal: { cancelled: false }, update: () => undefined }
  await importReturns(collection, found.returns, ports, job, () => undefined)
  const rules = found.assets.find((asset) => asset.role === 'rules')
  const library = parseRules(rules === undefined ? '' : utf8Text(rules.bytes))
  const columns = new Set(collection.schools.flatMap((school) => Object.keys(school.attributes)))
  const programs = library.rules.map((rule) =>
    compileRule(rule, {
      forms: collection.forms,
      form: (id) => collection.index.form(id),
      hasAttribute: (name) => columns.has(name),
    }),
  )
  const prior = await lastYearOf(collection, ports.reader)
  return {
    collection,
    programs,
    prior,
    close: async () => {
      collection.store.close()
      await ports.close()
    },
  }
}

function print(tallies: Map<Kind, Tally>, times: number[], before: number): void {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`
  const line = (name: string, { planted, seen, first, third }: Tally): string =>
    `  ${name.padEnd(28)} ${String(planted).padStart(5)} planted  ${String(seen).padStart(5)} seen by an error rule  true repair first ${share(first, seen).padStart(7)}  among three ${share(third, seen).padStart(7)}`
  console.log(
    `repairs (seed ${String(seed)}; ${String(before)} error instances before any was planted)`,
  )
  const all: Tally = { planted: 0, seen: 0, first: 0, third: 0, several: 0, told: 0 }
  for (const [kind, tally] of tallies) {
    console.log(line(kind, tally))
    for (const field of FIELDS) all[field] += tally[field]
  }
  console.log(line('all', all))
  console.log(
    `  several repairs satisfy the rules in ${share(all.several, all.seen)} of the errors seen; the true one is told first in ${share(all.told, all.several)} of these`,
  )
  const sorted = [...times].sort((a, b) => a - b)
  const at = (q: number): string => (sorted[Math.floor(sorted.length * q)] ?? 0).toFixed(1)
  console.log(`  time per school: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`)
}
