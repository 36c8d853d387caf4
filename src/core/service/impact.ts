import type { Finding } from '../../shared/findings.ts'
import type { FindingImpact, HeadlineImpact, ImpactView } from '../../shared/impact.ts'
import type { School } from '../../shared/model.ts'
import { boundOf, roundedUp } from '../impact/bound.ts'
import type { Sides } from '../impact/bound.ts'
import { addedBy, headlinesOf } from '../impact/headlines.ts'
import type { Headline } from '../impact/headlines.ts'
import { causesOf } from '../impact/school-impact.ts'
import type { Cause, Moves } from '../impact/school-impact.ts'
import { fixed } from '../indicators/evaluate.ts'
import type { Side } from '../indicators/indicator.ts'
import { sideReader } from '../indicators/side-reader.ts'
import { absolute, compare, numberOf, over, plus, round, times } from '../rules/number.ts'
import type { Num } from '../rules/number.ts'
import type { ExternalFigure, PriorValues } from '../setup/prior.ts'
import type { Collection } from './collection.ts'
import { findingKey } from './findings.ts'
import type { Findings } from './findings.ts'
import { indicatorLibraryOf } from './last-year.ts'
import { figuresForRules } from './rule-figures.ts'

/** What one school adds to the headline figures, and what its findings can do to them. */
interface Known {
  stamp: string
  adds: Sides[]
  causes: Cause[]
}

/** Impact order over a collection: worked out school by school, kept until a school's figures or findings change. */
export class Impact {
  private readonly collection: Collection
  private readonly findings: Findings
  private readonly prior: PriorValues
  private readonly headlines: Headline[]
  private readonly known = new Map<string, Known>()

  constructor(
    collection: Collection,
    findings: Findings,
    prior: PriorValues,
    external: readonly ExternalFigure[],
  ) {
    this.collection = collection
    this.findings = findings
    this.prior = prior
    const { indicators } = indicatorLibraryOf(collection)
    const columns = new Set(collection.schools.flatMap((one) => Object.keys(one.attributes)))
    const hasAttribute = (name: string): boolean => columns.has(name)
    this.headlines = headlinesOf(indicators, collection.text('summary'), {
      forms: collection.forms,
      hasAttribute,
      fixed: (side) => this.fixedPart(side, external, hasAttribute),
    })
  }

  /**
   * The open findings by what they can move.
   *
   * @param pause called between schools, so that a large county holds nobody up; null when what it
   *   was worked out for is gone by then
   */
  async view(pause: () => Promise<boolean>): Promise<ImpactView | null> {
    const { revision } = this.collection
    const { findings } = this.findings.view('adopted')
    const bySchool = new Map<string, Finding[]>()
    for (const finding of findings) {
      bySchool.set(finding.school, [...(bySchool.get(finding.school) ?? []), finding])
    }
    const all: Known[] = []
    for (const school of this.collection.expected) {
      const state = this.collection.stateOfSchool(school)
      if (state !== 'reported' && state !== 'queried') continue
      const before = this.known.get(school.id)
      const now = this.ofSchool(school, bySchool.get(school.id) ?? [])
      all.push(now)
      if (now !== before && !(await pause())) return null
    }
    return { revision, ...this.summed(all, findings) }
  }

  private ofSchool(school: School, findings: Finding[]): Known {
    const stamp = `${String(this.collection.figuresRevision(school.id))} ${findings.map(findingKey).join()}`
    const known = this.known.get(school.id)
    if (known?.stamp === stamp) return known
    const figures = figuresForRules(this.collection, school, 'adopted', this.prior)
    const adds = this.headlines.map(({ numerator, denominator }) => ({
      numerator: addedBy(numerator, figures),
      denominator: denominator === null ? null : addedBy(denominator, figures),
    }))
    const failing = findings.some((finding) => finding.severity === 'error')
    const repairs = failing
      ? this.findings.repairs(school, 'adopted')
      : { school: school.id, groups: [], cut: false }
    const causes =
      findings.length === 0
        ? []
        : causesOf(
            figures,
            findings,
            repairs,
            this.headlines,
            (item) => this.collection.index.place(item),
            findingKey,
          )
    const found = { stamp, adds, causes }
    this.known.set(school.id, found)
    return found
  }

  private summed(all: Known[], findings: Finding[]): Omit<ImpactView, 'revision'> {
    const open = new Set(findings.flatMap((one) => (one.state === 'open' ? [findingKey(one)] : [])))
    const causes = all
      .flatMap((one) => one.causes)
      .filter((cause) => cause.findings.some((key) => open.has(key)))
    const sides = this.headlines.map((headline, at) => sidesOver(headline, all, at))
    const headlines = this.headlines.flatMap((headline, at) => {
      const row = headlineRow(headline, at, sides[at] ?? NONE, causes)
      return row === null ? [] : [row]
    })
    const byKey = new Map(causes.flatMap((cause) => cause.findings.map((key) => [key, cause])))
    const rows = findings.flatMap((finding) => {
      const cause = open.has(findingKey(finding)) ? byKey.get(findingKey(finding)) : undefined
      const row = cause === undefined ? null : this.findingRow(finding, cause, sides)
      return row === null ? [] : [row]
    })
    // Counts before rates: people think in heads, and rates follow from them.
    const rates = new Set(
      this.headlines.flatMap((one) => (one.denominator === null ? [] : [one.indicator.id])),
    )
    const heavier = (a: Weighed, b: Weighed): number =>
      Number(rates.has(a.id)) - Number(rates.has(b.id)) || compare(b.weight, a.weight)
    return {
      headlines: headlines.toSorted(heavier).map(({ row }) => row),
      findings: rows.toSorted(heavier).map(({ row }) => row),
    }
  }

  /** The headline figure that a finding moves most, in relation to the figure's size. */
  private findingRow(
    { school, rule, row, column }: Finding,
    cause: Cause,
    sides: Sides[],
  ): (Weighed & { row: FindingImpact }) | null {
    const base = { school, rule, row, column }
    let best: (Weighed & { row: FindingImpact; rate: boolean }) | null = null
    this.headlines.forEach(({ indicator, denominator }, at) => {
      const moves = cause.moves[at]
      if (moves === undefined || (moves !== null && isNothing(moves))) return
      const own = sides[at] ?? NONE
      const by = moves === null ? null : boundOf(indicator, own, moves)
      const weight = by === null ? -1 : weightOf(by, own, indicator.scale)
      const rate = denominator !== null
      const better = best === null || (best.rate && !rate) || compare(weight, best.weight) > 0
      if (!better || (best !== null && rate && !best.rate)) return
      const amount = by === null ? null : shown(by, indicator.decimals)
      best = { row: { ...base, headline: indicator.id, amount }, weight, rate, id: indicator.id }
    })
    return best
  }

  private fixedPart(
    side: Side,
    external: readonly ExternalFigure[],
    hasAttribute: (name: string) => boolean,
  ): Num | null {
    if (side.kind === 'external') {
      return numberOf(external.find((figure) => figure.name === side.name)?.value ?? '')
    }
    if (side.kind !== 'schools') return null
    const { forms, expected } = this.collection
    const reader = sideReader({ expr: '1', where: side.where }, forms, hasAttribute)
    if (reader === null) return null
    return expected.reduce<Num>(
      (sum, school) =>
        plus(sum, reader.adds(figuresForRules(this.collection, school, 'adopted', this.prior))),
      0,
    )
  }
}

/** Something put in order by how heavily it weighs on a headline figure. */
interface Weighed {
  weight: Num
  /** The headline's indicator. */
  id: string
}

const NONE: Sides = { numerator: 0, denominator: null }

function sidesOver({ numerator, denominator }: Headline, all: Known[], at: number): Sides {
  const total = (of: 'numerator' | 'denominator', start: Num): Num =>
    all.reduce<Num>((sum, { adds }) => plus(sum, adds[at]?.[of] ?? 0), start)
  return {
    numerator: total('numerator', numerator.fixed),
    denominator: denominator === null ? null : total('denominator', denominator.fixed),
  }
}

function headlineRow(
  { indicator }: Headline,
  at: number,
  sides: Sides,
  causes: Cause[],
): (Weighed & { row: HeadlineImpact }) | null {
  const touching = causes.filter((cause) => {
    const moves = cause.moves[at]
    return moves === null || (moves !== undefined && !isNothing(moves))
  })
  if (touching.length === 0) return null
  const unknown = touching.filter((cause) => cause.moves[at] === null)
  const total = touching.reduce<Moves>(
    (sum, cause) => ({
      numerator: plus(sum.numerator, cause.moves[at]?.numerator ?? 0),
      denominator: plus(sum.denominator, cause.moves[at]?.denominator ?? 0),
    }),
    { numerator: 0, denominator: 0 },
  )
  const bound = boundOf(indicator, sides, total)
  const value = valueOf(sides, indicator.scale)
  const count = (list: Cause[]): number => new Set(list.flatMap((cause) => cause.findings)).size
  return {
    row: {
      id: indicator.id,
      title: indicator.title,
      unit: indicator.unit,
      value: value === null ? null : fixed(round(value, indicator.decimals), indicator.decimals),
      bound: bound === null ? null : shown(bound, indicator.decimals),
      findings: count(touching),
      unknown: count(unknown),
    },
    weight: bound === null ? -1 : weightOf(bound, sides, indicator.scale),
    id: indicator.id,
  }
}

function isNothing({ numerator, denominator }: Moves): boolean {
  return compare(numerator, 0) === 0 && compare(denominator, 0) === 0
}

function valueOf({ numerator, denominator }: Sides, scale: string): Num | null {
  const value = denominator === null ? numerator : over(numerator, denominator)
  return value === null ? null : times(value, numberOf(scale) ?? 1)
}

/** A movement in relation to the figure that it moves. */
function weightOf(by: Num, sides: Sides, scale: string): Num {
  const value = valueOf(sides, scale)
  return value === null ? by : (over(by, absolute(value)) ?? by)
}

function shown(by: Num, decimals: number): string {
  return fixed(roundedUp(by, decimals), decimals)
}
