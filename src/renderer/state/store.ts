import { useSyncExternalStore } from 'react'

/** A value with listeners; the whole of the interface's shared state lives in one of these. */
export interface StateStore<T extends object> {
  get: () => T
  /** Replaces some fields; listeners hear of it only when one of them really changed. */
  set: (change: Partial<T>) => void
  subscribe: (listener: () => void) => () => void
}

export function createStateStore<T extends object>(initial: T): StateStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of a store; renders again only when that part changes. `select` must give the same object for the same state. */
export function useStored<T extends object, S>(store: StateStore<T>, select: (state: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
