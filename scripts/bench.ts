import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * Measures named parts of the program against a baseline, each contender in a process of its own
 * and in turns, so that neither memory nor a busy machine favours one:
 *
 *   npm run bench -- [export] [intake] [rules] [workbench] [browser] [repairs] [screening] [forms] [understanding] [lists] [rollup] [draft [FOLDER…]] [--rounds 3] [--files 1000] [--long]
 *
 * A bench is a file in scripts/bench/ that takes a contender's name (and, where it reads files, the
 * folder they are in and how many to read) and prints one JSON line
 * `{ "ms", "beforeMb", "peakMb", "note" }`, perhaps with "cpuMs". `--long` adds what takes minutes.
 */
interface Bench {
  file: string
  contenders: string[]
  /** How many files the contenders read unless it is said: the slowest must end in time. */
  files?: number
  /** Whether names with a "/" or "." behind it are folders for it to read. */
  folders?: boolean
  /** Contender with a number of files → also measured in one round, to see whether cost grows. */
  growth?: { contender: string; files: number[]; long: number[] }
}

const BENCHES: Record<string, Bench> = {
  export: { file: 'export.ts', contenders: ['huishu', 'sheets', 'exceljs', 'streaming'] },
  // The first three read the same files in one thread each; the last takes them in as the program does, in its threads.
  intake: {
    file: 'intake.ts',
    contenders: ['exceljs', 'inflating', 'cells', 'reading', 'intake'],
    files: 100,
    growth: { contender: 'intake', files: [100, 1_000], long: [5_000] },
  },
  // All rules over all schools, and everything after one correction; prints its own table.
  rules: { file: 'rules.ts', contenders: [] },
  // A county of 1,000 schools through the use cases: every view, and again after corrections; prints its own table.
  workbench: { file: 'workbench.ts', contenders: [] },
  // The same in a real browser, from key or click to the painted frame, and a bare grid beside it; prints its own table.
  browser: { file: 'browser.ts', contenders: [] },
  // Counts how often the true repair is found; prints its own table.
  repairs: { file: 'repairs.ts', contenders: [] },
  // Counts false alarms and planted mischief; prints its own table.
  screening: { file: 'screening.ts', contenders: [] },
  // Counties of forms as counties make them, clean and messed: what comes out right; prints its own table.
  forms: { file: 'forms.ts', contenders: [] },
  // Returns of such forms understood, held against inflating the same bytes; prints its own table.
  understanding: { file: 'understanding.ts', contenders: [] },
  // Lists of ten thousand rows: opening, an edit, a table drawn, the workbook; prints its own table.
  lists: { file: 'lists.ts', contenders: [] },
  // A province of counties as Parquet against a plain query of the engine; prints its own table.
  rollup: { file: 'rollup.ts', contenders: [] },
  // The draft checker against texts labelled by hand, in the folders named; prints its own table.
  draft: { file: 'draft.ts', contenders: [], folders: true },
}

interface Measured {
  ms: number
  /** What all its threads worked, where it says so: a busy machine changes it little. */
  cpuMs?: number
  beforeMb: number
  peakMb: number
  note: string
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    files: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
})
const folders = positionals.filter((word) => /[./]/u.test(word))
const named = positionals.filter((word) => !folders.includes(word))
const wanted = named.length > 0 ? named : Object.keys(BENCHES)
const [rounds, asked] = [Number(values.rounds), Number(values.files ?? '1000')]
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0 || ![rounds, asked].every((n) => Number.isInteger(n) && n >= 1)) {
  const names = Object.keys(BENCHES).join(', ')
  console.error(
    `usage: npm run bench -- [NAME…] [--rounds N] [--files N] [--long]; there are: ${names}`,
  )
  process.exit(2)
}
for (const name of wanted) run(name)

function run(name: string): void {
  const bench = BENCHES[name]
  if (bench === undefined) return
  if (bench.contenders.length === 0) {
    const script = fileURLToPath(new URL(`bench/${bench.file}`, import.meta.url))
    const { status } = spawnSync(
      process.execPath,
      [script, ...(bench.folders === true ? folders : [])],
      {
        stdio: 'inherit',
      },
    )
    if (status !== 0) process.exitCode = 1
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'huishu-bench-'))
  try {
    const { growth } = bench
    const files = values.files === undefined ? (bench.files ?? asked) : asked
    const counts =
      growth === undefined ? [] : [...growth.files, ...(values.long ? growth.long : [])]
    if (growth !== undefined) once(bench.file, 'make', folder, Math.max(files, ...counts))
    const measured = new Map<string, Measured[]>(bench.contenders.map((each) => [each, []]))
    for (let round = 0; round < rounds; round++) {
      for (const [contender, results] of measured) {
        results.push(once(bench.file, contender, folder, files))
      }
    }
    console.log(`${name} (median of ${rounds})`)
    const baseline = measured.get('exceljs') ?? []
    for (const [contender, results] of measured) say(contender, results, baseline)
    if (growth === undefined) return
    console.log(`${name}: cost of one file as they grow in number (one round)`)
    for (const count of counts) {
      const result = once(bench.file, growth.contender, folder, count)
      say(`${count} files`, [result], [])
      console.log(`  ${(result.ms / count).toFixed(2).padStart(17)} ms a file`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line: time, peak memory, and how many times as fast as the baseline, round by round. */
function say(contender: string, results: Measured[], baseline: Measured[]): void {
  const seconds = (median(results.map(({ ms }) => ms)) / 1000).toFixed(1)
  const before = median(results.map(({ beforeMb }) => beforeMb)).toFixed(0)
  const peak = median(results.map(({ peakMb }) => peakMb)).toFixed(0)
  const busy = median(results.map(({ cpuMs }) => cpuMs ?? Number.NaN)) / 1000
  const worked = Number.isNaN(busy) ? '' : `  processor ${busy.toFixed(1)} s`
  const ratio = median(results.map(({ ms }, round) => (baseline[round]?.ms ?? Number.NaN) / ms))
  const faster = Number.isNaN(ratio) ? '' : `  exceljs ÷ it ${ratio.toFixed(1)}`
  console.log(
    `  ${contender.padEnd(10)} ${seconds.padStart(6)} s  peak ${peak.padStart(5)} MB (${before} MB before)${worked}${faster}  ${results[0]?.note ?? ''}`,
  )
}

function once(file: string, ...args: (string | number)[]): Measured {
  const script = fileURLToPath(new URL(`./bench/${file}`, import.meta.url))
  const child = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args.map(String)],
    { encoding: 'utf8' },
  )
  if (child.status !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${child.stderr}`)
  const parsed: unknown = JSON.parse(child.stdout)
  if (!isMeasured(parsed)) throw new Error(`${file} ${args.join(' ')} printed ${child.stdout}`)
  return parsed
}

function isMeasured(value: unknown): value is Measured {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ms' in value &&
    'beforeMb' in value &&
    'peakMb' in value &&
    'note' in value
  )
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
