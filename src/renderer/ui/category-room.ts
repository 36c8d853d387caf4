/** Pixels of a Chinese character on an axis; others take a little more than half. */
const CHARACTER = 11.5
const GAP = 10
/** What the axis of figures takes. */
const AXIS = 80
const WIDEST = 220

/** Pixels that a name takes on an axis. */
function nameWidth(name: string): number {
  return (
    Array.from(name).reduce((sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? 1 : 0.58), 0) *
    CHARACTER
  )
}

/** Whether all names can be read side by side, each under its bar. */
export function isAcross(names: readonly string[], width: number): boolean {
  const room = (width - AXIS) / Math.max(1, names.length)
  return names.every((name) => nameWidth(name) + GAP <= room)
}

/** Room for the names before lying bars. */
export function namesWidth(names: readonly string[]): number {
  return Math.min(WIDEST, Math.ceil(Math.max(0, ...names.map(nameWidth))) + GAP)
}
