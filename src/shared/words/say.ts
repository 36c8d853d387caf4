import type { CellState, FileStatus, Reason, RepairKind, SchoolState } from '../model.ts'
import type { ApiError } from '../result.ts'
import { ERRORS } from './errors.ts'
import { REASONS } from './reasons.ts'
import { CELL_STATES, FILE_STATUSES, REPAIRS, SCHOOL_STATES } from './repairs.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

export type { Lang } from './template.ts'

/** The sentence for a reason of a verdict. */
export function reasonText(lang: Lang, reason: Pick<Reason, 'code' | 'params'>): string {
  const sentence = fill(REASONS[lang][reason.code], reason.params)
  const readings = reason.params['readings']
  if (reason.code !== 'unreadable-cell' || readings === undefined) return sentence
  return lang === 'zh' ? `${sentence}可能是 ${readings}。` : `${sentence} It may mean ${readings}.`
}

/** The sentence for an error of a call. */
export function errorText(lang: Lang, error: ApiError): string {
  return fill(ERRORS[lang][error.code], error.params)
}

export function repairText(lang: Lang, kind: RepairKind): string {
  return REPAIRS[lang][kind]
}

export function stateText(lang: Lang, state: CellState): string {
  return CELL_STATES[lang][state]
}

export function statusText(lang: Lang, status: FileStatus): string {
  return FILE_STATUSES[lang][status]
}

export function schoolStateText(lang: Lang, state: SchoolState): string {
  return SCHOOL_STATES[lang][state]
}
