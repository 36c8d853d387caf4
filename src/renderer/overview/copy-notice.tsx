import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Incomplete } from '../../shared/overview.ts'
import { incompleteText } from '../../shared/words/incomplete.ts'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

/** What the collection may lack because it was copied while in use, until somebody has checked it. */
export function CopyNotice({ incomplete }: { incomplete: Incomplete }): ReactNode {
  const desk = useDesk()
  const lang = useDeskState((state) => state.lang)
  const readOnly = useDeskState((state) => state.overview?.readOnly ?? null)
  const { overview: words } = useWords()
  const [reason, setReason] = useState('')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{incompleteText(lang, incomplete)}</MessageBarBody>
      {readOnly === null && (
        <MessageBarActions>
          <ReasonField value={reason} onChange={setReason} kinds={['check-copy']} />
          <Button
            size="small"
            disabled={reason.trim() === ''}
            onClick={() => void change(desk, () => desk.api.checkCopy({ reason }))}
          >
            {words.copyChecked}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
