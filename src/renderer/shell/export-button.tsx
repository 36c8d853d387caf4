import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { ArrowExportRegular, ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { CommandId } from '../commands/command-list.ts'
import { useWords } from '../state/use-words.ts'

/** What is exported besides the workbook; each is a command of the window. */
const MORE = [
  'export-results',
  'export-evidence',
  'export-lake',
  'save-copy',
  'join',
  'next-year',
] as const satisfies readonly CommandId[]

/** The consolidated workbook at a click, and in its menu all else that can be written out. */
export function ExportButton({
  busy,
  run,
}: {
  busy: boolean
  run: (id: CommandId) => void
}): ReactNode {
  const words = useWords()
  return (
    <>
      <Button
        size="small"
        appearance="primary"
        icon={<ArrowExportRegular />}
        disabledFocusable={busy}
        onClick={() => run('export')}
      >
        {words.top.export}
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={words.top.exportMore} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronDownRegular />}
              disabledFocusable={busy}
            />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {MORE.map((id) => (
              <MenuItem key={id} onClick={() => run(id)}>
                {words.commands.names[id]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}
