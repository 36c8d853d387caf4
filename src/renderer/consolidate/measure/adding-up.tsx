import type { ReactNode } from 'react'
import { StateNote } from '../../ui/state-note.tsx'
import type { Loaded } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'

/** What stands in place of totals that are being added up or could not be. */
export function AddingUp({ of }: { of: Loaded<unknown> }): ReactNode {
  return <StateNote error={of.error} loading={useWords().consolidate.loading} />
}
