import { Button } from '@fluentui/react-components'
import { DocumentTextRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'

/** The collection has no summary yet: how one begins. */
export function NoSummary({ onBegin }: { onBegin: () => void }): ReactNode {
  const words = useWords().summary
  return (
    <div className="empty">
      <DocumentTextRegular fontSize={40} />
      <h2>{words.none}</h2>
      <p>{words.noneHint}</p>
      <Button appearance="primary" onClick={onBegin}>
        {words.begin}
      </Button>
    </div>
  )
}
