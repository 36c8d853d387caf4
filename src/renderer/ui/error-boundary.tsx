import { Component } from 'react'
import type { ReactNode } from 'react'
import { rememberedLanguage } from '../words/language.ts'
import { wordsIn } from '../words/words-in.ts'

/** Shows what went wrong instead of an empty window; nothing of the collection is lost with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    const words = wordsIn(rememberedLanguage()).app
    return (
      <main className="crash" role="alert">
        <h1>{words.crashed}</h1>
        <p>{words.crashedHint}</p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </main>
    )
  }
}
