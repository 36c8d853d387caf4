import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Anchor } from '../../shared/verify.ts'

/** Ends of chains, a line of JSON each. */
const NAME = '校验.jsonl'

/**
 * Adds the end of a chain to what a folder keeps, unless it is there already. Never throws: an anchor
 * less is no reason to stop anybody.
 */
export function keepAnchor(folder: string, anchor: Omit<Anchor, 'where'>): void {
  try {
    const last = anchorsIn(folder, anchor.collection).at(-1)
    if (last?.head === anchor.head) return
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, NAME), `${JSON.stringify(anchor)}\n`, { flush: true })
  } catch {
    // The folder is not there, or full.
  }
}

/** What a folder keeps of a collection, oldest first; lines that are none are passed over. */
export function anchorsIn(folder: string, collection: string): Anchor[] {
  const path = join(folder, NAME)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): Anchor[] => {
      const kept = anchorOf(line, path)
      return kept?.collection === collection ? [kept] : []
    })
}

function anchorOf(line: string, where: string): Anchor | null {
  try {
    const said: unknown = JSON.parse(line)
    if (typeof said !== 'object' || said === null) return null
    const { collection, links, head, at } = said as Partial<Record<keyof Anchor, unknown>>
    if (typeof links !== 'number' || typeof head !== 'string') return null
    return { collection: String(collection), links, head, at: String(at), where }
  } catch {
    return null
  }
}
