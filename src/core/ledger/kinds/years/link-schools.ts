import { z } from 'zod'
import { defineKind } from '../../kind.ts'

const side = z.array(z.string())

/** 学校对应: which schools of the year before are which of a year's: of this collection's where none is said. */
export const linkSchools = defineKind({
  kind: 'link-schools',
  /** Codes of both years' schools, and what they were called when it was said. */
  payload: z.strictObject({
    before: side,
    now: side,
    names: z.strictObject({ before: side, now: side }),
    /** The year from which it is so; absent: this collection's. */
    year: z.int().optional(),
  }),
  takenBack: 'from-list',
  apply(state, { id, payload: { before, now, year } }) {
    state.links.push({ before, now, entry: id, ...(year !== undefined && { year }) })
  },
  settles: (payload) => {
    const { before, now, year } = payload
    const value = JSON.stringify([before, now])
    const of = year === undefined ? 'link' : `link:${String(year)}`
    return [
      ...before.map((one) => ({ matter: `${of}:before:${one}`, value, alone: payload })),
      ...now.map((one) => ({ matter: `${of}:now:${one}`, value, alone: payload })),
    ]
  },
  touches: ({ year }) => (year === undefined ? [{ what: 'links' }] : [{ what: 'earlier-years' }]),
  words({ names: { before, now }, year }) {
    const shown = (names: string[]) => (names.length === 0 ? '—' : names.join('、'))
    const params = { before: shown(before), now: shown(now) }
    return year === undefined
      ? { key: 'link-schools', params }
      : { key: 'link-schools.year', params: { ...params, year } }
  },
  goesTo: ({ year }) => ({ kind: year === undefined ? 'links' : 'series' }),
})
