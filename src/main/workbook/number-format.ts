/**
 * Number formats that files name by number only (ECMA-376 Part 1, 18.8.30 numFmt), the
 * ones that depend on the country in their Simplified Chinese form.
 */
export const BUILT_IN_FORMATS: Record<string, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;[Red]¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;[Red]¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const known = new Map<string, boolean>()

/**
 * Whether a number in this format is shown as a date or time of day. A duration ([h]:mm) is a
 * number: it has no day.
 */
export function isDateFormat(format: string): boolean {
  let answer = known.get(format)
  if (answer === undefined) {
    const first = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? ''
    const duration = /\[(?:h+|m+|s+)\]/i.test(first)
    const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '')
    answer = !duration && /[ymdhs]/i.test(letters)
    if (known.size < 10_000) known.set(format, answer)
  }
  return answer
}

const DAY = 86_400

/**
 * A serial number as ISO: a date ("2025-03-05"), with a time where it is no whole day
 * ("2025-03-05T08:30:00"), a time alone below 1 ("08:30:00"). Null when it is no day Excel knows.
 *
 * @param date1904 whether day 0 is 1904-01-01, as in workbooks made on old Macs
 */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const seconds = Math.round(serial * DAY)
  const day = Math.floor(seconds / DAY)
  const time = new Date((seconds - day * DAY) * 1000).toISOString().slice(11, 19)
  if (!(serial >= 0) || day + (date1904 ? 1462 : 0) > 2_958_465) return null
  if (day === 0 && !date1904) return seconds === 0 ? null : time
  const date = isoDay(day + (date1904 ? 1462 : 0))
  return seconds === day * DAY ? date : `${date}T${time}`
}

/** Excel counts a 29 February 1900 that never was (day 60). */
function isoDay(day: number): string {
  if (day === 60) return '1900-02-29'
  const fromEpoch = day - (day > 60 ? 25_569 : 25_568)
  return new Date(fromEpoch * DAY * 1000).toISOString().slice(0, 10)
}
