import type { Earlier } from '../../shared/last-year.ts'
import { useDeskState } from './context.tsx'
import { useWords } from './use-words.ts'

/** What the period of the collection and those before it are called, in the language of the interface. */
export interface PeriodNames {
  /** 本年, or 本期 of a part of a year. */
  now: string
  /** What is compared with: 上年, or 上年同期 of a part of a year. */
  last: string
  /** “缺上年数据”. */
  lacking: string
  /** The lists that a collection can have: last year's own, the same period's, the previous one's. */
  lists: Record<Earlier, string>
  /** Whether it is of a whole year. */
  yearly: boolean
}

export function usePeriods(): PeriodNames {
  const words = useWords()
  const { earlier } = words.indicators
  const periods = useDeskState((state) => state.overview?.periodWords)
  const { last = '上年', same = '上年', previous = '上年' } = periods ?? {}
  const yearly = previous === '上年'
  const { periods: names } = words.consolidate
  return {
    now: yearly ? names.year : names.part,
    last: earlier(last),
    lacking: names.lacking(earlier(last)),
    lists: {
      last: earlier('上年'),
      same: earlier(yearly ? '上年同期' : same),
      previous: earlier(yearly ? '上期' : previous),
    },
    yearly,
  }
}
