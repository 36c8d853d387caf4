import { normalLabel } from '../../forms/label.ts'
import { unitInLabel } from '../../forms/units.ts'

/**
 * What the words of a form's headings and stubs say of its structure. Data, not logic: forms name
 * their totals and their "of which" lines in a handful of ways, and those are listed here.
 */

/** A leaf label without 其中, padding and the unit in brackets: "其中：教学用房(平方米)" → "教学用房". */
export function bareLabel(label: string): string {
  const normal = normalLabel(label)
  return unitInLabel(normal) === null ? normal : normal.replace(/\([^()]*(?:\(套\))?\)$/u, '')
}

/** How far up a total stands by its name: 总计 over 合计 over 小计; 0 when the label names no total. */
export function totalRank(bare: string): number {
  if (/^总计(?:数)?$/u.test(bare)) return 3
  if (/^(?:合计|共计)(?:数)?$/u.test(bare)) return 2
  return /^(?:小计|计)$/u.test(bare) ? 1 : 0
}

/** Whether a label names women, so that a row and a column of them can be compared. */
export function namesWomen(bare: string): boolean {
  return /^女(?:生|性|童|教师|教职工|职工)?$/u.test(bare)
}

export function namesMen(bare: string): boolean {
  return /^男(?:生|性|童|教师|教职工|职工)?$/u.test(bare)
}

export function isSex(bare: string): boolean {
  return namesMen(bare) || namesWomen(bare)
}

/** A heading that divides all there are by some property: 年龄结构, 最高学历, 按性别分. */
export function dividesWhole(heading: string): boolean {
  return /结构|构成|年龄|学历|学位|职称|职务|性别|按.+分$/u.test(heading)
}

const NOT_ADDITIVE =
  /率|比例|占比|比重|百分|%|人均|生均|班均|平均|每|指数|最[高低大小多少]|名次|排名|增减|净增|净减|结余|盈亏|差额|单价|得分|分数|密度|时间|日期|学制|代码|编号|时长|年限/u

/** Figures that cannot be added up or compared as part and whole: rates, averages, differences, dates. */
export function isAdditive(bare: string): boolean {
  return !NOT_ADDITIVE.test(bare)
}

/** Units of figures that cannot be added up. */
export function isAdditiveUnit(unit: string | null): boolean {
  return unit === null || !['%', '岁', '分', '天', 'Mbps', '米'].includes(unit)
}

const ATTRIBUTES =
  /^(?:男|女)|少数民族|寄宿|走读|留守|随迁|^残疾|团员|党员|华侨|港澳台|外籍|在编|编制|骨干|双肩挑|复式|兼职|代课|外聘|聘用|校外|银龄|贫困|资助|危房|新增|新建成|当年|上年|已|累计|其中|独生|孤儿|双语|体检|借用|租用/u

/** A property that some have and others lack: a list with such a line does not divide the whole. */
export function isAttribute(bare: string): boolean {
  return ATTRIBUTES.test(bare)
}

/** 其他: closes a list of parts. */
export function isRest(bare: string): boolean {
  return /^其[他它]/u.test(bare)
}

/** 一、 or （一） or 1. at the head of a label: which number it is; 0 for none. */
export function enumerator(bare: string): number {
  const match = /^\(?([一二三四五六七八九十]|\d{1,2})[、.)]/u.exec(bare)
  const sign = match?.[1]
  if (sign === undefined) return 0
  const at = '一二三四五六七八九十'.indexOf(sign)
  return at >= 0 ? at + 1 : Number(sign)
}
