import { cellKey } from '../../ledger/state.ts'
import type { PayloadOf } from '../../ledger/entry.ts'
import type { Joined } from '../../ledger/join/joined.ts'
import type { Collection } from '../../collection/collection.ts'

type Conflict = PayloadOf<'join'>['conflicts'][number]

/** Schools of which the two files count different returns: whichever is later puts the other out. */
export function otherReturns(
  now: Collection,
  sides: readonly Collection[],
  { files }: Joined,
): Conflict[] {
  const numbers = numbersIn(files)
  const has = (side: number, file: number): boolean => files[file - 1]?.[side] !== null
  return now.everybody.flatMap(({ id }): Conflict[] => {
    const counted = sides.map((one, side) =>
      (one.standing(id)?.files ?? []).map((file) => numbers(side, file.id)),
    )
    const stands = (now.standing(id)?.files ?? []).map((file) => file.id)
    const pairs = counted.flatMap((own, side) =>
      own
        .filter((file) => !has(1 - side, file) && !stands.includes(file))
        .flatMap((file) =>
          (counted[1 - side] ?? [])
            .filter((other) => !has(side, other) && stands.includes(other))
            .map((other) => [file, other].toSorted((a, b) => a - b)),
        ),
    )
    const [first, second] = pairs.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))[0] ?? []
    if (first === undefined || second === undefined) return []
    return [{ matter: `return:${id}`, sides: [{ file: first }, { file: second }] }]
  })
}

/**
 * Corrections that held in one of the two files and hold no more, since the other has a return in
 * which the school itself put another figure.
 */
export function lapsedCells(
  now: Collection,
  sides: readonly Collection[],
  { files, lines }: Joined,
  returns: readonly Conflict[],
): Conflict[] {
  const waiting = new Set(returns.map(({ matter }) => matter))
  const place = new Map(
    lines.flatMap(({ from }, at) =>
      from.flatMap((one, side) => (one === null ? [] : [[`${side} ${one + 1}`, at + 1] as const])),
    ),
  )
  const found = sides.flatMap((side, which) =>
    side.corrections().flatMap(({ school, form, index, address, entry }): Conflict[] => {
      // A school that the other one merged into another goes on as that one.
      const stands = now.standsFor(school)
      const there = now.index.place(address)
      const known = now.schools.some(({ id }) => id === stands)
      if (waiting.has(`return:${stands}`) || there === null || !known) return []
      const before = side.returned(school, form, index)
      const returned = now.returned(stands, there.form, there.index)
      if (before.value === returned.value && before.state === returned.state) return []
      const file = now.tableSource(stands, there.form.id)?.file.id
      const own = place.get(`${which} ${entry}`)
      if (file === undefined || own === undefined) return []
      // It was put out by what only the other one received.
      if (files[file - 1]?.[which] !== null) return []
      return [{ matter: `cell:${cellKey(stands, address)}`, sides: [{ entry: own }, { file }] }]
    }),
  )
  return [...new Map(found.map((one) => [one.matter, one])).values()].toSorted((a, b) =>
    a.matter < b.matter ? -1 : 1,
  )
}

/** A file's number in one of the two → its number in the joined collection. */
function numbersIn(files: Joined['files']): (side: number, id: number) => number {
  const numbers = new Map(
    files.flatMap((from, at) => from.map((id, side) => [`${side} ${id}`, at + 1] as const)),
  )
  return (side, id) => numbers.get(`${side} ${id}`) ?? 0
}
