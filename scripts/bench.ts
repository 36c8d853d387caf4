import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * Measures named parts of the program against a baseline, each contender in a process of its own
 * and in turns, so that neither memory nor a busy machine favours one:
 *
 *   npm run bench -- export [--rounds 3]
 *
 * A bench is a file in scripts/bench/ that takes a contender's name and prints one JSON line
 * `{ "ms", "beforeMb", "peakMb", "note" }`.
 */
const BENCHES: Record<string, { file: string; contenders: string[] }> = {
  export: { file: 'export.ts', contenders: ['huishu', 'exceljs'] },
}

interface Measured {
  ms: number
  beforeMb: number
  peakMb: number
  note: string
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const rounds = Number(values.rounds)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  const names = Object.keys(BENCHES).join(', ')
  console.error(`usage: npm run bench -- [NAME…] [--rounds N]; there are: ${names}`)
  process.exit(2)
}
for (const name of wanted) run(name, rounds)

function run(name: string, times: number): void {
  const bench = BENCHES[name]
  if (bench === undefined) return
  const measured = new Map<string, Measured[]>(bench.contenders.map((each) => [each, []]))
  for (let round = 0; round < times; round++) {
    for (const [contender, results] of measured) results.push(once(bench.file, contender))
  }
  console.log(`${name} (median of ${times})`)
  for (const [contender, results] of measured) {
    const [seconds, before, peak] = [
      (median(results.map(({ ms }) => ms)) / 1000).toFixed(1),
      median(results.map(({ beforeMb }) => beforeMb)).toFixed(0),
      median(results.map(({ peakMb }) => peakMb)).toFixed(0),
    ]
    console.log(
      `  ${contender.padEnd(10)} ${seconds.padStart(6)} s  peak ${peak.padStart(5)} MB (${before} MB before)  ${results[0]?.note ?? ''}`,
    )
  }
}

function once(file: string, contender: string): Measured {
  const script = fileURLToPath(new URL(`./bench/${file}`, import.meta.url))
  const child = spawnSync(process.execPath, [script, contender], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${file} ${contender} failed:\n${child.stderr}`)
  const parsed: unknown = JSON.parse(child.stdout)
  if (!isMeasured(parsed)) throw new Error(`${file} ${contender} printed ${child.stdout}`)
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
