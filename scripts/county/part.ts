import type { TruthFile, TruthList, TruthValue } from './truth.ts'

/** What a county is made of, one piece at a time, so that a large one need not be held in memory. */
export type CountyPart =
  | { kind: 'file'; path: string; bytes: Uint8Array }
  | { kind: 'values'; values: TruthValue[] }
  | { kind: 'lists'; lists: TruthList[] }
  | { kind: 'verdict'; file: TruthFile }
