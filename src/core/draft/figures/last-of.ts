/** The last match of a global pattern in a text; null when there is none. */
export function lastOf(text: string, pattern: RegExp): string | null {
  let last: string | null = null
  for (const [word] of text.matchAll(pattern)) last = word
  return last
}
