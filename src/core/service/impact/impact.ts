import { findingKey } from '../../../shared/finding-key.ts'
import type { Finding } from '../../../shared/findings.ts'
import type { FindingImpact, HeadlineImpact, ImpactView } from '../../../shared/impact.ts'
import type { School } from '../../../shared/model.ts'
import { boundOf, roundedUp } from '../../impact/bound.ts'
import type { Sides } from '../../impact/bound.ts'
import { addedBy, headlinesOf } from '../../impact/headlines.ts'
import type { Headline } from '../../impact/headlines.ts'
import { causesOf } from '../../impact/school-impact.ts'
import type { Cause, Moves } from '../../impact/school-impact.ts'
import { fixed } from '../../indicators/evaluate.ts'
import type { Side } from '../../indicators/indicator.ts'
import { sideReader } from '../../indicators/side-reader.ts'
import { absolute, compare, numberOf, over, plus, round, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import type { Findings } from '../findings/findings.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { figuresForRules } from '../../collection/rule-figures.ts'

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
  private readonly prior: LastYear
  private readonly headlines: Headline[]
  private readonly known = new Map<string, Known>()

  constructor(
    collection: Collection,
    findings: Findings,
    prior: LastYear,
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
    // Where there is no headline figure nothing can move one, and no repair need be looked for.
    if (this.headlines.length === 0) return { revision, headlines: [], findings: [] }
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
      .filter((cause) => cause.findings.some(({ key }) => open.has(key)))
    const sides = this.headlines.map((headline, at) => sidesOver(headline, all, at))
    const headlines = this.headlines.flatMap((headline, at) => {
      const row = headlineRow(headline, at, sides[at] ?? NONE, causes)
      return row === null ? [] : [row]
    })
    const moves = new Map(
      causes.flatMap((cause) => cause.findings.map((one) => [one.key, one.moves])),
    )
    const rows = findings.flatMap((finding) => {
      const key = findingKey(finding)
      const own = open.has(key) ? moves.get(key) : undefined
      const row = own === undefined ? null : this.findingRow(finding, own, sides)
      return row === null ? [] : [row]
    })
    return {
      headlines: headlines.toSorted(heavier).map(({ row }) => row),
      findings: rows.toSorted(heavier).map(({ row }) => row),
    }
  }

  /** The headline figure that a finding moves most, in relation to the figure's size. */
  private findingRow(
    { school, rule, row, column }: Finding,
    own: (Moves | null)[],
    sides: Sides[],
  ): (Weighed & { row: FindingImpact }) | null {
    const base = { school, rule, row, column }
    let best: (Weighed & { row: FindingImpact }) | null = null
    this.headlines.forEach((headline, at) => {
      const { indicator } = headline
      const moves = own[at]
      if (moves === undefined || (moves !== null && isNothing(moves))) return
      const by = moves === null ? null : boundOf(indicator, sides[at] ?? NONE, moves)
      const weighed = weightOf(headline, sides[at] ?? NONE, by)
      if (best !== null && heavier(best, weighed) <= 0) return
      const amount = by === null ? null : shown(by, indicator.decimals)
      best = { row: { ...base, headline: indicator.id, amount }, ...weighed }
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

/** How heavily something weighs on a headline figure. */
interface Weighed {
  /** 0 for heads, 1 for other totals, 2 for rates: people think in heads, and rates follow from them. */
  kind: number
  /** Heads as they are; else in relation to the figure. -1: cannot be told. */
  weight: Num
}

/** Heavier first. */
function heavier(a: Weighed, b: Weighed): number {
  return a.kind - b.kind || compare(b.weight, a.weight)
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
  headline: Headline,
  at: number,
  sides: Sides,
  causes: Cause[],
): (Weighed & { row: HeadlineImpact }) | null {
  const { indicator } = headline
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
  const count = (list: Cause[]): number =>
    list.reduce((sum, cause) => sum + cause.findings.length, 0)
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
    ...weightOf(headline, sides, bound),
  }
}

function isNothing({ numerator, denominator }: Moves): boolean {
  return compare(numerator, 0) === 0 && compare(denominator, 0) === 0
}

function valueOf({ numerator, denominator }: Sides, scale: string): Num | null {
  const value = denominator === null ? numerator : over(numerator, denominator)
  return value === null ? null : times(value, numberOf(scale) ?? 1)
}

function weightOf({ indicator, denominator }: Headline, sides: Sides, by: Num | null): Weighed {
  const heads = denominator === null && indicator.unit === '人'
  const kind = heads ? 0 : denominator === null ? 1 : 2
  if (by === null) return { kind, weight: -1 }
  const value = valueOf(sides, indicator.scale)
  const share = value === null ? null : over(by, absolute(value))
  return { kind, weight: heads ? by : (share ?? by) }
}

function shown(by: Num, decimals: number): string {
  return fixed(roundedUp(by, decimals), decimals)
}
