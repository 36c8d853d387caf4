const FORBIDDEN: Record<string, string> = {
  '[': '［',
  ']': '］',
  ':': '：',
  '*': '＊',
  '?': '？',
  '/': '／',
  '\\': '＼',
  "'": '’',
}

/** Names that Excel keeps for itself, in any case. */
const RESERVED = new Set(['history'])

/** Longest sheet name Excel opens. */
const LONGEST = 31

/**
 * Gives out sheet names that every spreadsheet program accepts: at most 31 characters, none of
 * `[]:*?/\'`, unique without regard to case. A forbidden character becomes its full-width twin, so
 * the name reads the same; a name taken already gets " (2)", " (3)" …
 */
export class SheetNames {
  private readonly taken: Set<string>

  /** @param taken names that are given out already */
  constructor(taken: readonly string[] = []) {
    this.taken = new Set([...RESERVED, ...taken.map((name) => name.toLowerCase())])
  }

  /** A free name as close to `wish` as can be. */
  next(wish: string): string {
    const clean = wish
      .replace(/[[\]:*?/\\']/g, (found) => FORBIDDEN[found] ?? '_')
      .replace(/\p{Cc}|\p{Cs}/gu, '')
      .trim()
    const base = clean === '' ? '_' : clean
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`
      const name = shorten(base, LONGEST - suffix.length) + suffix
      const key = name.toLowerCase()
      if (this.taken.has(key)) continue
      this.taken.add(key)
      return name
    }
  }
}

/** At most `units` UTF-16 units, never half a character. */
function shorten(text: string, units: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > units) break
    short += character
  }
  return short.trimEnd()
}

/** `name` as a formula refers to it; names given out by SheetNames hold no quotation mark. */
export function sheetRef(name: string): string {
  return `'${name}'!`
}
