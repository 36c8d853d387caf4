/** UTF-8 text with or without byte order mark; written out because the core knows no host's decoder. */
export function utf8Text(bytes: Uint8Array): string {
  let text = ''
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let i = start; i < bytes.length;) {
    const lead = bytes[i] ?? 0
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    let point = length === 1 ? lead : lead & (0xff >> (length + 1))
    for (let n = 1; n < length; n++) point = (point << 6) | ((bytes[i + n] ?? 0) & 0x3f)
    text += String.fromCodePoint(Math.min(point, 0x10ffff))
    i += length
  }
  return text
}
