const SPACE = 0x20
const QUOTE = 0x22
const SLASH = 0x2f
const ZERO = 0x30
const NINE = 0x39
const LESS = 0x3c
const EQUALS = 0x3d
const MORE = 0x3e
const AND = 0x26
const A = 0x41
const Z = 0x5a

/** How the content of a plain cell is to be taken; as ECMA-376's `t`, without inline texts and dates. */
export type PlainType = 'n' | 's' | 'str' | 'b' | 'e'

/**
 * Recognises cells written the way nearly every program writes them: `r` first, at most `s` and
 * `t` after it in double quotes, then at most `<f>` and `<v>` without attributes, nothing between.
 * All other cells are left to XmlWalk; the two must agree on every cell that both can read.
 *
 * One object serves all cells of a sheet, since a cell costs little more than an object would.
 */
export class PlainCell {
  row = 0
  column = 0
  style = 0
  type: PlainType = 'n'
  /** Where the text of `<f>` and of `<v>` stands, -1 when there is none. */
  formulaFrom = -1
  formulaTo = -1
  storedFrom = -1
  storedTo = -1
  /** The stored number when it is written as plain digits that a machine number holds, else -1. */
  whole = -1
  /** First place after the cell. */
  end = 0
  private readonly xml: string

  constructor(xml: string) {
    this.xml = xml
  }

  /** Whether a plain cell starts at `at`; the fields tell what it holds then. */
  startsAt(at: number): boolean {
    const { xml } = this
    if (xml.charCodeAt(at) !== LESS || xml.charCodeAt(at + 1) !== 0x63) return false
    if (xml.charCodeAt(at + 2) !== SPACE || xml.charCodeAt(at + 3) !== 0x72) return false
    if (xml.charCodeAt(at + 4) !== EQUALS || xml.charCodeAt(at + 5) !== QUOTE) return false
    let next = this.reference(at + 6)
    if (next < 0) return false
    next = this.attributes(next)
    if (next < 0) return false
    this.formulaFrom = this.formulaTo = this.storedFrom = this.storedTo = this.whole = -1
    if (xml.charCodeAt(next) === SLASH) {
      this.end = next + 2
      return xml.charCodeAt(next + 1) === MORE
    }
    next += 1
    if (xml.charCodeAt(next + 1) === 0x66) {
      next = this.formula(next)
      if (next < 0) return false
    }
    if (xml.charCodeAt(next + 1) === 0x76) {
      next = this.stored(next)
      if (next < 0) return false
    }
    this.end = next + 4
    return (
      xml.charCodeAt(next) === LESS &&
      xml.charCodeAt(next + 1) === SLASH &&
      xml.charCodeAt(next + 2) === 0x63 &&
      xml.charCodeAt(next + 3) === MORE
    )
  }

  /** Reads `AB12"`; the place after it, -1 for anything else. */
  private reference(from: number): number {
    const { xml } = this
    let at = from
    let column = 0
    let code = xml.charCodeAt(at)
    while (code >= A && code <= Z) {
      column = column * 26 + code - A + 1
      code = xml.charCodeAt(++at)
    }
    const letters = at - from
    if (letters === 0 || letters > 3 || column > 16_384 || code === ZERO) return -1
    let row = 0
    const digits = at
    while (code >= ZERO && code <= NINE) {
      row = row * 10 + code - ZERO
      code = xml.charCodeAt(++at)
    }
    if (at === digits || at - digits > 7 || code !== QUOTE) return -1
    this.row = row - 1
    this.column = column - 1
    return at + 1
  }

  /** Reads ` s="3"` and ` t="s"`; the place of the `>` or `/` behind them, -1 for anything else. */
  private attributes(from: number): number {
    const { xml } = this
    let at = from
    this.style = 0
    this.type = 'n'
    let [styled, typed] = [false, false]
    while (xml.charCodeAt(at) === SPACE) {
      const name = xml.charCodeAt(at + 1)
      if (xml.charCodeAt(at + 2) !== EQUALS || xml.charCodeAt(at + 3) !== QUOTE) return -1
      at += 4
      if (name === 0x73 && !styled) {
        styled = true
        const first = at
        let style = 0
        let code = xml.charCodeAt(at)
        while (code >= ZERO && code <= NINE) {
          style = style * 10 + code - ZERO
          code = xml.charCodeAt(++at)
        }
        if (at === first || at - first > 7 || code !== QUOTE) return -1
        this.style = style
        at += 1
      } else if (name === 0x74 && !typed) {
        typed = true
        at = this.typeWord(at)
        if (at < 0) return -1
      } else return -1
    }
    const code = xml.charCodeAt(at)
    return code === MORE || code === SLASH ? at : -1
  }

  private typeWord(at: number): number {
    const { xml } = this
    const first = xml.charCodeAt(at)
    if (xml.charCodeAt(at + 1) === QUOTE) {
      if (first === 0x73) this.type = 's'
      else if (first === 0x6e) this.type = 'n'
      else if (first === 0x62) this.type = 'b'
      else if (first === 0x65) this.type = 'e'
      else return -1
      return at + 2
    }
    if (!xml.startsWith('str"', at)) return -1
    this.type = 'str'
    return at + 4
  }

  /** Reads `<f>…</f>` from its `<` on. */
  private formula(at: number): number {
    const { xml } = this
    if (xml.charCodeAt(at) !== LESS || xml.charCodeAt(at + 2) !== MORE) return -1
    const end = xml.indexOf('<', at + 3)
    if (end < 0 || xml.charCodeAt(end + 1) !== SLASH || xml.charCodeAt(end + 2) !== 0x66) return -1
    if (xml.charCodeAt(end + 3) !== MORE) return -1
    this.formulaFrom = at + 3
    this.formulaTo = end
    return end + 4
  }

  /** Reads `<v>…</v>` from its `<` on. */
  private stored(from: number): number {
    const { xml } = this
    if (xml.charCodeAt(from) !== LESS || xml.charCodeAt(from + 2) !== MORE) return -1
    const first = from + 3
    let at = first
    let whole = 0
    let code = xml.charCodeAt(at)
    while (code >= ZERO && code <= NINE) {
      whole = whole * 10 + code - ZERO
      code = xml.charCodeAt(++at)
    }
    const digits = at - first
    if (code === LESS) {
      const led = digits > 1 && xml.charCodeAt(first) === ZERO
      if (digits > 0 && digits <= 15 && !led) this.whole = whole
    } else {
      while (code !== LESS) {
        // An entity, or the end of the text (NaN).
        if (code === AND || code !== code) return -1
        code = xml.charCodeAt(++at)
      }
    }
    if (xml.charCodeAt(at + 1) !== SLASH || xml.charCodeAt(at + 2) !== 0x76) return -1
    if (xml.charCodeAt(at + 3) !== MORE) return -1
    this.storedFrom = first
    this.storedTo = at
    return at + 4
  }
}
