import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { dismiss } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Notice } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import './notices.css'

const SHOWN_MS = { info: 4_000, success: 4_000, warning: 9_000, error: null }

/** Short sentences above the status line; errors stay until they are closed. */
export function Notices(): ReactNode {
  const notices = useDeskState((state) => state.notices)
  return (
    <div className="notices">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function OneNotice({ notice }: { notice: Notice }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const { id, intent, stays } = notice
  useEffect(() => {
    const shown = stays ? null : SHOWN_MS[intent]
    if (shown === null) return undefined
    const timer = setTimeout(() => dismiss(desk, id), shown)
    return () => clearTimeout(timer)
  }, [id, intent, stays, desk])
  return (
    <MessageBar intent={intent} layout="multiline" className="notice">
      <MessageBarBody>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            aria-label={words.app.close}
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            onClick={() => dismiss(desk, id)}
          />
        }
      />
    </MessageBar>
  )
}
