// `npm run crash -- [--rounds N] [--power N] [--replay N] [--seed S]`: is anything lost when the program is killed,
// or the power fails? Ends with 1 when it is, and says in which round and by which seed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killed } from './crash/kills.ts'
import { powerLost } from './crash/power.ts'
import { replayed } from './crash/replay.ts'
import { canRecord } from './crash/trace.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    power: { type: 'string', default: '500' },
    replay: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
  },
})

const seed = Number(values.seed)
const folder = mkdtempSync(join(tmpdir(), 'huishu-crash-'))
const started = performance.now()
let faults: string[] = []
try {
  const power = powerLost(folder, Number(values.power), seed)
  const replay = await replayed(folder, Number(values.replay), seed)
  if (!canRecord()) console.log('no strace here: nothing was recorded and replayed')
  const kills = await killed(folder, Number(values.rounds), seed)
  faults = [...power.faults, ...replay.faults, ...kills.faults]
  for (const fault of faults) console.log(fault)
  const seconds = Math.round((performance.now() - started) / 1_000)
  console.log(
    `seed ${String(seed)}: ${String(power.rounds)} power losses, ${String(replay.rounds)} more replayed over ${String(replay.deeds)} recorded calls, ${String(kills.rounds)} kills after ${String(kills.acknowledged)} acknowledged deeds; ${String(faults.length)} faults; ${String(seconds)} s`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
process.exitCode = faults.length === 0 ? 0 : 1
