import type { AnyKind } from './kind.ts'
import { KINDS } from './kinds.ts'

/** The kinds of entry by their words. Throws TypeError for two of one word. */
export function registryOf(kinds: readonly AnyKind[]): ReadonlyMap<string, AnyKind> {
  const registry = new Map(kinds.map((one) => [one.kind, one]))
  if (registry.size < kinds.length) throw new TypeError('two kinds of one word')
  return registry
}

/** The kinds that this program knows. */
export const REGISTRY = registryOf(KINDS)
