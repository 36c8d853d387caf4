import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Random } from '../../scripts/county/random.ts'
import { changed } from '../../scripts/fuzz/change.ts'
import { fuzz } from '../../scripts/fuzz/run.ts'
import type { FuzzKind } from '../../scripts/fuzz/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** A short round of `npm run fuzz`; the counts keep it below five seconds. */
const COUNTS: [FuzzKind, number][] = [
  ['workbooks', 60],
  ['zips', 60],
  ['yaml', 100],
  ['drafts', 20],
  ['huishu', 12],
  ['tampered', 15],
  ['http', 15],
]

it.each(COUNTS)(
  '%s made wrong by chance are read or refused in the program’s own words',
  async (kind, count) => {
    const faults = await fuzz(kind, 20_260_901, count, folder)
    expect(faults.map(({ number, what }) => `${kind} ${String(number)}: ${what}`)).toEqual([])
  },
)

it('equal seeds change a file alike, and every change is one', () => {
  const file = new TextEncoder().encode('全县共有学校487所。'.repeat(9))
  const of = (seed: number): string =>
    Buffer.from(changed(file, file, new Random(seed))).toString('hex')
  const all = Array.from({ length: 50 }, (_, seed) => of(seed))
  expect(all).toEqual(Array.from({ length: 50 }, (_, seed) => of(seed)))
  expect(new Set(all).size).toBeGreaterThan(40)
})
