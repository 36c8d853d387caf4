import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Args, Method, Value } from '../../shared/api.ts'
import type { CallError } from '../../shared/result.ts'
import { callKey, UNKNOWN } from './calls.ts'
import { useRevision, useDesk } from './context.tsx'

/** Something asked for: the last answer stays in view while a newer one is on its way. */
export interface Loaded<T> {
  value: T | null
  /** Why the last attempt failed. */
  error: CallError | null
  loading: boolean
}

interface Ways<M extends Method> {
  /** Arguments whose change keeps the old answer in view until the new one is in; at any other's it is dropped at once. */
  keep?: readonly (keyof Args<M>)[]
  /** Asked once: the answer stays as it is when the collection changes. */
  once?: boolean
  /** What its answer depends on where that is less than the whole collection; asked again only when it changes. */
  revision?: number
}

const NONE: Loaded<never> = { value: null, error: null, loading: false }

/**
 * Asks the program, and again whenever the arguments or the collection's revision change. Whoever
 * asks the same shares one request and its answer, and gets the object given before when the new
 * answer says the same.
 *
 * @param args null asks nothing and gives null
 */
export function useCall<M extends Method>(
  method: M,
  args: Args<M> | null,
  { keep = [], once = false, revision: own }: Ways<M> = {},
): Loaded<Value<M>> {
  const { calls } = useDesk()
  const whole = useRevision()
  const revision = own ?? whole
  const key = args === null ? null : callKey(method, args)
  const subject = args === null ? null : callKey(method, without(args, keep))
  const [last, setLast] = useState<{ subject: string; value: unknown } | null>(null)
  const kept = last !== null && last.subject === subject ? last.value : undefined
  const asked = once && kept !== undefined ? null : key
  const subscribe = useCallback(
    (listener: () => void) => (asked === null ? () => undefined : calls.subscribe(asked, listener)),
    [calls, asked],
  )
  const known = useSyncExternalStore(subscribe, () =>
    asked === null ? UNKNOWN : calls.known(asked),
  )
  useEffect(() => {
    if (asked !== null) calls.ask(asked, revision, whole, own !== undefined)
    // What is known is listened to, for it may have been forgotten.
  }, [calls, asked, revision, whole, own, known])
  if (subject === null) return NONE
  const value = known.value === undefined ? kept : known.value
  if (value !== undefined && value !== kept) setLast({ subject, value })
  return {
    // The text asked names the method, so the answer is that method's.
    value: (value ?? null) as Value<M> | null,
    error: known.error,
    loading: asked !== null && known.revision !== revision,
  }
}

function without<T extends object>(args: T, fields: readonly (keyof T)[]): T {
  return { ...args, ...Object.fromEntries(fields.map((field) => [field, null])) }
}
