import { leave } from '../state/actions.ts'
import { joinOther } from '../state/join.ts'
import { askPendingReason } from '../state/pending-reason.ts'
import { offerRegister, showRegister } from '../state/show-register.ts'
import type { Desk, Step } from '../state/desk.ts'
import { showLook } from '../state/look.ts'
import { speak } from '../state/language.ts'
import { hasShownTables, showsRoster } from '../shown/in-sight.ts'
import type { CommandId } from './command-list.ts'
import { goToPart } from './parts.ts'
import { canRedo, canUndo, redo, undo } from './undo.ts'

/** What the window's commands work with. */
export interface Doing {
  desk: Desk
  /** Writes the consolidated workbook. */
  exportWorkbook: () => void
  /** Writes everything that a county hands on, in one zip. */
  exportEvidence: () => void
  exportResults: () => void
  /** Writes the tables in sight as they are shown. */
  exportView: () => void
  /** Writes a whole copy of the collection. */
  saveCopy: () => void
}

interface Runs {
  run: (doing: Doing) => void
  /** Whether it can be done now; always when absent. */
  when?: (doing: Doing) => boolean
}

const STEPS = {
  'go-overview': 'overview',
  'go-intake': 'intake',
  'go-data': 'data',
  'go-check': 'check',
  'go-consolidate': 'consolidate',
  'go-summary': 'summary',
  'go-setup': 'setup',
} as const satisfies Partial<Record<CommandId, Step>>

type StepCommand = keyof typeof STEPS

const isStep = (id: CommandId): id is StepCommand => Object.hasOwn(STEPS, id)

const RUNS: Partial<Record<CommandId, Runs>> = {
  search: { run: ({ desk }) => desk.store.set({ searching: 'all' }) },
  'go-to': { run: ({ desk }) => desk.store.set({ searching: 'places' }) },
  back: { run: () => history.back() },
  forward: { run: () => history.forward() },
  'next-part': { run: () => goToPart(1) },
  'previous-part': { run: () => goToPart(-1) },
  undo: {
    run: ({ desk }) => void undo(desk),
    when: ({ desk }) => canUndo(desk),
  },
  redo: {
    run: ({ desk }) => void redo(desk),
    when: ({ desk }) => canRedo(desk),
  },
  'confirm-edits': {
    run: askPendingReason,
    when: ({ desk }) => desk.store.get().pending.length > 0,
  },
  export: { run: ({ exportWorkbook }) => exportWorkbook() },
  'export-evidence': { run: ({ exportEvidence }) => exportEvidence() },
  'export-results': { run: ({ exportResults }) => exportResults() },
  'export-view': { run: ({ exportView }) => exportView(), when: () => hasShownTables() },
  'export-lake': { run: ({ desk }) => desk.store.set({ lakeExport: true }) },
  'save-copy': { run: ({ saveCopy }) => saveCopy() },
  register: { run: ({ desk }) => showRegister(desk) },
  'add-school': { run: ({ desk }) => showRegister(desk, { adding: { code: '', name: '' } }) },
  'new-register': { run: ({ desk }) => void offerRegister(desk) },
  particulars: {
    run: ({ desk }) => desk.store.set({ step: 'setup', setupTab: 'general', layer: null }),
  },
  print: {
    run: () => window.print(),
    // Rows with names and identity numbers leave the program only masked, through the workbook.
    when: () => !showsRoster(),
  },
  'comment-list': { run: ({ desk }) => desk.store.set({ commentList: true }) },
  'next-year': {
    run: ({ desk }) => desk.store.set({ nextYear: true }),
    // Edits that wait belong to this year.
    when: ({ desk }) => desk.store.get().pending.length === 0,
  },
  join: {
    run: ({ desk }) => void joinOther(desk),
    // Edits that wait belong to the file that is open.
    when: ({ desk }) => desk.store.get().pending.length === 0,
  },
  language: {
    run: ({ desk }) => speak(desk),
  },
  look: {
    run: ({ desk: { store } }) => {
      const look = store.get().look === 'light' ? 'dark' : 'light'
      showLook(look, true)
      store.set({ look })
    },
  },
  basis: {
    run: ({ desk: { store } }) =>
      store.set({ basis: store.get().basis === 'adopted' ? 'returned' : 'adopted' }),
  },
  keyboard: { run: ({ desk }) => desk.store.set({ keyboardPage: true }) },
  guide: { run: ({ desk }) => desk.store.set({ helpPage: 'guide' }) },
  news: { run: ({ desk }) => desk.store.set({ helpPage: 'news' }) },
  licences: { run: ({ desk }) => desk.store.set({ helpPage: 'licences' }) },
  close: { run: ({ desk }) => void leave(desk) },
}

/** Does what a command of the window says; nothing where it cannot be done now. */
export function runCommand(id: CommandId, doing: Doing): void {
  if (isStep(id)) {
    doing.desk.store.set({ step: STEPS[id], layer: null })
    return
  }
  RUNS[id]?.run(doing)
}

/** Whether a command of the window can be done now. */
export function canRun(id: CommandId, doing: Doing): boolean {
  if (isStep(id)) return true
  const runs = RUNS[id]
  return runs !== undefined && (runs.when?.(doing) ?? true)
}
