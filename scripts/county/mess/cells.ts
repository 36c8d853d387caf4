import type { RawCell } from '../../../src/core/model/sheet.ts'
import { BLANK, ask, figureAt, numberPlaces, setCell, summedPlaces } from '../draft.ts'
import type { Draft, Taken } from '../draft.ts'
import type { Random } from '../random.ts'
import type { MadeSheet, Place } from '../sheet.ts'
import { unitAt } from '../table.ts'
import type { CellMess } from './kinds.ts'

type Spot = { sheet: MadeSheet; place: Place }

const UNREADABLE: Taken = { state: 'unreadable', returned: null }
const wide = (text: string) =>
  text
    .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .replace('.', '．')
const SPACED: ((text: string) => string)[] = [
  (text) => ` ${text} `,
  (text) => `${text}\u00a0`,
  (text) => `\u3000${text}`,
  (text) => `${text}  `,
]
const UNIT_WORDS: Partial<Record<string, string[]>> = {
  平方米: ['平方米', '㎡', ' 平方米'],
  人: ['人', ' 人'],
  个: ['个'],
  册: ['册'],
  台: ['台'],
  万元: ['万元', ' 万元'],
}

/** Up to `count` untouched spots that satisfy `fits`, now touched. */
function choose(
  random: Random,
  draft: Draft,
  count: number,
  fits: (spot: Spot, value: string) => boolean = () => true,
): { spot: Spot; value: string }[] {
  const found = numberPlaces(draft).flatMap((spot) => {
    const value = figureAt(draft, spot.place)
    return value !== null && fits(spot, value) ? [{ spot, value }] : []
  })
  const picked: { spot: Spot; value: string }[] = []
  while (picked.length < count && found.length > 0) {
    picked.push(...found.splice(random.int(0, found.length - 1), 1))
  }
  for (const { spot } of picked) draft.touched.add(spot.place)
  return picked
}

function typed(draft: Draft, { sheet, place }: Spot, text: string, taken: Taken): void {
  setCell(draft, sheet, place, { kind: 'text', value: text }, taken)
}

/** The same figure, typed otherwise. */
function rewrite(
  random: Random,
  draft: Draft,
  count: number,
  how: (value: string, spot: Spot) => string,
  fits?: (spot: Spot, value: string) => boolean,
): number {
  const chosen = choose(random, draft, count, fits)
  for (const { spot, value } of chosen) {
    typed(draft, spot, how(value, spot), { state: 'number', returned: value })
  }
  return chosen.length
}

/** Something that says no one number beyond doubt. */
function spoil(
  random: Random,
  draft: Draft,
  cell: (value: string) => RawCell,
  reason: Parameters<typeof ask>[1],
  fits?: (spot: Spot, value: string) => boolean,
): number {
  // A formula passes over text, but an error or a date among what it adds up would spoil the total.
  const summed = summedPlaces(draft)
  const chosen = choose(random, draft, 1, (spot, value) => {
    const spreads = cell(value).kind !== 'text' && summed.has(spot.place)
    return !spreads && (fits?.(spot, value) ?? true)
  })
  for (const { spot, value } of chosen) {
    setCell(draft, spot.sheet, spot.place, cell(value), UNREADABLE)
    ask(draft, reason)
  }
  return chosen.length
}

/** A total that the school works out with a formula, where its parts stand beside it and add up. */
function makeFormulas(draft: Draft, limit: number): number {
  let made = 0
  for (const sheet of draft.sheets) {
    const totals = new Set(sheet.sums.map((sum) => sum.at))
    for (const at of sheet.places) {
      const path = at.table.columns[at.c]?.path ?? []
      if (made >= limit || totals.has(at) || draft.touched.has(at) || path.at(-1) !== '合计')
        continue
      const parts = sheet.places.filter((one) => {
        const other = one.table.columns[one.c]?.path ?? []
        return (
          one.table === at.table &&
          one.r === at.r &&
          one.c > at.c &&
          other[0] === path[0] &&
          path.length > 1 &&
          !(other.at(-1) ?? '').startsWith('其中')
        )
      })
      const numbers = parts.map((part) => Number(figureAt(draft, part) ?? '0'))
      const plain = parts.every((part) => !draft.touched.has(part))
      const total = numbers.reduce((a, b) => a + b, 0)
      if (!plain || parts.length < 2 || figureAt(draft, at) !== String(total)) continue
      for (const part of [at, ...parts]) draft.touched.add(part)
      sheet.sums.push({ at, of: parts })
      made++
    }
  }
  return made
}

/** One of the draft's formulas loses its stored result; what it adds up is all readable. */
function dropResult(random: Random, draft: Draft): number {
  if (draft.sheets.every((sheet) => sheet.sums.length === 0)) makeFormulas(draft, 1)
  const spots = draft.sheets.flatMap((sheet) =>
    sheet.sums
      .filter((sum) => sum.of.every((one) => figureAt(draft, one) !== null))
      .map((sum) => ({ sheet, sum })),
  )
  if (spots.length === 0) return 0
  const { sheet, sum } = random.pick(spots)
  for (const part of [sum.at, ...sum.of]) draft.touched.add(part)
  const line = (sheet.cells[sum.at.row] ??= [])
  line[sum.at.column] = { kind: 'number', value: '', noResult: true }
  draft.alsoOk.push('queried')
  return 1
}

const large = (_: Spot, value: string) => Number(value) >= 1000
const group = (value: string) => value.replace(/\B(?=(\d{3})+(?=\.|$))(?<!\.\d*)/g, ',')

/**
 * Makes one kind of mess in the cells of a draft and keeps its truth right.
 *
 * @returns whether the draft had a cell for it
 */
export function messCells(random: Random, draft: Draft, kind: CellMess): boolean {
  const some = random.int(2, 5)
  switch (kind) {
    case 'text-numbers': {
      // Where formulas add up typed cells, text among them would change the totals: only a few then.
      const many = draft.sheets.some((sheet) => sheet.sums.length > 0) ? 3 : Infinity
      return rewrite(random, draft, many, (value) => value) > 0
    }
    case 'full-width':
      return rewrite(random, draft, some, wide) > 0
    case 'separators':
      return rewrite(random, draft, some, group, large) > 0
    case 'spaces':
      return rewrite(random, draft, some, (value) => random.pick(SPACED)(value)) > 0
    case 'units':
      return (
        rewrite(
          random,
          draft,
          some,
          (value, { place }) =>
            value + random.pick(UNIT_WORDS[unitAt(place.table, place.r, place.c) ?? ''] ?? ['']),
          ({ place }) => (unitAt(place.table, place.r, place.c) ?? '') in UNIT_WORDS,
        ) > 0
      )
    case 'blank-marks': {
      const chosen = choose(random, draft, some, (_, value) => value === '0')
      for (const { spot } of chosen)
        typed(draft, spot, random.pick(['-', '—', '/', '无', '空']), BLANK)
      return chosen.length > 0
    }
    case 'not-applicable': {
      const chosen = choose(random, draft, some, (_, value) => value === '0')
      for (const { spot } of chosen) typed(draft, spot, '*', { state: 'na', returned: null })
      return chosen.length > 0
    }
    case 'formulas':
      return makeFormulas(draft, some) > 0
    case 'no-cached-value':
      return dropResult(random, draft) > 0
    case 'unreadable-unit':
      return (
        spoil(
          random,
          draft,
          (value) => ({ kind: 'text', value: `${String(Math.ceil(Number(value)))}万` }),
          'ambiguous-unit',
          ({ place }) => unitAt(place.table, place.r, place.c) === '平方米',
        ) > 0
      )
    case 'unreadable-about':
      return (
        spoil(
          random,
          draft,
          (value) => ({ kind: 'text', value: `约${value}` }),
          'unreadable-cell',
        ) > 0
      )
    case 'unreadable-words':
      return spoil(random, draft, () => ({ kind: 'text', value: '见附表' }), 'unreadable-cell') > 0
    case 'date':
      return (
        spoil(
          random,
          draft,
          () => ({ kind: 'date', value: '2025-03-05', format: 'm"月"d"日"' }),
          'date-in-number',
        ) > 0
      )
    case 'error':
      return spoil(random, draft, () => ({ kind: 'error', value: '#REF!' }), 'error-cell') > 0
  }
}
