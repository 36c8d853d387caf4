import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  BookOpenRegular,
  CertificateRegular,
  FolderOpenRegular,
  KeyboardRegular,
  NewsRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { keyOf } from '../commands/command-list.ts'
import { attempt, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { HelpPage } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { HelpPages } from './help-pages.tsx'

const PAGES: readonly { page: HelpPage; icon: ReactNode }[] = [
  { page: 'guide', icon: <BookOpenRegular /> },
  { page: 'news', icon: <NewsRegular /> },
  { page: 'licences', icon: <CertificateRegular /> },
]

/** 帮助: what one reads, all of it part of the program, and what helps when something went wrong. */
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
    <>
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
            {PAGES.map(({ page, icon }) => (
              <MenuItem
                key={page}
                icon={{ children: icon }}
                onClick={() => desk.store.set({ helpPage: page })}
              >
                {words.pages[page]}
              </MenuItem>
            ))}
            {inCollection && (
              <MenuItem
                icon={<KeyboardRegular />}
                secondaryContent={keyOf('keyboard') ?? ''}
                onClick={() => desk.store.set({ keyboardPage: true })}
              >
                {commands.title}
              </MenuItem>
            )}
            <MenuDivider />
            <MenuItem icon={<FolderOpenRegular />} onClick={() => void showLog()}>
              {words.openLog}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <HelpPages />
    </>
  )
}
