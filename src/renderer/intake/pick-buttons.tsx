import { Button } from '@fluentui/react-components'
import { DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { useReceive } from '../state/receive.ts'
import { useWords } from '../state/use-words.ts'

/** 选文件 and 选文件夹. */
export function PickButtons(): ReactNode {
  const { host } = useDesk()
  const receive = useReceive()
  const words = useWords().intake
  return (
    <span className="pick-buttons">
      <Button
        size="small"
        appearance="primary"
        icon={<DocumentAddRegular />}
        onClick={() => receive(() => host.pick({ kind: 'files' }), 0)}
      >
        {words.pickFiles}
      </Button>
      <Button
        size="small"
        icon={<FolderOpenRegular />}
        onClick={() => receive(() => host.pick({ kind: 'folder' }), 0)}
      >
        {words.pickFolder}
      </Button>
    </span>
  )
}
