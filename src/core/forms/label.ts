import { keptForTexts } from '../memory/kept-for-text.ts'

/**
 * How printed labels are compared. Schools retype, re-space and re-punctuate labels; what two
 * labels mean is compared on a normal form, never on the text itself.
 */

const SPACES = /[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]+/gu
/** Texts that need no cleaning, which most are: figures and words without any white space. */
const CLEAN = /^(?!.*_x000D_)[\w.,:%()\u4e00-\u9fff]*$/iu
const OF_WHICH = /^(?:(?:其中|#|＃)+[:：]?)+/u

/** Text without padding: control escapes and line breaks become spaces, runs of spaces one. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .replace(/_x000D_/gi, ' ')
    .replace(SPACES, ' ')
    .trim()
}

/** Whether a label says 其中 or # ("of which"). */
export function isOfWhich(text: string): boolean {
  return OF_WHICH.test(text.replace(SPACES, ''))
}

/** The label a person reads: inner padding ("总    计") closed up where only Han characters stand apart. */
export function displayLabel(text: string): string {
  return cleanText(text).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** Normal form for comparison: width, spaces, 其中/#, end punctuation and brackets' shape do not count. */
export const normalLabel = keptForTexts(normalise)

function normalise(text: string): string {
  return text
    .replace(/_x000D_/gi, '')
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(OF_WHICH, '')
    .replace(/[:：;；。.、,，]+$/u, '')
    .replace(/[〔［【[]/gu, '(')
    .replace(/[〕］】\]]/gu, ')')
    .replace(/[—–―－]/gu, '-')
    .toLowerCase()
}

/** Number of single-character changes that make `a` into `b`. */
export function editDistance(a: string, b: string): number {
  const from = Array.from(a)
  const to = Array.from(b)
  let previous = to.map((_, j) => j + 1)
  previous.unshift(0)
  for (let i = 1; i <= from.length; i++) {
    const current = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      current.push(
        Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same),
      )
    }
    previous = current
  }
  return previous[to.length] ?? 0
}

const GRADES = /[一二三四五六七八九十两0-9]/gu
/** Words that turn a label into another one although only a character or two differ. */
const OPPOSITES = /[男女非未无不上下内外增减公民小初高中大托]/gu

/** Words of one family stand for different things where both labels have one (转入/转出, 本科/专科). */
const FAMILIES = [
  /[入出]/gu,
  /[毕结肄休退复]/gu,
  /[本专硕博]/gu,
  /[正副]/gu,
  /[城镇乡村]/gu,
  /[新旧原]/gu,
  /[前后]/gu,
  /[东南西北]/gu,
]

/**
 * Likeness of two normal labels, 0 to 1. A small typing error keeps labels alike; a differing
 * number, grade or opposite (男/女, 增/减) never does, however few characters it takes.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0
  const only = (text: string, kind: RegExp): string => (text.match(kind) ?? []).join('')
  if (only(a, GRADES) !== only(b, GRADES) || only(a, OPPOSITES) !== only(b, OPPOSITES)) return 0
  const apart = FAMILIES.some((family) => {
    const [ofA, ofB] = [only(a, family), only(b, family)]
    return ofA !== '' && ofB !== '' && ofA !== ofB
  })
  if (apart) return 0
  const longest = Math.max(Array.from(a).length, Array.from(b).length)
  return 1 - editDistance(a, b) / longest
}
