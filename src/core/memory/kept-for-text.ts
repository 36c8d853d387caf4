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

/**
 * As `make`, but what it made of a text is kept: the labels of a county's returns are the same in
 * every file. Whoever asks must leave the result as it is.
 *
 * @param most texts remembered at most
 * @param longest longer texts are not remembered: of labels, they are rarely seen twice
 */
export function keptForTexts<T>(
  make: (text: string) => T,
  most = 20_000,
  longest = 100,
): (text: string) => T {
  const known = new Map<string, T>()
  // Cell after cell has the same number format: no look-up at all.
  let lastText: string | undefined
  let lastMade: T | undefined
  return (text) => {
    if (lastText === text && lastMade !== undefined) return lastMade
    const before = known.get(text)
    if (before !== undefined) {
      lastText = text
      lastMade = before
      return before
    }
    const made = make(text)
    if (text.length > longest) return made
    if (known.size >= most) {
      known.clear()
      lastText = undefined
    }
    known.set(text, made)
    return made
  }
}
