import type { Api, Args, Method } from '../../shared/api.ts'
import { CallError } from '../../shared/result.ts'
import { same } from './same.ts'

/** A question to the program, as text: method and arguments, fields in order. The same question is the same text. */
export type CallKey = string

/** What is known of a question. The same object as long as nothing new is known. */
export interface Known {
  /** The newest answer; undefined before there is one. An answer equal to the one before is that very object. */
  value: unknown
  /** Why the newest attempt failed. */
  error: CallError | null
  /** Revision for which the newest attempt was made; null before there is one. */
  revision: number | null
}

/** Questions to the program, shared by whoever asks the same: one request for all, one answer a revision. */
export interface Calls {
  known: (key: CallKey) => Known
  /**
   * Sees to it that the answer at this revision is there or on its way; `collection` is that of the whole collection,
   * `own` says that the answer depends on less. What failed is not asked again while somebody looks at it.
   */
  ask: (key: CallKey, revision: number, collection?: number, own?: boolean) => void
  /** Asks at once for the figures that somebody looks at, ahead of the drawing that a new revision brings about. */
  hurry: (revision: number) => void
  /** Hears of what becomes known, until the function given back is called. */
  subscribe: (key: CallKey, listener: () => void) => () => void
  /** Forgets every answer, those on their way too: another collection is open. */
  forget: () => void
}

export const UNKNOWN: Known = { value: undefined, error: null, revision: null }

/** What people wait for after a change. */
const FIGURES: readonly Method[] = ['grid', 'figures']

/** Answers kept that nobody looks at, so that going back to a screen does not ask again. */
const IDLE = 16

interface Entry {
  known: Known
  /** Revision asked for last, and the number of that request and of the newest that has answered. */
  asked: number | null
  /** Whether that is a revision of less than the whole collection. */
  own: boolean
  sent: number
  answered: number
  listeners: Set<() => void>
}

/** The text of a question; arguments must be plain JSON. */
export function callKey<M extends Method>(method: M, args: Args<M>): CallKey {
  return JSON.stringify([method, args], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** Questions over an Api, with nothing known yet. */
export function createCalls(api: Api): Calls {
  const entries = new Map<CallKey, Entry>()
  let now: number | null = null

  const entryOf = (key: CallKey): Entry => {
    const found = entries.get(key)
    if (found) return found
    const entry = {
      known: UNKNOWN,
      asked: null,
      own: false,
      sent: 0,
      answered: 0,
      listeners: new Set<() => void>(),
    }
    entries.set(key, entry)
    return entry
  }

  const dropIdle = (rest: number, among: (entry: Entry) => boolean = () => true): void => {
    const idle = [...entries].filter(([, entry]) => entry.listeners.size === 0 && among(entry))
    for (const [key] of idle.slice(0, Math.max(0, idle.length - rest))) entries.delete(key)
  }

  const send = (key: CallKey, entry: Entry, revision: number): void => {
    const request = ++entry.sent
    // An answer overtaken by a newer one says nothing any more; one that is merely not the last is still news.
    const take = (news: Partial<Known>): void => {
      if (entries.get(key) !== entry || request < entry.answered) return
      entry.answered = request
      entry.known = { ...entry.known, ...news, revision }
      for (const listener of entry.listeners) listener()
    }
    answerTo(api, key).then(
      (value) =>
        take({ value: same(value, entry.known.value) ? entry.known.value : value, error: null }),
      (reason: unknown) => take({ error: asCallError(reason) }),
    )
  }

  const ask: Calls['ask'] = (key, revision, collection = revision, own = false) => {
    // What depends on less may well hold; whether it does is seen when it is looked at again.
    if (now !== collection) dropIdle(0, (entry) => !entry.own)
    now = collection
    const entry = entryOf(key)
    entry.own = own
    if (entry.asked === revision) return
    entry.asked = revision
    send(key, entry, revision)
  }

  return {
    known: (key) => entries.get(key)?.known ?? UNKNOWN,
    ask,
    hurry(revision) {
      const looked = [...entries].filter(([, { listeners }]) => listeners.size > 0)
      for (const [key] of looked)
        if (FIGURES.some((method) => key.startsWith(JSON.stringify([method]).slice(0, -1))))
          ask(key, revision)
    },
    subscribe(key, listener) {
      const entry = entryOf(key)
      if (entry.listeners.size === 0 && entry.known.error) entry.asked = null
      entry.listeners.add(listener)
      return () => {
        // Not the entry of then: what was known may have been forgotten since.
        const left = entryOf(key)
        left.listeners.delete(listener)
        if (left.listeners.size > 0) return
        // The last left is the last dropped.
        entries.delete(key)
        entries.set(key, left)
        dropIdle(IDLE)
      }
    },
    forget() {
      dropIdle(0)
      for (const [key, { listeners }] of [...entries]) {
        entries.delete(key)
        const entry = entryOf(key)
        for (const listener of listeners) entry.listeners.add(listener)
        for (const listener of listeners) listener()
      }
    },
  }
}

/** Asks what the text says. */
async function answerTo(api: Api, key: CallKey): Promise<unknown> {
  const [method, args] = JSON.parse(key) as [Method, unknown]
  return (api[method] as (args: unknown) => Promise<unknown>)(args)
}

/** Any rejection as a CallError, so that it can be put into words. */
export function asCallError(reason: unknown): CallError {
  if (reason instanceof CallError) return reason
  return new CallError('internal', {
    message: reason instanceof Error ? reason.message : String(reason),
  })
}
