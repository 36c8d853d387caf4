import type { DraftPiece, RelationType } from '../draft.ts'
import type { CheckedRelation, DraftView, FigureState } from '../draft-desk.ts'
import { relationSuggestion, relationText } from './draft-relations.ts'
import { tieSentence } from './draft-ties.ts'
import type { Lang } from './template.ts'

/** How a figure of the draft stands, in a word. */
export const STATE_WORDS: Record<Lang, Record<FigureState, string>> = {
  zh: {
    doubtful: '存疑',
    ignored: '已忽略',
    tied: '与本库一致',
    sound: '算式相符',
    free: '未核对',
  },
  en: {
    doubtful: 'in doubt',
    ignored: 'let stand',
    tied: 'agrees with data',
    sound: 'adds up',
    free: 'not checked',
  },
}

/** What kind of relation a doubt is about. */
export const RELATION_WORDS: Record<Lang, Record<RelationType, string>> = {
  zh: {
    sum_of_parts: '分项之和',
    part_le_whole: '部分不超过总数',
    share_of: '占比',
    growth_pct_from_abs: '增长率',
    balance: '平衡关系',
    versus_data: '与本库数据',
    other: '其他关系',
  },
  en: {
    sum_of_parts: 'sum of parts',
    part_le_whole: 'part and whole',
    share_of: 'share',
    growth_pct_from_abs: 'growth',
    balance: 'balance',
    versus_data: 'against the data',
    other: 'other',
  },
}

export const PLACE_WORDS: Record<Lang, Record<DraftPiece['place'], string>> = {
  zh: {
    body: '正文',
    table: '表格',
    footnote: '脚注',
    header: '页眉',
    footer: '页脚',
    'text-box': '文本框',
  },
  en: {
    body: 'text',
    table: 'table',
    footnote: 'footnote',
    header: 'header',
    footer: 'footer',
    'text-box': 'text box',
  },
}

/** Words of the report, the list and the comments. */
export const DRAFT_EXPORT = {
  zh: {
    comment: '{text}：{message}',
    formula: '算式：{formula}',
    suggestion: '可能应为：{suggestion}',
    also: '同时涉及：{figures}',
    report: '{name} 核对报告',
    head: '核对时间 {at}，依据{basis}。文中数字 {figures} 个：存疑 {doubtful}，已忽略 {ignored}，与本库一致 {tied}，算式相符 {sound}，未核对 {free}。',
    returned: '上报数',
    adopted: '核定数',
    doubts: '一、存疑 {count} 处',
    ignored: '二、已忽略 {count} 处',
    free: '三、未核对的数字 {count} 个',
    reason: '理由：{reason}（{person}，{at}）',
    none: '无。',
    uncommented: '在{place}，Word 不能在此加批注，仅列于本报告。',
    in: '原句：{sentence}',
    sheet: '数字',
    title: '{name} 数字清单',
    headings: [
      '序号',
      '位置',
      '句子',
      '数字',
      '数值',
      '单位',
      '状态',
      '对应指标',
      '本库数',
      '相差',
      '说明',
      '可能应为',
      '忽略理由',
    ],
    comments: '{name}（批注）.docx',
    reportFile: '{name} 核对报告.docx',
    listFile: '{name} 数字清单.xlsx',
  },
  en: {
    comment: '{text}: {message}',
    formula: 'Formula: {formula}',
    suggestion: 'May have to be: {suggestion}',
    also: 'Also concerned: {figures}',
    report: 'Check of {name}',
    head: 'Checked {at}, on {basis}. {figures} figures: {doubtful} in doubt, {ignored} let stand, {tied} agree with the data, {sound} add up, {free} not checked.',
    returned: 'returned figures',
    adopted: 'adopted figures',
    doubts: '1. In doubt: {count}',
    ignored: '2. Let stand: {count}',
    free: '3. Not checked: {count} figures',
    reason: 'Reason: {reason} ({person}, {at})',
    none: 'None.',
    uncommented: 'Stands in a {place}, where Word takes no comments: listed here only.',
    in: 'Sentence: {sentence}',
    sheet: 'figures',
    title: 'Figures of {name}',
    headings: [
      'No.',
      'Place',
      'Sentence',
      'Figure',
      'Value',
      'Unit',
      'State',
      'Indicator',
      'Here',
      'Difference',
      'Says',
      'May have to be',
      'Reason',
    ],
    comments: '{name} (comments).docx',
    reportFile: '{name} check.docx',
    listFile: '{name} figures.xlsx',
  },
} as const

/** What a relation of a checked draft says, and what would fit, in either language. */
export function relationWords(
  lang: Lang,
  view: Pick<DraftView, 'figures' | 'ties'>,
  relation: CheckedRelation,
): { message: string; suggestion: string | null } {
  const { why } = relation
  if (why !== null) {
    return { message: relationText(lang, why), suggestion: relationSuggestion(lang, why) }
  }
  const [first = -1] = relation.figures
  const [figure, tie] = [view.figures[first], view.ties[first]]
  return (figure && tie && tieSentence(lang, figure, tie)) ?? relation
}
