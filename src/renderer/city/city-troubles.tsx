import type { ReactNode } from 'react'
import type { RollupTrouble } from '../../shared/rollup.ts'
import { rollupTroubleText } from '../../shared/words/lake.ts'
import { useDeskState } from '../state/context.tsx'

/** What has to be said beside the city's figures, a sentence each. */
export function TroubleLines({ troubles }: { troubles: readonly RollupTrouble[] }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  return troubles.map((one) => <li key={JSON.stringify(one)}>{rollupTroubleText(lang, one)}</li>)
}
