import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowExportRegular,
  CommentRegular,
  DocumentTextRegular,
  TableRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { useExport } from '../state/export.ts'
import { useDraftWords } from './use-draft-words.ts'

/** What a checked draft is written out as. */
export function ExportMenu({
  view,
  begin,
}: {
  view: DraftView
  begin: (as: 'comments' | 'report' | 'list') => () => Promise<{ job: number }>
}): ReactNode {
  const words = useDraftWords()
  const comments = useExport(begin('comments'))
  const report = useExport(begin('report'))
  const list = useExport(begin('list'))
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="primary"
          icon={<ArrowExportRegular />}
          disabled={list.busy}
        >
          {words.export}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<CommentRegular />}
            disabled={!view.commentable}
            title={view.commentable ? undefined : words.commentsHint}
            onClick={comments.start}
          >
            {words.comments}
          </MenuItem>
          <MenuItem icon={<DocumentTextRegular />} onClick={report.start}>
            {words.report}
          </MenuItem>
          <MenuItem icon={<TableRegular />} onClick={list.start}>
            {words.list}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
