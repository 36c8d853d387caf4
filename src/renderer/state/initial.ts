import type { Lang } from '../../shared/words/say.ts'
import { newCityScreen } from './city-screen.ts'
import { newConsolidateView } from './consolidate-view.ts'
import { newCheckView } from './check-view.ts'
import type { DeskState } from './desk.ts'
import { allOf } from './intake-filter.ts'
import { newRegisterScreen } from './register-screen.ts'
import { newSummaryScreen } from './summary-view.ts'

/** The shared state before anything is known. */
export function newDeskState(lang: Lang): DeskState {
  return {
    lang,
    look: 'light',
    about: null,
    city: null,
    cityScreen: newCityScreen(null),
    overview: null,
    step: 'overview',
    basis: 'adopted',
    by: '',
    form: '',
    view: 'list',
    rowFilter: 'all',
    onlyRow: null,
    place: { county: true },
    selected: null,
    intake: allOf('schools'),
    intakeText: '',
    intakePick: null,
    check: newCheckView(),
    consolidate: newConsolidateView(),
    summary: newSummaryScreen(),
    setupTab: 'forms',
    register: newRegisterScreen(),
    layer: null,
    reminding: false,
    job: null,
    sending: 0,
    facts: null,
    notices: [],
    request: null,
    pending: [],
    droppedEdits: [],
    adoptedLast: null,
    leaving: false,
    nextYear: false,
    lakeExport: false,
    commentList: false,
    joinList: false,
    saving: false,
    lost: false,
    searching: null,
    recent: [],
    keyboardPage: false,
    helpPage: null,
    goTo: null,
  }
}
