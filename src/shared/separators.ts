/** A plain decimal with thousands separators ("1204.50" → "1,204.50"); any other text stays as it is. */
export function withSeparators(value: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(value)
  if (!parts) return value
  const [, sign = '', whole = '', fraction = ''] = parts
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction
}

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** A decimal as typed, with its sign, without the separators that stand at their proper places; null for any other text ("1,2"). */
export function withoutSeparators(text: string): string | null {
  if (PLAIN.test(text)) return text
  return GROUPED.test(text) ? text.replaceAll(',', '') : null
}

/** A sentence whose numbers have thousands separators; texts in it stay as they are. */
export function counted(texts: TemplateStringsArray, ...said: (string | number)[]): string {
  return String.raw(
    { raw: texts },
    ...said.map((one) => (typeof one === 'number' ? withSeparators(String(one)) : one)),
  )
}
