import type { Lang } from '../../shared/words/say.ts'

/** What was wrong with the words typed, in Chinese; commander itself speaks English only. */
const CHINESE: Readonly<Record<string, string>> = {
  'commander.help': '缺少命令',
  'commander.missingArgument': '缺少参数 {what}',
  'commander.missingMandatoryOptionValue': '缺少选项 {what}',
  'commander.optionMissingArgument': '选项 {what} 后面缺少内容',
  'commander.unknownOption': '没有选项 {what}',
  'commander.unknownCommand': '没有命令 {what}',
  'commander.excessArguments': '参数太多',
  'commander.invalidArgument': '选项 {what} 的内容不对',
}

/**
 * One line about a usage error.
 *
 * @param code commander's code, `message` its English sentence
 */
export function usageLine(lang: Lang, code: string, message: string): string {
  const english = message.replace(/^error:\s*/u, '').split('\n')[0] ?? ''
  if (lang === 'en') return `${english}. See --help.`
  const what = /'([^']+)'/u.exec(english)?.[1] ?? ''
  const chinese = CHINESE[code]?.replace('{what}', what) ?? english
  return `用法不对：${chinese.trim()}。请用 --help 查看用法。`
}

/** The language asked for anywhere on the line, for errors met before options are understood. */
export function langOf(words: string[]): Lang {
  const joined = ` ${words.join(' ')} `
  return / --lang[= ]en /u.test(joined) ? 'en' : 'zh'
}
