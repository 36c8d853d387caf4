import { codePoints } from '../../../shared/code-points.ts'

/**
 * A drafted text as it is read: one character for each code point of the original, so that an offset
 * in `text` is an offset in the document. Full-width and half-width forms, the many dashes, spaces
 * and colons are written in one way.
 */
export interface Plain {
  /** The original, by code points. */
  readonly characters: readonly string[]
  readonly text: string
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
const SPACE = /[\t\r\f\v \u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/u

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

export function plainOf(text: string): Plain {
  const characters = codePoints(text)
  return { characters, text: characters.map(read).join('') }
}
