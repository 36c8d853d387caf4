/** A plain decimal cut to two places for a label; what is smaller keeps two digits that say something. */
export function shortFigure(value: string): string {
  const [whole = '', part = ''] = value.split('.')
  if (part.length <= 2) return value
  const places = /^-?0$/.test(whole) ? Math.max(2, part.search(/[1-9]/) + 2) : 2
  return Number(value)
    .toFixed(places)
    .replace(/\.?0+$/, '')
}
