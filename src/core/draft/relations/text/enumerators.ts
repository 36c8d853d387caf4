/** Ways of numbering, the highest first: 一、 （一） 1. （1） 一是. */
const STYLES: readonly RegExp[] = [
  /^第?[一二三四五六七八九十]+[章部]分?/u,
  /^[一二三四五六七八九十]+、/u,
  /^[（(][一二三四五六七八九十]+[）)]/u,
  /^\d{1,2}[.．、]/u,
  /^[（(]\d{1,2}[）)]/u,
  /^[一二三四五六七八九十]+是|^第[一二三四五六七八九十]+[，、]/u,
]

/** How deep a line stands in the text's numbering, 0 the highest; null where it bears no number. */
export function depthOf(line: string): number | null {
  const at = STYLES.findIndex((style) => style.test(line.trimStart()))
  return at < 0 ? null : at
}
