import type { LikeSchools } from '../../shared/screening.ts'

/** A school's dot: x along the figure, y piled up where several fall together. */
export interface Dot {
  x: number
  y: number
  name: string
  value: string
  own: boolean
}

/** Piles along the axis. */
const PILES = 80

/** Where an axis runs, in powers of ten or not, and what is written on it. */
export interface Scale {
  from: number
  to: number
  log: boolean
  ticks: number[]
}

/** Where the axis runs, and whether in powers of ten: a figure far from the others would crush them. */
export function scaleOf(like: LikeSchools): Scale {
  const numbers = [
    ...like.values.map((one) => Number(one.value)),
    ...[like.low, like.high].flatMap((limit) => (limit === null ? [] : [Number(limit)])),
  ]
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const log = least > 0 && most / least > 50
  if (log) return { from: least / 1.5, to: most * 1.5, log, ticks: powers(least / 1.5, most * 1.5) }
  const margin = most === least ? Math.max(1, Math.abs(most) / 10) : (most - least) / 30
  const [from, to] = [least - margin, most + margin]
  return { from, to, log, ticks: roundSteps(from, to) }
}

/** The dots of a strip plot, each pile from the bottom up; the school asked about is marked. */
export function dotsOf(like: LikeSchools): Dot[] {
  const { from, to, log } = scaleOf(like)
  const along = (x: number): number =>
    log ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from)
  const piles = new Map<number, number>()
  return like.values.map(({ school, name, value }) => {
    const x = Number(value)
    const pile = Math.round(along(x) * PILES)
    const y = (piles.get(pile) ?? 0) + 1
    piles.set(pile, y)
    return { x, y, name, value, own: school === like.school }
  })
}

/** Round figures between two ends, about seven of them. */
function roundSteps(from: number, to: number): number[] {
  const rough = (to - from) / 7
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = unit * ([1, 2, 5].find((one) => one * unit >= rough) ?? 10)
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step) - first + 1
  // Whole multiples of a step, written back to the decimals of the step.
  const places = Math.max(0, -Math.floor(Math.log10(step)))
  return Array.from({ length: count }, (_, n) => Number(((first + n) * step).toFixed(places)))
}

function powers(from: number, to: number): number[] {
  const first = Math.ceil(Math.log10(from))
  const count = Math.floor(Math.log10(to)) - first + 1
  return Array.from({ length: count }, (_, n) => Number(`1e${String(first + n)}`))
}
