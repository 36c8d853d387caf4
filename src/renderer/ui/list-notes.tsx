import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RegisterNote } from '../../shared/faults.ts'
import type { PastNote } from '../../shared/last-year.ts'
import { noteText } from '../../shared/words/faults.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import './list-notes.css'

/** Drawn before the rest is asked for. */
const SHOWN = 10

/** What was done to the lines and cells of a list, each by its place: cleaned, passed over, left out. */
export function ListNotes(props: {
  kind: 'prior' | 'register'
  notes: readonly (PastNote | RegisterNote)[]
}): ReactNode {
  const { kind, notes } = props
  const words = useWords().listNotes
  const lang = useDeskState((state) => state.lang)
  const [all, setAll] = useState(false)
  if (notes.length === 0) return null
  const shown = all ? notes : notes.slice(0, SHOWN)
  return (
    <section className="list-notes" aria-label={words.title(notes.length)}>
      <h3>{words.title(notes.length)}</h3>
      <ul>
        {shown.map((note) => (
          <li key={JSON.stringify(note)}>
            <span className="figures hint">
              {[note.sheet, note.cell].filter((part) => part !== '').join('!')}
            </span>
            <span>{noteText(lang, kind, note)}</span>
          </li>
        ))}
      </ul>
      {notes.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {words.rest(notes.length - shown.length)}
        </button>
      )}
    </section>
  )
}
