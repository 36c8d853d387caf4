/** A text's characters as the places of figures are counted: Unicode code points. */
export function codePoints(text: string): string[] {
  return Array.from(text)
}
