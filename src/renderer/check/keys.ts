import { commandAt } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import type { Stroke } from '../commands/key.ts'

/** What a key means in the list of findings. */
export type Wish = { move: number } | { to: 'first' | 'last' } | { open: true } | null

const PAGE = 10

/**
 * @param inList the list itself has the keyboard; elsewhere only j and k count
 */
export function keyWish(key: Stroke, inList: boolean): Wish {
  const letter = key.key.length === 1
  if (!inList && !letter) return null
  const id = commandAt('check', key)
  return id === null ? null : (WISHES[id] ?? null)
}

const WISHES: Partial<Record<CommandId, Wish>> = {
  'next-finding': { move: 1 },
  'previous-finding': { move: -1 },
  'next-page': { move: PAGE },
  'previous-page': { move: -PAGE },
  'first-finding': { to: 'first' },
  'last-finding': { to: 'last' },
  'to-form': { open: true },
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
