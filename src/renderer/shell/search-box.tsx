import { Dialog, DialogSurface } from '@fluentui/react-components'
import {
  BuildingRegular,
  DataPieRegular,
  FlashRegular,
  NumberSymbolRegular,
  SearchRegular,
  TableRegular,
} from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { goToCell } from '../state/actions.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import { useForms, useSchoolMap, useSchools } from '../state/catalog.ts'
import { useCall } from '../state/use-call.ts'
import { useReadings } from './pinyin.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { canRun, runCommand } from '../commands/window-commands.ts'
import { useDoing } from '../commands/use-doing.ts'
import { commandMatches, indicatorMatches, matchesOf, valueMatches } from './search-matches.ts'
import type { FoundPlace } from '../state/search-match.ts'
import type { Match } from './search-matches.ts'
import { FilterInput } from '../ui/filter-input.tsx'

/** Ctrl+K: finds a school or an item and goes there, or does what is asked for. */
export function SearchBox(): ReactNode {
  const { store } = useDesk()
  const open = useDeskState((state) => state.searching)
  return (
    <Dialog
      open={open !== null}
      onOpenChange={(_, data) => data.open || store.set({ searching: null })}
    >
      <DialogSurface className="search">{open && <Search within={open} />}</DialogSurface>
    </Dialog>
  )
}

function Search({ within }: { within: 'all' | 'places' }): ReactNode {
  const desk = useDesk()
  const words = useWords().search
  const schools = useSchools().value
  const forms = useForms().value
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const doing = useDoing()
  const { names } = useWords().commands
  const readings = useReadings()
  const { form: formId, basis, by } = desk.store.get()
  const form = forms?.find(({ id }) => id === formId)
  const figures = /\d{2}/u.test(text) && form !== undefined
  const grid = useCall('grid', figures ? { form: form.id, basis, by } : null).value
  const indicators = useCall('consolidation', within === 'all' ? {} : null).value?.indicators
  const byId = useSchoolMap(schools ?? NO_SCHOOLS)
  const recent = useDeskState((state) => state.recent)
  const matches = [
    ...(text.trim() === '' ? recent : []),
    ...matchesOf(text, schools ?? [], forms ?? [], readings),
    ...(within === 'all' ? indicatorMatches(text, indicators ?? []) : []),
    ...(grid && form ? valueMatches(text, grid, form, byId) : []),
    ...(within === 'all' ? commandMatches(text, names, (id) => canRun(id, doing)) : []),
  ]
  const choose = (match: Match | undefined): void => {
    if (match?.kind === 'command') {
      desk.store.set({ searching: null })
      runCommand(match.id, doing)
    } else if (match) {
      const rest = recent.filter((one) => keyOf(one) !== keyOf(match))
      desk.store.set({ recent: [match, ...rest].slice(0, RECENT) })
      go(desk, match)
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(matches.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(matches[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="search-inner">
      <FilterInput
        aria-label={within === 'all' ? words.title : words.goTo}
        input={{ ref: field }}
        size="large"
        contentBefore={<SearchRegular />}
        placeholder={within === 'all' ? words.hint : words.goToHint}
        value={text}
        onText={(now) => {
          setText(now)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <ul className="search-list">
        {matches.map((match, index) => (
          <li key={keyOf(match)}>
            <button
              type="button"
              aria-current={index === at}
              className="search-match"
              onPointerMove={() => setAt(index)}
              onClick={() => choose(match)}
            >
              {ICONS[match.kind]}
              <span className="search-name">{match.name}</span>
              <span className="search-detail">{match.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{text !== '' && matches.length === 0 ? words.none(text) : words.keys}</p>
    </div>
  )
}

const ICONS: Record<Match['kind'], ReactNode> = {
  school: <BuildingRegular />,
  item: <TableRegular />,
  command: <FlashRegular />,
  indicator: <DataPieRegular />,
  value: <NumberSymbolRegular />,
}

const NO_SCHOOLS: SchoolRow[] = []

/** Places gone to that are offered before anything is typed. */
const RECENT = 6

function keyOf(match: Match): string {
  if (match.kind === 'item') return match.item
  return match.kind === 'value' ? `${match.school} ${match.item}` : match.id
}

function go(desk: Desk, match: FoundPlace): void {
  const { store } = desk
  const { view } = store.get()
  if (match.kind === 'indicator') {
    const view = { ...store.get().consolidate, indicator: match.id }
    store.set({
      searching: null,
      step: 'consolidate',
      layer: null,
      consolidate: { ...view, tab: 'indicators', indicatorPart: 'list' },
    })
    return
  }
  store.set({ searching: null, step: 'data', layer: null })
  if (match.kind === 'value') {
    store.set({
      rowFilter: 'all',
      ...(view === 'paper' ? { place: { school: match.school } } : {}),
    })
    goToCell(desk, match.school, match.item)
    return
  }
  if (match.kind === 'school') {
    store.set({ rowFilter: 'all', ...(view === 'paper' ? { place: { school: match.id } } : {}) })
    goToCell(desk, match.id, null)
  } else {
    store.set({ form: match.form, onlyRow: null })
    goToCell(desk, null, match.item)
  }
}
