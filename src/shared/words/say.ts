import type { CellState, FileStatus, Reason, CleaningKind, SchoolState } from '../model.ts'
import type { Finding, RepairCause, Repair } from '../findings.ts'
import type { ApiError } from '../result.ts'
import { CAUSES } from './causes.ts'
import { ERRORS, HELD, SALVAGE } from './errors.ts'
import { ZIP_TROUBLES } from '../zips.ts'
import { ZIP_REASONS } from './zips.ts'
import { weighedParams } from './evidence.ts'
import {
  NEARLY,
  REASONS,
  REASONS_WITH,
  REASONS_WITHOUT,
  PLACES_EN,
  SHOWN_OTHERWISE,
} from './reasons.ts'
import { CELL_STATES, FILE_STATUSES, CLEANINGS, SCHOOL_STATES } from './cleanings.ts'
import { suspectedText } from './screening.ts'
import { minute, readOnlyWhy } from './read-only.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

export type { Lang } from './template.ts'

/** The sentence for a reason of a verdict. */
export function reasonText(
  lang: Lang,
  reason: Pick<Reason, 'code' | 'params' | 'weighed'>,
): string {
  const zip = ZIP_TROUBLES.find((trouble) => trouble === reason.params['zip'])
  if (zip !== undefined) return fill(ZIP_REASONS[lang][zip], reason.params)
  const sentence = filledReason(lang, reason)
  const readings = reason.params['readings']
  if (reason.code !== 'unreadable-cell' || readings === undefined) return sentence
  return lang === 'zh' ? `${sentence}可能是 ${readings}。` : `${sentence} It may mean ${readings}.`
}

/** In quotation marks there is always something: what a return lacks is said in words. */
const NOTHING: Record<Lang, string> = { zh: '（空）', en: '(none)' }

function filledReason(
  lang: Lang,
  { code, params, weighed }: Pick<Reason, 'code' | 'params' | 'weighed'>,
): string {
  if (code === 'ambiguous-unit' && params['held'] !== undefined)
    return fill(SHOWN_OTHERWISE[lang], params)
  if ((code === 'missing-table' || code === 'unknown-form') && params['where'] !== undefined) {
    const words = NEARLY[lang][code]
    return fill(params['labels'] === '' ? words.all : words.some, params)
  }
  const lacking = Object.keys(params).filter((name) => String(params[name]).trim() === '')
  const without = Object.entries(REASONS_WITHOUT[lang][code] ?? {}).find(([names]) =>
    names.split(' ').every((name) => lacking.includes(name)),
  )
  const words = Object.fromEntries(lacking.map((name) => [name, NOTHING[lang]]))
  const said = weighed === undefined ? {} : weighedParams(lang, weighed)
  const place = lang === 'en' ? PLACES_EN[String(params['place'])] : undefined
  if (place !== undefined) words['place'] = place
  const more = REASONS_WITH[lang][code]
  const told = more !== undefined && params[more.param] !== undefined ? more.words : undefined
  return fill(told ?? without?.[1] ?? REASONS[lang][code], { ...params, ...words, ...said })
}

/** The sentence for an error of a call. */
export function errorText(lang: Lang, error: ApiError): string {
  const sentence = fill(ERRORS[lang][error.code], saidParams(lang, error))
  const held = error.code === 'collection-in-use' && error.params['host'] !== undefined
  if (held) return sentence + fill(HELD[lang], saidParams(lang, error))
  const saved = error.code === 'damaged-collection' && error.params['lines'] !== undefined
  return saved ? sentence + fill(SALVAGE[lang], error.params) : sentence
}

/** Parameters in words: times as they are read, why a collection is read-only. */
function saidParams(lang: Lang, { code, params }: ApiError): ApiError['params'] {
  const since = params['since'] === undefined ? {} : { since: minute(String(params['since'])) }
  return code === 'read-only'
    ? { ...params, why: readOnlyWhy(lang, params) }
    : { ...params, ...since }
}

/** A finding in a sentence: the rule, both sides with their values, what to do. */
export function findingText(
  lang: Lang,
  finding: Pick<
    Finding,
    'title' | 'severity' | 'left' | 'right' | 'difference' | 'row' | 'column' | 'why'
  >,
): string {
  const { title, severity, left, right, difference } = finding
  const at = [finding.row, finding.column].filter((code) => code !== null).join(',')
  const where = at === '' ? '' : ` [${at}]`
  const zh = lang === 'zh'
  const sides =
    finding.why !== undefined
      ? `${zh ? '：' : ': '}${suspectedText(lang, finding.why)}`
      : left === null || right === null
        ? ''
        : zh
          ? `：左边 ${left}，右边 ${right}${difference === null ? '' : `，相差 ${difference}`}`
          : `: left ${left}, right ${right}${difference === null ? '' : `, difference ${difference}`}`
  const todo =
    severity === 'error'
      ? zh
        ? '；必须改正。'
        : '; must be corrected.'
      : zh
        ? '；请核对，改正或说明。'
        : '; check it, correct or explain.'
  return `${title}${where}${sides}${todo}`
}

/** How a wrong figure may have come about, in a few words. */
export function causeText(lang: Lang, cause: RepairCause): string {
  return CAUSES[lang][cause]
}

/** A proposed repair in a sentence: what to change and why it is likely. */
export function proposalText(lang: Lang, { changes, cause }: Repair): string {
  const what = changes.map(({ item, from, to }) => {
    const before = from === '' ? (lang === 'zh' ? '空白' : 'blank') : from
    return `${item} ${before} → ${to}`
  })
  const why = CAUSES[lang][cause]
  return lang === 'zh' ? `改 ${what.join('，')}：${why}。` : `Change ${what.join(', ')}: ${why}.`
}

export function cleaningText(lang: Lang, kind: CleaningKind): string {
  return CLEANINGS[lang][kind]
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
