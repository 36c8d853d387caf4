import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Judge, Reaching } from './judge.ts'
import type { Imports } from './nearest.ts'
import { nameOf } from './operators.ts'
import type { Mutant } from './operators.ts'
import { isOfTheFile, probed } from './reach.ts'
import type { Place } from './reach.ts'
import type { Came, Remembered } from './remembered.ts'

/** A copy of the tree and who runs tests in it. */
export interface Bench {
  root: string
  judge: Judge
}

/** Test files that are run in one go, and what they may take. */
const TOGETHER = 8
const LONGEST = 300_000

/**
 * Which of the test files come by which places, and how long each takes: every test file runs once
 * in a copy in which the places tell (reach.ts). Test files that fail are left out and named. What is
 * worked out when a file is read is come by by every test that brings the file with it.
 *
 * What is remembered is not run again.
 *
 * @returns for each place, in their order, the test files that come by it
 */
export async function testsThatReach(
  places: readonly Mutant[],
  imports: Imports,
  benches: readonly Bench[],
  remembered: Remembered | null = null,
): Promise<{ reaching: Reaching[][]; unsound: string[] }> {
  const tests = testsOf(places, imports)
  const known = new Map<string, Came>()
  const unsound: string[] = []
  const left = tests.filter((test) => {
    const came = remembered?.of(test) ?? null
    if (came !== null) known.set(test, came)
    return came === null
  })
  await Promise.all(
    benches.map(async ({ root, judge }) => {
      if (left.length === 0) return
      const log = join(root, 'reached.log')
      const restore = probe(root, places, log)
      const nameAt = (number: number): string[] => {
        const place = places[number]
        return place === undefined ? [] : [nameOf(place)]
      }
      const take = async (together: string[]): Promise<void> => {
        writeFileSync(log, '')
        const order = { changed: together[0] ?? '', tests: together, first: false, log }
        const answer = await judge.ask(order, LONGEST)
        const ran = new Map((answer?.tests ?? []).map((one) => [one.test, one]))
        const failed: string[] = []
        for (const test of together) {
          const one = ran.get(test)
          if (one?.outcome !== 'passed') failed.push(test)
          else {
            const came = { milliseconds: one.milliseconds, by: one.came.flatMap(nameAt) }
            known.set(test, came)
            remembered?.keep(test, came)
          }
        }
        // One that fails, or ends the process, may do so only because of those before it.
        if (together.length === 1) unsound.push(...failed)
        else for (const test of failed) await take([test])
      }
      while (left.length > 0) await take(left.splice(0, TOGETHER))
      judge.close()
      restore()
    }),
  )
  for (const { judge } of benches) for (const test of known.keys()) judge.proven.add(test)
  const codes = new Map<string, string>()
  const codeOf = (path: string): string => {
    const code = codes.get(path) ?? readFileSync(join(benches[0]?.root ?? '', path), 'utf8')
    codes.set(path, code)
    return code
  }
  const by = new Map<string, Reaching[]>()
  for (const [test, { milliseconds, by: names }] of known)
    for (const name of names) by.set(name, [...(by.get(name) ?? []), { test, milliseconds }])
  const reaching = places.map((place) => {
    if (!isOfTheFile(place.path, codeOf(place.path), place.seen)) return by.get(nameOf(place)) ?? []
    return [...imports.stepsTo(place.path).keys()].flatMap((test) => {
      const came = known.get(test)
      return came === undefined ? [] : [{ test, milliseconds: came.milliseconds }]
    })
  })
  return { reaching, unsound }
}

/** The tests that bring a file of one of the places with them, the lighter ones first. */
function testsOf(places: readonly Mutant[], imports: Imports): string[] {
  const brought = new Set(
    [...new Set(places.map(({ path }) => path))].flatMap((path) => [
      ...imports.stepsTo(path).keys(),
    ]),
  )
  return imports.tests().filter((test) => brought.has(test))
}

/** Lets the places of a copy tell; what is given back takes that away again. */
function probe(root: string, places: readonly Place[], log: string): () => void {
  const starts = new Map<string, Map<number, number>>()
  for (const [number, { path, seen }] of places.entries())
    starts.set(path, (starts.get(path) ?? new Map<number, number>()).set(number, seen))
  const codes = [...starts.keys()].map(
    (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
  )
  for (const [path, code] of codes)
    writeFileSync(join(root, path), probed(path, code, starts.get(path) ?? new Map(), log))
  return () => {
    for (const [path, code] of codes) writeFileSync(join(root, path), code)
  }
}
