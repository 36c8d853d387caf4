import type { FindingState } from '../findings.ts'
import type { Lang } from './template.ts'

/** Where a finding stands, in a word. */
export const FINDING_STATES: Record<Lang, Record<FindingState, string>> = {
  zh: {
    open: '未处理',
    asked: '已退回',
    explained: '已说明',
    corrected: '已改正',
    withdrawn: '不是问题',
  },
  en: {
    open: 'open',
    asked: 'asked',
    explained: 'explained',
    corrected: 'corrected',
    withdrawn: 'no problem',
  },
}
