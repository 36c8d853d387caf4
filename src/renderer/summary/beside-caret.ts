/** Height of a line of text, in pixels. */
const LINE = 24

/**
 * Places a list of choices so that the line being written stays in view: below it where there is
 * room, else above.
 *
 * @param copy the element that shows the same text, in the same lines, as the text field
 * @param at a place in the text in UTF-16 units
 */
export function standBesideCaret(
  list: HTMLElement | null,
  copy: HTMLElement | null,
  at: number,
): void {
  if (list === null || copy === null) return
  const { top, height } = copy.getBoundingClientRect()
  const line = (rectAt(copy, at)?.top ?? top) - top
  const below = line + LINE + 2
  const fits = below + list.offsetHeight <= height
  list.style.top = `${String(Math.round(fits ? below : Math.max(0, line - list.offsetHeight - 2)))}px`
}

function rectAt(copy: HTMLElement, at: number): DOMRect | null {
  let passed = 0
  for (const { firstChild: text } of copy.childNodes) {
    const length = text?.textContent?.length ?? 0
    if (text !== null && at <= passed + length) {
      const range = document.createRange()
      range.setStart(text, at - passed)
      return range.getBoundingClientRect()
    }
    passed += length
  }
  return null
}
