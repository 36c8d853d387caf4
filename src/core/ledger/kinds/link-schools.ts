import { z } from 'zod'
import { defineKind } from '../kind.ts'

const side = z.array(z.string())

/** 两年学校对应: which schools of last year are which of this year. */
export const linkSchools = defineKind({
  kind: 'link-schools',
  /** Codes of both years' schools, and what they were called when it was said. */
  payload: z.strictObject({
    before: side,
    now: side,
    names: z.strictObject({ before: side, now: side }),
  }),
  takenBack: 'from-list',
  apply(state, { id, payload: { before, now } }) {
    state.links.push({ before, now, entry: id })
  },
  settles: (payload) => {
    const { before, now } = payload
    const value = JSON.stringify([before, now])
    return [
      ...before.map((one) => ({ matter: `link:before:${one}`, value, alone: payload })),
      ...now.map((one) => ({ matter: `link:now:${one}`, value, alone: payload })),
    ]
  },
  touches: () => [{ what: 'links' }],
  words({ names: { before, now } }) {
    const shown = (names: string[]) => (names.length === 0 ? '—' : names.join('、'))
    return { key: 'link-schools', params: { before: shown(before), now: shown(now) } }
  },
  goesTo: () => ({ kind: 'links' }),
})
