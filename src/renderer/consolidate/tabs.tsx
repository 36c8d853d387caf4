import type { ReactNode } from 'react'
import type { ConsolidateTab } from '../state/consolidate-view.ts'
import { Snapshots } from '../snapshots/snapshots.tsx'
import { GroupsTab } from './groups/groups-tab.tsx'
import { IndicatorsTab } from './indicators/indicators-tab.tsx'
import { YearsTab } from './years/years-tab.tsx'

/** The tabs of 汇总 in their order; their names are in words.consolidate.tabs. */
export const TABS: { tab: ConsolidateTab; screen: () => ReactNode }[] = [
  { tab: 'groups', screen: GroupsTab },
  { tab: 'indicators', screen: IndicatorsTab },
  { tab: 'years', screen: YearsTab },
  { tab: 'snapshots', screen: Snapshots },
]
