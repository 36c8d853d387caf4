import { newCheckView } from './check-view.ts'
import type { ConsolidateTab, ConsolidateView } from './consolidate-view.ts'
import type { DeskState, RowFilter, SetupTab, Step } from './desk.ts'
import type { Layer } from './layer.ts'

/** Where in the workbench somebody stands, as fields of an address: what can be come back to and sent on. */
export type Place = Readonly<Record<string, string>>

const STEPS: readonly Step[] = [
  'overview',
  'intake',
  'data',
  'check',
  'consolidate',
  'summary',
  'setup',
]
const FILTERS: readonly RowFilter[] = ['all', 'unreadable', 'adopted', 'missing']
const SETUP: readonly SetupTab[] = ['forms', 'register', 'rules', 'screening', 'general']
const CONSOLIDATE: readonly ConsolidateTab[] = ['groups', 'indicators', 'years', 'snapshots']

/** Fields that move so often that going back passes over their steps. */
const PASSING: ReadonlySet<string> = new Set(['cell', 'at', 'finding', 'filter', 'row'])

/** Where the state stands; fields that say nothing are left out. */
export function placeOf(state: DeskState): Place {
  const all: Record<string, string | null> = {
    step: state.step,
    ...ofStep(state),
    ...ofLayer(state.layer),
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}

function ofStep(state: DeskState): Record<string, string | null> {
  const { selected, place, intakePick } = state
  switch (state.step) {
    case 'overview':
      return {}
    case 'intake':
      return {
        tab: state.intake.tab,
        pick: intakePick === null ? null : String(Object.values(intakePick)[0] ?? ''),
      }
    case 'data':
      return {
        form: state.form,
        view: state.view,
        row: state.onlyRow === null ? null : String(state.onlyRow),
        filter: state.rowFilter === 'all' ? null : state.rowFilter,
        at:
          state.view === 'list' || 'county' in place
            ? null
            : 'school' in place
              ? `school:${place.school}`
              : `group:${place.group}`,
        cell: selected?.kind === 'cell' ? `${selected.school}:${String(selected.item)}` : null,
      }
    case 'check':
      return { tab: state.check.tab, finding: state.check.picked }
    case 'consolidate':
      return { tab: state.consolidate.tab, indicator: state.consolidate.indicator }
    case 'summary':
      return { tab: state.summary.tab }
    case 'setup':
      return {
        tab: state.setupTab,
        school: state.setupTab === 'register' ? state.register.picked : null,
      }
  }
}

function ofLayer(layer: Layer | null): Record<string, string | null> {
  if (layer === null) return {}
  if (layer.kind === 'queries') return { over: 'queries' }
  if (layer.kind === 'difference') return { over: 'difference', file: String(layer.file) }
  const { file, sheet, at } = layer
  return {
    over: 'sent',
    file: String(file),
    sheet,
    ...(at === null ? {} : 'cell' in at ? { sheetCell: at.cell } : { sheetItem: at.item }),
  }
}

/** Whether going from one to the other is a step of its own for going back. */
export function isStep(from: Place, to: Place): boolean {
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...names].some((name) => !PASSING.has(name) && from[name] !== to[name])
}

export function samePlace(a: Place, b: Place): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name])
}

/** The state that stands at a place; what the place does not know stays as it is. */
export function stateAt(state: DeskState, place: Place): Partial<DeskState> {
  const step = STEPS.find((one) => one === place['step'])
  if (step === undefined) return {}
  return { step, layer: layerAt(place), ...stepAt(step, state, place) }
}

function stepAt(step: Step, state: DeskState, place: Place): Partial<DeskState> {
  const { tab } = place
  switch (step) {
    case 'overview':
      return {}
    case 'intake': {
      const { pick } = place
      const files = tab === 'files'
      return {
        intake: { ...state.intake, tab: files ? 'files' : 'schools' },
        intakePick: pick === undefined ? null : files ? { file: Number(pick) } : { school: pick },
      }
    }
    case 'data':
      return dataAt(state, place)
    case 'check':
      return {
        check: {
          ...newCheckView(),
          ...state.check,
          tab: tab === 'controls' ? 'controls' : 'findings',
          picked: place['finding'] ?? null,
        },
      }
    case 'consolidate': {
      const known = CONSOLIDATE.find((one) => one === tab) ?? 'groups'
      const view: ConsolidateView = {
        ...state.consolidate,
        tab: known,
        indicator: place['indicator'] ?? null,
      }
      return { consolidate: view }
    }
    case 'summary':
      return { summary: { ...state.summary, tab: tab === 'draft' ? 'draft' : 'writing' } }
    case 'setup':
      return {
        setupTab: SETUP.find((one) => one === tab) ?? 'forms',
        register: { ...state.register, picked: place['school'] ?? null },
      }
  }
}

function dataAt(state: DeskState, place: Place): Partial<DeskState> {
  const { form, row, at, cell } = place
  const [kind, ...rest] = (at ?? '').split(':')
  const where = rest.join(':')
  const [school, item] = (cell ?? '').split(':')
  const known = form === undefined || form === '' ? state.form : form
  return {
    form: known,
    view: place['view'] === 'paper' ? 'paper' : 'list',
    rowFilter: FILTERS.find((one) => one === place['filter']) ?? 'all',
    onlyRow: row === undefined ? null : Number(row),
    place:
      kind === 'school'
        ? { school: where }
        : kind === 'group'
          ? { group: where }
          : { county: true },
    selected:
      school !== undefined && school !== '' && item !== undefined
        ? { kind: 'cell', school, form: known, item: Number(item) }
        : null,
  }
}

function layerAt(place: Place): Layer | null {
  const file = Number(place['file'] ?? 'x')
  if (place['over'] === 'queries') return { kind: 'queries', back: null }
  if (!Number.isInteger(file)) return null
  if (place['over'] === 'difference') return { kind: 'difference', file, back: null }
  if (place['over'] !== 'sent') return null
  const { sheet, sheetCell, sheetItem } = place
  return {
    kind: 'sent',
    file,
    sheet: sheet ?? null,
    at:
      sheetCell !== undefined
        ? { cell: sheetCell }
        : sheetItem !== undefined
          ? { item: sheetItem }
          : null,
    back: null,
  }
}
