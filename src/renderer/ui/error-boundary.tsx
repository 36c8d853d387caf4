import { Component } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import { rememberedLanguage } from '../words/language.ts'
import { wordsIn } from '../words/words-in.ts'

interface Props {
  /** Told once of each fault, with the components around it. */
  onFault: (error: Error, components: string) => void
  children: ReactNode
}

/** Shows what went wrong instead of an empty window; nothing of the collection is lost with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onFault(error, info.componentStack ?? '')
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
