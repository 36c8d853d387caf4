import type { Measure } from '../../shared/consolidate.ts'

/** Tabs of 汇总; another one is a name here, a line in consolidate/tabs.tsx, and its words. */
export type ConsolidateTab = 'groups' | 'indicators' | 'years' | 'snapshots'

/** What a cell of a group table shows. */
export type PivotShow = 'value' | 'row' | 'column' | 'all' | 'before' | 'change' | 'growth'

/** Which group, by dimension. */
export type GroupPlace = { dimension: string; group: string }[]

/** Where 汇总 stands; kept while other steps are looked at. */
export interface ConsolidateView {
  tab: ConsolidateTab
  /** null: nothing chosen yet, the first that there is. */
  measure: Measure | null
  /** null: nothing chosen yet, the first dimension. */
  rows: string[] | null
  columns: string[]
  show: PivotShow
  /** The number whose schools are listed; null for none. */
  place: GroupPlace | null
  indicatorPart: 'list' | 'externals' | 'library'
  /** Id of the indicator looked at. */
  indicator: string | null
  yearsPart: 'bridge' | 'links' | 'series' | 'list'
  /** 可比口径: the same schools in both years only. */
  comparable: boolean
}

/** How 汇总 is first seen. */
export function newConsolidateView(): ConsolidateView {
  return {
    tab: 'groups',
    measure: null,
    rows: null,
    columns: [],
    show: 'value',
    place: null,
    indicatorPart: 'list',
    indicator: null,
    yearsPart: 'bridge',
    comparable: false,
  }
}
