import type { Fault, RegisterNote } from '../faults.ts'
import type { PastNote } from '../last-year.ts'
import type { ListFault } from '../lists.ts'
import { indicatorProblemText } from './indicators.ts'
import { problemText, syntaxText } from './rules.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** What could not be used, where it stands, and what to do. */
const FAULTS: Record<Lang, Record<string, string>> = {
  zh: {
    'rule-entry': '规则文本第 {line} 行：{detail}',
    'rule-text':
      '规则 {id}《{title}》的{field}写错了（第 {at} 个字起）：{detail}这条规则没有运行。',
    'rule-arithmetic':
      '规则 {id}《{title}》在 {schools} 所学校（如 {school}）算不出来：除数为 0，或把文字当成了数；这些学校没有按它审核，请给规则加上条件或改写。',
    'indicator-entry': '指标文本第 {line} 行：{detail}',
    'indicator-text': '指标 {id}《{title}》的{side}写错了：{detail}这个指标没有数。',
    'list-not-yaml': 'lists.yaml 第 {line} 行起不是正确的 YAML 写法；整个文本没有采用，请改正。',
    'list-not-a-list': 'lists.yaml 应是一列条目，每条以“- list:”开头；整个文本没有采用。',
    'list-not-a-count':
      'lists.yaml 第 {line} 行：{id} 缺少 list 或 id，或 count、sum、value、check、same 一个也没有，或 severity 不是 error、query；没有采用。',
    'list-double-id': 'lists.yaml 第 {line} 行：{id} 的名称重复；没有采用，请换一个。',
    'list-bad-id': 'lists.yaml 第 {line} 行：{id} 的名称中不能有 [ ] , ： *；没有采用。',
    'list-no-such-list':
      'lists.yaml 第 {line} 行：没有“{id}”这个名单，它的计数、规则和选项都没有采用；请核对名单（表）的名称。',
    'list-no-list':
      'lists.yaml 第 {line} 行：“{id}”不是名单（一行一人或一事），它的计数、规则和选项都没有采用；表里的数请用规则文本和指标。',
    'list-no-such-column':
      'lists.yaml 第 {line} 行：名单“{id}”没有“{column}”这一栏，它的选项没有采用；可用的栏有 {columns}。',
    'list-bad-choices':
      'lists.yaml 第 {line} 行：{id} 的栏“{column}”的 choices 应是一列文字，如 [是, 否]；没有采用。',
    'list-double-column':
      'lists.yaml 第 {line} 行：{id} 的栏“{column}”前面已写过选项；这一条没有采用，请合并。',
    'list-taken-id':
      'lists.yaml 第 {line} 行：{id} 是软件自带的行数，不能另外定义；没有采用，请换一个名称。',
    'list-text':
      'lists.yaml 第 {line} 行：{id} 的表达式写错了（第 {at} 个字起）：{detail}这一条没有采用。',
    'list-meant-key':
      'lists.yaml 第 {line} 行：{id} 里没有“{key}”这一项，是不是要写 {meant}？没有采用，请改正。',
    'list-unknown-key':
      'lists.yaml 第 {line} 行：{id} 里没有“{key}”这一项（可用 {known}）；没有采用。',
    'list-bad-value':
      'lists.yaml 第 {line} 行：{id} 的 {key} 应是一段文字或一个数；请给它加上引号。',
    'screening-entry': '筛查设定：{detail}。',
    'settings-meant-key':
      'collection.yaml 第 {line} 行：没有“{key}”这一项，是不是要写 {meant}？该项没有采用，请改正。',
    'settings-unknown-key':
      'collection.yaml 第 {line} 行：没有“{key}”这一项，没有采用；请核对写法。',
    'settings-file-not-found':
      'collection.yaml 写明的文件“{path}”不在文件夹里，没有采用；请核对文件名。',
    'settings-name-near': '文件夹里的“{found}”没有用到；是不是要改名为“{path}”？',
    'settings-form-unreadable': '空白报表“{path}”无法使用：{detail}。',
    'settings-prior-unreadable': '上年数据“{path}”无法使用：{detail}；所有指标都没有上年数。',
    'settings-same-unreadable':
      '上年同期数据“{path}”无法使用：{detail}；所有指标都没有上年同期数。',
    'settings-previous-unreadable': '上期数据“{path}”无法使用：{detail}；所有指标都没有上期数。',
    'settings-column-not-found':
      'collection.yaml 的 {key} 写明名册的“{column}”栏，名册没有这一栏，没有采用；名册有 {columns}。请核对栏名。',
    'settings-bad-value':
      'collection.yaml 第 {line} 行：“{key}”应是一段文字，没有采用；请核对写法。',
    'settings-external-unreadable':
      '外部数据“{path}”无法使用：{detail}；用到外部数据的指标都没有数。',
    'settings-type-without-form':
      '类型“{type}”有 {count} 个填报单位，但没有对应的空白报表；不知道它们该报什么。',
    'settings-form-not-found':
      '办学类型代码“{type}”写明的空白报表“{path}”不在文件夹里；请核对文件名。',
    'indicator-unit':
      '指标 {id}《{title}》：外部数据“{name}”的单位是{unit}，这里要的是{wanted}，没有计算；请把数值改写成 {converted} {wanted}。',
    'indicator-unit-about':
      '指标 {id}《{title}》：外部数据“{name}”的单位是{unit}，这里要的是{wanted}，没有计算；折合约 {converted} {wanted}，除不尽，请填原来的{wanted}数。',
    'plan-magnitude':
      '指标“{title}”完成 {done}{unit}，计划 {plan}{unit}，相差约 {factor} 倍：计划数的单位多半与此不同，请核对计划数及其单位。',
    'plan-missing':
      '指标“{title}”要对照的计划“{name}”没有：请在外部数据里录入“计划{name}”，或改正名称。',
    'external-missing': '指标“{title}”要用的外部数据“{name}”没有：请在外部数据里录入，或改正名称。',
    'indicator-not-added':
      '指标 {id}《{title}》把各校的“{label}”（{item}）相加：比率、平均数、年份一类不能相加，得数没有意义；请改用分子和分母。',
    'indicator-zero': '指标 {id}《{title}》的分母是 0，没有数；请核对分母的项目和条件。',
    'indicator-unit-kind':
      '指标 {id}《{title}》：外部数据“{name}”的单位是{unit}，这里要的是{wanted}，二者不能换算，没有计算；请核对单位，或按{wanted}填写。',
    'placeholder-unknown': '总结里的“{text}”没有对应的指标；请核对写法。',
    'placeholder-lack': '总结里的“{text}”没有数：{detail}',
    'external-unreadable':
      '外部数据“{name}”的数值“{raw}”看不出确切是多少，没有采用；请改写成普通数字，单位写在单位栏。',
    'external-twice': '外部数据“{name}”有两行（{raw}），不知道用哪一行，都没有采用；请删去一行。',
    'external-fraction':
      '外部数据“{name}”写的是 {raw}，单位是 %：是百分之 {raw} 还是把百分数写成了小数，看不出来，没有采用；请写成 98 这样的数，确是不到 1% 的请连百分号一起写。',
    'prior-code-lost':
      '{past}数据第 {row} 行的标识码“{written}”已看不出是哪所学校，该行没有采用；请改正标识码。',
    'prior-school-twice':
      '{past}数据第 {row} 行的学校 {school} 与第 {before} 行重复，只用第 {before} 行；请核对。',
    'prior-sheet-twice':
      '{past}的工作表“{sheet}”第 {row} 行的学校 {school} 在表 {form} 里已有另一张工作表给出不同的数，只用先读到的那张；请核对，删去一张。',
    'prior-unreadable':
      '{past}数据的“{raw}”不是一个数（{item}，学校 {school}），没有采用；请改正。',
    'prior-item-unsure':
      '{past}表 {form} 的 {column}“{label}”与今年不止一项相符，没有采用；请把标目写完整。',
    'prior-codes-do-not-fit':
      '{past}表 {form} 没有标目，代码 {codes} 今年没有，整张表没有采用；请用带标目的明细，或在“汇总”的“上年比较”里确认对应关系。',
    'prior-total-row':
      '{past}数据第 {row} 行“{written}{name}”是合计，跳过不读（各校的数会重新相加）。',
    'prior-no-school-row': '{past}数据第 {row} 行“{text}”不是学校，跳过不读。',
    'prior-code-restored':
      '{past}数据第 {row} 行的标识码“{written}”不完整，按名册认作 {school}；请核对。',
    'prior-cleaned': '{past}数据的“{raw}”按 {value} 采用（{item}，学校 {school}）。',
    'prior-item-gone': '{past}表 {form} 的 {column}“{label}”今年没有这一项，没有采用。',
    'prior-table-gone': '{past}表 {form} 今年没有，没有采用。',
    'prior-nothing-matches':
      '{past}表 {form} 的各列没有一列与今年的项目相符，没有采用；请核对这张表的标目和代码。',
    'prior-sheet-unread':
      '{past}数据的工作表“{name}”没有“{key}”（或学校名称）和 [行,列] 标题，没有采用；请按“明细”的样式补上标题，或删去该表。',
    'prior-unit-differs':
      '{past}表 {form} 的 {column}“{label}”单位是{was}，今年是{now}，不能换算，没有采用。',
    'prior-unit-converted': '{past}表 {form} 的 {column}“{label}”由{was}换算为{now}。',
    'prior-kind-unknown':
      '上年有、今年名册没有的学校（{schools}）不知道“{column}”是什么，按它划分的上年数不含这些学校；请在上年明细里补上这一栏。',
    'register-no-school-row': '名册第 {row} 行“{text}”不是学校，跳过不读。',
    'register-code-lost':
      '名册第 {row} 行“{name}”的标识码变成了 {written}，无法使用；请把名册里的该格设为文本后重填。',
    'register-code-missing': '名册第 {row} 行“{name}”没有标识码；请补上。',
    'register-code-twice':
      '名册第 {row} 行“{name}”的标识码 {written} 与第 {before} 行“{other}”相同；请核对后改正。',
    'register-row-twice': '名册第 {row} 行“{name}”与第 {before} 行重复，只算一所；请删去一行。',
    'register-code-shared':
      '标识码 {code} 在名册中有几所学校（{names}），只凭标识码无法认定报表；请在名册中改正。',
    'register-status-missing': '名册第 {row} 行“{name}”没有填状态，按“{active}”处理；请核对。',
  },
  en: {
    'rule-entry': 'Text of the rules, line {line}: {detail}',
    'rule-text':
      'Rule {id} “{title}”, {field}, is wrong from character {at} on: {detail} It was not run.',
    'rule-arithmetic':
      'Rule {id} “{title}” cannot be worked out for {schools} schools (such as {school}): division by zero, or a text taken for a number. They were not checked by it; add a condition or rewrite it.',
    'indicator-entry': 'Text of the indicators, line {line}: {detail}',
    'indicator-text': 'Indicator {id} “{title}”, {side}, is wrong: {detail} It has no value.',
    'list-not-yaml': 'lists.yaml is not proper YAML from line {line} on; nothing of it is used.',
    'list-not-a-list':
      'lists.yaml must be a list of entries, each beginning with “- list:”; nothing of it is used.',
    'list-not-a-count':
      'lists.yaml, line {line}: {id} lacks list or id, or all of count, sum, value, check and same, or its severity is neither error nor query; not used.',
    'list-double-id':
      'lists.yaml, line {line}: {id} is there already; not used. Choose another name.',
    'list-bad-id': 'lists.yaml, line {line}: the name {id} may not have [ ] , : or *; not used.',
    'list-no-such-list':
      'lists.yaml, line {line}: there is no list “{id}”; none of its counts, rules and choices is used. Check its name.',
    'list-no-list':
      'lists.yaml, line {line}: “{id}” is no list (a row for each person or thing); none of its counts, rules and choices is used. Use the rules and indicators for figures of a table.',
    'list-no-such-column':
      'lists.yaml, line {line}: the list “{id}” has no column “{column}”; its choices are not used. There are {columns}.',
    'list-bad-choices':
      'lists.yaml, line {line}: the choices of the column “{column}” of {id} must be a list of texts such as [是, 否]; not used.',
    'list-double-column':
      'lists.yaml, line {line}: choices of the column “{column}” of {id} stand before already; not used. Put them together.',
    'list-taken-id':
      'lists.yaml, line {line}: {id} is the number of rows that every list has; not used. Choose another name.',
    'list-text':
      'lists.yaml, line {line}: the expression of {id} is wrong from character {at} on: {detail} Not used.',
    'list-meant-key':
      'lists.yaml, line {line}: {id} cannot have “{key}”; is {meant} meant? Not used; correct it.',
    'list-unknown-key':
      'lists.yaml, line {line}: {id} cannot have “{key}” (there are {known}); not used.',
    'list-bad-value':
      'lists.yaml, line {line}: {key} of {id} must be a text or a number; put it into quotes.',
    'screening-entry': 'Settings of the screening: {detail}.',
    'settings-meant-key':
      'collection.yaml, line {line}: there is no “{key}”; is {meant} meant? It is not used; correct it.',
    'settings-unknown-key':
      'collection.yaml, line {line}: there is no “{key}”; it is not used. Check how it is written.',
    'settings-file-not-found':
      'The file “{path}” that collection.yaml names is not in the folder; check its name.',
    'settings-name-near':
      'The file “{found}” of the folder is not used; should its name be “{path}”?',
    'settings-form-unreadable': 'The blank form “{path}” cannot be used: {detail}.',
    'settings-prior-unreadable':
      'Last year’s values “{path}” cannot be used: {detail}. No indicator has a last year.',
    'settings-same-unreadable':
      'The values “{path}” of the same period a year ago cannot be used: {detail}. No indicator is compared with that period.',
    'settings-previous-unreadable':
      'The values “{path}” of the period before cannot be used: {detail}. No indicator is compared with that period.',
    'settings-column-not-found':
      'The register has no column “{column}”, which {key} of collection.yaml names; it is not used. It has {columns}. Check the name.',
    'settings-bad-value':
      'collection.yaml, line {line}: “{key}” must be one text; it is not used. Check how it is written.',
    'settings-external-unreadable':
      'The external figures “{path}” cannot be used: {detail}. Indicators that use one have no value.',
    'settings-type-without-form':
      'Kind “{type}”, of {count} who report, has no blank form; nobody knows what they are to return.',
    'settings-form-not-found':
      'The blank form “{path}” named for kind “{type}” is not in the folder; check its name.',
    'indicator-unit':
      'Indicator {id} “{title}”: the figure “{name}” is in {unit}, but {wanted} is needed here; not worked out. Write it as {converted} {wanted}.',
    'indicator-unit-about':
      'Indicator {id} “{title}”: the figure “{name}” is in {unit}, but {wanted} is needed here; not worked out. It is about {converted} {wanted}, which has no end: write the figure as it was in {wanted}.',
    'plan-magnitude':
      'Indicator “{title}”: {done} {unit} done, {plan} {unit} planned, about {factor} times apart: the plan is probably in another unit; check it and its unit.',
    'plan-missing':
      'The plan “{name}” of the indicator “{title}” is not there: enter it among the external figures as 计划{name}, or correct the name.',
    'external-missing':
      'The external figure “{name}” that the indicator “{title}” reads is not there: enter it among the external figures, or correct the name.',
    'indicator-not-added':
      'Indicator {id} “{title}” adds the schools’ “{label}” ({item}): a ratio, average or year has no sum, so the result means nothing. Use a numerator and a denominator.',
    'indicator-zero':
      'Indicator {id} “{title}” is divided by 0 and has no value. Check the items and the condition of its denominator.',
    'indicator-unit-kind':
      'Indicator {id} “{title}”: the figure “{name}” is in {unit}, but {wanted} is needed here, and neither can be turned into the other; not worked out. Check the unit, or write it in {wanted}.',
    'placeholder-unknown': 'No indicator for “{text}” in the summary; check how it is written.',
    'placeholder-lack': '“{text}” in the summary has no figure: {detail}',
    'external-unreadable':
      'What number the value “{raw}” of the figure “{name}” is cannot be told, so it is not used; write a plain number and its unit in the column of units.',
    'external-twice':
      'The figure “{name}” stands twice ({raw}); nobody knows which is meant, so neither is used. Remove one.',
    'external-fraction':
      'The figure “{name}” is {raw} in %: whether that is {raw} % or a fraction cannot be told, so it is not used; write it as 98, or with its sign where it is below 1 %.',
    'prior-code-lost':
      '{past} line {row}: the code “{written}” no longer tells the school; not used. Correct the code.',
    'prior-school-twice':
      '{past} line {row}: school {school} stands on line {before} already; only that one is used. Please check.',
    'prior-sheet-twice':
      '{past}, sheet “{sheet}” line {row}: another sheet gives school {school} other figures for table {form}; only the sheet read first is used. Check, and delete one.',
    'prior-unreadable':
      '{past} “{raw}” is no number ({item}, school {school}); not used. Correct it.',
    'prior-item-unsure':
      '{past} table {form}, {column} “{label}” fits several items of this year; not used. Write its labels in full.',
    'prior-codes-do-not-fit':
      '{past} table {form} has no labels, and this year has no {codes}: nothing of it is used. Take a list with labels, or confirm the pairing under Consolidate, Last year.',
    'prior-total-row':
      '{past} line {row}, “{written}{name}”, is a total: passed over (schools are added anew).',
    'prior-no-school-row': '{past} line {row}, “{text}”, is no school: passed over.',
    'prior-code-restored':
      '{past} line {row}: the code “{written}” is incomplete; by the register it is {school}. Please check.',
    'prior-cleaned': '{past} “{raw}” is taken as {value} ({item}, school {school}).',
    'prior-item-gone': '{past} table {form}, {column} “{label}”: no item of this year; not used.',
    'prior-table-gone': '{past} table {form} is no form of this year; not used.',
    'prior-nothing-matches':
      'No column of last year’s table {form} is an item of this year; not used. Check its headings and codes.',
    'prior-sheet-unread':
      '{past} sheet “{name}” has no headings “{key}” (or the school’s name) and [row,column]; not used. Give it the headings of the detail sheets, or remove it.',
    'prior-unit-differs':
      '{past} table {form}, {column} “{label}”, is in {was}, this year’s in {now}: not used.',
    'prior-unit-converted':
      '{past} table {form}, {column} “{label}”, was brought from {was} into {now}.',
    'prior-kind-unknown':
      'Of schools that last year had and the register has not ({schools}) the “{column}” is not known; last year’s figures that go by it are without them. Add this column to last year’s list.',
    'register-no-school-row': 'Register line {row}, “{text}”, is no school: passed over.',
    'register-code-lost':
      'Register line {row}, “{name}”: the code became {written} and cannot be used. Make the cell a text and type it again.',
    'register-code-missing': 'Register line {row}, “{name}”, has no code; add it.',
    'register-code-twice':
      'Register line {row}, “{name}”: code {written} is that of line {before}, “{other}”, too; correct it.',
    'register-row-twice':
      'Register line {row}, “{name}”, repeats line {before}; counted once. Remove one.',
    'register-code-shared':
      'Code {code} is that of several schools of the register ({names}); no return is told by it. Correct it in the register.',
    'register-status-missing':
      'Register line {row}, “{name}”, has no status; taken as “{active}”. Please check.',
  },
}

const PARTS: Record<Lang, Record<string, string>> = {
  zh: {
    check: '检查式',
    when: '条件',
    tolerance: '容差',
    numerator: '分子',
    denominator: '分母',
  },
  en: {
    check: 'check',
    when: 'condition',
    tolerance: 'tolerance',
    numerator: 'numerator',
    denominator: 'denominator',
  },
}

/** Params that name several things, one after the other. */
const SEVERAL = ['schools', 'names', 'columns', 'known', 'codes']

/** The same as an English sentence parts them. */
function withCommas(params: Fault['params']): Fault['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      SEVERAL.includes(name) && typeof value === 'string' ? value.replaceAll('、', ', ') : value,
    ]),
  )
}

/** Whose list a fault of an earlier period speaks of. */
const PAST: Record<Lang, Record<string, string>> = {
  zh: { last: '上年', same: '上年同期', previous: '上期' },
  en: {
    last: 'Last year’s',
    same: 'The same period’s (a year ago)',
    previous: 'The previous period’s',
  },
}

/** What is wrong, in a sentence that says what to do. */
export function faultText(lang: Lang, { code, id, params }: Fault): string {
  const part = (name: string): string => PARTS[lang][String(params[name] ?? '')] ?? ''
  const sentence = FAULTS[lang][code]
  if (sentence === undefined) return code
  const text = fill(sentence, {
    id,
    past: PAST[lang][String(params['of'] ?? 'last')] ?? '',
    ...(lang === 'en' ? withCommas(params) : params),
    field: part('field'),
    side: part('side'),
    detail: detail(lang, params),
  })
  // What has no name is not quoted.
  return text.replaceAll('“”', '')
}

/** The detail of a fault is a sentence already, or a fault of the text of a rule. */
function detail(lang: Lang, params: Fault['params']): string {
  const { problem, indicator, syntax, detail: said } = params
  if (indicator !== undefined)
    return indicatorProblemText(lang, { code: indicator as never, params })
  if (problem !== undefined) return problemText(lang, { code: problem as never, params })
  return syntax === undefined
    ? String(said ?? '')
    : syntaxText(lang, { code: String(syntax), params })
}

/** What is wrong with an entry of lists.yaml, in a sentence. */
export function listFaultText(lang: Lang, { id, line, code, params }: ListFault): string {
  return faultText(lang, { kind: 'list', id, code: `list-${code}`, params: { ...params, line } })
}

/** What was done to a line, a cell or a table of last year's list or the register, in a sentence. */
export function noteText(
  lang: Lang,
  kind: 'prior' | 'register',
  { code, params }: Pick<PastNote | RegisterNote, 'code' | 'params'>,
): string {
  return faultText(lang, { kind, id: '', code: `${kind}-${code}`, params })
}
