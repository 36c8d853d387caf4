/** A label and the unit behind it, in whatever signs: 金额万元, 金额，万元, 金额/元, 金额【元】, 金额（元，保留两位）. */
const BEHIND =
  /^(.*?)[\s，,、:：/／（(【[〔]*(?:单位[:：])?((?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)?(?:元|平方米|㎡|人次|人|册)|公顷|亩)(?:[，,、；;][^)）】\]〕]*)?[)）】\]〕]?$/u

const plain = (text: string): string => text.replaceAll(/\s/gu, '')

/**
 * The unit that a label has behind it where the form's own has another one, or none, the words being
 * the same: 金额元 where the form asks for 金额万元.
 *
 * @returns null where the words differ or the units are the same
 */
export function otherUnitBehind(
  asked: string,
  sent: string,
): { unit: string; was: string | null } | null {
  const [, words = '', unit = ''] = BEHIND.exec(plain(sent)) ?? []
  if (unit === '') return null
  const [, own = plain(asked), was = null] = BEHIND.exec(plain(asked)) ?? []
  return own !== words || unit === was ? null : { unit, was }
}
