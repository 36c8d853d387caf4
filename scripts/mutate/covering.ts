import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Judge, Reaching } from './judge.ts'
import { probed } from './reach.ts'
import type { Place } from './reach.ts'

/** A copy of the tree and who runs tests in it. */
export interface Bench {
  root: string
  judge: Judge
}

/** A test file that takes longer than this without a break is not used. */
const LONGEST = 60_000

/**
 * Which of the test files come by which places, and how long each takes: every test file runs once
 * in a copy in which the places tell (reach.ts). Test files that fail or do not end in a minute are
 * left out and named.
 *
 * @param tests paths from the root of the tree
 * @returns for each place, in their order, the test files that come by it
 */
export async function testsThatReach(
  places: readonly Place[],
  tests: readonly string[],
  benches: readonly Bench[],
): Promise<{ reaching: Reaching[][]; unsound: string[] }> {
  const reaching: Reaching[][] = places.map(() => [])
  const unsound: string[] = []
  const left = [...tests]
  await Promise.all(
    benches.map(async ({ root, judge }) => {
      const log = join(root, 'reached.log')
      const restore = probe(root, places, log)
      for (let test = left.shift(); test !== undefined; test = left.shift()) {
        let { outcome, milliseconds } = await once(judge, test, log)
        if (outcome !== 'passed') {
          // A test may have left the runner spoilt for those after it: a new one is asked.
          judge.close()
          ;({ outcome, milliseconds } = await once(judge, test, log))
        }
        if (outcome !== 'passed') unsound.push(test)
        else for (const number of numbersIn(log)) reaching[number]?.push({ test, milliseconds })
      }
      judge.close()
      restore()
    }),
  )
  return { reaching, unsound }
}

async function once(judge: Judge, test: string, log: string) {
  writeFileSync(log, '')
  const since = performance.now()
  const outcome = await judge.run(test, test, LONGEST)
  return { outcome, milliseconds: Math.round(performance.now() - since) }
}

/** Lets the places of a copy tell; what is given back takes that away again. */
function probe(root: string, places: readonly Place[], log: string): () => void {
  const starts = new Map<string, Map<number, number>>()
  for (const [number, { path, start }] of places.entries())
    starts.set(path, (starts.get(path) ?? new Map<number, number>()).set(number, start))
  const codes = [...starts.keys()].map(
    (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
  )
  for (const [path, code] of codes)
    writeFileSync(join(root, path), probed(path, code, starts.get(path) ?? new Map(), log))
  return () => {
    for (const [path, code] of codes) writeFileSync(join(root, path), code)
  }
}

function numbersIn(log: string): Set<number> {
  return new Set(
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(Number),
  )
}
