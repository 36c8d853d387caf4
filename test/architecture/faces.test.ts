import { expect, test } from 'vitest'
import { faceless, unused, type Faces } from './faces.ts'
import { roomOf } from './floors.ts'
import { arrows, sources } from './imports.ts'

const SERVICE = 'src/core/service/'
const RENDERER = 'src/renderer/'

/** What a feature shows to all others; the rest of its room is its own. A further face is a decision: write it here. */
const SERVICE_FACES: Faces = {
  backups: ['cases.ts', 'thin.ts'],
  collections: [
    'cases.ts',
    'create.ts',
    'repair.ts',
    'join.ts',
    'join-cases.ts',
    'join-conflicts.ts',
  ],
  comments: ['cases.ts'],
  compile: ['cases.ts', 'compile.ts', 'results.ts'],
  consolidate: [
    'breakdown.ts',
    'cases.ts',
    'consolidation.ts',
    'indicator-coverage.ts',
    'indicator-years.ts',
  ],
  controls: ['cases.ts'],
  data: [
    'cases.ts',
    'consolidated-input.ts',
    'export-input.ts',
    'list-sheets.ts',
    'lists-cases.ts',
    'views.ts',
  ],
  draft: [
    'cases.ts',
    'check-draft.ts',
    'draft-view.ts',
    'export-draft.ts',
    'read-text.ts',
    'said.ts',
    'tie-book.ts',
  ],
  faults: ['faults.ts', 'open-faults.ts'],
  findings: [
    'checking.ts',
    'answers.ts',
    'cases.ts',
    'finding-lines.ts',
    'finding-state.ts',
    'findings.ts',
    'open-findings.ts',
    'rule-set.ts',
    'rules-cases.ts',
  ],
  forms: ['cases.ts'],
  impact: ['cases.ts'],
  indicators: ['cases.ts', 'indicator-views.ts'],
  intake: ['cases.ts', 'content.ts', 'file-rows.ts', 'import.ts', 'start-import.ts', 'unread.ts'],
  lake: ['cases.ts', 'partition.ts'],
  city: [
    'cases.ts',
    'city-draft.ts',
    'city-summary.ts',
    'draft-cases.ts',
    'open-cities.ts',
    'text-cases.ts',
  ],
  'last-year': [
    'choose-last-year.ts',
    'earlier.ts',
    'last-year-view.ts',
    'last-year.ts',
    'years.ts',
  ],
  ledger: ['cases.ts'],
  log: ['cases.ts'],
  overview: ['overview.ts'],
  personal: ['cases.ts'],
  queries: ['cases.ts', 'query-books.ts'],
  register: ['cases.ts', 'open-notes.ts'],
  report: ['report-json.ts', 'values-csv.ts'],
  screening: ['beyond-rules.ts', 'cases.ts', 'list-checks.ts', 'open-screening.ts'],
  series: ['cases.ts', 'indicator-values.ts'],
  shown: ['cases.ts'],
  snapshots: ['cases.ts', 'recount.ts', 'snapshots.ts'],
  summary: [
    'cases.ts',
    'quoted-forms.ts',
    'quoted-lines.ts',
    'quoted.ts',
    'summary-document.ts',
    'summary-view.ts',
    'texts-cases.ts',
  ],
}

/** Likewise the screens, and what several of them show; what all of them use (ui, state, words …) has no inside. */
const SCREEN_FACES: Faces = {
  backups: ['backup-list.tsx', 'backups-card.tsx', 'personal-card.tsx', 'verify-card.tsx'],
  check: ['check-screen.tsx', 'queries-screen.tsx'],
  city: ['city-bench.tsx'],
  consolidate: ['consolidate-screen.tsx'],
  controls: ['controls.tsx'],
  data: ['data-screen.tsx'],
  draft: [
    'doubt-card.tsx',
    'draft-check.tsx',
    'draft-panes.tsx',
    'export-menu.tsx',
    'open-buttons.tsx',
    'paste-dialog.tsx',
    'tie-part.tsx',
    'use-draft-words.ts',
  ],
  form: [
    'form-schools.ts',
    'paper-sheet.tsx',
    'paper-table.tsx',
    'paper-target.ts',
    'school-order.ts',
  ],
  grid: [
    'cell-lines.ts',
    'clipboard.ts',
    'columns.ts',
    'data.css',
    'fill.ts',
    'formula-line.tsx',
    'leave-dialog.tsx',
    'list-columns.ts',
    'list-editing.ts',
    'list-view.tsx',
    'paste.ts',
    'pending-bar.tsx',
    'reason-form.tsx',
    'rectangle.ts',
    'row.ts',
    'steps.ts',
  ],
  intake: ['difference-view.tsx', 'intake.tsx', 'reminders.tsx'],
  overview: ['overview.tsx'],
  panel: ['comments.tsx', 'one-cell.tsx', 'panel.css', 'panel.tsx', 'trail.tsx'],
  register: ['register-tab.tsx'],
  sent: ['sent-screen.tsx'],
  series: ['series-chart.tsx', 'series-part.tsx', 'series-table.tsx', 'small-line.tsx'],
  setup: ['setup.tsx'],
  shell: ['base.css', 'workbench.tsx'],
  snapshots: ['recount.tsx', 'snapshots.tsx'],
  start: ['start.tsx'],
  summary: ['summary.tsx', 'writing-bar.tsx', 'writing-of.tsx'],
}

const every = arrows()

test('features of the core use of each other what each shows', () => {
  expect(faceless(SERVICE, SERVICE_FACES, every)).toEqual([])
  expect(unused(SERVICE, SERVICE_FACES, every)).toEqual([])
})

test('every feature of the core says what it shows', () => {
  const rooms = sources().flatMap((path) => {
    const room = roomOf(SERVICE, path)
    return room === null || room.endsWith('.ts') ? [] : [room]
  })
  expect([...new Set(rooms)].toSorted()).toEqual(Object.keys(SERVICE_FACES).toSorted())
})

test('screens use of each other what each shows', () => {
  const own = every.filter(({ from }) => from.startsWith(RENDERER))
  expect(faceless(RENDERER, SCREEN_FACES, own)).toEqual([])
  expect(unused(RENDERER, SCREEN_FACES, own)).toEqual([])
})

test('the use cases of a feature are called by the service only', () => {
  const calls = every.filter(({ to }) => to.startsWith(SERVICE) && to.endsWith('cases.ts'))
  expect(calls.length).toBeGreaterThan(15)
  expect(calls.filter(({ from }) => from !== `${SERVICE}service.ts`)).toEqual([])
})

test('a planted break is seen: an inside used from elsewhere, and a face that nobody uses', () => {
  const planted = { from: `${SERVICE}queries/cases.ts`, to: `${SERVICE}findings/rule-tallies.ts` }
  expect(faceless(SERVICE, SERVICE_FACES, [...every, planted])).toEqual([
    `${planted.from} → ${planted.to}`,
  ])
  expect(unused(SERVICE, { findings: ['nothing.ts'] }, every)).toEqual(['findings/nothing.ts'])
})
