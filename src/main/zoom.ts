/** What of a key says how it changes the zoom; as Electron tells it before the page hears it. */
interface Key {
  type: string
  key: string
  control: boolean
  meta: boolean
  alt: boolean
}

/** Sizes that the keys lead through, as browsers have them; 1 is 100 %. */
const SIZES = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

/** How near two factors must be to be one: Chromium gives them back rounded. */
const NEAR = 0.01

/** The zoom factor after Ctrl with +, − or 0; null where the key is none of these. */
export function zoomAfter(now: number, { type, key, control, meta, alt }: Key): number | null {
  if (type !== 'keyDown' || alt || !(control || meta)) return null
  if (key === '0') return 1
  if (key === '+' || key === '=') return SIZES.find((size) => size > now + NEAR) ?? now
  if (key === '-' || key === '_') return SIZES.findLast((size) => size < now - NEAR) ?? now
  return null
}
