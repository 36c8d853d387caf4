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
