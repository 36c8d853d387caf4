/** How a figure is quoted in a summary; docs/contract.md §3. */
export type SummaryFigureForm =
  | 'value'
  | 'number'
  | 'change'
  | 'change-same'
  | 'change-previous'
  | 'growth-same'
  | 'growth-previous'
  | 'plan'
  | 'plan-change'
  | 'plan-share'
  /** The last years, each with its figure. */
  | 'years'
  /** The change on one year before the last. */
  | 'change-year'
  /** Average yearly growth, of shares the average change. */
  | 'growth-mean'

/** A form of quoting as it is written behind the bar, read. */
export interface FigureForm {
  form: SummaryFigureForm
  /** How many years (years), or which (change-year, growth-mean; null: since the first that is known). */
  of: number | null
}

/** The words behind the bar of a placeholder that name no years, and how each quotes. */
export const QUOTING = {
  数值: 'number',
  比上年: 'change',
  比同期: 'change-same',
  比上期: 'change-previous',
  同比: 'growth-same',
  环比: 'growth-previous',
  计划: 'plan',
  比计划: 'plan-change',
  完成: 'plan-share',
} as const satisfies Record<string, SummaryFigureForm>

const PLAIN: Readonly<Record<string, SummaryFigureForm>> = {
  '': 'value',
  ...QUOTING,
  年均增长: 'growth-mean',
}

/** Years in a row as Chinese counts them, from two to ten. */
const COUNTS = '二三四五六七八九十'

/**
 * The form that stands behind the bar of a placeholder: 数值, 比上年, 近三年, 比2022年, 2021年以来年均增长.
 *
 * @returns null for anything that is none
 */
export function figureForm(text: string): FigureForm | null {
  const said = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const plain = Object.hasOwn(PLAIN, said) ? PLAIN[said] : undefined
  if (plain !== undefined) return { form: plain, of: null }
  const count = /^近(?:([二两三四五六七八九十])|([2-9]|10))年$/u.exec(said)
  if (count !== null) {
    const word = count[1] === '两' ? '二' : count[1]
    return { form: 'years', of: word === undefined ? Number(count[2]) : COUNTS.indexOf(word) + 2 }
  }
  const year = /^比(\d{4})年$/u.exec(said)?.[1]
  if (year !== undefined) return { form: 'change-year', of: Number(year) }
  const since = /^(\d{4})年以来年均增长$/u.exec(said)?.[1]
  return since === undefined ? null : { form: 'growth-mean', of: Number(since) }
}

/** 近三年: how the last years are asked for. */
export function lastYearsForm(count: number): string {
  return `近${COUNTS[count - 2] ?? String(count)}年`
}
