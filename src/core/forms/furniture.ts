import { magnifiedUnit } from './units.ts'

/**
 * What stands on a form besides its table: heading lines, identity fields, the foot.
 * These words are the paper's furniture; they tell a table's rows from everything else.
 */

/** 校长, 园长, 电话 begin row labels too (校长数, 电话机): they are the foot only where a signature follows. */
const FOOT =
  /^(?:单位负责人|统计负责人|填表人|填报人|制表人|审核人|(?:负责人|校长|园长|电话)(?:[:：]|[(（][签盖])|联系电话|报出日期|填报日期|填表日期|报送日期|备注[:：]|注[:：]|注\d|说明[:：]|填表说明|补充资料|(?:本表)?逻辑关系|审核关系|制表机关|批准机关|批准文号|有效期)/u
/** Who signs a form, and when: with a colon, a bracket or beside one another they are its foot. */
const SIGNER =
  '(?:(?:单位|学校|部门|统计|主要|分管|主管|科室|校区)*(?:负责人|领导)|校长|园长|书记|校医|班主任|经办人?|经手人|填表人?|填报人|制表人?|制单人?|报表人|录入人员?|编制人|审核人?|审批人?|复核人?|核对人|校对人?|统计人?员?|联系人|联系电话|联系方式|电话|手机|(?:安全)?专干|会计|出纳|报送人|(?:报出|填报|填表|报送|上报)(?:日期|时间)|日期)'
/** Others who sign, where a colon says so: 图书管理员：, 教导主任（签字）： */
const OFFICER =
  '\\p{Script=Han}{0,6}(?:管理员|宿管员|保管员|安全员|信息员|资料员|主任|组长|科长|股长|院长|(?:查验|检查|检测|测试|监测|排查|调查|登记|采集|汇总|承办|主管|监督|验收|抄送|签发|审定|复查|评估|评审|交接|移交|接收|保管|值班)人员?)'
const SIGNED = new RegExp(
  `^(?:${SIGNER}|${OFFICER})(?:[(（]?(?:签字|签名|签章|盖章|公章|签字盖章|手签)[)）]?)?[:：]|^${SIGNER}[(（]?(?:签字|签名|签章|盖章|公章|手签)[)）]?$|^(?:签字|签名|盖章|签章|公章)[:：]|^[(（](?:单位)?(?:盖章|公章|签章)[)）]`,
  'u',
)
const SIGNER_ALONE = new RegExp(`^${SIGNER}(?:[(（][^)）]*[)）])?[:：]?$`, 'u')
const DATE_ALONE = /^(?:20\d\d|[_＿]+)?年(?:\d+|[_＿]+)?月(?:\d+|[_＿]+)?日$/u
const META =
  /(?:表\s*号|制定机关|制表机关|批准机关|备案机关|批准文号|备案文号|文\s*号|有效期(?:至)?|(?:计量|金额|面积|数量)?单位|(?:填报|填表|报送)(?:单位|学校|日期|时间)|学校(?:名称|代码|标识码)?|单位(?:名称|代码)|机构(?:名称|代码)|标识码|统计(?:年度|时间|时点)|学年(?:度)?|年度|乡镇|镇街)\s*(?:[(（][^)）]*[)）])?\s*[:：]/u
const IDENTITY_WORD =
  /^(?:学校|单位|机构|填报单位|所属|园所|幼儿园)?(?:[(（][^)）]*[)）])?(?:名称|代码|标识码|校名|填报单位|学校|地址|邮编|乡镇|所在乡镇|负责人|校长|园长|联系人|联系电话|电话|填表人|填报人|制表人|经办人|填报日期|填表日期|报出日期|日期|年度|学年)(?:[(（][^)）]*[)）])?[:：]?$/u

const dense = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

/** Whether a line beginning with this text belongs to the foot of a form. */
export function isFoot(text: string): boolean {
  const word = dense(text)
  return FOOT.test(word) || SIGNED.test(word) || DATE_ALONE.test(word)
}

/** Whether a line with these texts belongs to the foot: signed, dated, or a note. */
export function isFootLine(texts: readonly string[]): boolean {
  const [first] = texts
  if (first === undefined) return false
  if (isFoot(first)) return true
  const signers = texts.filter((text) => SIGNER_ALONE.test(dense(text)) || isFoot(text))
  return signers.length >= 2 && signers.length * 2 >= texts.length && signers[0] === first
}

/** Whether a row's label keeps room for further rows ("……") and says nothing. */
export function isReserved(text: string): boolean {
  return /^[.…·。⋯]+$/u.test(dense(text))
}

/** Whether a text alone in a cell can be a row's code: a row with its own code is data, whatever its label says. */
export function isRowCode(text: string): boolean {
  return /^[A-Za-z]?\d{1,4}$/u.test(dense(text.normalize('NFKC')))
}

/** Whether a text is one of the form's heading fields (表号：…, 单位：…, 填报单位：…). */
export function isMeta(text: string): boolean {
  return META.test(text) && !/^[#其]/u.test(dense(text)) && !UNIT_BEHIND.test(dense(text))
}

/** A heading or title with its unit behind it, 金额（单位：万元）, is no field by itself. */
const UNIT_BEHIND = /^[^:：()（）]+[(（](?:计量|金额|面积|数量)?单位[:：][^:：()（）]+[)）]$/u

const SCHOOL_NAME =
  /^(?:填报|填表)?(?:学校|单位|机构|园所|幼儿园|学校[(（]园[)）]|校[(（]园[)）])(?:[(（][^)）]*[)）])?(?:名称|全称)?$|^[校园]名$/u

/** Whether a heading asks for the name of the school whose row it is. */
export function namesSchool(heading: string): boolean {
  return SCHOOL_NAME.test(dense(heading))
}

/** Whether a text names an identity field (学校名称, 标识码, 填表人 …) with nothing else in the cell. */
export function isIdentityWord(text: string): boolean {
  return IDENTITY_WORD.test(dense(text))
}

/** 表号 printed in a text ("表  号：教基3112      单位:人" → "教基3112"); null when there is none. */
export function formNumberIn(text: string): string | null {
  const match = /表\s*号\s*[:：]\s*([^\s:：,，;；]+)/u.exec(text)
  return match?.[1] ?? null
}

/** Unit printed in a heading text ("单位:人" → "人"); 填报单位 and 单位负责人 are none. */
export function unitTextIn(text: string): string | null {
  const match = /(?:^|[\s\u3000(（，,])(?:计量|金额|面积|数量)?单位\s*[:：]\s*([^\s:：)）]+)/u.exec(
    text,
  )
  if (match === null) return null
  // 单位：人 万元
  const units = [match[1] ?? '']
  for (const word of text.slice(match.index + match[0].length).split(/[\s\u3000)）]+/u)) {
    if (word !== '' && magnifiedUnit(word) === null) break
    if (word !== '') units.push(word)
  }
  return units.join('、')
}

const CODE_HEADING = new Set([
  '代码',
  '行代码',
  '行次',
  '行号',
  '编号',
  '代号',
  '指标代码',
  '项目代码',
])
const ORDINAL_HEADING = new Set(['序号', '序'])
const UNIT_HEADING = new Set(['计量单位', '单位'])
const TEXT_HEADING = new Set(['内容', '备注', '说明', '名称', '姓名', '具体内容', '填报内容'])

/** What a column headed so holds. */
export function headingRole(text: string): 'code' | 'ordinal' | 'unit' | 'text' | 'other' {
  const word = dense(text)
  if (CODE_HEADING.has(word)) return 'code'
  if (ORDINAL_HEADING.has(word)) return 'ordinal'
  if (UNIT_HEADING.has(word)) return 'unit'
  if (TEXT_HEADING.has(word)) return 'text'
  return 'other'
}

const STEMS = '甲乙丙丁戊己庚辛'

/** Place of a stub letter (甲 0, 乙 1 …) that stands alone in a cell; -1 for anything else. */
export function stemIndex(text: string): number {
  const word = dense(text)
  return word.length === 1 ? STEMS.indexOf(word) : -1
}

/** A running column number alone in a cell, or with what it adds up ("1", "1=2+3", "（2）", "③" are written plain after cleaning); null otherwise. */
export function columnNumber(text: string): string | null {
  const match = /^[(（]?(\d{1,3})[)）]?(?:=[\d()+*/÷×-]+)?$/.exec(dense(text.normalize('NFKC')))
  return match?.[1] ?? null
}

/** Whether a figure alone in a cell is a year: years head columns ("2023 | 2024 | 2025"). */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim())
}
