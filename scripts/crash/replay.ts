import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { places } from '../../src/main/places.ts'
import { Random } from '../county/random.ts'
import { Disk } from './disk.ts'
import { left } from './kills.ts'
import { canRecord, recordedRun } from './trace.ts'
import type { Deed } from './trace.ts'

const DEEDS = join(import.meta.dirname, 'deeds.ts')
const EARLIER = join(import.meta.dirname, '../../test/fixtures/every-kind.huishu.gz')
/** How long the program works in each recording. */
const WORKS_MS = 6_000
/** Power losses tried on one recording. */
const A_RECORDING = 150

/**
 * Records what the program asks of the disk — making a collection of the sample; correcting, receiving,
 * exporting, backing up and restoring in it; bringing one of an earlier version up to date — and replays
 * it up to any point, where the power fails: what was synced is there, of the rest anything may be. The
 * files that are left are opened as a person would open them.
 *
 * @param folder for files of its own
 * @returns a fault a line; none and no rounds where nothing can be recorded (no strace)
 */
export async function replayed(
  folder: string,
  rounds: number,
  seed: number,
): Promise<{ rounds: number; deeds: number; faults: string[] }> {
  if (rounds === 0 || !canRecord()) return { rounds: 0, deeds: 0, faults: [] }
  const luck = new Random(`replay ${String(seed)}`)
  const random = (): number => luck.next()
  const faults: string[] = []
  let [done, count, recording] = [0, 0, 0]
  let base: string | null = null
  while (done < rounds) {
    const at = join(folder, `recording-${String(recording)}`)
    const data = join(at, 'work', 'data')
    const temporary = join(at, 'work', 'tmp')
    for (const one of [data, temporary]) mkdirSync(one, { recursive: true })
    const kind = recording === 0 ? 'make' : recording % 4 === 2 ? 'earlier' : 'work'
    if (kind === 'earlier')
      writeFileSync(join(data, '旧.huishu'), gunzipSync(readFileSync(EARLIER)))
    else if (base !== null) cpSync(base, data, { recursive: true })
    const disk = new Disk(join(at, 'work'))
    const words = [
      DEEDS,
      kind === 'make' ? 'make' : 'work',
      join(at, 'work'),
      places().sampleFolder,
    ]
    const deeds = await recordedRun(
      [...words, String(seed * 1_000 + recording)],
      at,
      temporary,
      kind === 'make' ? null : WORKS_MS,
    )
    if (kind === 'make') {
      base = join(folder, 'base')
      cpSync(data, base, { recursive: true })
    }
    count += deeds.length
    const points = Array.from({ length: Math.min(A_RECORDING, rounds - done) }, () =>
      Math.floor(random() * (deeds.length + 1)),
    ).toSorted((a, b) => a - b)
    for (const fault of await lost(disk, deeds, points, join(folder, 'after'), random))
      faults.push(
        `replay, recording ${String(recording)} (${kind}, seed ${String(seed)}): ${fault}`,
      )
    done += points.length
    recording += 1
    if (faults.length === 0) rmSync(at, { recursive: true, force: true, maxRetries: 3 })
  }
  return { rounds: done, deeds: count, faults }
}

/** @param points after how many deeds the power fails, rising */
async function lost(
  disk: Disk,
  deeds: readonly Deed[],
  points: readonly number[],
  after: string,
  random: () => number,
): Promise<string[]> {
  const faults: string[] = []
  const said: string[] = []
  let at = 0
  for (const point of points) {
    for (; at < point; at += 1) {
      const deed = deeds[at]
      if (deed === undefined) break
      disk.do(deed)
      if (deed.kind === 'said')
        said.push(...deed.line.split('\n').filter((line) => line !== 'ready'))
    }
    rmSync(after, { recursive: true, force: true, maxRetries: 3 })
    mkdirSync(join(after, 'data'), { recursive: true })
    disk.lost(after, ['', 'data'], random)
    for (const fault of await left(after, said))
      faults.push(`after ${String(point)} deeds: ${fault}`)
  }
  return faults
}
