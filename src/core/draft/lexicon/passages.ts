/** Why digits in a text are no figure. */
export type Passage =
  | 'address'
  | 'title'
  | 'date'
  | 'time'
  | 'document-number'
  | 'list-number'
  | 'ordinal'
  | 'name'
  | 'code'

const CN = '[零〇一二三四五六七八九十两]'
const DASH = '(?:-{1,2}|~|至|到|、|/)'
const YEAR = '(?:19|20)\\d{2}'
const SHORT = '\\d{1,2}'

/**
 * Stretches of a text whose digits are read as something else than a figure, in the order in which
 * they are looked for. All are matched on a Plain text (prose/plain.ts).
 */
export const PASSAGES: readonly [Passage, RegExp][] = [
  [
    'address',
    /(?:https?:\/\/|www\.)[\w.\-/?=&#%:]+|(?<![\w.-])[\w.-]{1,64}@[\w.-]{1,80}\.\w{2,10}/gu,
  ],
  [
    'address',
    /(?<![\w.-])[\w.-]{1,64}\.(?:com|cn|net|org|docx?|pdf|xlsx?|html?|pptx?|wps|txt)\b/gu,
  ],
  ['title', /《[^《》\n]{1,80}》/gu],
  ['document-number', new RegExp(`[\\[(] ?${YEAR} ?[\\])] ?(?:第 ?)?\\d{1,12} ?号?`, 'gu')],
  ['document-number', /第? ?(?:\d{1,12}|[零〇一二三四五六七八九十百]{1,8}) ?号(?!召|称)/gu],
  // 2021-10-02, 2021.9.1, 2021/9/1, 10:51:54
  [
    'date',
    new RegExp(
      `(?<![\\d.])${YEAR}[-./]${SHORT}(?:[-./]${SHORT})?(?![\\d.%]|[-./]\\d| ?[\\p{Script=Han}]*?[亿元])`,
      'gu',
    ),
  ],
  ['time', /(?<![\d.:])\d{1,2}:\d{2}:\d{2}(?!\d)/gu],
  ['time', /(?:(?<=[午晨晚间早夜日号]\s?)|(?<=[-~至]))\d{1,2}:\d{2}(?![\d:])/gu],
  ['time', /(?<![\d.:])\d{1,2}:\d{2}(?=[-~至]\d{1,2}:\d{2}|[前后时起开])/gu],
  [
    'time',
    new RegExp(
      `(?<=[午晨晚]\\s?)(?:${SHORT}|${CN}{1,3})[时点](?:(?:${SHORT}|${CN}{1,3})分|半|整)?`,
      'gu',
    ),
  ],
  ['time', /(?<![\d.])\d{1,2}[时点]\d{1,2}分/gu],
  // 2021年, 2015-2017年, 2021-2022学年, 2021年9月1日
  [
    'date',
    new RegExp(
      `(?<![\\d.,])'?(?:${YEAR} ?(?:年度?)?(?:\\([^()]{1,6}\\))? ?${DASH} ?)?${YEAR}(?: ?${DASH} ?(?:${YEAR}|\\d{2}))? ?(?:学年度?|财年|年度|年级|年代|年(?!限)|级|届)`,
      'gu',
    ),
  ],
  [
    'date',
    new RegExp(`(?<![\\d.])${YEAR}(?: ?${DASH} ?${YEAR})?(?:春季?|秋季?|夏季?|冬季?)`, 'gu'),
  ],
  ['date', new RegExp(`(?<![\\d.])\\d{2}年(?=${SHORT}月|[春秋以][季来]|度)`, 'gu')],
  ['date', /(?<![零〇一二三四五六七八九十百])[一二][零〇一二三四五六七八九]{3}年?/gu],
  [
    'date',
    /(?<![零〇一二三四五六七八九十百])[零〇一二三四五六七八九]{2}年(?=[十一二三四五六七八九]+月)/gu,
  ],
  [
    'date',
    new RegExp(
      `(?<![\\d.个])(?:${SHORT}|${CN}{1,3}) ?(?:${DASH} ?(?:${SHORT}|${CN}{1,3}) ?)?月(?:份|底|初|末|中旬|上旬|下旬)?(?: ?(?:${SHORT}|${CN}{1,3}) ?(?:${DASH} ?(?:${SHORT}|${CN}{1,3}) ?)?[日号])?(?!均)`,
      'gu',
    ),
  ],
  ['date', new RegExp(`(?<![\\d.])${SHORT} ?(?:${DASH} ?${SHORT} ?)?日(?!均|元|常|制)`, 'gu')],
  // A year on its own: 2018规划, 截至2021, 与2020相比.
  [
    'date',
    new RegExp(
      `(?<![\\d.,:%-])(?:${YEAR} ?[-~至] ?)?${YEAR}(?![\\d.,:%]| ?[万亿千百余多个所人名位元户家处件册台套项平亩公次座间])`,
      'gu',
    ),
  ],
  // List numbers: at the beginning of a line, behind a full stop or semicolon, or in brackets.
  [
    'list-number',
    /(?<=(?:^|[\n。；;!？?])[ #*>]{0,12})(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、．]|\d{1,2}[.](?=(?:19|20)\d{2} ?年|\D|\d{1,12}[ ]?(?:所|人|名|个|家|处|项|场|次|件|期)(?!次?均)))/gmu,
  ],
  ['list-number', /\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)/gu],
  [
    'list-number',
    /(?<=^[ #*]{0,12})\d{1,2}(?:\.\d{1,2}){1,3}(?=[ 、\p{Script=Han}])(?![万亿倍元平]|个百分点|%)/gmu,
  ],
  ['list-number', /(?<=[:：，,、] ?)\d{1,2}[.)](?=[\p{Script=Han}])/gu],
  [
    'ordinal',
    /第 ?(?:\d{1,12}|[零〇一二三四五六七八九十百]{1,8})(?: ?[-~至、] ?(?:第 ?)?(?:\d{1,12}|[一二三四五六七八九十百]{1,8}))?(?! ?[名位])/gu,
  ],
  [
    'name',
    /(?:[一二三四五六七八九十]{1,6}|\d{1,12})(?:届[一二三四五六七八九十]{1,6}[中次]全|大报告|中全会|五(?=规划|时期|期间|”|"|以来|末|开局))/gu,
  ],
  ['name', /(?:[一二三四五六七八九十]{1,6}|\d{1,12})[年](?:一贯|制|行动|规划|计划|期|发展|攻坚)/gu],
  ['name', /(?:[一二三]|[1-4]|前[一二三]|前[1-3])个?季度/gu],
  // One by one: 一校一策, 一生一案.
  ['name', /[一双](?![百千万亿十])\p{Script=Han}[一二两双多](?![百千万亿十])\p{Script=Han}/gu],
  // Letters beside digits: A4, PM2.5, 5G, 100M, 1+X, C919.
  [
    'code',
    /(?<![\d万亿千百] ?)[A-Za-z]{1,20}[-.]?\d{1,12}(?:\.\d{1,12})*|\d{1,12}(?:\.\d{1,12})?[+×xX][A-Za-z\d]+|\d{1,12}(?:\.\d{1,12})?(?:[A-LN-Za-ln-z]|[Mm](?![²2]))[A-Za-z]*/gu,
  ],
  ['code', /(?<!\d)(?:1\d{10}|0\d{2,3}-\d{7,8}|\d{12,18}[Xx]?)(?!\d)/gu],
]
