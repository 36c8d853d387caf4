/** What a key means in the list of findings. */
export type Wish = { move: number } | { to: 'first' | 'last' } | { open: true } | null

const PAGE = 10

/**
 * @param inList the list itself has the keyboard; elsewhere only j and k count
 */
export function keyWish(
  key: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean },
  inList: boolean,
): Wish {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  if (key.key === 'j') return { move: 1 }
  if (key.key === 'k') return { move: -1 }
  if (!inList) return null
  switch (key.key) {
    case 'ArrowDown':
      return { move: 1 }
    case 'ArrowUp':
      return { move: -1 }
    case 'PageDown':
      return { move: PAGE }
    case 'PageUp':
      return { move: -PAGE }
    case 'Home':
      return { to: 'first' }
    case 'End':
      return { to: 'last' }
    case 'Enter':
      return { open: true }
    default:
      return null
  }
}

/** The key that a wish leads to; the ends of the list hold. */
export function keyAfter(
  keys: readonly string[],
  picked: string | null,
  wish: Wish,
): string | null {
  if (wish === null || 'open' in wish) return picked
  if ('to' in wish) return keys.at(wish.to === 'first' ? 0 : -1) ?? null
  const at = picked === null ? -1 : keys.indexOf(picked)
  const next = Math.min(keys.length - 1, Math.max(0, at + wish.move))
  return keys[next] ?? null
}

/** Whether letters typed there are text or belong to a form, a dialog or the table of figures. */
export function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], .paper, [role="dialog"], .layer',
    ) !== null
  )
}
