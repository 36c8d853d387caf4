import type { Overview } from './overview.ts'
import type { Basis } from './model.ts'

/** Kinds of check beyond the rules, by the names that people see; a finding's rule is `筛查:` and the kind. */
export const SCREENING_KINDS = [
  '缺表',
  '空表',
  '空壳',
  '增减',
  '升级',
  '离群',
  '量级',
  '照抄',
  '尾数',
  '换列',
] as const
/** The thresholds of each kind, as screening.yaml names them. */
export const SCREENING_THRESHOLDS: Readonly<Record<ScreeningKind, readonly string[]>> = {
  缺表: [],
  空表: ['share', 'since', 'least'],
  空壳: [],
  增减: ['percent', 'least'],
  升级: ['percent', 'least'],
  离群: ['peers', 'band', 'distance', 'times'],
  量级: ['peers', 'near'],
  照抄: ['figures', 'different', 'share'],
  尾数: ['figures', 'repeats', 'share'],
  换列: ['rows', 'gain', 'least', 'apart'],
}
export type ScreeningKind = (typeof SCREENING_KINDS)[number]

/** Why something is suspected, as one sentence: a code of SCREENING_SENTENCES and its values. */
export interface Suspected {
  code: string
  params: Record<string, string | number>
}

/** One kind of check as set now. */
export interface ScreeningKindView {
  kind: ScreeningKind
  on: boolean
  /** Thresholds by name, plain decimals. */
  values: { name: string; value: string }[]
  /** What it finds now. */
  found: number
}

export interface ScreeningView {
  revision: number
  kinds: ScreeningKindView[]
  /** Ratios compared among like schools; one whose items this collection lacks is not used. */
  ratios: { id: string; source: 'screening' | 'indicator'; used: boolean }[]
  /** What of the settings could not be used. */
  problems: string[]
}

/** A figure of one school among those like it. */
export interface LikeSchools {
  /** What is compared ("平均班额"). */
  title: string
  /** The group in words: 办学类型, size. */
  group: string
  school: string
  /** Plain decimals, smallest first. */
  values: { school: string; name: string; value: string }[]
  median: string
  /** Usual range; null where none is worked out for the figure. */
  low: string | null
  high: string | null
}

/** 筛查: what is checked beyond the rules, and like schools beside a finding. */
export interface ScreeningApi {
  screening(args: { basis: Basis }): Promise<ScreeningView>
  /** Switches a kind on or off, or sets its thresholds; one entry of the ledger. Throws not-a-number. */
  setScreening(args: {
    kind: ScreeningKind
    on: boolean
    values: { name: string; value: string }[]
    reason: string
  }): Promise<Overview>
  /** The figure a finding speaks of, at all like schools; null where there is no such figure or nobody like it. */
  likeSchools(args: {
    basis: Basis
    rule: string
    school: string
    row: string | null
    column: string | null
  }): Promise<LikeSchools | null>
}
