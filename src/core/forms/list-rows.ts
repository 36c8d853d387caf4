/** Rows of a list of schools that are no school's. */

const TOTAL =
  /^(?:其中)?(?:本?页|全县|全市|全区|县|区|市|乡镇?|各校)?(?:小计|合计|总计|共计|汇总)数?$/u
/** A line that names who made the list, or explains it. */
const SIGNED =
  /^(?:(?:单位)?负责人|填表人|制表人?|审核人?|统计(?:负责)?人|联系(?:电话|人)|报出日期|填报日期|日期|说明|注|备注|填表说明)\s*[:：]/u

/** Whether a text says that its row is a total: 合计, 小计, 全县总计 … */
export function isTotal(text: string): boolean {
  return TOTAL.test(text.replaceAll(/\s/gu, ''))
}

/** Whether a text says who made the list, when, or how to read it. */
export function isSigned(text: string): boolean {
  return SIGNED.test(text)
}
