import type { FigureKind } from '../../../shared/draft.ts'
import { PERIODS } from '../lexicon/groups.ts'
import type { Context } from './context.ts'
import { lastOf } from './last-of.ts'

/** A level that is only held against: 比上年151271万元, 由上年的3.1. */
const HELD_AGAINST = /(?:比|较|由|从|自|与|同)(上年|去年|上一年|前年)(?:同期)?的?[^，。；\d]{0,8}$/u

/** The time that a figure is of, as the text says it: "2020", "上半年", "上年"; null where it does not. */
export function periodOf(context: Context, kind: FigureKind): string | null {
  const against = HELD_AGAINST.exec(context.lead)?.[1]
  if (against !== undefined && !kind.startsWith('change')) return against
  const plain = context.sentenceBefore.replaceAll(
    /(?:比|较|与|同)(?:上年|去年|前年|上一年|20\d\d年)(?:同期)?/gu,
    '',
  )
  const period = lastOf(plain, PERIODS)
  return period === null
    ? null
    : period.replaceAll(' ', '').replace(/年度?$/u, (end) => (/\d/u.test(period) ? '' : end))
}
