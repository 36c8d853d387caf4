import { Button } from '@fluentui/react-components'
import {
  ClipboardPasteRegular,
  DocumentAddRegular,
  DocumentCheckmarkRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import { useDesk } from '../state/context.tsx'
import { keepFiles, keepText, useDraftScreen } from './use-draft.ts'
import { useDraftWords } from './use-draft-words.ts'

const ENDINGS = ['docx', 'txt', 'md']

/** The ways by which a draft gets into the collection. */
export function OpenButtons({ primary = false }: { primary?: boolean }): ReactNode {
  const desk = useDesk()
  const words = useDraftWords()
  const [, set] = useDraftScreen()
  return (
    <WaysIn
      primary={primary}
      onFiles={(grant) => void keepFiles(desk, grant)}
      onPaste={() => set({ pasting: true })}
      onFinished={() => void keepText(desk, words.finishedName, null)}
    />
  )
}

/** A file, pasted text, the summary written from placeholders. */
export function WaysIn(props: {
  primary?: boolean
  onFiles: (grant: () => Promise<GrantedFile[]>) => void
  onPaste: () => void
  onFinished: () => void
}): ReactNode {
  const { primary = false, onFiles, onPaste, onFinished } = props
  const desk = useDesk()
  const words = useDraftWords()
  return (
    <>
      <Button
        size="small"
        appearance={primary ? 'primary' : 'secondary'}
        icon={<DocumentAddRegular />}
        onClick={() => onFiles(() => desk.host.pick({ kind: 'files', accept: ENDINGS }))}
      >
        {words.open}
      </Button>
      <Button size="small" icon={<ClipboardPasteRegular />} onClick={onPaste}>
        {words.paste}
      </Button>
      <Button size="small" icon={<DocumentCheckmarkRegular />} onClick={onFinished}>
        {words.finished}
      </Button>
    </>
  )
}
