import type { EntryParam, EntryWords } from '../ledger.ts'
import { fill } from './template.ts'
import type { Lang, Params } from './template.ts'

/** What each kind of ledger entry did, by the key that its definition gives (core/ledger/kinds). */
export const ENTRIES = {
  zh: {
    create: '建库',
    receive: '收到 {file}',
    adopt: '{school} {item} {from}→{to}',
    'adopt.school': '{school} {cells} 格（{item} {from}→{to} 等）',
    'adopt.many': '{schools} 校 {cells} 格（{school} {item} {from}→{to} 等）',
    'adopt.none': '修改 0 格',
    'withdraw.undo': '撤销：{what}',
    'withdraw.redo': '重做：{what}',
    'withdraw.number': '收回：{what}',
    'withdraw.again': '恢复：{what}',
    assign: '指定 {file} 属于 {school}',
    'assign.none': '{file} 不再指定学校',
    'edit-form': '更正表式 {form}{place}：{to}',
    person: '经办人 {name}',
    hold: '{file} 待采用（同校新报表）',
    'accept-file': '采用 {file}',
    'withdraw-file': '撤下 {file}',
    'confirm-layout': '确认 {form} 的版式',
    explain: '说明 {school} {rule}{place}',
    'withdraw-finding': '撤回 {school} {rule}{place} 的问题',
    'edit-text': '修改{what}',
    ask: '退回核实 {school} {count} 题',
    'ask.many': '退回核实 {schools} 校 {count} 题',
    'take-explanations': '读入去年的说明 {count} 条',
    'edit-external': '录入外部数据 {name} {value} {unit}',
    'edit-external.out': '停用外部数据 {name}',
    'link-schools': '两年学校对应 {before} → {now}',
    'last-year': '选用上年数据 {source}',
    'confirm-last-year': '确认上年表 {form} 的代码与今年相符',
    controls: '导入比对数 {file}',
    'switch-rule.on': '启用规则 {rule}',
    'switch-rule.off': '停用规则 {rule}',
    'sign-off': '审定“{name}”',
    'keep-draft': '收入初稿“{name}”',
    'tie-figure': '初稿“{text}”对应 {title}',
    'tie-figure.none': '初稿“{text}”不对应本库数字',
    'ignore-doubt': '忽略初稿疑问（{figures}）',
    'unreadable.unknown-kind': '无法读取：新版本的操作“{kind}”；请用新版本打开',
    'unreadable.broken': '无法读取：操作“{kind}”的内容不完整（{detail}）',
    'edit-register.add': '名册增加 {school}',
    'edit-register.set': '名册 {school} {column} {from}→{to}',
    'edit-register.columns': '名册 {school} {column} {from}→{to}，另有 {more} 项',
    'edit-register.merge': '名册 {school} 并入 {into}',
    'edit-register.apart': '名册 {school} 恢复为单独一所',
    'edit-register.many': '名册 {count} 处修改（{what} 等）',
    'edit-register.file': '按 {file} 修改名册 {count} 处（{what}）',
    'edit-register.none': '无变动',
    'edit-particulars': '{field}改为 {to}',
    'edit-particulars.many': '{field}改为 {to}，另有 {more} 项',
    repair:
      '由损坏的“{source}”抢救而成：缺记录 {lines} 条、收到的文件 {files} 份、其他资料 {assets} 份',
    lost: '这条记录已损坏，没有救回',
    decimals: '{decimals} 位小数',
  },
  en: {
    create: 'Collection made',
    receive: 'Received {file}',
    adopt: '{school} {item} {from}→{to}',
    'adopt.school': '{school}, {cells} cells ({item} {from}→{to} …)',
    'adopt.many': '{schools} schools, {cells} cells ({school} {item} {from}→{to} …)',
    'adopt.none': 'Changed 0 cells',
    'withdraw.undo': 'Undid: {what}',
    'withdraw.redo': 'Redid: {what}',
    'withdraw.number': 'Took back: {what}',
    'withdraw.again': 'Put again: {what}',
    assign: '{file} said to be of {school}',
    'assign.none': '{file} no longer given to a school',
    'edit-form': 'Corrected form {form}{place}: {to}',
    person: 'Person {name}',
    hold: '{file} waits (a later return)',
    'accept-file': 'Took {file}',
    'withdraw-file': 'Withdrew {file}',
    'confirm-layout': 'Layout of {form} confirmed',
    explain: 'Explained {school} {rule}{place}',
    'withdraw-finding': 'Finding {school} {rule}{place} withdrawn',
    'edit-text': 'Edited the {what}',
    ask: 'Asked {school} {count} questions',
    'ask.many': 'Asked {schools} schools {count} questions',
    'take-explanations': 'Took over {count} explanations of last year',
    'edit-external': 'Entered external figure {name} {value} {unit}',
    'edit-external.out': 'Took out external figure {name}',
    'link-schools': 'Linked schools of both years {before} → {now}',
    'last-year': 'Chose last year’s values {source}',
    'confirm-last-year': 'Codes of last year’s table {form} found to fit',
    controls: 'Took in control totals {file}',
    'switch-rule.on': 'Rule {rule} switched on',
    'switch-rule.off': 'Rule {rule} switched off',
    'sign-off': 'Signed off “{name}”',
    'keep-draft': 'Took in draft “{name}”',
    'tie-figure': 'Draft’s “{text}” tied to {title}',
    'tie-figure.none': 'Draft’s “{text}” quotes nothing here',
    'ignore-doubt': 'Doubt about the draft ignored ({figures})',
    'unreadable.unknown-kind':
      'Cannot be read: “{kind}” of a newer version; open it with that version',
    'unreadable.broken': 'Cannot be read: the content of “{kind}” is not whole ({detail})',
    'edit-register.add': 'Register: added {school}',
    'edit-register.set': 'Register: {school} {column} {from}→{to}',
    'edit-register.columns': 'Register: {school} {column} {from}→{to}, and {more} more',
    'edit-register.merge': 'Register: {school} merged into {into}',
    'edit-register.apart': 'Register: {school} stands for itself again',
    'edit-register.many': 'Register: {count} changes ({what} …)',
    'edit-register.file': 'Register: {count} changes from {file} ({what})',
    'edit-register.none': 'nothing changed',
    'edit-particulars': '{field} now {to}',
    'edit-particulars.many': '{field} now {to}, and {more} more',
    repair:
      'Saved from the damaged “{source}”: lost {lines} entries, {files} received files, {assets} other files',
    lost: 'This entry was damaged and is lost',
    decimals: '{decimals} decimals',
  },
} as const satisfies Record<Lang, Record<string, string>>

/** Words that stand in those sentences. */
const PARTS: Record<Lang, Record<string, string>> = {
  zh: {
    blank: '空白',
    returned: '上报数',
    'text.rules': '规则',
    'text.indicators': '指标',
    'text.summary': '总结',
    'text.screening': '筛查设定',
    'text.lists': '名单计数',
    'item.number': '数字',
    'item.text': '文字',
    'item.none': '不填',
    'particulars.title': '名称',
    'particulars.county': '县（市、区）',
    'particulars.schoolYear': '学年',
    'particulars.referenceDate': '统计时点',
    'particulars.dueDate': '上报截止',
    'marks.blank': '* 格按空白',
    'marks.na': '* 格不适用',
  },
  en: {
    blank: 'blank',
    returned: 'as returned',
    'text.rules': 'rules',
    'text.indicators': 'indicators',
    'text.summary': 'summary',
    'text.screening': 'screening',
    'text.lists': 'what is counted from lists',
    'item.number': 'number',
    'item.text': 'text',
    'item.none': 'not filled in',
    'particulars.title': 'Title',
    'particulars.county': 'County',
    'particulars.schoolYear': 'School year',
    'particulars.referenceDate': 'Reference date',
    'particulars.dueDate': 'Due',
    'marks.blank': '* cells blank',
    'marks.na': '* cells do not apply',
  },
}

/** What an entry did, in a few words. A kind without a sentence of its own is shown by its word. */
export function entryText(lang: Lang, { key, params }: EntryWords): string {
  const sentences: Record<string, string> = ENTRIES[lang]
  const filled = Object.entries(params).map(
    ([name, value]) => [name, partText(lang, value)] as const,
  )
  const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined
  if (sentence === undefined) return [key, ...filled.map(([, text]) => text)].join(' ')
  const texts: Params = Object.fromEntries(filled)
  return fill(sentence, texts).trim()
}

/** A part of such a sentence by itself. */
export function partText(lang: Lang, value: EntryParam): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if ('word' in value) return PARTS[lang][value.word] ?? value.word
  return entryText(lang, value)
}
