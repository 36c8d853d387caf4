import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultConfig } from '../../src/core/setup/config.ts'
import { stores } from '../../src/main/store/stores.ts'
import { Random } from '../county/random.ts'
import { looked } from './whole.ts'

/** The disk at a moment at which something was known to be on it. */
interface Moment {
  main: Buffer
  log: Buffer
  /** Entries acknowledged by then. */
  lines: number
}

/** As the program makes collections. */
const PAGE = 16_384

/**
 * What the disk may hold when the power fails. While entries are written the file stays as it was and
 * the log grows: of what was not synced yet any part may be there, cut anywhere, or be rubbish. While
 * the log is put into the file, its pages come in any order, some of them not at all or half, and the log
 * is still whole. Each round makes one such state of recorded ones and opens it.
 *
 * @param folder for files of its own
 * @returns a fault a line: what was acknowledged must be there, and nothing by halves
 */
export function powerLost(
  folder: string,
  rounds: number,
  seed: number,
): { rounds: number; faults: string[] } {
  const luck = new Random(seed)
  const random = (): number => luck.next()
  const moments = recorded(join(folder, 'recorded.huishu'))
  const faults: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const path = join(folder, 'after.huishu')
    for (const part of ['', '-wal', '-shm', '-journal', '.lock'])
      rmSync(`${path}${part}`, { force: true })
    const { main, log, lines, what } = lostAt(moments, random)
    writeFileSync(path, main)
    if (log.length > 0) writeFileSync(`${path}-wal`, log)
    const found = looked(path)
    const wrong = [
      ...found.faults,
      ...(found.lines < lines ? [`${String(found.lines)} of ${String(lines)} entries`] : []),
    ]
    for (const fault of wrong)
      faults.push(`power loss ${String(round)} (seed ${String(seed)}, ${what}): ${fault}`)
  }
  return { rounds, faults }
}

/** A collection written to, with the file and its log after each entry, until it is at rest. */
function recorded(path: string): Moment[] {
  const store = stores.create(path)
  store.setConfig({ ...defaultConfig(), title: '断电' })
  const moments: Moment[] = []
  const at = (): Moment => ({
    main: readFileSync(path),
    log: existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0),
    lines: store.lines(),
  })
  for (let n = 1; n <= 60; n += 1) {
    store.transaction(() => {
      store.putAsset(
        'snapshot',
        `第${String(n)}个`,
        Buffer.from(`资料 ${String(n)} `.repeat(n * 40)),
      )
      const payload = { name: `经办 ${String(n)}` }
      store.append({
        at: '2025-10-01T08:00:00Z',
        person: '',
        kind: 'person',
        reason: '',
        of: [],
        payload,
      })
    })
    moments.push(at())
  }
  store.close()
  moments.push({ main: readFileSync(path), log: Buffer.alloc(0), lines: 60 })
  return moments
}

function lostAt(
  moments: readonly Moment[],
  random: () => number,
): { main: Buffer; log: Buffer; lines: number; what: string } {
  const at = Math.floor(random() * (moments.length - 2))
  const [known, next, last] = [moments[at], moments[at + 1], moments.at(-1)]
  if (known === undefined || next === undefined || last === undefined) throw new Error('no moments')
  if (random() < 0.5) {
    // In the middle of the next entry: of what its log adds, some is there, and some is not what it should be.
    const log = Buffer.from(next.log)
    const from = known.log.length
    const cut = from + Math.floor(random() * (log.length - from + 1))
    const rubbish = random() < 0.5
    for (let byte = cut; rubbish && byte < log.length; byte += 1)
      log[byte] = Math.floor(random() * 256)
    return {
      main: known.main,
      log: rubbish ? log : log.subarray(0, cut),
      lines: known.lines,
      what: `entry ${String(at)} at ${String(cut)}`,
    }
  }
  // While the log is put into the file: pages of it in any order, whole, half or not.
  const full = moments.at(-2) ?? known
  const size = random() < 0.5 ? last.main.length : full.main.length
  const main = Buffer.alloc(size)
  full.main.copy(main)
  for (let page = 0; page < size; page += PAGE) {
    const luck = random()
    if (luck < 0.4) last.main.copy(main, page, page, Math.min(page + PAGE, size))
    else if (luck < 0.5) last.main.copy(main, page, page, Math.min(page + PAGE / 2, size))
  }
  return { main, log: full.log, lines: full.lines, what: 'checkpoint' }
}
