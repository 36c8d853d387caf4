/** A label found in another writing than the form's. */
export interface LabelVariant {
  label: string
  written: string
}

/**
 * Whether a label not written quite the same may stand for the form's: a small difference needs
 * the code beside it to agree; where a form prints no codes it must be very small.
 */
export function trusted(like: number, sameCode: boolean, coded: boolean): boolean {
  return like === 1 || (sameCode && like >= 0.6) || (!coded && like >= 0.85)
}

/** A text without spaces, to tell another writing from mere padding. */
export const squeeze = (text: string): string => text.replace(/[\s\u3000\u00a0]+/gu, '')

/** Blocks that moved to another place: what is left on both sides and is the same beyond doubt. */
export function placeMoved(
  countA: number,
  countB: number,
  pairs: number[],
  surely: (i: number, j: number) => number,
): void {
  const used = new Set(pairs.filter((j) => j >= 0))
  for (let i = 0; i < countA; i++) {
    if ((pairs[i] ?? -1) >= 0) continue
    const free: number[] = []
    for (let j = 0; j < countB; j++) if (!used.has(j) && surely(i, j) > 0) free.push(j)
    const [only] = free
    if (free.length === 1 && only !== undefined) {
      pairs[i] = only
      used.add(only)
    }
  }
}
