import { Button } from '@fluentui/react-components'
import { DatabaseRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CollectionRef } from '../../shared/collections.ts'
import { shortTime } from '../figures/show.ts'
import { attempt, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** A collection that is known: opened by a click, deleted after a question. */
export function Known(props: {
  known: CollectionRef
  opening: boolean
  onOpen: () => void
}): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const { known, opening, onOpen } = props
  const { title, grant } = known
  const discard = async (): Promise<void> => {
    setAsking(false)
    const gone = await attempt(desk, () => desk.api.discardCollection({ grant }))
    if (!gone) return
    notify(desk, 'success', words.discard.done(gone.folder), true)
    const about = await attempt(desk, () => desk.api.about({}))
    if (about) desk.store.set({ about })
  }
  if (asking)
    return (
      <div className="known known-asking" role="alert">
        <span>{words.discard.ask(title)}</span>
        <Button size="small" appearance="primary" onClick={() => void discard()}>
          {words.discard.yes}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {words.app.cancel}
        </Button>
      </div>
    )
  return (
    <div className="known-line">
      <button type="button" className="known" disabled={opening} onClick={onOpen}>
        <DatabaseRegular fontSize={20} />
        <span title={title}>{title}</span>
        <small>{words.start.changed(shortTime(known.changedAt))}</small>
      </button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        disabled={opening}
        aria-label={words.discard.do(title)}
        title={words.discard.do(title)}
        onClick={() => setAsking(true)}
      />
    </div>
  )
}
