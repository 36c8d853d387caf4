import type { Incomplete } from '../../shared/overview.ts'
import type { Collection } from './collection.ts'

/** What the file may lack because it was copied while in use, until a person has checked that. */
export function incompleteIn({ store, ledger: { checkedCopy } }: Collection): Incomplete | null {
  const lacking = store.incomplete()
  const same = lacking?.lines === checkedCopy?.lines && lacking?.at === checkedCopy?.at
  return same ? null : lacking
}
