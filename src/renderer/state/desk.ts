import type { Api } from '../../shared/api.ts'
import type { CityView } from '../../shared/city.ts'
import type { CityScreen } from './city-screen.ts'
import type { About } from '../../shared/collections.ts'
import type { JobState } from '../../shared/jobs.ts'
import type { Overview } from '../../shared/overview.ts'
import type { Basis, FileStatus, ReasonCode, SchoolState } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import type { Host } from '../host/bridge.ts'
import type { Calls } from './calls.ts'
import type { ChangeRequest, PendingEdits } from './changes.ts'
import type { Layer } from './layer.ts'
import type { Look } from './look.ts'
import type { ConsolidateView } from './consolidate-view.ts'
import type { CheckView } from './check-view.ts'
import type { RegisterScreen } from './register-screen.ts'
import type { Selected } from './selected.ts'
import type { StateStore } from './store.ts'
import type { SummaryScreen } from './summary-view.ts'
import type { FoundPlace } from './search-match.ts'

export type SetupTab = 'forms' | 'register' | 'rules' | 'screening' | 'general'

export type Step = 'overview' | 'intake' | 'data' | 'check' | 'consolidate' | 'summary' | 'setup'

/** What the list of schools or files shows; '' and null mean all. */
export interface IntakeFilter {
  tab: 'schools' | 'files'
  state: SchoolState | 'active' | 'unclaimed' | 'unreadable' | 'adopted' | null
  status: FileStatus | null
  /** Only those with something of this kind to be said. */
  reason: ReasonCode | null
  group: string | null
  /** Only files of that day; "" those without a date. */
  day: { by: 'received' | 'reported'; day: string } | null
}

export interface Notice {
  id: number
  intent: 'error' | 'success' | 'info' | 'warning'
  text: string
  /** Whether it stays until it is closed, as errors do. */
  stays: boolean
}

/** Statistics of the marked cells: exact decimal strings; null where no cell holds a number. */
export interface RangeFacts {
  cells: number
  numbers: number
  sum: string | null
  mean: string | null
}

/** Which schools the list shows: all, or those with something the matter. */
export type RowFilter = 'all' | 'unreadable' | 'adopted' | 'missing'

export interface DeskState {
  lang: Lang
  look: Look
  about: About | null
  /** The counties read as one, alone or behind a county's own collection. */
  city: CityView | null
  cityScreen: CityScreen
  overview: Overview | null
  step: Step
  basis: Basis
  /** Dimension by which rows are grouped. */
  by: string
  /** 表号 of the form looked at; '' before any is known. */
  form: string
  view: 'list' | 'paper'
  rowFilter: RowFilter
  /** Index into Form.rows: only that row's columns; null for all. */
  onlyRow: number | null
  /** Where the 表式 stands: a school's id, a group of `by`, or the county. */
  place: { school: string } | { group: string } | { county: true }
  selected: Selected | null
  intake: IntakeFilter
  /** Search text above the intake lists. */
  intakeText: string
  /** Row of the intake list whose details are open. */
  intakePick: { file: number } | { school: string } | null
  check: CheckView
  consolidate: ConsolidateView
  summary: SummaryScreen
  setupTab: SetupTab
  register: RegisterScreen
  layer: Layer | null
  /** The text to send to the schools still missing is open. */
  reminding: boolean
  job: JobState | null
  /** Files are on their way to the host. */
  sending: number
  facts: RangeFacts | null
  notices: Notice[]
  /** A block of changes that is looked at and waits for its reason. */
  request: ChangeRequest | null
  /** Figures typed that wait for their reason; they can be seen but do not count yet. */
  pending: PendingEdits
  /** Those dropped last, each lot to be taken back at once. */
  droppedEdits: readonly PendingEdits[]
  /** Edits adopted last, and the revision they made: tables on the screen may not have them yet. */
  adoptedLast: { edits: PendingEdits; revision: number } | null
  /** The collection was to be closed while edits wait: it is asked what becomes of them. */
  leaving: boolean
  /** It is asked whether next year's collection is to be made. */
  nextYear: boolean
  /** Whether it is asked where the columnar export belongs. */
  lakeExport: boolean
  /** The list of notes is open. */
  commentList: boolean
  /** What two joined files say otherwise is open. */
  joinList: boolean
  saving: boolean
  /** The host did not answer the last long poll. */
  lost: boolean
  /** What the box of Ctrl+K looks for: everything, or only places to go to (Ctrl+G); null while it is closed. */
  searching: 'all' | 'places' | null
  /** Where Ctrl+K led last, newest first. */
  recent: readonly FoundPlace[]
  /** Whether the page of all keys is open. */
  keyboardPage: boolean
  /** Which page of the help is open. */
  helpPage: HelpPage | null
  /** A cell the list should scroll to and mark; `at` makes each wish new. */
  goTo: { school: string | null; item: string | null; at: number } | null
}

/** Pages of the help: the guide, what is new, whose work is inside. */
export type HelpPage = 'guide' | 'news' | 'licences'

/** What every screen works with: the program behind, and the shared state. */
export interface Desk {
  api: Api
  /** Its answers, shared by the screens. */
  calls: Calls
  host: Host
  store: StateStore<DeskState>
}
