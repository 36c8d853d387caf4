/**
 * Works out the text of an Excel formula as Excel does, apart from all code of the program: + - * /,
 * signs, brackets and SUM over ranges. For judging formulas by what they come to, not by
 * how they are spelt.
 *
 * @param rangeOf the numbers of a range, by its text between the separators of a formula
 * @throws SyntaxError for anything else
 */
export function excelValue(formula: string, rangeOf: (range: string) => number[]): number {
  const tokens = formula.match(/'(?:[^']|'')*'![$A-Z0-9:]+|[\d.]+|[$A-Z0-9:]+|\S/gu) ?? []
  let at = 0
  const take = (wanted: string): boolean => tokens[at] === wanted && ++at > 0

  function sum(): number {
    let value = product()
    for (;;) {
      if (take('+')) value += product()
      else if (take('-')) value -= product()
      else return value
    }
  }

  function product(): number {
    let value = signed()
    for (;;) {
      if (take('*')) value *= signed()
      else if (take('/')) value /= signed()
      else return value
    }
  }

  function signed(): number {
    return take('-') ? -signed() : single()
  }

  function single(): number {
    if (take('(')) return closed(sum())
    const token = tokens[at++] ?? 'the end'
    if (/^\d/u.test(token)) return Number(token)
    if (token === 'SUM' && take('(')) return closed(args().reduce((a, b) => a + b, 0))
    if (/^['$A-Z]/u.test(token)) {
      const [value, ...others] = rangeOf(token)
      if (value !== undefined && others.length === 0) return value
    }
    throw new SyntaxError(`${token} in ${formula}`)
  }

  function args(): number[] {
    const values: number[] = []
    do {
      const token = tokens[at] ?? ''
      const isRange = token.includes(':')
      if (isRange) at++
      values.push(...(isRange ? rangeOf(token) : [sum()]))
    } while (take(','))
    return values
  }

  function closed(value: number): number {
    if (!take(')')) throw new SyntaxError(`bracket open in ${formula}`)
    return value
  }

  const value = sum()
  if (at < tokens.length) throw new SyntaxError(`${tokens.slice(at).join('')} left in ${formula}`)
  return value
}
