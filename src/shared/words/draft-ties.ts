import type { DraftFigure, FigureKind } from '../draft.ts'
import type { FigureTie, Quoting, TieChoice } from '../draft-ties.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** What of an indicator is quoted, put behind its title. */
const QUOTING: Record<Lang, Record<Quoting, string>> = {
  zh: { value: '', 'last-year': '（上年）', change: '比上年的变化', growth: '比上年的增长率' },
  en: {
    value: '',
    'last-year': ' (last year)',
    change: ', change on last year',
    growth: ', growth',
  },
}

/** Which way something moved, by what moved: a number, percentage points, a rate of growth. */
const WAYS = {
  zh: {
    change_abs: { up: '增加', down: '减少', same: '不变' },
    change_pp: { up: '提高', down: '下降', same: '持平' },
    change_pct: { up: '增长', down: '下降', same: '持平' },
  },
  en: {
    change_abs: { up: 'up ', down: 'down ', same: 'unchanged ' },
    change_pp: { up: 'up ', down: 'down ', same: 'unchanged ' },
    change_pct: { up: 'up ', down: 'down ', same: 'unchanged ' },
  },
} as const

const SAID = {
  zh: {
    agrees: '与本库“{title}”一致：{reads}。',
    differs: '本库“{title}”为{reads}，文中为{text}，相差{off}。',
    against: '本库“{title}”为{reads}，文中为{text}，增减方向相反。',
    'last-year': '{text}是“{title}”上年的数，今年为{reads}。',
    mend: '改为{reads}',
    whole:
      '本库“{title}”是 {numerator} ÷ {denominator}，分母不是{whole}：各数都与本库一致，请写明口径，或全句用同一个分母。',
  },
  en: {
    agrees: 'Agrees with “{title}”: {reads}.',
    differs: '“{title}” is {reads} here, the text says {text}; off by {off}.',
    against: '“{title}” is {reads} here, the text says {text}: the other way round.',
    'last-year': '{text} is last year’s value of “{title}”; this year it is {reads}.',
    mend: 'Change to {reads}',
    whole:
      '“{title}” is {numerator} ÷ {denominator} here, not of {whole}: every figure agrees with the data; say of what it is a share, or use one denominator throughout.',
  },
} as const satisfies Record<Lang, Record<string, string>>

/** What is needed of a figure to speak of it. */
type Spoken = Pick<DraftFigure, 'text' | 'kind' | 'direction'>

/** What a figure quotes, in words: 小学在校生数（上年）. */
export function quotedTitle(lang: Lang, { title, quoting }: TieChoice): string {
  return title + QUOTING[lang][quoting]
}

/** The collection's value in words; a change with its way: 减少251人. */
export function moved(lang: Lang, figure: Spoken, { reads, way }: TieChoice): string {
  return way === null ? reads : wayWord(lang, figure.kind, way) + reads
}

function wayWord(lang: Lang, kind: FigureKind, way: 'up' | 'down' | 'same'): string {
  const words = WAYS[lang]
  return (kind === 'change_pp' || kind === 'change_pct' ? words[kind] : words.change_abs)[way]
}

/** How a tied figure stands to the data, in a sentence, and what would fit; null for one that is not tied. */
export function tieSentence(
  lang: Lang,
  figure: Spoken,
  { verdict, choice }: Pick<FigureTie, 'verdict' | 'choice'>,
): { message: string; suggestion: string | null } | null {
  if (choice === null || verdict === 'none' || verdict === 'refused') return null
  const words = SAID[lang]
  const { direction } = figure
  const { way, off } = choice
  const against = verdict === 'differs' && direction !== null && way !== null && way !== direction
  const said = direction === null ? '' : wayWord(lang, figure.kind, direction)
  const params = {
    title: quotedTitle(lang, choice),
    reads: moved(lang, figure, choice),
    text: way === null ? figure.text : said + figure.text,
    off,
  }
  return {
    message: fill(words[against && way !== 'same' ? 'against' : verdict], params),
    suggestion: verdict === 'agrees' ? null : fill(words.mend, params),
  }
}

/** Of which whole a share is that agrees with the data, where the text names another beside it. */
export function otherWhole(
  lang: Lang,
  params: { title: string; numerator: string; denominator: string; whole: string },
): string {
  return fill(SAID[lang].whole, params)
}
