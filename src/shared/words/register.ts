import type { RegisterLine } from '../register.ts'
import type { Lang } from './template.ts'

/** What a line of a new register is beside the register in force. */
export const REGISTER_LINES: Record<Lang, Record<RegisterLine['kind'], string>> = {
  zh: { added: '新增', changed: '变动', gone: '新名册没有' },
  en: { added: 'added', changed: 'changed', gone: 'not in the new one' },
}

/** What differs, column by column: `乡镇 东镇→南镇`; an added school's columns with their texts. */
export function cellsText(
  lang: Lang,
  { kind, cells }: Pick<RegisterLine, 'kind' | 'cells'>,
): string {
  const blank = { zh: '空白', en: 'blank' }[lang]
  return cells
    .map(({ column, from, to }) =>
      kind === 'added' ? `${column} ${to}` : `${column} ${from || blank}→${to || blank}`,
    )
    .join(lang === 'zh' ? '；' : '; ')
}
