import { OWN_MESS } from '../own/mess/kinds.ts'
import type { OwnMess } from '../own/mess/kinds.ts'

/** What can be wrong with a cell, a sheet's layout, a return's identity, or a file. */
export const CELL_MESS = [
  'text-numbers',
  'full-width',
  'separators',
  'spaces',
  'units',
  'blank-marks',
  'not-applicable',
  'formulas',
  'no-cached-value',
  'unreadable-unit',
  'unreadable-about',
  'unreadable-words',
  'date',
  'error',
] as const
export const LAYOUT_MESS = [
  'blank-row',
  'note-row',
  'remark-column',
  'renamed-sheets',
  'sheet-order',
  'extra-sheets',
  'label-variants',
  'no-helper',
  'unmatched-row',
  'old-template',
  'rows-on-top',
  'moved-columns',
  'hidden-copy',
] as const
export const IDENTITY_MESS = ['code-typo', 'code-missing', 'short-name'] as const
export const FILE_MESS = [
  'copy',
  'resubmission',
  'zipped',
  'old-excel',
  'truncated',
  'empty-file',
  'encrypted',
  'not-reported',
] as const
/** Files that are not the return of any school of the register. */
export const STRAY_MESS = [
  'unknown-school',
  'closed-school',
  'lock-file',
  'text-file',
  'pdf-file',
] as const

export type CellMess = (typeof CELL_MESS)[number]
export type LayoutMess = (typeof LAYOUT_MESS)[number]
export type IdentityMess = (typeof IDENTITY_MESS)[number]
export type FileMess = (typeof FILE_MESS)[number]
export type StrayMess = (typeof STRAY_MESS)[number]
export type SchoolMess = CellMess | LayoutMess | IdentityMess | FileMess
export type MessKind = SchoolMess | StrayMess | OwnMess

/** Every kind there is, of all styles. */
export const MESS_KINDS: readonly MessKind[] = [
  ...new Set<MessKind>([
    ...CELL_MESS,
    ...LAYOUT_MESS,
    ...IDENTITY_MESS,
    ...FILE_MESS,
    ...STRAY_MESS,
    ...OWN_MESS,
  ]),
]

export interface MessOptions {
  /** Kinds to be made; all when absent. Each is made at least once while there are schools for it. */
  kinds?: readonly MessKind[]
  /** Share of schools with mess beyond that, 0.6 when absent. */
  rate?: number
}
