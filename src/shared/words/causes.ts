import type { RepairCause } from '../findings.ts'
import type { Lang } from './template.ts'

/** Why a repair is likely, as the end of "改 …：". */
export const CAUSES: Record<Lang, Record<RepairCause, string>> = {
  zh: {
    transposition: '两个数字颠倒',
    swapped: '两格填反',
    shifted: '填错了一行或一列',
    'doubled-digit': '多打了一位数字',
    'dropped-digit': '漏打了一位数字',
    'mistyped-digit': '打错了一位数字',
    magnitude: '多了或少了零（或单位用错）',
    sign: '正负号写错',
    'last-year': '应为上年的数',
    'total-not-updated': '合计没有随明细更新',
    other: '按其余各格推算',
  },
  en: {
    transposition: 'two digits exchanged',
    swapped: 'two cells exchanged',
    shifted: 'entered one row or column off',
    'doubled-digit': 'a digit typed twice',
    'dropped-digit': 'a digit left out',
    'mistyped-digit': 'one digit mistyped',
    magnitude: 'a zero too many or too few (or the wrong unit)',
    sign: 'wrong sign',
    'last-year': 'last year’s figure fits',
    'total-not-updated': 'the total was not updated with its parts',
    other: 'worked out from the other cells',
  },
}
