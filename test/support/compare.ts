import { formatExact, parseExact } from '../../src/shared/exact.ts'
import { parseCsv } from './csv.ts'
import type { TruthFile, TruthValue } from '../../scripts/county/truth.ts'

/** One cell as the program took it; `returned` is "" unless state is number or text. */
export interface TakenValue {
  school: string
  item: string
  returned: string
  state: string
}

export interface ValueDifference {
  school: string
  item: string
  expected: string
  got: string
  file: string | null
  cell: string | null
}

export interface ValueComparison {
  equal: number
  /** Cells marked unreadable although a person could read them: named, so not lost. */
  unreadable: ValueDifference[]
  /** Cells taken otherwise than they say, left out, or made up, without any mark. Must be empty. */
  wrong: ValueDifference[]
}

/** The lines of a values.csv (docs/contract.md §4). */
export function valuesOf(csv: string): TakenValue[] {
  return parseCsv(csv).map((line) => ({
    school: line['school'] ?? '',
    item: line['item'] ?? '',
    returned: line['returned'] ?? '',
    state: line['state'] ?? '',
  }))
}

/** "3220.80" and "3220.8" are one figure. */
function plain(state: string, text: string | null): string {
  if (state !== 'number' || text === null) return `${state}:${state === 'text' ? (text ?? '') : ''}`
  const exact = parseExact(text)
  return `number:${exact === null ? `?${text}` : formatExact(exact)}`
}

/** Holds what was taken against what is true, cell by cell, in both directions. */
export function compareValues(taken: TakenValue[], truth: TruthValue[]): ValueComparison {
  const key = (one: { school: string; item: string }) => `${one.school}\n${one.item}`
  const open = new Map(taken.map((one) => [key(one), one]))
  const out: ValueComparison = { equal: 0, unreadable: [], wrong: [] }
  if (open.size !== taken.length) throw new TypeError('an item occurs twice in what was taken')
  for (const one of truth) {
    const got = open.get(key(one))
    open.delete(key(one))
    const expected = plain(one.state, one.returned)
    const found = got ? plain(got.state, got.returned) : 'no line'
    if (expected === found) {
      out.equal += 1
      continue
    }
    const { school, item, file, cell } = one
    const difference = { school, item, expected, got: found, file, cell }
    if (got?.state === 'unreadable') out.unreadable.push(difference)
    else out.wrong.push(difference)
  }
  for (const one of open.values()) {
    const got = plain(one.state, one.returned)
    out.wrong.push({ ...one, expected: 'no line', got, file: null, cell: null })
  }
  return out
}

export interface GotFile {
  file: string
  status: string
  school: string | null
  reasons: { code: string }[]
}

/** What is wrong with the verdicts, one sentence each; empty when all are as good as a person's. */
export function compareFiles(got: GotFile[], truth: TruthFile[]): string[] {
  const open = new Map(got.map((one) => [one.file, one]))
  const problems: string[] = []
  const twins = new Map(truth.flatMap((one) => (one.twin === null ? [] : [[one.file, one.twin]])))
  for (const one of truth) {
    const found = open.get(one.file)
    open.delete(one.file)
    if (!found) {
      problems.push(`${one.file}: no verdict`)
      continue
    }
    const allowed: string[] = [one.status, ...one.alsoOk]
    // Of two files with the same bytes either may be the one that counts.
    const swapped = swapOf(one, truth, twins)
    const reasons: string[] = swapped ? [] : one.reasons
    if (swapped) allowed.push(swapped.status, ...swapped.alsoOk)
    if (!allowed.includes(found.status)) {
      problems.push(`${one.file}: ${found.status} instead of ${allowed.join(' or ')}`)
    }
    const takenIn = ['accepted', 'queried', 'superseded', 'duplicate'].includes(found.status)
    if (takenIn && one.school !== found.school) {
      problems.push(
        `${one.file}: of ${found.school ?? 'nobody'} instead of ${one.school ?? 'nobody'}`,
      )
    }
    for (const code of reasons) {
      if (found.status === one.status && !found.reasons.some((r) => r.code === listed(code))) {
        problems.push(`${one.file}: does not say ${code}`)
      }
    }
  }
  for (const file of open.keys()) problems.push(`${file}: a verdict over a file that was not sent`)
  return problems
}

/** Reasons beyond the list of docs/contract.md §4 are written under the listed code nearest in meaning. */
function listed(code: string): string {
  return code === 'unmatched-content' ? 'unreadable-cell' : code
}

function swapOf(
  one: TruthFile,
  truth: TruthFile[],
  twins: Map<string, string>,
): TruthFile | undefined {
  const twin =
    one.twin ?? [...twins].find(([, original]) => original === one.file)?.[0] ?? undefined
  return twin === undefined ? undefined : truth.find((other) => other.file === twin)
}
