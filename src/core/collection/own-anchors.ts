import type { Anchor } from '../../shared/verify.ts'
import { utf8Text } from '../model/utf8-text.ts'
import type { Collection } from './collection.ts'

/**
 * Ends of the chain that states signed off have kept in themselves. Those from before two files were
 * joined speak of the chains of these.
 */
export function ownAnchors({ store, ledger }: Collection): Anchor[] {
  const { collection } = store.chain()
  const joined = ledger.entries.findLastIndex(({ kind }) => kind === 'join')
  return ledger.entries.slice(joined + 1).flatMap((entry): Anchor[] => {
    if (entry.kind !== 'sign-off') return []
    const chain = chainIn(store.blob(entry.payload.sha256))
    if (chain === null) return []
    return [{ ...chain, collection, at: entry.at, where: entry.payload.name }]
  })
}

function chainIn(bytes: Uint8Array | null): { links: number; head: string } | null {
  try {
    const kept: unknown = bytes === null ? null : JSON.parse(utf8Text(bytes))
    if (typeof kept !== 'object' || kept === null || !('chain' in kept)) return null
    const { chain } = kept
    if (typeof chain !== 'object' || chain === null) return null
    if (!('links' in chain && 'head' in chain)) return null
    return { links: Number(chain.links), head: String(chain.head) }
  } catch {
    // It is told as altered bytes.
    return null
  }
}
