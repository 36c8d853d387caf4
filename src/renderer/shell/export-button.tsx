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
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CommandId } from '../commands/command-list.ts'
import { useWords } from '../state/use-words.ts'

/** What is exported besides the workbook; each is a command of the window. */
const MORE = [
  'export-view',
  'print',
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
  can,
}: {
  busy: boolean
  /** Whether that can be done now. */
  can: (id: CommandId) => boolean
  run: (id: CommandId) => void
}): ReactNode {
  const words = useWords()
  // What is in sight is looked at when the menu opens.
  const [open, setOpen] = useState(false)
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
      <Menu positioning="below-end" open={open} onOpenChange={(_, data) => setOpen(data.open)}>
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
            {(open ? MORE : []).map((id) => (
              <MenuItem key={id} disabled={!can(id)} onClick={() => run(id)}>
                {words.commands.names[id]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}
