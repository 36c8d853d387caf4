/** The records of a CSV text (RFC 4180, with or without a byte order mark), by their headings. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n|$)/gy
  const body = text.replace(/^\ufeff/, '')
  while (field.lastIndex < body.length) {
    const match = field.exec(body)
    if (!match) throw new SyntaxError(`not a CSV text: ${body.slice(0, 40)}`)
    const [, raw = '', end = ''] = match
    lines.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end !== ',' && field.lastIndex < body.length) lines.push([])
  }
  const [head = [], ...records] = lines
  return records.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])))
}
