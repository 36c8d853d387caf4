import { differencesIn } from '../lists.ts'
import type { ListCheck } from '../lists.ts'
import type { Lang } from './template.ts'

/** What a check over lists looks for, as the title of its findings. */
export const LIST_CHECK_TITLES: Record<Lang, Record<ListCheck, string>> = {
  zh: {
    身份证号: '身份证号有误（位数、出生日期或校验码）',
    不符: '身份证号与所填出生、性别、年龄不符',
    两校: '同一人在两所学校的名单中',
    重复: '同一人在名单中出现两次',
    同行: '两行完全相同',
    空缺: '名单必填的栏空着',
    不明: '名单中的日期、数字或选项不明',
  },
  en: {
    身份证号: 'Identity numbers with a fault (length, birth or check digit)',
    不符: 'Identity numbers that contradict birth, sex or age',
    两校: 'A person in the lists of two schools',
    重复: 'A person twice in a list',
    同行: 'Two rows that are the same',
    空缺: 'Empty cells that a list needs',
    不明: 'Dates, numbers or choices of a list that are none',
  },
}

/** The evidence, by check; `more` where it names further cells than those shown. */
export const LIST_SENTENCES: Record<Lang, Record<string, string>> = {
  zh: {
    'list-身份证号': '{form} {title}有 {count} 个身份证号位数、出生日期或校验码不对',
    'list-不符': '{form} {title}有 {count} 格与身份证号所示不符',
    'list-两校': '{form} {title}有 {count} 人也在{other}的名单中',
    'list-重复': '{form} {title}有 {count} 行是同一人的第二次出现',
    'list-同行': '{form} {title}有 {count} 行与前面的一行完全相同，可能重复填了',
    'list-空缺': '{form} {title}的必填栏有 {count} 格空着',
    'list-不明': '{form} {title}有 {count} 格不是所要的日期、数字或选项',
    'list-rule': '{form} {title}有 {count} 行不符合“{rule}”',
    'list-differ': '{form} {title}有 {count} 格与{other}所报的不同：{says}',
  },
  en: {
    'list-身份证号':
      '{form} {title}: {count} identity numbers with a wrong length, birth or check digit',
    'list-不符': '{form} {title}: {count} cells contradict the identity number',
    'list-两校': '{form} {title}: {count} persons are in the list of {other} too',
    'list-重复': '{form} {title}: {count} rows name a person again',
    'list-同行': '{form} {title}: {count} rows are the same as one above, perhaps filled in twice',
    'list-空缺': '{form} {title}: {count} cells that must be filled in are empty',
    'list-不明': '{form} {title}: {count} cells are not the date, number or choice asked for',
    'list-rule': '{form} {title}: {count} rows do not meet “{rule}”',
    'list-differ': '{form} {title}: {count} cells differ from what {other} reported: {says}',
  },
}

/** “XM-01 完成投资 300，雁塘小学 320”: what two reports say of a thing. */
export function differencesText(lang: Lang, kept: string): string {
  const zh = lang === 'zh'
  const shown = (text: string): string => (text !== '' ? text : zh ? '（空）' : '(blank)')
  return differencesIn(kept)
    .map(([thing = '', column = '', own = '', name = '', other = '']) =>
      thing === '…'
        ? thing
        : `${thing} ${column} ${shown(own)}${zh ? '，' : ', '}${name} ${shown(other)}`,
    )
    .join(zh ? '；' : '; ')
}
