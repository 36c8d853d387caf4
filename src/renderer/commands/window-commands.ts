import { leave } from '../state/actions.ts'
import type { Session, Step } from '../state/session.ts'
import { rememberLanguage } from '../words/language.ts'
import type { CommandId } from './command-list.ts'
import { redo, undo } from './undo.ts'

/** What the window's commands work with. */
export interface Doing {
  session: Session
  /** Writes the consolidated workbook. */
  exportWorkbook: () => void
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
  'go-check': 'reconcile',
  'go-consolidate': 'consolidate',
  'go-summary': 'summary',
  'go-setup': 'setup',
} as const satisfies Partial<Record<CommandId, Step>>

type StepCommand = keyof typeof STEPS

const isStep = (id: CommandId): id is StepCommand => Object.hasOwn(STEPS, id)

const RUNS: Partial<Record<CommandId, Runs>> = {
  search: { run: ({ session }) => session.store.set({ searching: true }) },
  undo: {
    run: ({ session }) => void undo(session),
    when: ({ session }) => (session.store.get().overview?.undo ?? null) !== null,
  },
  redo: {
    run: ({ session }) => void redo(session),
    when: ({ session }) => (session.store.get().overview?.redo ?? null) !== null,
  },
  export: { run: ({ exportWorkbook }) => exportWorkbook() },
  language: {
    run: ({ session: { store } }) => {
      const lang = store.get().lang === 'zh' ? 'en' : 'zh'
      rememberLanguage(lang)
      store.set({ lang })
    },
  },
  basis: {
    run: ({ session: { store } }) =>
      store.set({ basis: store.get().basis === 'adopted' ? 'returned' : 'adopted' }),
  },
  keyboard: { run: ({ session }) => session.store.set({ keyboardPage: true }) },
  close: { run: ({ session }) => void leave(session) },
}

/** Does what a command of the window says; nothing where it cannot be done now. */
export function runCommand(id: CommandId, doing: Doing): void {
  if (isStep(id)) {
    if (canRun(id, doing)) doing.session.store.set({ step: STEPS[id], layer: null })
    return
  }
  RUNS[id]?.run(doing)
}

/** Whether a command of the window can be done now. */
export function canRun(id: CommandId, doing: Doing): boolean {
  if (isStep(id)) {
    const { overview } = doing.session.store.get()
    return STEPS[id] !== 'reconcile' || (overview?.findings ?? null) !== null
  }
  const runs = RUNS[id]
  return runs !== undefined && (runs.when?.(doing) ?? true)
}
