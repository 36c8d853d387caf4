// `npm run fuzz -- [--seed N] [--count N] [--only workbooks|zips|yaml|drafts|huishu|tampered|http] [--keep DIR]`:
// gives files that were made wrong by chance to every reader of the program. Each must be read or refused
// in the program's own words. Ends with 1 when one was not, and says which by kind, seed and number.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FUZZ_KINDS, fuzz } from './fuzz/run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})

const seed = Number(values.seed)
const count = Number(values.count)
const kinds = FUZZ_KINDS.filter((kind) => values.only === undefined || kind === values.only)
if (kinds.length === 0 || !Number.isInteger(seed) || !(count > 0)) {
  process.stderr.write(`--only ${FUZZ_KINDS.join('|')}, --seed and --count whole numbers\n`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'huishu-fuzz-'))
let found = 0
try {
  for (const kind of kinds) {
    const started = performance.now()
    const faults = await fuzz(kind, seed, count, folder)
    for (const { number, what, bytes } of faults) {
      process.stdout.write(`${kind} seed ${String(seed)} number ${String(number)}: ${what}\n`)
      if (values.keep === undefined) continue
      mkdirSync(values.keep, { recursive: true })
      writeFileSync(join(values.keep, `${kind}-${String(seed)}-${String(number)}`), bytes)
    }
    found += faults.length
    const seconds = Math.round((performance.now() - started) / 1_000)
    process.stdout.write(
      `${kind}: ${String(count)} files, ${String(faults.length)} faults, ${String(seconds)} s\n`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
process.exitCode = found === 0 ? 0 : 1
