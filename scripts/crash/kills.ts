import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { unzipSync } from 'fflate'
import { places } from '../../src/main/places.ts'
import { inspect } from '../../src/main/store/repair.ts'
import { isWhole } from '../../src/shared/repair.ts'
import { Random } from '../county/random.ts'
import { looked } from './whole.ts'

/** A worker is killed within this, after it has begun to work. */
const MOST_MS = 2_500

/**
 * Kills the program at random moments while it corrects, takes back, receives, exports, backs up and
 * puts backups back, and looks what is left.
 *
 * @param folder for files of its own
 * @returns a fault a line: all that was acknowledged must be there, and every file whole
 */
export async function killed(
  folder: string,
  rounds: number,
  seed: number,
): Promise<{ rounds: number; acknowledged: number; faults: string[] }> {
  const base = join(folder, 'base')
  if (rounds > 0) await worked(['make', base, places().sampleFolder, '0'], null)
  const random = new Random(`kills ${String(seed)}`)
  const faults: string[] = []
  let acknowledged = 0
  for (let round = 0; round < rounds; round += 1) {
    const at = join(folder, `round-${String(round)}`)
    cpSync(base, at, { recursive: true })
    const said = await worked(
      ['work', at, places().sampleFolder, String(seed * 100_000 + round)],
      random.next() * MOST_MS,
    )
    acknowledged += said.length
    const wrong = await left(at, said)
    for (const fault of wrong) faults.push(`kill ${String(round)} (seed ${String(seed)}): ${fault}`)
    rmSync(at, { recursive: true, force: true, maxRetries: 3 })
  }
  return { rounds, acknowledged, faults }
}

/** What a worker acknowledged until it was killed; null: it works to its end. */
function worked(words: string[], ms: number | null): Promise<string[]> {
  const script = join(import.meta.dirname, 'deeds.ts')
  const child = spawn(process.execPath, ['--no-warnings', script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready' && ms !== null) setTimeout(() => child.kill('SIGKILL'), ms)
      if (line !== 'ready') said.push(line)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      // One that was not killed has come to its end, or failed.
      if (code !== null && code !== 0) said.push(`failed ${String(code)}`)
      resolve(said)
    })
  })
}

/**
 * What is wrong with the files that a run left.
 *
 * @param said what it acknowledged
 */
export async function left(folder: string, said: readonly string[]): Promise<string[]> {
  const data = join(folder, 'data')
  const faults = said.filter((line) => line.startsWith('failed'))
  for (const name of readdirSync(data)) {
    if (!name.endsWith('.huishu')) continue
    const found = looked(join(data, name))
    faults.push(...found.faults)
    // Putting a backup back takes entries away; what is begun is said before.
    const since = said.findLastIndex((line) => line.startsWith('restore'))
    const counts = said
      .slice(since + 1)
      .flatMap((line) => (line.startsWith('lines ') ? [Number(line.slice(6))] : []))
    const wanted = since >= 0 && counts.length === 0 ? 0 : Math.max(0, ...counts)
    if (found.lines < wanted) faults.push(`${String(found.lines)} of ${String(wanted)} entries`)
    const backups = join(data, `${name.slice(0, -'.huishu'.length)}.备份`)
    if (existsSync(backups)) faults.push(...backupsIn(backups, said.includes('backed up')))
    else if (said.includes('backed up')) faults.push('a backup is gone')
  }
  const out = join(folder, '汇总表.xlsx')
  if (existsSync(out))
    try {
      unzipSync(new Uint8Array(readFileSync(out)))
    } catch {
      faults.push('an export is there by half')
    }
  return faults
}

function backupsIn(folder: string, wanted: boolean): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.huishu'))
  if (names.length === 0 && wanted) return ['a backup is gone']
  return names.flatMap((name) => {
    const found = inspect(join(folder, name))
    return found !== null && isWhole(found) ? [] : [`a backup is there by half: ${name}`]
  })
}
