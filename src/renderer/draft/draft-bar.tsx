import { Button, Dropdown, Option } from '@fluentui/react-components'
import { BranchCompareRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DraftVersion, DraftView } from '../../shared/draft-desk.ts'
import { shortTime } from '../figures/show.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ExportMenu } from './export-menu.tsx'
import { OpenButtons } from './open-buttons.tsx'
import { useDraftScreen } from './use-draft.ts'

/** Above the text: which version, other ways in, two versions side by side, and the ways out. */
export function DraftBar({ view }: { view: DraftView }): ReactNode {
  const { api } = useDesk()
  const words = useWords().draft
  const { basis, lang } = useDeskState((state) => state)
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
      <ExportMenu
        view={view}
        begin={(as) => () => api.exportDraft({ entry: version.entry, basis, as, lang })}
      />
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
