import { sectionTextFor, sectionTexts } from '../../core/cells/shown-number.ts'
import { keptForTexts } from '../../core/memory/kept-for-text.ts'

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

/** What a number is shown as: itself, a day of the calendar, a time of day, a length of time. */
type Clock = 'none' | 'day' | 'time' | 'duration'

const clocks = keptForTexts((format): Clock | null => {
  // The section for texts (@) is none of a number's.
  const numeric = sectionTexts(format).filter((text) => text !== '@')
  const sections = new Set(numeric.map(clockOf))
  return sections.size === 1 ? ([...sections][0] ?? 'none') : null
})

/** Whether some number in this format is shown as a day, a time of day or a length of time. */
export function isDateFormat(format: string): boolean {
  return clocks(format) !== 'none'
}

/**
 * A number as the date, time or length of time that its format shows; null where it shows a number
 * or a text, and for what is no day Excel knows.
 *
 * @param date1904 whether day 0 is 1904-01-01, as in workbooks made on old Macs
 * @param lengths whether a time of more than a day is a length of time, as OpenDocument has them
 */
export function shownClock(
  serial: number,
  format: string,
  date1904: boolean,
  lengths = false,
): string | null {
  const clock = clocks(format) ?? clockOf(sectionTextFor(format, serial) ?? '')
  if (clock === 'none') return null
  if (clock === 'duration' || (lengths && clock === 'time' && serial >= 1))
    return durationText(serial)
  const seconds = Math.round(serial * DAY)
  // Rounded up to midnight it is the nought of a clock, not a day.
  const midnight = clock === 'time' && serial >= 0 && serial < 1 && seconds % DAY === 0
  return midnight && !date1904 ? '00:00:00' : serialToIso(serial, date1904)
}

/**
 * What one section of a format makes of a number. Weekday, year and era (aaaa, e, ggg)
 * count where no digits stand beside them: those letters are also found in units.
 */
function clockOf(section: string): Clock {
  const bare = section.replace(/"[^"]*"|[\\!_*]./gsu, '').replace(/general|g\/通用格式/giu, '')
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return 'duration'
  const letters = bare.replace(/\[[^\]]*\]/gu, '').replace(/(?<=[0#?.])e[+-]/giu, '')
  const digits = /[0#?]/u.test(letters.replace(/s\.0+/giu, ''))
  if (/[yd]/iu.test(letters) || (!digits && /[eg]|a{3}/iu.test(letters))) return 'day'
  if (/[hs]/iu.test(letters)) return 'time'
  return /m/iu.test(letters) ? 'day' : 'none'
}

const DAY = 86_400

/** A length of time as hours, minutes and seconds: "25:30:00"; of a number of days. Null below 0. */
export function durationText(days: number): string | null {
  const seconds = Math.round(days * DAY)
  if (!(seconds >= 0 && seconds <= Number.MAX_SAFE_INTEGER)) return null
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * A serial number as ISO: a date ("2025-03-05"), with a time where it is no whole day
 * ("2025-03-05T08:30:00"), a time alone below 1 ("08:30:00"),
 * "1900-01-00" for 0. Null when it is no day Excel knows.
 */
function serialToIso(serial: number, date1904: boolean): string | null {
  const seconds = Math.round(serial * DAY)
  const day = Math.floor(seconds / DAY)
  const time = new Date((seconds - day * DAY) * 1000).toISOString().slice(11, 19)
  if (!(serial >= 0) || day + (date1904 ? 1462 : 0) > 2_958_465) return null
  // As Excel shows it: a figure typed into a cell made for dates is no figure any more.
  if (day === 0 && !date1904) return seconds === 0 ? '1900-01-00' : time
  const date = isoDay(day + (date1904 ? 1462 : 0))
  return seconds === day * DAY ? date : `${date}T${time}`
}

/** Excel counts a 29 February 1900 that never was (day 60). */
function isoDay(day: number): string {
  if (day === 60) return '1900-02-29'
  const fromEpoch = day - (day > 60 ? 25_569 : 25_568)
  return new Date(fromEpoch * DAY * 1000).toISOString().slice(0, 10)
}
