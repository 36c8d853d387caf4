/** Whether a text says why: it has a word in it. Digits alone are a figure that strayed into the field. */
export function isReason(text: string): boolean {
  return /\p{L}/u.test(text)
}
