import { codePoints } from '../../../shared/code-points.ts'
import { softBreaks } from './soft-breaks.ts'

/**
 * A drafted text as it is read: full-width and half-width forms, the many dashes, spaces and colons
 * written in one way, without what stands between the characters of a word: breaks that a page's
 * width made, marks without width.
 */
export interface Plain {
  /** The original, by code points. */
  readonly characters: readonly string[]
  readonly text: string
  /** For each character of `text` its place in `characters`. */
  readonly places: readonly number[]
}

const ALIKE: Readonly<Record<string, string>> = {
  '．': '.',
  '，': '，',
  '。': '。',
  '（': '(',
  '）': ')',
  '：': ':',
  '∶': ':',
  '﹕': ':',
  '︰': ':',
  '；': ';',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '─': '-',
  '−': '-',
  '－': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '˜': '~',
  '﹪': '%',
  '﹐': ',',
  '﹒': '.',
  '＿': '_',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '㎡': '㎡',
  '○': '〇',
  '◯': '〇',
  '＊': '*',
  '✕': '×',
  '╳': '×',
}
const WIDE = /[\uff01-\uff5e]/u
const SPACE = /[\t\r\f\v \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u

function read(character: string): string {
  if (character === '\n' || (character >= '0' && character <= '9')) return character
  const alike = ALIKE[character]
  if (alike !== undefined) return alike
  if (SPACE.test(character)) return ' '
  if (WIDE.test(character) && character !== '！' && character !== '？')
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  // A character beyond the basic plane would be two units long.
  return character.length > 1 ? '\ufffd' : character
}

/** Zero-width spaces and joiners, soft hyphens, direction marks, a byte order mark. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u

/** Of Markdown: **123**所; not the stars that mask a name (**县). */
const BOLD = /\*\*(?=[^*\n]*\d)(?:[^*\s][^*\n]{0,60}?[^*\s]|\d)\*\*/gu

/** The places of the marks of bold type around numbers (UTF-16). */
function boldMarks(text: string): number[] {
  return [...text.matchAll(BOLD)].flatMap(({ 0: bold, index }) => {
    const end = index + bold.length
    return [index, index + 1, end - 2, end - 1]
  })
}

export function plainOf(text: string): Plain {
  const characters = codePoints(text)
  const breaks = new Set([...softBreaks(text), ...boldMarks(text)])
  const kept: string[] = []
  const places: number[] = []
  let at = 0
  characters.forEach((character, place) => {
    const left = breaks.has(at) || WITHOUT_WIDTH.test(character)
    at += character.length
    if (left) return
    kept.push(read(character))
    places.push(place)
  })
  return { characters, text: kept.join(''), places }
}
