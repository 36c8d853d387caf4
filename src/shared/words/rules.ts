import type { RuleProblem, RuleProblemCode } from '../rules.ts'
import { fill } from './template.ts'
import type { Lang, Params } from './template.ts'

/** What is wrong with the text of a rule, and what to write instead. */
const FAULTS: Record<Lang, Record<string, string>> = {
  zh: {
    'strange-character': '这里的“{text}”不能用在规则里；请删去或改写。',
    'quote-open': '这里的引号没有配对；请在文字后面补上英文双引号。',
    'form-expected': '“上年!”后面应写表号，如 上年!教基3112[01,7]。',
    'bracket-expected': '表号 {form} 后面应写 [行,列]，如 {form}[01,7]。',
    'bad-address': '“{address}”写得不对；应为 表号[行,列]，行和列可写代码、01:05 或 *。',
    'range-outside-function': '“{address}”是一片单元格，要放进 SUM、MAX 等函数里。',
    'unknown-function':
      '没有函数 {name}；可用 SUM、ABS、IF、AND、OR、NOT、MIN、MAX、ROUND、COUNT、ISBLANK。',
    'argument-count': '函数 {name} 要 {least} 到 {most} 个参数，这里有 {given} 个。',
    'closing-expected': '这里缺少“{symbol}”。',
    'value-expected': '这里应有一个数、一段文字或一个单元格。',
    'left-over': '从“{text}”起是多余的；前面可能少了运算符或括号。',
    'unknown-form': '本库没有表“{form}”；请核对表号。',
    'unknown-row': '表 {form} 没有行代码 {code}。',
    'unknown-column': '表 {form} 没有列代码 {code}。',
    'unknown-attribute': '名册没有“{name}”这一栏。',
    'unknown-field':
      '这里没有“{name}”这一栏；名单的栏只能用在该名单的计数和规则里，写法与表头一致（不带单位）。',
    'field-twice': '有两栏都叫“{name}”，不知道指哪一栏；请在空白表里把其中一栏的表头改得不同。',
    'too-long': '规则太长（最多 {most}）；请拆成几条。',
    'too-deep': '括号和函数套得太深（最多 {most} 层）；请拆成几条。',
    'too-many-digits': '这个数太长（最多 {most} 位）；请核对。',
    'too-many-factors': '乘除太多（最多 {most} 次）；请拆成几条。',
    'no-comparison': '没有比较，说不出对错；请写成两边相比，如 表号[01,1] = SUM(表号[02:05,1])。',
  },
  en: {
    'strange-character': '“{text}” cannot be used in a rule; remove it.',
    'quote-open': 'This quotation mark is not closed; put " after the text.',
    'form-expected': 'A table is expected after “上年!”, such as 上年!教基3112[01,7].',
    'bracket-expected': 'Table {form} needs [row,column], such as {form}[01,7].',
    'bad-address': '“{address}” is not an address; write table[row,column] with codes, 01:05 or *.',
    'range-outside-function': '“{address}” is a range; put it into a function such as SUM or MAX.',
    'unknown-function':
      'There is no function {name}; use SUM, ABS, IF, AND, OR, NOT, MIN, MAX, ROUND, COUNT or ISBLANK.',
    'argument-count': 'Function {name} takes {least} to {most} arguments; here are {given}.',
    'closing-expected': '“{symbol}” is missing here.',
    'value-expected': 'A number, a text or a cell is expected here.',
    'left-over':
      'From “{text}” on there is too much; an operator or bracket may be missing before.',
    'unknown-form': 'There is no table “{form}” in this collection; check its number.',
    'unknown-row': 'Table {form} has no row {code}.',
    'unknown-column': 'Table {form} has no column {code}.',
    'unknown-attribute': 'The register has no column “{name}”.',
    'unknown-field':
      'There is no column “{name}” here; columns of a list can be used in its counts and rules only, written as in the heading (without the unit).',
    'field-twice':
      'Two columns are called “{name}”, and nobody knows which is meant; give one of them another heading in the blank form.',
    'too-long': 'The rule is too long (at most {most}); make several of it.',
    'too-deep': 'Brackets and functions are nested too deep (at most {most}); make several rules.',
    'too-many-digits': 'This number is too long (at most {most} digits); check it.',
    'too-many-factors':
      'Too many multiplications and divisions (at most {most}); make several rules.',
    'no-comparison':
      'Nothing is compared, so it is neither right nor wrong; compare two sides, as in form[01,1] = SUM(form[02:05,1]).',
  },
}

/** The sentence for what is wrong with a rule's text; a code without a sentence is shown as it is. */
export function syntaxText(lang: Lang, fault: { code: string; params: Params }): string {
  const exact = fault.code === 'argument-count' && fault.params['least'] === fault.params['most']
  const sentence = exact ? EXACT_COUNT[lang] : FAULTS[lang][fault.code]
  return sentence === undefined ? fault.code : fill(sentence, fault.params)
}

const EXACT_COUNT: Record<Lang, string> = {
  zh: '函数 {name} 要 {least} 个参数，这里有 {given} 个。',
  en: 'Function {name} takes {least} argument(s); here are {given}.',
}

/** Why an entry of rules.yaml could not be used, and what to write instead. */
const PROBLEMS: Record<Lang, Record<RuleProblemCode, string>> = {
  zh: {
    'bad-yaml': '这一行第 {column} 个字起不是正确的 YAML 写法；含冒号、井号或引号的文字请加引号。',
    'bad-indent': '缩进不对；同一条规则的各行应左对齐。',
    'tab-indent': '缩进用了制表符；请改用空格。',
    'quote-open': '引号或括号没有配对；请补上。',
    'double-key': '同一条规则里有两个同名的项；请删去一个。',
    'not-a-list': '应是一列规则，每条以“- id:”开头。',
    'not-a-rule': '应为一条规则，写明 id、title、check、severity。',
    'id-missing': '缺少 id（编号）。',
    'check-missing': '{id} 缺少 check（检查式）。',
    'bad-severity': '{id} 的 severity 应为 error 或 query。',
    'double-id': '编号 {id} 重复；请换一个。',
    'meant-key': '{id} 里没有“{key}”这一项，是不是要写 {meant}？这一条没有采用，请改正。',
    'unknown-key': '{id} 里没有“{key}”这一项（可用 {known}）；这一条没有采用，请改正或删去该项。',
    'bad-value': '{id} 的 {key} 应是一段文字或一个数；请给它加上引号。',
  },
  en: {
    'bad-yaml':
      'From character {column} on this line is not proper YAML; put text with colons, # or quotes into quotes.',
    'bad-indent': 'The indentation is wrong; the lines of one rule begin at the same place.',
    'tab-indent': 'The indentation has tabs; use spaces.',
    'quote-open': 'A quotation mark or bracket is not closed; close it.',
    'double-key': 'A rule has the same field twice; remove one.',
    'not-a-list': 'A list of rules is expected, each beginning with “- id:”.',
    'not-a-rule': 'A rule is expected, with id, title, check and severity.',
    'id-missing': 'The id is missing.',
    'check-missing': '{id} has no check.',
    'bad-severity': 'The severity of {id} must be error or query.',
    'double-id': 'The id {id} is used twice; choose another.',
    'meant-key': '{id} cannot have “{key}”; is {meant} meant? The entry is not used; correct it.',
    'unknown-key':
      '{id} cannot have “{key}” (there are {known}); the entry is not used. Correct or remove it.',
    'bad-value': '{key} of {id} must be a text or a number; put it into quotes.',
  },
}

/** The sentence for an entry of rules.yaml that could not be used. */
export function problemText(lang: Lang, problem: Pick<RuleProblem, 'code' | 'params'>): string {
  return fill(PROBLEMS[lang][problem.code], problem.params)
}
