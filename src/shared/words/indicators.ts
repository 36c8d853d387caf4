import type { IndicatorProblem, IndicatorProblemCode } from '../consolidate.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** Why an entry of indicators.yaml could not be used, and what to write instead. */
const PROBLEMS: Record<Lang, Record<IndicatorProblemCode, string>> = {
  zh: {
    'bad-yaml': '这一行第 {column} 个字起不是正确的 YAML 写法；含冒号、井号或引号的文字请加引号。',
    'bad-indent': '缩进不对；同一个指标的各行应左对齐。',
    'tab-indent': '缩进用了制表符；请改用空格。',
    'quote-open': '引号或括号没有配对；请补上。',
    'double-key': '同一个指标里有两个同名的项；请删去一个。',
    'not-a-list': '应是一列指标，每个以“- id:”开头。',
    'not-an-indicator':
      '应为一个指标，写明 id、title、unit、decimals 和 value（或 numerator、denominator）。',
    'id-missing': '缺少 id（编号）。',
    'double-id': '编号 {id} 重复；请换一个。',
    'bad-decimals': '{id} 的 decimals 应为 0 到 10。',
    'bad-scale': '{id} 的 scale 应为普通小数，如 100 或 0.0001。',
    'bad-nature': '{id} 的 nature 应为“时点”或“时期”。',
    'side-missing': '{id} 缺少 {where}；应有 value，或 numerator 和 denominator。',
    'side-kind': '{id} 的 {where} 应写 sum、count、max、external、add 或 cv 之一。',
    'two-kinds': '{id} 的 {where} 里既有 {one} 又有 {other}；只能写一种。',
    'value-and-parts': '{id} 既有 value 又有 numerator 或 denominator；只能写一种。',
    'meant-key': '{id} {where}里没有“{key}”这一项，是不是要写 {meant}？这个指标没有采用，请改正。',
    'unknown-key':
      '{id} {where}里没有“{key}”这一项（可用 {known}）；这个指标没有采用，请改正或删去该项。',
    'bad-value': '{id} {where}的 {key} 应是一段文字或一个数；请给它加上引号。',
  },
  en: {
    'bad-yaml':
      'From character {column} on this line is not proper YAML; put text with colons, # or quotes into quotes.',
    'bad-indent': 'The indentation is wrong; the lines of one indicator begin at the same place.',
    'tab-indent': 'The indentation has tabs; use spaces.',
    'quote-open': 'A quotation mark or bracket is not closed; close it.',
    'double-key': 'An indicator has the same field twice; remove one.',
    'not-a-list': 'A list of indicators is expected, each beginning with “- id:”.',
    'not-an-indicator':
      'An indicator is expected, with id, title, unit, decimals and value (or numerator and denominator).',
    'id-missing': 'The id is missing.',
    'double-id': 'The id {id} is used twice; choose another.',
    'bad-decimals': 'The decimals of {id} must be 0 to 10.',
    'bad-scale': 'The scale of {id} must be a plain decimal such as 100 or 0.0001.',
    'bad-nature': 'The nature of {id} must be 时点 (stock) or 时期 (flow).',
    'side-missing': '{id} has no {where}; a value is needed, or numerator and denominator.',
    'side-kind': '{where} of {id} must say one of sum, count, max, external, add or cv.',
    'two-kinds': '{where} of {id} has both {one} and {other}; only one can be.',
    'value-and-parts': '{id} has both a value and a numerator or denominator; only one can be.',
    'meant-key':
      '{id} {where} cannot have “{key}”; is {meant} meant? The indicator is not used; correct it.',
    'unknown-key':
      '{id} {where} cannot have “{key}” (there are {known}); the indicator is not used. Correct or remove it.',
    'bad-value': '{key} of {id} {where} must be a text or a number; put it into quotes.',
  },
}

/** The sentence for an entry of indicators.yaml that could not be used. */
export function indicatorProblemText(
  lang: Lang,
  { code, params }: Pick<IndicatorProblem, 'code' | 'params'>,
): string {
  return fill(PROBLEMS[lang][code], { where: '', ...params }).replaceAll(/ {2,}/gu, ' ')
}
