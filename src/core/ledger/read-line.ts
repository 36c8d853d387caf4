import { z } from 'zod'
import type { StoredEntry } from './entry.ts'
import type { AnyKind } from './kind.ts'
import { REGISTRY } from './registry.ts'
import { upgraded } from './upgrade.ts'

const line = z.strictObject({
  at: z.string(),
  person: z.string(),
  kind: z.string(),
  reason: z.string(),
  of: z.array(
    z.strictObject({
      what: z.enum(['bytes', 'reading', 'text', 'asset']),
      sha256: z.string(),
    }),
  ),
  payload: z.unknown(),
})

/**
 * A stored line as an entry. Lines of earlier versions are brought into today's form; one that
 * cannot be read (of a kind of a newer version, or with another content than its kind has)
 * becomes an entry of kind `unreadable` that says so: never a crash, never dropped.
 *
 * @param body the line's content as it stands in the file, parsed
 */
export function readLine(
  id: number,
  body: unknown,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): StoredEntry {
  const said = line.safeParse(upgraded(body))
  if (!said.success) return unreadable(id, body, 'broken', where(said.error))
  const definition = registry.get(said.data.kind)
  // What stands for an unreadable line is never stored.
  if (definition === undefined || definition.kind === 'unreadable') {
    return unreadable(id, body, 'unknown-kind', '')
  }
  const payload = definition.payload.safeParse(said.data.payload)
  if (!payload.success) return unreadable(id, body, 'broken', where(payload.error))
  // The kind's own schema has just said that the payload is of its kind.
  return { ...said.data, id, payload: payload.data } as StoredEntry
}

function unreadable(
  id: number,
  body: unknown,
  fault: 'unknown-kind' | 'broken',
  detail: string,
): StoredEntry {
  const own = typeof body === 'object' && body !== null ? body : {}
  const text = (name: string): string => {
    const value: unknown = Object.hasOwn(own, name) ? Reflect.get(own, name) : ''
    return typeof value === 'string' ? value : ''
  }
  return {
    id,
    at: text('at'),
    person: text('person'),
    kind: 'unreadable',
    reason: text('reason'),
    of: [],
    payload: { kind: text('kind'), fault, detail },
  }
}

/** The part that is not as it should be; its value may be a figure or a name and is not told. */
function where(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? ''
}
