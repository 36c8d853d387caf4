import { formatExact, parseExact } from '../../shared/exact.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'

/**
 * What a number format makes of a number, as far as it makes it say something else: a person sees
 * what is shown, so a figure that is stored otherwise is no figure to take without asking.
 * Section and code rules as in ECMA-376 part 1, 18.8.31; `!` is the escape of Chinese Excel.
 */
interface Section {
  /** As written in the format. */
  text: string
  /** Which numbers it is for; null where its place decides. */
  when: ((value: number) => boolean) | null
  /** Decimal places that it moves the number to the left: 3 for each comma behind the digits, and its own points. */
  shift: number
  /** Whether it shows digits at all, or only `before`. */
  digits: boolean
  /** Texts shown before and behind the digits. */
  before: string
  after: string
  /** Whether it is red, as Excel itself shows what is below nought. */
  red: boolean
  /** Texts between its digits with the number of digits behind each, where they are more than points or spaces: `0"-"00`. */
  inside: { text: string; digits: number }[]
  /** Least number of digits, where the format is nothing but noughts: a code like 0012. */
  noughts: number
}

const CONDITION = /^\[(<=|>=|<>|=|<|>)(-?\d+(?:\.\d+)?)\]$/u
const CURRENCY = /^\[\$([^\]-]+)(?:-[^\]]*)?\]$/u
const EXPONENT = /^[eE][+-]$/u
const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '=': (a, b) => a === b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<>': (a, b) => a !== b,
}

const sectionsOf = keptForTexts((format): Section[] => split(format).map(sectionOf))

/** Parts of a format between the semicolons that stand outside quotes and escapes. */
function split(format: string): string[][] {
  const tokens =
    format.match(/"[^"]*"|\[[^\]]*\]|[\\!_*][\s\S]|General|G\/通用格式|[eE][+-]|[\s\S]/gu) ?? []
  const sections: string[][] = [[]]
  for (const token of tokens) {
    if (token === ';') sections.push([])
    else sections.at(-1)?.push(token)
  }
  return sections
}

function sectionOf(tokens: string[]): Section {
  const section: Section = {
    text: tokens.join(''),
    when: null,
    shift: 0,
    digits: false,
    before: '',
    after: '',
    red: false,
    inside: [],
    noughts: 0,
  }
  let commas = 0
  let pointed = false
  let between = ''
  let plain = true
  let exponent = false
  for (const token of tokens) {
    const condition = CONDITION.exec(token)
    const [, sign = '', limit = ''] = condition ?? []
    if (condition !== null) {
      const holds = COMPARE[sign]
      if (holds !== undefined) section.when = (value) => holds(value, Number(limit))
      continue
    }
    if (/^\[(?:red|红色?|colou?r ?3|颜色 ?3)\]$/iu.test(token)) section.red = true
    // [$元-804] is a text like any other in quotes.
    const currency = CURRENCY.exec(token)?.[1] ?? ''
    if (/^[[_*]/u.test(token) && currency === '') continue
    // 1.23E+03 is 1234 rounded; the digits of the exponent are none of the number.
    if (EXPONENT.test(token)) {
      exponent = section.digits
      plain = false
      continue
    }
    if (exponent && /^[0#?]$/u.test(token)) continue
    // A number in a cell for texts is shown as it is.
    if (/^(?:[0#?@]|General|G\/通用格式)$/u.test(token)) {
      // A point put between digits as a mere text moves what is read, not what is stored.
      if (section.digits && /[.．]/u.test(between)) section.shift += 1
      else if (section.shift > 0 && section.digits) section.shift += 1
      const parting = section.digits ? between.replaceAll(/[\s.．/]/gu, '') : ''
      if (parting !== '') section.inside.push({ text: parting, digits: 0 })
      const last = section.inside.at(-1)
      if (last !== undefined) last.digits += 1
      if (token === '0') section.noughts += 1
      else plain = false
      section.digits = true
      if (!pointed) commas = 0
      between = ''
      continue
    }
    if (token === '.') pointed = true
    else if (token === ',' && section.digits && !pointed) commas += 1
    else if (token === ',' && section.digits) commas += 1
    else {
      const quoted = token.startsWith('"') ? token.slice(1, -1) : token.replace(/^[\\!]/u, '')
      const literal = currency === '' ? quoted : currency
      if (section.digits) between += literal
      else section.before += literal
      if (/\S/u.test(literal)) plain = plain && !section.digits
      continue
    }
    plain = false
  }
  section.after = between
  section.shift += 3 * commas
  if (!plain || section.before.trim() !== '' || section.after.trim() !== '') section.noughts = 0
  return section
}

function sectionFor(format: string, value: number): { section: Section; all: Section[] } | null {
  const all = sectionsOf(format)
  const conditioned = all.some(({ when }) => when !== null)
  if (conditioned) {
    const found = all.find(({ when }) => when === null || when(value))
    return found === undefined ? null : { section: found, all }
  }
  const at = all.length === 1 ? 0 : value < 0 ? 1 : value === 0 && all.length >= 3 ? 2 : 0
  const section = all[at]
  return section === undefined ? null : { section, all }
}

/** The sections of a format as they are written, for a reader that looks for dates and times in them. */
export function sectionTexts(format: string): string[] {
  return sectionsOf(format).map(({ text }) => text)
}

/** The section that a number is shown by; null where none is for it. */
export function sectionTextFor(format: string, value: number): string | null {
  return sectionFor(format, value)?.section.text ?? null
}

/** How a cell shows its number: another number, a text in its place, or (null) the number itself. */
export type Shown = { number: string; unit: string } | { text: string } | null

/**
 * What a person reads in a cell that holds `value` under `format`; null where that is the number
 * itself, rounded or not, with or without its separators.
 *
 * @param value plain decimal
 * @param format number format; percentages, dates and times are not judged here
 */
export function shownAs(value: string, format: string): Shown {
  const exact = parseExact(value)
  const found = sectionFor(format, Number(value))
  if (exact === null || found === null) return null
  const { section } = found
  if (!section.digits) {
    const text = `${section.before}${section.after}`.trim()
    // Nought is often shown as a dash or not at all; both say that there is nothing.
    if (exact.units === 0n && /^[-—–/]*$/u.test(text)) return null
    return looksLikeDate(section) ? null : { text }
  }
  const unit = section.after.replaceAll(/["\s]|^\s*[)）]/gu, '')
  if (growsDigits(section) || section.inside.length > 0 || looksLikeAbout(section)) {
    return { text: `${section.before}${parted(value, section)}${section.after}`.trim() }
  }
  const shifted = { units: exact.units, scale: exact.scale + section.shift }
  const seen = signShown(section, found.all, exact.units < 0n)
  if (exact.units !== 0n && seen !== exact.units < 0n) {
    return { number: formatExact({ ...shifted, units: -shifted.units }), unit }
  }
  if (section.shift === 0 && unit === '') return null
  return { number: formatExact(shifted), unit }
}

/**
 * Whether a number looks to be below nought. A section of its own for those shows no sign but its
 * own (18.8.31): −3 is seen as 3 under `0;0`; a figure in brackets or in red is one below nought.
 */
function signShown(section: Section, all: Section[], below: boolean): boolean {
  const { before, after, red } = section
  const own = /[-−－]\s*$/u.test(before) || (/[(（]\s*$/u.test(before) && /^\s*[)）]/u.test(after))
  if (!below) return own
  const forThose = all[1] === section && all.every(({ when }) => when === null)
  return own || red || !forThose
}

/** 1234 under `0"-"00` is seen as 12-34: the texts of a format stand before so many of its last digits. */
function parted(value: string, { inside }: Section): string {
  let rest = value
  let seen = ''
  for (const { text, digits } of inside.toReversed()) {
    const end = rest.slice(-digits).padStart(digits, '0')
    rest = rest.slice(0, -digits)
    seen = `${text}${end}${seen}`
  }
  return `${rest}${seen}`
}

/** 约12, 12余, 12以上: the format makes no more than a guess of the figure. */
function looksLikeAbout({ before, after }: Section): boolean {
  return (
    /(?:[约近超≈~～<>＜＞≤≥±]|不[足到]|未满)\s*$/u.test(before) ||
    /^\s*(?:余|多|左右|以上|以下|以内|[+~～±?？]|[(（]?(?:估|预计|暂定|约))/u.test(after)
  )
}

/** Whether every number under a format is shown as it is held, which most formats do. */
export const showsItself = keptForTexts(
  (format) =>
    !/%/u.test(format.replace(/"[^"]*"|\\./gu, '')) &&
    sectionsOf(format).every(
      (section, _, all) =>
        section.digits &&
        section.shift === 0 &&
        !/[\p{L}\p{Sc}%‰]/u.test(section.after) &&
        section.inside.length === 0 &&
        !growsDigits(section) &&
        !looksLikeAbout(section) &&
        (section !== all[0] || !signShown(section, all, false)) &&
        (section !== all[1] ||
          all.some(({ when }) => when !== null) ||
          signShown(section, all, true)),
    ),
)

/**
 * Whether a text of the format joins its digits so that they read as a longer number (`0"00"`, `"1"0`),
 * or has figures of its own behind them: 3/5, 5×10, 5（含分校12）. The 2 of m2 is a unit's, (1) a note's.
 */
function growsDigits({ before, after }: Section): boolean {
  return (
    (/\p{Nd}/u.test(after) && !/^\s*(?:k?m[23]|[(（]\d[)）])\s*$/iu.test(after)) ||
    /\p{Nd}[.．]?$/u.test(before)
  )
}

/** A section of date and time letters shows a date, which the reader has already told from a number. */
function looksLikeDate({ before, after }: Section): boolean {
  return /[ymdhs年月日时分秒]/iu.test(`${before}${after}`)
}

/** A code shown with noughts in front ("0012"): what is shown; null where the format does no such thing. */
export function shownCode(value: string, format: string): string | null {
  const noughts = sectionFor(format, Number(value))?.section.noughts ?? 0
  return noughts > 1 && /^\d+$/u.test(value) ? value.padStart(noughts, '0') : null
}
