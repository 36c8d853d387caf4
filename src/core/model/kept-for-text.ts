/**
 * As `make`, but what it made of the text asked for last is kept: a collection's texts are read at
 * every view and change seldom. Whoever asks must leave the result as it is.
 */
export function keptForText<T>(make: (text: string) => T): (text: string) => T {
  let last: { text: string; made: T } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) }
    return last.made
  }
}
