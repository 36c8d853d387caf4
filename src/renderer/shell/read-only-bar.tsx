import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { readOnlyText } from '../../shared/words/read-only.ts'
import { attempt, leave } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Says on every screen that the collection is not as its record says. */
export function TroubleBar(): ReactNode {
  const desk = useDesk()
  const words = useWords().verify
  const troubles = useDeskState((state) => state.overview?.troubles ?? 0)
  if (troubles === 0) return null
  return (
    <MessageBar intent="error">
      <MessageBarBody>{words.found(troubles)}</MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => desk.store.set({ step: 'setup', setupTab: 'general', layer: null })}
        >
          {words.show}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Says on every screen of a county that was opened from its city so, and leads back. */
export function CityBar(): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const title = useDeskState((state) => state.city?.title)
  const county = useDeskState((state) => state.overview?.county ?? '')
  if (title === undefined) return null
  return (
    <MessageBar intent="info">
      <MessageBarBody>{words.bar(title, county)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void leave(desk)}>
          {words.home}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Says on every screen of a collection that cannot be written to why, and of what moment it is. */
export function ReadOnlyBar(): ReactNode {
  const desk = useDesk()
  const words = useWords().app
  const lang = useDeskState((state) => state.lang)
  const readOnly = useDeskState((state) => state.overview?.readOnly ?? null)
  if (readOnly === null) return null
  const again = async (): Promise<void> => {
    const overview = await attempt(desk, () => desk.api.reopenCollection({}))
    if (overview === null) return
    // Whatever its number: its revisions begin anew.
    desk.store.set({ overview })
    desk.calls.forget()
  }
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{readOnlyText(lang, readOnly)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void again()}>
          {words.reopen}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
