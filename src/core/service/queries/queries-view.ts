import { findingKey } from '../../../shared/finding-key.ts'
import type { Answer, QueriesView, SchoolQueries } from '../../../shared/queries.ts'
import type { Finding } from '../../../shared/findings.ts'
import { answersOf, repliesOf } from '../findings/answers.ts'
import type { Collection } from '../../collection/collection.ts'
import type { Findings } from '../findings/findings.ts'

/** 退回核实 school by school: what is open, asked, answered, settled. */
export function queriesView(collection: Collection, findings: Findings | null): QueriesView {
  const replies = repliesOf(collection)
  const answers = answersOf(collection)
  const asked = new Map<string, { keys: string[]; at: string }>()
  for (const [key, { at }] of collection.ledger.asked) {
    const school = key.slice(0, key.indexOf('|'))
    const known = asked.get(school) ?? { keys: [], at: '' }
    known.keys.push(key)
    asked.set(school, { keys: known.keys, at: at > known.at ? at : known.at })
  }
  const schools = collection.expected.flatMap((school): SchoolQueries[] => {
    const own = replies
      .filter(({ reply }) => collection.standsFor(reply.school) === school.id)
      .toReversed()
    const unsettled = findings?.unsettled(school) ?? []
    const keys = new Set(unsettled.map(findingKey))
    const question = asked.get(school.id)
    if (unsettled.length === 0 && question === undefined && own.length === 0) return []
    return [
      {
        school: school.id,
        name: school.name,
        ...countsOf(unsettled),
        settled: question?.keys.filter((key) => !keys.has(key)).length ?? 0,
        askedAt: question?.at ?? own[0]?.reply.askedAt ?? null,
        answeredAt: own[0]?.file.receivedAt ?? null,
        replies: own.map(({ file }) => ({
          file: file.id,
          path: file.path,
          receivedAt: file.receivedAt,
          waits: waits(collection, file.id),
        })),
        differing: differing(collection, school.id, answers, keys),
      },
    ]
  })
  return { revision: collection.revision, schools }
}

function waits(collection: Collection, file: number): boolean {
  const reasons = collection.verdict(file)?.reasons ?? []
  return reasons.some(({ code }) => code === 'newer-return' || code === 'merged-return')
}

/** What a school gave otherwise than adopted, in answers that stand beside no unsettled finding. */
function differing(
  collection: Collection,
  school: string,
  answers: ReadonlyMap<string, Answer>,
  unsettled: ReadonlySet<string>,
): SchoolQueries['differing'] {
  const found = new Map<string, SchoolQueries['differing'][number]>()
  for (const [key, answer] of answers) {
    if (unsettled.has(key) || !key.startsWith(`${school}|`)) continue
    for (const { item, label, typed, value, state } of answer.cells) {
      const place = collection.index.place(item)
      if (place === null || state === 'taken' || state === 'same') continue
      const now = collection.adopted(school, place.form, place.index)
      if (value !== null && value === now.value) continue
      found.set(`${item}|${typed}`, { item, label, typed, value, now: now.value })
    }
  }
  return [...found.values()]
}

function countsOf(
  unsettled: Finding[],
): Pick<SchoolQueries, 'open' | 'asked' | 'answered' | 'proposals'> {
  const open = unsettled.filter((one) => one.state === 'open').length
  const answered = unsettled.filter((one) => one.state === 'asked' && one.answer !== undefined)
  const proposed = unsettled.flatMap((one) =>
    (one.answer?.cells ?? []).flatMap((cell) => (cell.state === 'proposed' ? [cell.item] : [])),
  )
  return {
    open,
    asked: unsettled.length - open - answered.length,
    answered: answered.length,
    proposals: new Set(proposed).size,
  }
}
