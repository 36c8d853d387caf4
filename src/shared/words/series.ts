import type { SaidSuccession, SeriesBreak, SeriesLack } from '../series.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

const LACKS: Record<Lang, Record<SeriesLack, string>> = {
  zh: {
    'no-data': '缺',
    'lacks-item': '缺（该年没有此项）',
    undefined: '缺（无法计算）',
    'no-schools': '缺（没有可比的学校）',
  },
  en: {
    'no-data': 'no data',
    'lacks-item': 'no such item then',
    undefined: 'cannot be worked out',
    'no-schools': 'no comparable school',
  },
}

/** Why a year has no figure. */
export function seriesLackText(lang: Lang, lack: SeriesLack): string {
  return LACKS[lang][lack]
}

/** What changed in a definition from a year on. */
export function seriesBreakText(lang: Lang, { why, from, to, reason }: SeriesBreak): string {
  if (why === 'said') {
    const said = lang === 'zh' ? '口径变化' : 'defined otherwise'
    return reason === '' ? said : `${said}${lang === 'zh' ? '：' : ': '}${reason}`
  }
  return fill(
    lang === 'zh'
      ? '项目名称由“{from}”改为“{to}”，口径可能变了'
      : 'called “{to}” from here, “{from}” before: it may be another thing',
    { from, to },
  )
}

/** What a person said of a definition in a year: that it changed, or that it did not. */
export function saidOfBreak(lang: Lang, breaks: boolean): string {
  if (lang === 'zh') return breaks ? '口径变化' : '口径未变'
  return breaks ? 'breaks' : 'the same'
}

const KINDS: Record<Lang, Record<SaidSuccession['kind'], string>> = {
  zh: { renamed: '更名', merged: '合并', split: '分设', closed: '撤销', opened: '新设' },
  en: { renamed: 'renamed', merged: 'merged', split: 'split', closed: 'closed', opened: 'opened' },
}

/** Who became who in a year. */
export function successionText(lang: Lang, { year, kind, before, now }: SaidSuccession): string {
  const names = (list: SaidSuccession['now']): string =>
    list.length === 0 ? '—' : list.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
  return `${String(year)} ${KINDS[lang][kind]} ${names(before)} → ${names(now)}`
}
