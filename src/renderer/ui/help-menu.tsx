import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { FolderOpenRegular, KeyboardRegular, QuestionCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { attempt, notify } from '../state/actions.ts'
import { keyOf } from '../commands/command-list.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** 帮助: what helps when something went wrong. */
export function HelpMenu(): ReactNode {
  const desk = useDesk()
  const { help: words, commands } = useWords()
  const inCollection = useDeskState((state) => state.overview !== null)
  const showLog = async (): Promise<void> => {
    const log = await attempt(desk, () => desk.api.showLog({}))
    // A browser cannot open a folder; its place is said instead.
    if (log && !log.opened) notify(desk, 'info', words.logIsIn(log.folder), true)
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className="top-lean"
          size="small"
          appearance="subtle"
          icon={<QuestionCircleRegular />}
        >
          {words.title}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {inCollection && (
            <MenuItem
              icon={<KeyboardRegular />}
              secondaryContent={keyOf('keyboard') ?? ''}
              onClick={() => desk.store.set({ keyboardPage: true })}
            >
              {commands.title}
            </MenuItem>
          )}
          <MenuItem icon={<FolderOpenRegular />} onClick={() => void showLog()}>
            {words.openLog}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
