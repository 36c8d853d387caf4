import type { Answer, AnsweredCell } from '../../../shared/queries.ts'
import type { ReplyCell } from '../../model/reply.ts'
import type { ReplyAnswer } from '../../model/reply.ts'
import type { Reply } from '../../model/reply.ts'
import type { StoredFile } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'
import { labelOf } from '../../forms/form-index.ts'

/**
 * What the schools answered, by finding. Of several replies to a question the one to the latest
 * workbook counts, then the one received last. Nothing is adopted here: corrected values are
 * proposals.
 */
export function answersOf(collection: Collection): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  for (const { file, reply } of repliesOf(collection)) {
    // A school that was merged is asked, and answers, as the one that stands for it.
    const school = collection.standsFor(reply.school)
    for (const answer of reply.answers) {
      const key =
        school === reply.school ? answer.key : `${school}${answer.key.slice(reply.school.length)}`
      answers.set(key, answered(collection, file, { ...reply, school }, answer))
    }
  }
  return answers
}

/** The replies that count, the latest last: of the school they were sent to, neither copies nor taken out. */
export function repliesOf(collection: Collection): { file: StoredFile; reply: Reply }[] {
  const replies = collection.allVerdicts().flatMap(({ file, status, school }) => {
    const { reply } = file.reading
    const counts = reply !== undefined && school === collection.standsFor(reply.school)
    return counts && status !== 'duplicate' && status !== 'ignored' ? [{ file, reply }] : []
  })
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return replies.toSorted(
    (a, b) =>
      text(a.reply.askedAt, b.reply.askedAt) ||
      text(a.file.receivedAt, b.file.receivedAt) ||
      text(a.file.modifiedAt ?? '', b.file.modifiedAt ?? '') ||
      a.file.id - b.file.id,
  )
}

function answered(
  collection: Collection,
  file: StoredFile,
  reply: Reply,
  answer: ReplyAnswer,
): Answer {
  const typed = typedPerItem(reply)
  const cells = answer.cells.map((cell) => {
    const conflict = (typed.get(cell.item)?.size ?? 0) > 1
    return answeredCell(collection, reply.school, cell, conflict)
  })
  return {
    file: file.id,
    path: file.path,
    receivedAt: file.receivedAt,
    askedAt: reply.askedAt,
    text: answer.text,
    cells: cells.flatMap(({ said }) => said ?? []),
    outdated: cells.some(({ changed }) => changed),
  }
}

/** Everything typed for a cell anywhere in a reply: the same cell may stand under several questions. */
function typedPerItem(reply: Reply): Map<string, Set<string>> {
  const typed = new Map<string, Set<string>>()
  for (const { cells } of reply.answers) {
    for (const { item, typed: value } of cells) {
      if (value === null) continue
      typed.set(item, (typed.get(item) ?? new Set()).add(`${value.state}:${value.value}`))
    }
  }
  return typed
}

function answeredCell(
  collection: Collection,
  school: string,
  { item, value: asked, state: askedState, typed }: ReplyCell,
  conflict: boolean,
): { said: AnsweredCell | null; changed: boolean } {
  const place = collection.index.place(item)
  if (place === null) return { said: null, changed: true }
  const now = collection.adopted(school, place.form, place.index)
  const { state: stateNow, value: valueNow } = now
  const unchanged = stateNow === askedState && valueNow === asked
  const to = typed === null ? null : meant(typed.state, typed.value)
  const taken = to !== null && (to === '' ? stateNow === 'blank' : valueNow === to)
  // What the school itself asked for is no change that makes its answer old.
  const changed = !unchanged && !(taken && typed !== null)
  if (typed === null) return { said: null, changed }
  const isSame = to !== null && unchanged && taken
  const known: AnsweredCell['state'] = conflict
    ? 'conflict'
    : to === null
      ? 'unclear'
      : isSame
        ? 'same'
        : taken
          ? 'taken'
          : unchanged
            ? 'proposed'
            : 'outdated'
  const said: AnsweredCell = {
    item,
    label: labelOf(place.form, place.item),
    asked,
    typed: typed.raw,
    value: to,
    state: known,
    reason: typed.reason,
  }
  return { said, changed }
}

/** The value meant; null where what was typed is no value: never a guess. */
function meant(state: string, value: string): string | null {
  if (state === 'number' || state === 'text') return value
  return state === 'blank' ? '' : null
}
