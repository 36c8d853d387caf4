import type { ControlExplanation, ControlProblem } from '../controls.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

const CAUSES: Record<Lang, Record<ControlExplanation['cause'], string>> = {
  zh: {
    'before-correction': '{school}在本库由 {other} 改为 {amount}，对方用的是另一个数',
    'missing-return': '{school}没有报来，上年 {amount}',
    unreadable: '{school}有无法辨认的格，没有计入',
    'counted-twice': '差额正好是{school}的 {amount}，对方可能计了两次',
    'left-out': '差额正好是{school}的 {amount}，对方可能漏了这所学校',
    'doubled-return': '差额正好是{school}的 {amount}，这张表与{other}的完全相同，可能是重复报送',
    'their-digits': '比对数 {amount} 与 {other} 只差一处笔误，可能是对方打错',
    'school-digits': '{school}的 {amount} 若为 {other}（数字颠倒或多少一个零），正好对上',
    'one-cell': '差额正好是{school}的“{label}”{amount}',
  },
  en: {
    'before-correction':
      '{school} was corrected here from {other} to {amount}; they took the other figure',
    'missing-return': '{school} sent nothing; last year {amount}',
    unreadable: '{school} has a cell that cannot be read and is not counted',
    'counted-twice': 'the difference is {amount} of {school}: they may have counted it twice',
    'left-out': 'the difference is {amount} of {school}: they may have left it out',
    'doubled-return':
      'the difference is {amount} of {school}, whose table is that of {other}: perhaps sent twice',
    'their-digits': 'their total {amount} is {other} with one slip of the keyboard',
    'school-digits':
      '{amount} of {school} would fit as {other} (digits exchanged, or a zero more or less)',
    'one-cell': 'the difference is “{label}” {amount} of {school}',
  },
}

/** What may explain a difference, in a sentence without a full stop. */
export function controlText(lang: Lang, explanation: ControlExplanation): string {
  const { cause, schoolName: school, amount, other, label } = explanation
  return fill(CAUSES[lang][cause], { school, amount, other, label })
}

const PROBLEMS: Record<Lang, Record<ControlProblem['code'], string>> = {
  zh: {
    'unknown-heading': '标题“{text}”认不出是哪一项；可写成 表号[行,列]',
    'ambiguous-heading': '标题“{text}”可能是几项；请写成 表号[行,列]',
    'unknown-scope': '“{text}”认不出是哪个学校或乡镇',
    'not-a-number': '“{text}”不是一个数',
    'no-totals': '工作表“{text}”没有认出比对数',
    'unit-differs': '{text}：两边的单位不是一类，没有比对；请核对单位',
  },
  en: {
    'unknown-heading': 'the heading “{text}” is no known item; write table[row,column]',
    'ambiguous-heading': 'the heading “{text}” may mean several items; write table[row,column]',
    'unknown-scope': '“{text}” is no known school or town',
    'not-a-number': '“{text}” is no number',
    'no-totals': 'no totals were recognised on the sheet “{text}”',
    'unit-differs': '{text}: the units measure different things, so it was not compared',
  },
}

/** Why a cell of a source was not used. */
export function controlProblemText(lang: Lang, { code, text }: ControlProblem): string {
  return fill(PROBLEMS[lang][code], { text })
}
