import type { ControlsView } from '../../../shared/controls.ts'
import { controlProblemText, controlText } from '../../../shared/words/controls.ts'
import type { Lang } from '../../../shared/words/say.ts'
import type { ListSheet } from '../../ports.ts'

const HEADINGS = {
  zh: ['范围', '项目', '地址', '比对数', '本库合计', '相差', '已报学校', '可能的原因', '来源'],
  en: [
    'Scope',
    'Item',
    'Address',
    'Theirs',
    'Ours',
    'Difference',
    'Schools',
    'Explanations',
    'Source',
  ],
}
const PROBLEM_HEADINGS = {
  zh: ['来源', '工作表', '单元格', '说明'],
  en: ['Source', 'Sheet', 'Cell', 'Why'],
}

/** The control totals as a workbook: all lines, and what of the sources could not be used. */
export function controlList(title: string, view: ControlsView, lang: Lang): ListSheet[] {
  const zh = lang === 'zh'
  const names = new Map(view.sources.map((source) => [source.entry, source.name]))
  const lines: ListSheet = {
    name: zh ? '数据比对' : 'Control totals',
    title: zh ? `${title}：数据比对` : `${title}: control totals`,
    headings: HEADINGS[lang],
    widths: [22, 28, 20, 12, 12, 10, 10, 60, 28],
    figures: [3, 4, 5],
    rows: view.lines.map((line) => [
      line.scopeName,
      line.title,
      line.item ?? '',
      line.theirs,
      line.ours,
      line.difference,
      `${String(line.schools)}/${String(line.expected)}`,
      line.explanations.map((one) => controlText(lang, one)).join(zh ? '；' : '; '),
      `${names.get(line.source) ?? ''} ${line.sheet} ${line.cell}`,
    ]),
  }
  const rows = view.sources.flatMap(({ name, problems }) =>
    problems.map((problem) => [
      name,
      problem.sheet,
      problem.cell,
      controlProblemText(lang, problem),
    ]),
  )
  if (rows.length === 0) return [lines]
  const unused: ListSheet = {
    name: zh ? '没有使用' : 'Not used',
    title: zh ? '来源中没有使用的内容' : 'What of the sources was not used',
    headings: PROBLEM_HEADINGS[lang],
    widths: [30, 20, 10, 70],
    rows,
  }
  return [lines, unused]
}
