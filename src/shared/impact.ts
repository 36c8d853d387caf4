/** How far open findings can move one headline figure. */
export interface HeadlineImpact {
  /** Indicator id, as in indicators.yaml and in the summary's placeholders. */
  id: string
  title: string
  unit: string
  /** The figure as published now; null where it is undefined. */
  value: string | null
  /** It moves by no more than this, in the published unit; null where that cannot be bounded. */
  bound: string | null
  /** Open findings that can move it, and those of them whose effect cannot be told. */
  findings: number
  unknown: number
}

/** What one finding can do at most to the headline figure that it moves most, relative to its size. */
export interface FindingImpact {
  school: string
  rule: string
  row: string | null
  column: string | null
  headline: string
  /** In the published unit; null where it cannot be told. */
  amount: string | null
}

/** Open findings on the adopted figures by what they can move, the weightiest first. */
export interface ImpactView {
  revision: number
  headlines: HeadlineImpact[]
  findings: FindingImpact[]
}

/** Impact order: how far the open findings can move the headline figures. */
export interface ImpactApi {
  impact(args: Record<string, never>): Promise<ImpactView>
}
