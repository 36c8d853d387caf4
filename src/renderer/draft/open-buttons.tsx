import { Button } from '@fluentui/react-components'
import {
  ClipboardPasteRegular,
  DocumentAddRegular,
  DocumentCheckmarkRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { keepFiles, keepText, useDraftScreen } from './use-draft.ts'

/** What a draft may be. */
export const ENDINGS = ['docx', 'txt', 'md']

/** The ways by which a draft gets here: a file, pasted text, the summary written from placeholders. */
export function OpenButtons({ primary = false }: { primary?: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().draft
  const [, set] = useDraftScreen()
  const open = (): Promise<void> =>
    keepFiles(desk, () => desk.host.pick({ kind: 'files', accept: ENDINGS }))
  return (
    <>
      <Button
        size="small"
        appearance={primary ? 'primary' : 'secondary'}
        icon={<DocumentAddRegular />}
        onClick={() => void open()}
      >
        {words.open}
      </Button>
      <Button size="small" icon={<ClipboardPasteRegular />} onClick={() => set({ pasting: true })}>
        {words.paste}
      </Button>
      <Button
        size="small"
        icon={<DocumentCheckmarkRegular />}
        onClick={() => void keepText(desk, words.finishedName, null)}
      >
        {words.finished}
      </Button>
    </>
  )
}
