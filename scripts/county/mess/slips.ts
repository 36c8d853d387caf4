import { figureAt, numberPlaces, setNumber } from '../draft.ts'
import type { Draft } from '../draft.ts'
import type { Random } from '../random.ts'

/** What a person does to a figure at the keyboard: the figure typed instead of the right one. */
const SLIPS: ((digits: string) => string)[] = [
  // Two digits exchanged: 152 → 125.
  (digits) => digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1),
  // A digit typed twice: 46 → 466.
  (digits) => digits + digits.slice(-1),
  // A digit left out: 152 → 15.
  (digits) => digits.slice(0, -1),
  // A nought too many: 46 → 460.
  (digits) => `${digits}0`,
]

/**
 * Types one figure of a return wrong, as schools do, for checks to find. The file says so itself,
 * so what a careful person takes from it is the wrong figure.
 */
export function typeOneWrong(random: Random, draft: Draft): void {
  const places = numberPlaces(draft).flatMap(({ sheet, place }) => {
    const figure = figureAt(draft, place) ?? ''
    return /^[1-9]\d{1,3}$/.test(figure) ? [{ sheet, place, figure }] : []
  })
  if (places.length === 0) return
  const { sheet, place, figure } = random.pick(places)
  const wrong = SLIPS.map((slip) => slip(figure)).filter(
    (one) => one !== figure && !one.startsWith('0'),
  )
  setNumber(draft, sheet, place, random.pick(wrong))
  draft.touched.add(place)
}
