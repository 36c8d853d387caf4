import iconv from 'iconv-lite'

/**
 * A member's name with "/" between folders. Chinese Windows writes names in GBK and leaves the
 * UTF-8 flag off; other tools write UTF-8 without the flag.
 */
export function memberName(bytes: Buffer, utf8: boolean): string {
  const text = bytes.toString('utf8')
  const asIs = utf8 || !text.includes('\ufffd')
  return (asIs ? text : iconv.decode(bytes, 'gb18030')).replaceAll('\\', '/')
}

/** MS-DOS date and time, local to the sender, as ISO; null when not set. */
export function memberTime(date: number, time: number): string | null {
  const month = (date >> 5) & 15
  const day = date & 31
  if (month < 1 || month > 12 || day < 1) return null
  const local = new Date(
    (date >> 9) + 1980,
    month - 1,
    day,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  )
  return `${local.toISOString().slice(0, 19)}Z`
}
