import type { ReactNode } from 'react'
import type { CallError } from '../../shared/result.ts'
import { errorText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

interface Props {
  /** Why it could not be loaded; null while it is on its way. */
  error: CallError | null
  /** What is said while it is on its way. */
  loading?: string
}

/** What stands in place of a view that is being loaded or could not be. */
export function StateNote({ error, loading }: Props): ReactNode {
  const { app } = useWords()
  const lang = useDeskState((state) => state.lang)
  if (!error) return <p className="state-note">{loading ?? app.loading}</p>
  return (
    <p className="state-note" role="alert">
      {app.failed}
      {app.colon}
      {errorText(lang, error)}
    </p>
  )
}

/** The same in a panel or a dialog, where a line among others is enough. */
export function LineNote({ error, loading }: Props): ReactNode {
  const { app } = useWords()
  const lang = useDeskState((state) => state.lang)
  if (!error) return <p className="hint">{loading ?? app.loading}</p>
  return <p role="alert">{errorText(lang, error)}</p>
}
