import { boundsOf, overlap, sum } from '../numbers/bounds.ts'
import { chanceOfHolding, residual } from '../numbers/chance.ts'
import { isPerHead } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import type { At, Question, Reading } from '../question.ts'
import { quotedAt, sumReading } from '../kinds/readings.ts'
import { listsOf } from './lists.ts'

/** How many were given something, and how much: “资助4126人次，资金206.3万元”. */
interface Pair {
  readonly count: Mention
  readonly money: Mention
}

const TOTAL = /累计|共|全年|全[省市县区校]|总|合计/u
const MOST = 16
const LEAST = 3
const LINES = 10
/** A side that would come out by accident no more often than this speaks for the other. */
const SURE = 0.002

/**
 * “累计资助68274人次，发放4719.45万元。学前教育资助4126人次，资金206.3万元。义务教育…”: what follows tells both measures of
 * each programme, and where one of them comes to its total, the other one does.
 */
export function pairedTotals(mentions: readonly Mention[]): Question[] {
  const inner = new Set(
    listsOf(mentions).flatMap(({ cue, parts }) => (cue === 'of-which' ? parts : [])),
  )
  const pairs = pairsIn(mentions.filter((one) => !inner.has(one)))
  return pairs.flatMap((total, at) => {
    if (!TOTAL.test(total.count.before + total.money.before)) return []
    const below = pairs
      .slice(at + 1, at + 1 + MOST)
      .filter(({ count }) => count.line - total.count.line <= LINES)
    return belongingTo(total, below)
  })
}

function pairsIn(heads: readonly Mention[]): Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < heads.length; at += 1) {
    const [one, next] = heads.slice(at, at + 2)
    if (one === undefined || next === undefined || !areTogether(one, next)) continue
    const [count, money] = next.figure.unit === '元' ? [one, next] : [next, one]
    pairs.push({ count, money })
    at += 1
  }
  return pairs
}

function areTogether(one: Mention, next: Mention): boolean {
  const units = [one, next].filter(({ figure }) => figure.unit === '元')
  return (
    next.segment === one.segment &&
    next.index === one.index + 1 &&
    isAmount(one) &&
    isAmount(next) &&
    units.length === 1
  )
}

function isAmount(one: Mention): boolean {
  const counted = one.figure.unit === '元' || PERSONS.has(one.figure.unit)
  return one.role === 'level' && one.brackets.length === 0 && counted && !isPerHead(one)
}

const PERSONS = new Set(['人', '人次', '名'])

/** The first programmes behind a total that come to it by one measure; the other measure of the same must too. */
function belongingTo(total: Pair, below: readonly Pair[]): Question[] {
  for (let count = below.length; count >= LEAST; count -= 1) {
    const some = below.slice(0, count)
    const counts = sumReading(
      total.count,
      some.map((one) => one.count),
    )
    const money = sumReading(
      total.money,
      some.map((one) => one.money),
    )
    const alike = some.every((one) => one.count.figure.unit === total.count.figure.unit)
    const at = quotedAt([total, ...some].flatMap(({ count: one, money: other }) => [one, other]))
    const [byCount, byMoney] = [alike && isSure(counts, at), isSure(money, at)]
    // Loans, told next in the same way, may be in the amount and no 人次 of those counted.
    const next = below[count]
    const trust = next === undefined ? 1 : FOLLOWED
    if (byCount) return isMeant(money, next?.money, at) ? both(counts, money, trust) : []
    if (byMoney && alike) return isMeant(counts, next?.count, at) ? both(counts, money, trust) : []
  }
  return []
}

const FOLLOWED = 0.04

function both(counts: Reading, money: Reading, trust: number): Question[] {
  return [questionOf(counts, trust), questionOf(money, trust)]
}

/** Whether what follows the last part would not bring the sum much closer to its total. */
function isMeant(reading: Reading, next: Mention | undefined, at: At): boolean {
  const reckoned = reading.reckon(at)
  if (reckoned === null || next?.figure.quoted === undefined || next.figure.quoted === null)
    return true
  const apart = Math.abs(residual(reckoned))
  const more = { ...reckoned, computed: sum([reckoned.computed, boundsOf(next.figure.quoted)]) }
  return Math.abs(residual(more)) * CLOSER > apart || apart === 0
}

/** So many times closer. */
const CLOSER = 5

function isSure(reading: Reading, at: At): boolean {
  const reckoned = reading.reckon(at)
  return (
    reckoned !== null &&
    overlap(reckoned.computed, reckoned.quoted) &&
    chanceOfHolding(reckoned) <= SURE
  )
}

function questionOf(reading: Reading, trust: number): Question {
  return {
    type: 'sum_of_parts',
    rule: 'column-sum',
    // One measure may hold what the other leaves out: loans have borrowers, and no 人次.
    grade: 'likely',
    readings: [reading],
    natural: 1,
    trust,
    patterns: [],
  }
}
