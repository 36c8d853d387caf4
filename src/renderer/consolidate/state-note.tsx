import type { ReactNode } from 'react'
import { errorText } from '../../shared/words/say.ts'
import type { Loaded } from '../state/loaded.ts'
import { useSessionState } from '../state/context.tsx'
import { useWords } from '../words/use-words.ts'

/** What stands in place of something that is being loaded or could not be. */
export function StateNote({ of }: { of: Loaded<unknown> }): ReactNode {
  const words = useWords()
  const lang = useSessionState((state) => state.lang)
  if (!of.error) return <p className="state-note">{words.consolidate.loading}</p>
  return (
    <p className="state-note" role="alert">
      {words.app.failed}
      {words.app.colon}
      {errorText(lang, of.error)}
    </p>
  )
}
