import { declaredEncoding } from './declared-encoding.ts'

/**
 * The text that bytes hold: as markup declares it, else UTF-8, UTF-16 with or without its mark, or GB18030 (which GBK and
 * GB2312 are part of). Null when they are no text in any of these.
 */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!hasControls(text, text.trimStart().startsWith('<'))) return text
    } catch {
      // Not this one.
    }
  }
  return null
}

function candidates(bytes: Uint8Array): string[] {
  const declared = declaredEncoding(bytes)
  // Bytes that are valid UTF-8 by chance are in the encoding that they declare all the same.
  if (declared !== null) return [declared, 'utf-8', 'gb18030']
  if (bytes.length % 2 === 0 && bytes.subarray(0, 200).includes(0)) return ['utf-16le', 'utf-16be']
  return ['utf-8', 'gb18030']
}

/**
 * Control characters other than tab, line ends and form feed, which do not occur in a text; in
 * markup, where programs leave what was typed into a cell, only NUL does not.
 */
function hasControls(text: string, markup: boolean): boolean {
  if (markup) return text.includes('\0')
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true
  }
  return false
}
