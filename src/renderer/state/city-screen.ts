import type { CityView } from '../../shared/city.ts'
import { newSummaryScreen } from './summary-view.ts'
import type { SummaryScreen } from './summary-view.ts'

/** Where the screens of a city stand. */
export interface CityScreen {
  step: 'overview' | 'data' | 'consolidate' | 'summary'
  /** 表号 of the form looked at. */
  form: string
  /** The county whose schools are shown; null for the counties. */
  part: number | null
  /** The cell looked at: a line's key and an item's address. */
  cell: { key: string; item: string } | null
  tab: 'groups' | 'indicators' | 'bridge'
  /** The attribute by which groups are made; "" for the first. */
  by: string
  /** The indicator whose counties are held against last year; null: an item is. */
  indicator: string | null
  /** Its summary being written, and a draft of it checked. */
  summary: SummaryScreen
}

/** How a city is first seen: with a table of figures, not the sheet with names and addresses. */
export function newCityScreen(city: CityView | null): CityScreen {
  const first = city?.forms.find(({ unit }) => unit !== null) ?? city?.forms[0]
  return {
    step: 'overview',
    form: first?.id ?? '',
    part: null,
    cell: null,
    tab: 'groups',
    by: '',
    indicator: null,
    summary: newSummaryScreen(),
  }
}
