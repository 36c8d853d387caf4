import { useEffect, useState } from 'react'
import { CallError } from '../../shared/result.ts'

/** Something loaded: the last value stays in view while a newer one is on its way. */
export interface Loaded<T> {
  value: T | null
  /** Why the last attempt failed. */
  error: CallError | null
  loading: boolean
}

/**
 * Loads again whenever `key` changes. What was loaded for an older key stays until the new value
 * is in when `keep` holds (a fresh revision of the same thing), else it is dropped at once.
 *
 * @param key everything the answer depends on; null loads nothing
 * @param load asks the program; a CallError becomes `error`
 */
export function useLoaded<T>(
  key: string | null,
  load: () => Promise<T>,
  subject: string = '',
): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { subject: string; key: string | null }>({
    value: null,
    error: null,
    loading: key !== null,
    subject,
    key: null,
  })
  useEffect(() => {
    if (key === null) return undefined
    let wanted = true
    load().then(
      (value) => {
        if (wanted) setState({ value, error: null, loading: false, subject, key })
      },
      (reason: unknown) => {
        if (wanted)
          setState((old) => ({
            ...old,
            subject,
            key,
            value: old.subject === subject ? old.value : null,
            error: asCallError(reason),
            loading: false,
          }))
      },
    )
    return () => {
      wanted = false
    }
    // `load` is made anew at every render; `key` says when it means something new.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, subject])
  if (state.subject !== subject) return { value: null, error: null, loading: true }
  return { value: state.value, error: state.error, loading: state.key !== key && key !== null }
}

/** Any rejection as a CallError, so that it can be put into words. */
export function asCallError(reason: unknown): CallError {
  if (reason instanceof CallError) return reason
  return new CallError('internal', {
    message: reason instanceof Error ? reason.message : String(reason),
  })
}
