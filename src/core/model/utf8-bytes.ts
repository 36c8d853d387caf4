/** A text as UTF-8; the counterpart of `utf8Text`. Half characters become U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  // encodeURIComponent refuses half surrogates, which no file of text can hold either.
  const written = encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
  const bytes = new Uint8Array(written.length)
  let length = 0
  for (let at = 0; at < written.length; at++) {
    const escaped = written[at] === '%'
    bytes[length++] = escaped
      ? Number.parseInt(written.slice(at + 1, at + 3), 16)
      : written.charCodeAt(at)
    if (escaped) at += 2
  }
  return bytes.slice(0, length)
}
