import {
  Button,
  Dropdown,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
} from '@fluentui/react-components'
import {
  ArrowExportRegular,
  BranchCompareRegular,
  CommentRegular,
  DocumentTextRegular,
  TableRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DraftVersion, DraftView } from '../../shared/draft-desk.ts'
import { shortTime } from '../figures/show.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { OpenButtons } from './open-buttons.tsx'
import { useDraftScreen } from './use-draft.ts'

/** Above the text: which version, other ways in, two versions side by side, and the ways out. */
export function DraftBar({ view }: { view: DraftView }): ReactNode {
  const words = useWords().draft
  const [{ against }, set] = useDraftScreen()
  const { versions, version } = view
  const at = versions.findIndex(({ entry }) => entry === version.entry)
  const before = versions[at + 1] ?? null
  return (
    <div className="draft-bar">
      <VersionPicker
        label={words.version}
        versions={versions}
        picked={version}
        onPick={(entry) => set({ entry, picked: null, cell: null, against: null })}
      />
      {against === null ? (
        <>
          {before !== null && (
            <Button
              size="small"
              appearance="subtle"
              icon={<BranchCompareRegular />}
              onClick={() => set({ against: before.entry })}
            >
              {words.compare}
            </Button>
          )}
          <span className="hint figures">{words.figures(view.figures.length)}</span>
        </>
      ) : (
        <>
          <VersionPicker
            label={words.compareWith}
            versions={versions.filter(({ entry }) => entry !== version.entry)}
            picked={versions.find(({ entry }) => entry === against) ?? null}
            onPick={(entry) => set({ against: entry })}
          />
          <Button size="small" onClick={() => set({ against: null })}>
            {words.compareEnd}
          </Button>
        </>
      )}
      <span className="draft-room" />
      <OpenButtons />
      <ExportMenu view={view} />
    </div>
  )
}

function VersionPicker(props: {
  label: string
  versions: readonly DraftVersion[]
  picked: DraftVersion | null
  onPick: (entry: number) => void
}): ReactNode {
  const { label, versions, picked, onPick } = props
  const words = useWords().draft
  const said = ({ name, at }: DraftVersion): string => words.versionOf(name, shortTime(at))
  return (
    <Dropdown
      size="small"
      className="draft-version"
      aria-label={label}
      value={picked === null ? '' : said(picked)}
      selectedOptions={picked === null ? [] : [String(picked.entry)]}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) onPick(Number(optionValue))
      }}
    >
      {versions.map((one) => (
        <Option key={one.entry} value={String(one.entry)} text={said(one)}>
          {said(one)}
        </Option>
      ))}
    </Dropdown>
  )
}

function ExportMenu({ view }: { view: DraftView }): ReactNode {
  const { api } = useDesk()
  const words = useWords().draft
  const { basis, lang } = useDeskState((state) => state)
  const { entry } = view.version
  const begin = (as: 'comments' | 'report' | 'list') => () =>
    api.exportDraft({ entry, basis, as, lang })
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
