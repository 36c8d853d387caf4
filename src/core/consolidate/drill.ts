import type { MeasuredSchool } from '../../shared/consolidate.ts'
import { itemAddress } from '../model/address.ts'
import { compare, minus, numberOf } from '../model/number.ts'
import type { Num } from '../model/number.ts'

import { shownOver, textOf } from './measured.ts'
import type { Measured } from './measured.ts'

import type { ItemPlace } from '../indicators/item-places.ts'
import type { Share } from './spread.ts'

interface Names {
  /** Name of a school of either year. */
  name: (school: string) => string
  /** Whether it is in this year's register and expected to report. */
  current: (school: string) => boolean
}

/** The schools behind one number, the largest first, with those that are not in it yet. */
export function schoolsBehind(
  measured: Measured,
  keepNow: (share: Share) => boolean,
  keepBefore: (share: Share) => boolean,
  { name, current }: Names,
): MeasuredSchool[] {
  const now = bySchool(measured, 'now', keepNow)
  const before = bySchool(measured, 'before', keepBefore)
  const lines = [...new Set([...now.keys(), ...before.keys()])].map((id): MeasuredSchool => {
    const here = now.get(id)
    const there = before.get(id)
    const told =
      there?.shares.every(({ places }) => measured.past(id, places) !== 'unknown') === true
    const last = told ? there.value : null
    const value = here?.value ?? null
    const places = here?.shares.flatMap((share) => share.places) ?? []
    const known = places.length === 0 || measured.coverage(id, places).known
    const change = value === null || last === null ? null : minus(value, last)
    return {
      school: id,
      name: name(id),
      stage: [...new Set(here?.shares.map(({ stage }) => stage))].join('、'),
      value: value === null ? '' : textOf(measured, value),
      before: last === null ? null : textOf(measured, last),
      change: change === null ? null : textOf(measured, change),
      state: here === undefined ? 'missing' : known ? 'counted' : stateOf(measured, here),
      counts: measured.counts(id),
      current: current(id),
      item: addressOfPlace(places[0]),
    }
  })
  const size = ({ value }: MeasuredSchool): Num => numberOf(value) ?? 0
  return lines.sort((a, b) => compare(size(b), size(a)) || a.school.localeCompare(b.school))
}

/** Address of an item; null where there is none. */
export function addressOfPlace(place: ItemPlace | undefined): string | null {
  const item = place?.form.items[place.index]
  if (place === undefined || item === undefined) return null
  const { id, rows, columns } = place.form
  return itemAddress(id, rows[item.row]?.code ?? '', columns[item.column]?.code ?? '')
}

interface Given {
  value: Num | null
  shares: Share[]
}

function bySchool(
  measured: Measured,
  which: 'now' | 'before',
  keep: (share: Share) => boolean,
): Map<string, Given> {
  const year = measured[which]
  const given = new Map<string, { numerator: Share[]; denominator: Share[] }>()
  if (year === null) return new Map()
  for (const side of ['numerator', 'denominator'] as const) {
    for (const share of year[side]?.shares ?? []) {
      if (!keep(share)) continue
      const own = given.get(share.school.id) ?? { numerator: [], denominator: [] }
      own[side].push(share)
      given.set(share.school.id, own)
    }
  }
  return new Map(
    [...given].map(([id, own]) => [
      id,
      {
        value: shownOver(measured, year, own, false),
        shares: [...own.numerator, ...own.denominator],
      },
    ]),
  )
}

/** Not all of its items are readable: something is in, or nothing at all. */
function stateOf(measured: Measured, { shares }: Given): MeasuredSchool['state'] {
  const some = shares.some((share) =>
    share.places.some((place) => measured.coverage(share.school.id, [place]).known),
  )
  return some ? 'unreadable' : 'missing'
}
