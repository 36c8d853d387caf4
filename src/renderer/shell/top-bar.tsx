import { Button, Tooltip } from '@fluentui/react-components'
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  DismissRegular,
  LocalLanguageRegular,
  SaveCopyRegular,
  SearchRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDeskState } from '../state/context.tsx'
import { entryText } from '../../shared/words/entries.ts'
import { useWords } from '../state/use-words.ts'
import { HelpMenu } from '../help/help-menu.tsx'
import { BasisSwitch } from '../ui/basis-switch.tsx'
import { ExportButton } from './export-button.tsx'
import { useDoing } from '../commands/use-doing.ts'
import { keyCap } from '../commands/key.ts'
import { keyOf } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { canRun, runCommand } from '../commands/window-commands.ts'

/** What the collection is, how far it has come, and what can be done anywhere. */
export function TopBar(): ReactNode {
  const words = useWords()
  const overview = useDeskState((state) => state.overview)
  const lang = useDeskState((state) => state.lang)
  const pending = useDeskState((state) => state.pending)
  const undoable = pending.length > 0 || (overview?.undo ?? null) !== null
  const redoable =
    useDeskState((state) => state.droppedEdits.length > 0) || (overview?.redo ?? null) !== null
  const doing = useDoing()
  const run = (id: CommandId): void => runCommand(id, doing)
  if (!overview) return null
  const { coverage } = overview
  const title = overview.title === '' ? overview.county : overview.title
  // Of a part of a year its own name; else the school year.
  const { period, periodWords } = overview
  const of =
    period !== '' && periodWords.previous !== '上年' ? periodWords.name : overview.schoolYear
  const last = pending.at(-1)
  const undoHint = last
    ? words.top.undoWhat(`${last.name} ${last.item}`, keyCap(keyOf('undo') ?? ''))
    : overview.undo
      ? words.top.undoWhat(entryText(lang, overview.undo.says), keyCap(keyOf('undo') ?? ''))
      : words.top.nothingToUndo
  const redoHint = overview.redo
    ? words.top.redoWhat(entryText(lang, overview.redo.says), keyCap(keyOf('redo') ?? ''))
    : words.top.nothingToRedo
  return (
    <header className="top-bar">
      <div className="top-title">
        <strong title={title}>{title}</strong>
        {of !== '' && !title.includes(of) && <span>{of}</span>}
        <span className="top-coverage">{words.top.coverage(coverage)}</span>
      </div>
      <BasisSwitch />
      <span className="top-space" />
      <Button
        className="top-search"
        size="small"
        icon={<SearchRegular />}
        onClick={() => run('search')}
      >
        {words.top.search}
        <kbd>{keyCap(keyOf('search') ?? '')}</kbd>
      </Button>
      <Tooltip content={undoHint} relationship="description">
        <Button
          className="top-lean"
          size="small"
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={!undoable}
          onClick={() => run('undo')}
        >
          {words.top.undo}
        </Button>
      </Tooltip>
      <Tooltip content={redoHint} relationship="description">
        <Button
          className="top-lean"
          size="small"
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          disabledFocusable={!redoable}
          onClick={() => run('redo')}
        >
          {words.top.redo}
        </Button>
      </Tooltip>
      <ExportButton busy={doing.exporting} run={run} can={(id) => canRun(id, doing)} />
      <Tooltip content={words.top.languageHint} relationship="description">
        <Button
          className="top-lean"
          size="small"
          appearance="subtle"
          icon={<LocalLanguageRegular />}
          onClick={() => run('language')}
        >
          {words.top.language}
        </Button>
      </Tooltip>
      <HelpMenu />
      <Tooltip content={words.top.saveCopy} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<SaveCopyRegular />}
          onClick={() => run('save-copy')}
        />
      </Tooltip>
      <Tooltip content={words.top.closeCollection} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          onClick={() => run('close')}
        />
      </Tooltip>
    </header>
  )
}
