import type { GrantedFile } from '../../shared/grants.ts'
import { attempt, change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import type { DraftScreen } from '../state/draft-screen.ts'
import { wordsIn } from '../words/words-in.ts'

/** What the screen shows of the draft, and a way to change it. */
export function useDraftScreen(): [DraftScreen, (more: Partial<DraftScreen>) => void] {
  const desk = useDesk()
  const screen = useDeskState((state) => state.summary.check)
  return [screen, (more) => setDraftScreen(desk, more)]
}

function setDraftScreen({ store }: Desk, more: Partial<DraftScreen>): void {
  const { summary } = store.get()
  store.set({ summary: { ...summary, check: { ...summary.check, ...more } } })
}

/** Goes to the latest version, from the beginning. */
const FRESH: Partial<DraftScreen> = {
  ...{ entry: null, picked: null, cell: null, against: null, filter: 'doubtful', pasting: false },
}

/** Takes in a draft, and shows it checked; one that is the latest already is said to be. */
async function take(desk: Desk, name: string, work: () => Promise<boolean>): Promise<void> {
  const before = desk.store.get().overview?.revision
  if (!(await work())) return
  const words = wordsIn(desk.store.get().lang).draft
  const news = desk.store.get().overview?.revision !== before
  notify(desk, news ? 'success' : 'info', news ? words.kept(name) : words.sameAsLatest)
  setDraftScreen(desk, FRESH)
}

/** Opens drafts that were picked or dropped. */
export async function keepFiles(desk: Desk, grant: () => Promise<GrantedFile[]>): Promise<void> {
  const files = await attempt(desk, grant)
  const [first] = files ?? []
  if (files === null || first === undefined) return
  const name = first.path.split('/').at(-1) ?? first.path
  await take(desk, name, () => change(desk, () => desk.api.keepDraft({ files })))
}

/** Takes in a pasted text; null: the finished summary. */
export async function keepText(desk: Desk, name: string, text: string | null): Promise<void> {
  const { basis } = desk.store.get()
  await take(desk, name, () => change(desk, () => desk.api.pasteDraft({ name, text, basis })))
}
