import type { ControlExplanation } from '../../shared/controls.ts'
import { slipsBehind } from '../repair/mechanisms.ts'
import { absolute, compare, minus, over, plus, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** What is known of a school for explaining a total. */
export interface ExplainedSchool {
  id: string
  name: string
  /** missing: nothing came; unreadable: a cell cannot be read and adds nothing. */
  state: 'in' | 'missing' | 'unreadable'
  /** What it adds to the total, on this basis and on the other. */
  value: Num
  otherBasis: Num
  lastYear: Num | null
  /** Cells near the item (its row), as a person may have left one out. */
  cells: { item: string; label: string; value: Num }[]
  /** Another school that sent the same table. */
  twin: string | null
}

/** Explanations shown of each cause; more would be chance, not evidence. */
const MOST = 3

/**
 * What may explain that another source has `theirs` where the schools' sum is `ours`, the stronger
 * evidence first. A difference that is divisible by 9 comes of exchanged digits (the accountants'
 * rule); figures that fit at many schools fit by chance and are left out.
 */
export function explainDifference(
  theirs: Num,
  ours: Num,
  schools: readonly ExplainedSchool[],
): ControlExplanation[] {
  const gap = minus(theirs, ours)
  if (compare(gap, 0) === 0) return []
  const size = absolute(gap)
  return [
    ...beforeCorrection(theirs, schools),
    ...missing(gap, schools),
    ...schools.flatMap((one) =>
      one.state === 'unreadable' ? [about('unreadable', one, one.value)] : [],
    ),
    ...few(wholeSchools(gap, size, schools)),
    ...theirDigits(theirs, ours),
    ...few(schoolDigits(gap, schools)),
    ...few(cells(size, schools)),
  ]
}

function about(
  cause: ControlExplanation['cause'],
  one: ExplainedSchool | null,
  amount: Num,
  more: Partial<ControlExplanation> = {},
): ControlExplanation {
  const [school, schoolName] = [one?.id ?? null, one?.name ?? '']
  return {
    cause,
    school,
    schoolName,
    item: null,
    label: '',
    amount: showNumber(amount),
    other: '',
    ...more,
  }
}

function few(found: ControlExplanation[]): ControlExplanation[] {
  return found.length > MOST ? [] : found
}

/** The other source took the figures before (or after) they were corrected here. */
function beforeCorrection(theirs: Num, schools: readonly ExplainedSchool[]): ControlExplanation[] {
  const other = schools.reduce<Num>((sum, one) => plus(sum, one.otherBasis), 0)
  if (compare(other, theirs) !== 0) return []
  return schools
    .filter((one) => compare(one.value, one.otherBasis) !== 0)
    .map((one) => about('before-correction', one, one.value, { other: showNumber(one.otherBasis) }))
}

/** Schools that are not in ours; those whose last year's figure comes near the difference first. */
function missing(gap: Num, schools: readonly ExplainedSchool[]): ControlExplanation[] {
  if (compare(gap, 0) < 0) return []
  const out = schools.filter((one) => one.state === 'missing')
  const off = ({ lastYear }: ExplainedSchool): Num => absolute(minus(lastYear ?? 0, gap))
  return out
    .filter(({ lastYear }) => lastYear === null || compare(lastYear, 0) > 0)
    .toSorted((a, b) => compare(off(a), off(b)))
    .map((one) => about('missing-return', one, one.lastYear ?? 0))
}

/** A school's whole figure is the difference: counted twice there, left out there, or twice here. */
function wholeSchools(
  gap: Num,
  size: Num,
  schools: readonly ExplainedSchool[],
): ControlExplanation[] {
  return schools
    .filter((one) => compare(one.value, size) === 0)
    .map((one) => {
      if (compare(gap, 0) > 0) return about('counted-twice', one, one.value)
      return one.twin === null
        ? about('left-out', one, one.value)
        : about('doubled-return', one, one.value, { other: one.twin })
    })
}

/** Their total itself reads like ours with a slip of the keyboard. */
function theirDigits(theirs: Num, ours: Num): ControlExplanation[] {
  const [typed, meant] = [showNumber(theirs), showNumber(ours)]
  const slip = slipsBehind(typed).some(({ value }) => value === meant)
  return slip ? [about('their-digits', null, theirs, { other: meant })] : []
}

/** A school's figure with two digits exchanged (or a zero more or less) would give their total. */
function schoolDigits(gap: Num, schools: readonly ExplainedSchool[]): ControlExplanation[] {
  const nine = divisible(gap, 9)
  return schools.flatMap((one) => {
    const meant = showNumber(plus(one.value, gap))
    const slip = slipsBehind(showNumber(one.value)).find(
      ({ value, cause }) =>
        value === meant && (cause === 'transposition' ? nine : cause === 'magnitude'),
    )
    return slip === undefined ? [] : [about('school-digits', one, one.value, { other: meant })]
  })
}

/** One cell beside the item is the difference. */
function cells(size: Num, schools: readonly ExplainedSchool[]): ControlExplanation[] {
  return schools.flatMap((one) =>
    one.cells
      .filter(({ value }) => compare(value, size) === 0)
      .map(({ item, label, value }) => about('one-cell', one, value, { item, label })),
  )
}

function divisible(value: Num, by: number): boolean {
  const part = over(value, by)
  return part !== null && typeof part === 'number' && compare(times(part, by), value) === 0
}
