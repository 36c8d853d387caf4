/** The parts of the window in the order of F6; those that are not there are passed over. */
const PARTS = [
  '.rail',
  '.top-bar',
  '.layer',
  '.step:not([inert]) .data-bar',
  '.step:not([inert]) .list-view',
  '.step:not([inert]) .paper-view',
  '.step:not([inert]) .roster',
  '.step:not([inert])',
  '.step:not([inert]) .panel',
  '.pending-bar',
]

const REACHED =
  'button:not(:disabled), a[href], input:not(:disabled), select, textarea, [tabindex="0"]'

/** Where the keyboard was in each part when it left it. */
const left = new WeakMap<Element, HTMLElement>()

/** F6: gives the keyboard to the next part of the window, where it was there last. */
export function goToPart(by: 1 | -1): void {
  const there = PARTS.map((one) => document.querySelector<HTMLElement>(one)).filter(
    (one) => one?.checkVisibility() === true,
  )
  // A screen in parts of its own is no part besides them.
  const parts = there.filter(
    (one) => !one?.matches('.step') || !there.some((other) => other !== one && one.contains(other)),
  )
  const now = document.activeElement
  const at = parts.findLastIndex((one) => one?.contains(now) === true)
  const from = parts[at]
  if (from && now instanceof HTMLElement) left.set(from, now)
  for (let step = 1; step <= parts.length; step += 1) {
    const part =
      parts[(Math.max(at, by > 0 ? -1 : 0) + step * by + parts.length * 2) % parts.length]
    if (part && enter(part)) return
  }
}

function enter(part: HTMLElement): boolean {
  const known = left.get(part)
  const target =
    (known?.isConnected && part.contains(known) ? known : null) ??
    part.querySelector<HTMLElement>('.ag-cell-focus, table.paper, [aria-current="page"]') ??
    part.querySelector<HTMLElement>('.ag-row .ag-cell') ??
    [...part.querySelectorAll<HTMLElement>(REACHED)].find((one) => one.checkVisibility()) ??
    part
  target.focus({ preventScroll: target === part })
  return part.contains(document.activeElement)
}
