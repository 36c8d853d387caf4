import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyOf } from './mutate/copy.ts'
import { testsThatReach } from './mutate/covering.ts'
import { Judge } from './mutate/judge.ts'
import type { Reaching, Verdict } from './mutate/judge.ts'
import { Imports } from './mutate/nearest.ts'
import { mutantsOf, mutated, nameOf } from './mutate/operators.ts'
import type { Mutant } from './mutate/operators.ts'
import { Remembered } from './mutate/remembered.ts'
import { treeOf } from './mutate/syntax.ts'

/**
 * Breaks src/core and src/main in small, random ways and asks the tests whether they notice
 * (docs/mutation.md):
 *
 *   npm run mutate -- [--seed 1] [--count 100] [--only src/core/rules] [--out FILE.json]
 *                     [--jobs 1] [--tests 60] [--seconds 120] [--again] [--near]
 *
 * Works in copies of the tree, one for each job. What was judged stands in the file and is not judged
 * again when the same run is started once more; with `--again`, what was not noticed is. `--tests` and
 * `--seconds` bound what one mutant may cost. `--near` does not ask first which tests come by a place:
 * the nearest by import are tried, and what they do not notice stays undecided.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    only: { type: 'string', default: 'src' },
    out: { type: 'string', default: '' },
    jobs: { type: 'string', default: '1' },
    tests: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '120' },
    again: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
  },
})
/** Milliseconds that a test takes for each file it brings, about. */
const PER_FILE = 10
const root = join(import.meta.dirname, '..')
const out = values.out || join(tmpdir(), `huishu-mutate-${values.seed}.json`)
const limits = { tests: Number(values.tests), milliseconds: Number(values.seconds) * 1_000 }
const benches = Array.from({ length: Number(values.jobs) }, () => {
  const copy = copyOf(root)
  return { ...copy, judge: new Judge(copy.root, limits) }
})
const tree = benches[0]?.root ?? root
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(1))

try {
  const drawn = draw(Number(values.count))
  const known = new Map(earlier().map((verdict) => [nameOf(verdict), verdict]))
  const waiting = drawn.filter((mutant) => {
    const verdict = known.get(nameOf(mutant))
    return verdict === undefined || (values.again && !isNoticed(verdict))
  })
  mkdirSync(dirname(out), { recursive: true })
  const imports = new Imports(tree)
  const queue = values.near ? nearest(waiting, imports) : await reached(waiting, imports)
  await Promise.all(
    benches.map(async ({ judge }) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const judged = await judge.of(next.mutant, next.tests)
        const isOpen = values.near && judged.status === 'survived'
        const verdict: Verdict = isOpen ? { ...judged, status: 'undecided' } : judged
        known.set(nameOf(verdict), verdict)
        writeFileSync(out, JSON.stringify([...known.values()], null, 1))
        if (!isNoticed(verdict)) say(verdict)
      }
    }),
  )
  sayUnsound(benches.flatMap(({ judge }) => [...judge.unsound]))
  summary(drawn.flatMap((mutant) => known.get(nameOf(mutant)) ?? []))
} finally {
  stop(0)
}

interface Waiting {
  mutant: Mutant
  tests: Reaching[]
}

/** The tests that come by: quick ones first, and of these the ones that are about the file. */
async function reached(waiting: readonly Mutant[], imports: Imports): Promise<Waiting[]> {
  const remembered = new Remembered(tree, `${out}.reached`, waiting.map(nameOf))
  const { reaching, unsound } = await testsThatReach(waiting, imports, benches, remembered)
  sayUnsound(unsound)
  return waiting.map((mutant, at) => {
    const steps = imports.stepsTo(mutant.path)
    const cost = ({ test, milliseconds }: Reaching): number =>
      milliseconds * (steps.get(test) ?? 10)
    return { mutant, tests: (reaching[at] ?? []).toSorted((a, b) => cost(a) - cost(b)) }
  })
}

/** The tests that are nearest by import, lighter ones first; what they take is guessed. */
function nearest(waiting: readonly Mutant[], imports: Imports): Waiting[] {
  const weights = new Map(imports.tests().map((test) => [test, imports.weight(test)]))
  return waiting.map((mutant) => {
    const near = [...imports.stepsTo(mutant.path)].flatMap(([test, steps]) => {
      const weight = weights.get(test)
      return weight === undefined ? [] : [{ test, milliseconds: weight * PER_FILE, steps }]
    })
    const cost = (one: Reaching & { steps: number }): number => one.milliseconds * one.steps ** 2
    return { mutant, tests: near.toSorted((a, b) => cost(a) - cost(b)) }
  })
}

/**
 * Mutants by chance: each has its place in the draw from the seed and its name, so that the same seed
 * draws the same ones wherever the code is as it was, whatever has changed elsewhere.
 */
function draw(count: number): Mutant[] {
  const files = ['src/core', 'src/main']
    .flatMap((folder) =>
      readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts') && path.startsWith(values.only) && !/words/u.test(path))
    .sort()
  const codes = new Map(files.map((path) => [path, readFileSync(join(tree, path), 'utf8')]))
  const all = [...codes].flatMap(([path, code]) => mutantsOf(path, code))
  console.log(`${all.length} mutants in ${files.length} files; seed ${values.seed}`)
  const drawn: Mutant[] = []
  const placed = all.map((mutant) => {
    const name = `${values.seed}\0${nameOf(mutant)}`
    return { mutant, place: createHash('sha256').update(name).digest('hex') }
  })
  for (const { mutant } of placed.toSorted((a, b) => (a.place < b.place ? -1 : 1))) {
    if (drawn.length >= count) break
    const code = mutated(mutant, codes.get(mutant.path) ?? '')
    if (treeOf(mutant.path, code) !== null) drawn.push(mutant)
  }
  return drawn
}

function earlier(): Verdict[] {
  return existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as Verdict[]) : []
}

function isNoticed({ status }: Verdict): boolean {
  return status === 'killed' || status === 'timed out'
}

function say({ status, path, line, operator, from, to, tests, reached }: Verdict): void {
  const shown = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 70)
  const place = `${path}:${line} ${operator}`
  console.log(`${status} (${tests}/${reached}) ${place}: ${shown(from)} → ${shown(to)}`)
}

/** Test files that could not be used; some are found only while breaks are tried. */
function sayUnsound(tests: readonly string[]): void {
  if (tests.length > 0)
    console.log(`fail without a break, left out: ${[...new Set(tests)].join(', ')}`)
}

function summary(verdicts: Verdict[]): void {
  const of = (status: Verdict['status']): number =>
    verdicts.filter((one) => one.status === status).length
  const caught = of('killed') + of('timed out')
  const seconds = verdicts.reduce((sum, one) => sum + one.milliseconds, 0) / 1_000
  const share = ((caught / Math.max(1, verdicts.length)) * 100).toFixed(1)
  console.log(
    `${verdicts.length} mutants: ${of('killed')} killed, ${of('timed out')} timed out, ` +
      `${of('survived')} survived, ${of('undecided')} undecided, ${of('not reached')} not reached by any unit test: ${share} % caught; ` +
      `${seconds.toFixed(0)} s; ${out}`,
  )
}

function stop(code: number): void {
  for (const bench of benches) {
    bench.judge.close()
    bench.remove()
  }
  if (code !== 0) process.exit(code)
}
