import type { Trouble, Verification } from '../verify.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

const TROUBLES: Record<Lang, Record<Trouble['kind'], string>> = {
  zh: {
    line: '操作记录从第 {what} 条起与封签不符：被改过、删过或插入过。',
    link: '校验链从第 {what} 环起与封签不符：被改过、删过或插入过。',
    altered: '{what}与最后一次写入的不同：有人绕过程序改过。',
    gone: '{what}不见了：有人绕过程序删除过。',
    added: '{what}没有经过程序写入：是别处加进来的。',
    bytes: '“{what}”的原始字节与收到时不同或已不在。',
    unsealed: '操作记录自第 {what} 条起没有经过程序写入。',
    cut: '末尾被截去：曾有第 {what} 条（环），现在没有。',
    rewritten: '第 {what} 条（环）与当时的不同：末尾被重写过。',
  },
  en: {
    line: 'From entry {what} on the ledger does not fit its seals: altered, deleted or slipped in.',
    link: 'From link {what} on the chain does not fit its seals: altered, deleted or slipped in.',
    altered: '{what} is not as it was written last: altered behind the program.',
    gone: '{what} is gone: deleted behind the program.',
    added: '{what} was not written by the program: put in from elsewhere.',
    bytes: 'The bytes of “{what}” are not those received, or are gone.',
    unsealed: 'From entry {what} on the ledger was not written by the program.',
    cut: 'The end was cut off: there was an entry or link {what}, and is none now.',
    rewritten: 'Entry or link {what} is not what it was: the end was written anew.',
  },
}

/**
 * What is known only from outside of the file. An older copy that is opened says the same as an end that
 * was cut off, and one of two copies that were both worked in the same as an end written anew: neither is
 * said to be somebody's deed.
 */
const FROM_OUTSIDE: Record<Lang, Partial<Record<Trouble['kind'], string>>> = {
  zh: {
    cut: '末尾被截去，或者这是较早的副本：曾有第 {what} 条（环），这里没有。',
    rewritten: '第 {what} 条（环）与当时的不同：末尾被重写过，或者另有一份副本也做过操作。',
  },
  en: {
    cut: 'The end was cut off, or this is an earlier copy: there was an entry or link {what}, and is none here.',
    rewritten:
      'Entry or link {what} is not what it was: the end was written anew, or another copy was worked in too.',
  },
}

const PARTS: Record<Lang, Record<string, string>> = {
  zh: {
    'document:config': '设置',
    'document:schools': '名册',
    'document:forms': '表式',
    file: '收到的文件“{name}”的登记或读数',
    asset: '随库资料“{name}”',
  },
  en: {
    'document:config': 'The settings',
    'document:schools': 'The register',
    'document:forms': 'The forms',
    file: 'What is kept or was read of the received file “{name}”',
    asset: 'The file “{name}” kept beside the returns',
  },
}

const BY: Record<Lang, string> = { zh: '（据 {by}）', en: ' (by {by})' }

const WHOLE: Record<Lang, string> = {
  zh: '与记录一致：操作记录 {lines} 条，校验链 {links} 环，文件 {files} 份；对照外部锚点 {anchors} 处。',
  en: 'As its record says: {lines} entries, {links} links, {files} files; held against {anchors} anchors.',
}

const REMOVED: Record<Lang, string> = {
  zh: '{n} 份文件的原件已按操作记录清除个人信息：{names}。',
  en: 'The bytes of {n} files were removed with the personal data, as an entry says: {names}.',
}

/** What a check found, a sentence a line: one where all is well, else each trouble by name. */
export function verificationLines(lang: Lang, found: Verification): string[] {
  const { lines, links, files, anchors, troubles, removed } = found
  const besides =
    removed.length === 0 ? [] : [fill(REMOVED[lang], { n: removed.length, names: listed(removed) })]
  if (troubles.length === 0)
    return [fill(WHOLE[lang], { lines, links, files, anchors }), ...besides]
  return [...troubles.map((one) => troubleText(lang, one)), ...besides]
}

function troubleText(lang: Lang, { kind, what, by }: Trouble): string {
  const outside = by === '' ? undefined : FROM_OUTSIDE[lang][kind]
  const said = fill(outside ?? TROUBLES[lang][kind], { what: named(lang, what) })
  return by === '' ? said : said + fill(BY[lang], { by })
}

function named(lang: Lang, what: string): string {
  const whole = PARTS[lang][what]
  if (whole !== undefined) return whole
  const at = what.indexOf(':')
  const sentence = at < 0 ? undefined : PARTS[lang][what.slice(0, at)]
  return sentence === undefined ? what : fill(sentence, { name: what.slice(at + 1) })
}

/** Names, the first ten of them. */
function listed(names: readonly string[]): string {
  return names.slice(0, 10).join('、') + (names.length > 10 ? ' …' : '')
}
