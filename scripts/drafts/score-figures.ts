import type { DraftFigure } from '../../src/shared/draft.ts'
import type { Label } from './labels.ts'

/** How the figures found in a text compare with those labelled. */
export interface FigureScore {
  labelled: number
  found: number
  missed: string[]
  /** Found and taken for a statistic, but not labelled. */
  others: string[]
  exact: number
  unit: number
  kind: number
  /** Changes found, and those with the right direction. */
  changes: number
  direction: number
  wrong: string[]
}

const STATISTICS = new Set(
  'stock flow change_abs change_pct change_pp share rate money area'.split(' '),
)
/** Between these only taste decides. */
const ALIKE: Readonly<Record<string, string>> = { flow: 'stock', share: 'rate' }
const UNITS: Readonly<Record<string, string>> = {
  '元/生': '元',
  名: '人',
  位: '人',
  个百分点: '百分点',
  平方: '平方米',
}
/** What belongs to a figure or not, as one likes. */
const ATTACHED_BEFORE = /^(?:约|近|超过|超|逾|达到|达|共|仅|为|第|前|不低于|不少于|\s)+/u
const ATTACHED_BEHIND = /(?:以上|以下|以内|之内|左右|多|余|\s)+$/u

/** Compares what was found in a text with its labels. A label is found where a figure that overlaps it has its value. */
export function scoreFigures(
  text: string,
  labels: readonly Label[],
  figures: readonly DraftFigure[],
): FigureScore {
  const characters = Array.from(text)
  const said = (one: { start: number; end: number }): string =>
    characters.slice(one.start, one.end).join('')
  const used = new Set<DraftFigure>()
  const score: FigureScore = {
    labelled: labels.length,
    found: 0,
    missed: [],
    others: [],
    exact: 0,
    unit: 0,
    kind: 0,
    changes: 0,
    direction: 0,
    wrong: [],
  }
  for (const label of labels) {
    const figure = figures.find((one) => !used.has(one) && isFound(one, label))
    if (figure === undefined) {
      score.missed.push(label.text)
      continue
    }
    used.add(figure)
    score.found += 1
    compareFound(score, label, figure, bare(said(figure)) === bare(said(label)))
  }
  score.others = figures
    .filter(({ kind, value }) => STATISTICS.has(kind) && value !== null)
    .filter((figure) => !used.has(figure))
    .map(said)
  return score
}

function isFound(figure: DraftFigure, label: Label): boolean {
  const { value } = figure
  if (figure.start >= label.end || figure.end <= label.start || value === null) return false
  if (figure.kind === 'other' && label.kind !== 'other') return false
  return (label.accept ?? [label.value]).some(
    (right) => Math.abs(value - right) < 1e-6 * Math.max(1, Math.abs(right)),
  )
}

function compareFound(score: FigureScore, label: Label, figure: DraftFigure, exact: boolean): void {
  const unit = label.accept !== undefined || unitOf(figure.unit) === unitOf(label.unit)
  const kind = (ALIKE[figure.kind] ?? figure.kind) === (ALIKE[label.kind] ?? label.kind)
  const isChange = label.kind.startsWith('change')
  const direction = !isChange || figure.direction === label.direction
  score.exact += Number(exact)
  score.unit += Number(unit)
  score.kind += Number(kind)
  score.changes += Number(isChange)
  score.direction += Number(isChange && direction)
  const faults = [
    ...(exact ? [] : [`extent ${figure.text}`]),
    ...(unit ? [] : [`unit ${figure.unit} for ${label.unit}`]),
    ...(kind ? [] : [`kind ${figure.kind} for ${label.kind}`]),
    ...(direction ? [] : [`direction ${String(figure.direction)}`]),
  ]
  if (faults.length > 0) score.wrong.push(`${label.text}: ${faults.join(', ')}`)
}

const unitOf = (unit: string): string => UNITS[unit] ?? unit

function bare(text: string): string {
  const short = text.trim().replace(ATTACHED_BEFORE, '').replace(ATTACHED_BEHIND, '')
  return short === '' ? text : short
}
