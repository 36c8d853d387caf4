import type { AnyKind, Reference } from '../kind.ts'
import { REGISTRY } from '../registry.ts'

/** In a path: every one of a list. */
const EACH = '*'

/**
 * A line's content with the numbers and names in it that speak of something else put anew.
 *
 * @param put what a number or name becomes; undefined where nobody knows what it speaks of: it stays
 */
export function withReferences(
  kind: string,
  payload: unknown,
  put: (to: Reference['to'], was: unknown) => unknown,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): unknown {
  const refers = registry.get(kind)?.refers ?? []
  return refers.reduce((now, { path, to }) => replaced(now, path, (was) => put(to, was)), payload)
}

function replaced(
  value: unknown,
  [name, ...below]: readonly string[],
  put: (was: unknown) => unknown,
): unknown {
  if (name === undefined) return value === null ? null : (put(value) ?? value)
  if (name === EACH)
    return Array.isArray(value) ? value.map((one) => replaced(one, below, put)) : value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value
  return { ...value, [name]: replaced(Reflect.get(value, name), below, put) }
}
