import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from './county/random.ts'
import { copyOf } from './mutate/copy.ts'
import { Judge } from './mutate/judge.ts'
import type { Verdict } from './mutate/judge.ts'
import { Imports } from './mutate/nearest.ts'
import { mutantsOf, mutated } from './mutate/operators.ts'
import type { Mutant } from './mutate/operators.ts'
import { treeOf } from './mutate/syntax.ts'

/**
 * Breaks src/core and src/main in small, random ways and asks the tests whether they notice
 * (docs/mutation.md):
 *
 *   npm run mutate -- [--seed 1] [--count 100] [--only src/core/rules] [--out FILE.json]
 *                     [--tests 25] [--seconds 40]
 *
 * Works in a copy of the tree. What was judged stands in the file and is not judged again when the
 * same run is started once more. `--tests` and `--seconds` bound what one mutant may cost.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    only: { type: 'string', default: 'src' },
    out: { type: 'string', default: '' },
    tests: { type: 'string', default: '25' },
    seconds: { type: 'string', default: '40' },
  },
})
const root = join(import.meta.dirname, '..')
const out = values.out || join(tmpdir(), `huishu-mutate-${values.seed}.json`)

const copy = copyOf(root)
const judge = new Judge(copy.root, {
  tests: Number(values.tests),
  milliseconds: Number(values.seconds) * 1_000,
  each: 20_000,
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(1))

try {
  const drawn = draw(Number(values.count))
  const imports = new Imports(copy.root)
  const known = new Map(earlier().map((verdict) => [keyOf(verdict), verdict]))
  const verdicts: Verdict[] = []
  for (const mutant of drawn) {
    const verdict =
      known.get(keyOf(mutant)) ?? (await judge.of(mutant, imports.testsOf(mutant.path)))
    verdicts.push(verdict)
    known.set(keyOf(mutant), verdict)
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, JSON.stringify([...known.values()], null, 1))
    if (verdict.status !== 'killed' && verdict.status !== 'timed out') say(verdict)
  }
  summary(verdicts)
  if (judge.unsound.size > 0)
    console.log(`fail without a break, left out: ${[...judge.unsound].join(', ')}`)
} finally {
  stop(0)
}

/** Mutants by chance, the same for the same seed and tree. */
function draw(count: number): Mutant[] {
  const files = ['src/core', 'src/main']
    .flatMap((folder) =>
      readdirSync(join(copy.root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts') && path.startsWith(values.only) && !/words/u.test(path))
    .sort()
  const codes = new Map(files.map((path) => [path, readFileSync(join(copy.root, path), 'utf8')]))
  const all = [...codes].flatMap(([path, code]) => mutantsOf(path, code))
  console.log(`${all.length} mutants in ${files.length} files; seed ${values.seed}`)
  const drawn: Mutant[] = []
  for (const mutant of new Random(values.seed).shuffle(all)) {
    if (drawn.length >= count) break
    const code = mutated(mutant, codes.get(mutant.path) ?? '')
    if (treeOf(mutant.path, code) !== null) drawn.push(mutant)
  }
  return drawn
}

function earlier(): Verdict[] {
  return existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as Verdict[]) : []
}

/** A mutant by what it is: one in a file that has changed since is another. */
function keyOf({ path, start, end, from, to }: Mutant): string {
  return [path, start, end, from, to].join('\0')
}

function say({ status, path, line, operator, from, to, tests, nearest }: Verdict): void {
  const shown = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 70)
  const place = `${path}:${line} ${operator}`
  console.log(`${status} (${tests}/${nearest}) ${place}: ${shown(from)} → ${shown(to)}`)
}

function summary(verdicts: Verdict[]): void {
  const of = (status: Verdict['status']): number =>
    verdicts.filter((one) => one.status === status).length
  const caught = of('killed') + of('timed out')
  const seconds = verdicts.reduce((sum, one) => sum + one.milliseconds, 0) / 1_000
  const share = ((caught / Math.max(1, verdicts.length)) * 100).toFixed(1)
  console.log(
    `${verdicts.length} mutants: ${of('killed')} killed, ${of('timed out')} timed out, ` +
      `${of('survived')} survived, ${of('undecided')} undecided, ${of('no test')} without a test: ${share} % caught; ` +
      `${seconds.toFixed(0)} s; ${out}`,
  )
}

function stop(code: number): void {
  judge.close()
  copy.remove()
  if (code !== 0) process.exit(code)
}
