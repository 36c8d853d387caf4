import { Dialog, DialogSurface, Input } from '@fluentui/react-components'
import { BuildingRegular, SearchRegular, TableRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { goToCell } from '../state/actions.ts'
import { useForms, useSchools } from '../state/catalog.ts'
import { useSession, useSessionState } from '../state/context.tsx'
import type { Session } from '../state/session.ts'
import { useWords } from '../state/use-words.ts'
import { matchesOf } from './search-matches.ts'
import type { Match } from './search-matches.ts'

/** Ctrl+K: finds a school or an item and goes there. */
export function SearchBox(): ReactNode {
  const { store } = useSession()
  const open = useSessionState((state) => state.searching)
  return (
    <Dialog open={open} onOpenChange={(_, data) => store.set({ searching: data.open })}>
      <DialogSurface className="search">{open && <Search />}</DialogSurface>
    </Dialog>
  )
}

function Search(): ReactNode {
  const session = useSession()
  const words = useWords().search
  const schools = useSchools().value
  const forms = useForms().value
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const matches = matchesOf(text, schools ?? [], forms ?? [])
  const choose = (match: Match | undefined): void => {
    if (match) go(session, match)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(matches.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(matches[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="search-inner">
      <Input
        aria-label={words.title}
        input={{ ref: field }}
        size="large"
        contentBefore={<SearchRegular />}
        placeholder={words.hint}
        value={text}
        onChange={(_, data) => {
          setText(data.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <ul className="search-list">
        {matches.map((match, index) => (
          <li key={match.kind === 'school' ? match.id : match.item}>
            <button
              type="button"
              aria-current={index === at}
              className="search-match"
              onPointerMove={() => setAt(index)}
              onClick={() => choose(match)}
            >
              {match.kind === 'school' ? <BuildingRegular /> : <TableRegular />}
              <span className="search-name">{match.name}</span>
              <span className="search-detail">{match.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{text !== '' && matches.length === 0 ? words.none(text) : words.keys}</p>
    </div>
  )
}

function go(session: Session, match: Match): void {
  const { store } = session
  const { view } = store.get()
  store.set({ searching: false, step: 'data', layer: null })
  if (match.kind === 'school') {
    store.set({ rowFilter: 'all', ...(view === 'paper' ? { place: { school: match.id } } : {}) })
    goToCell(session, match.id, null)
  } else {
    store.set({ form: match.form, onlyRow: null })
    goToCell(session, null, match.item)
  }
}
