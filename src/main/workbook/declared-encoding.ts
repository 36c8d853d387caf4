/**
 * The encoding that markup says it is in, as a label of the Encoding Standard: by its byte order
 * mark, by its first sign in UTF-16, by its XML declaration, else by a web page's `charset`. Null
 * when it says none, or says UTF-16 of bytes that are plainly something else.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const { buffer, byteOffset, length } = bytes
  const start = Buffer.from(buffer, byteOffset, Math.min(length, 2_048)).toString('latin1')
  const written =
    /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.:-]+)/iu.exec(start)?.[1] ??
    /^\s*<(?!\?xml)[\s\S]*?<meta\s[^>]*charset\s*=\s*["']?([\w.:-]+)/iu.exec(start)?.[1]
  const encoding = written?.toLowerCase() ?? null
  return encoding === null ||
    /^(?:utf-?16|(?:iso-10646-)?ucs-?2|(?:cs)?unicode(?!-1))/u.test(encoding)
    ? null
    : encoding
}
