/** What of a keyboard event says which key it is. */
export interface Stroke {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Keys that are written by a name rather than by what they type. */
const NAMES: Record<string, string> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Esc: 'Escape',
  Space: ' ',
}

/**
 * Whether an event is the key as written: "Ctrl+Shift+Z", "F2", "J". Cmd counts as Ctrl; a letter is
 * the same in both cases, Shift only counts where it is written or where a named key is meant.
 */
export function isKey(written: string, stroke: Stroke): boolean {
  const parts = written.split('+')
  const name = parts.at(-1) ?? ''
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  if (wants('Ctrl') !== (stroke.ctrlKey || stroke.metaKey)) return false
  if (wants('Alt') !== stroke.altKey) return false
  if (wants('Shift') !== stroke.shiftKey) return false
  const key = NAMES[name] ?? name
  return key.length === 1 ? stroke.key.toLowerCase() === key.toLowerCase() : stroke.key === key
}

/** A key as people read it on a key cap: arrows as arrows. */
export function keyCap(written: string): string {
  const caps: Record<string, string> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }
  return written
    .split('+')
    .map((part) => caps[part] ?? part)
    .join('+')
}
