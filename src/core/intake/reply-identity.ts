import type { Reason } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { Particulars } from '../../shared/register.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { SheetData } from '../model/sheet.ts'
import type { ReadContext } from '../ports.ts'
import { SHEET_TITLE } from '../queries/reply.ts'
import type { Reply } from '../model/reply.ts'
import type { Identity } from './identify.ts'

/**
 * Whether a reply answers questions of another collection: another year's, another county's.
 *
 * @param before what this collection was called at other times
 */
export function isForeign(
  reply: Reply,
  config: CollectionConfig,
  before: readonly Partial<Particulars>[] = [],
): boolean {
  const called = (field: 'title' | 'county' | 'schoolYear'): boolean =>
    [config, ...before].some((one) => one[field] === reply[field])
  return !(called('title') && called('county') && called('schoolYear'))
}

/**
 * Whose reply it is. The workbook carries the school it was sent to; a cover that names another
 * school beyond doubt leaves it to a person.
 */
export function replyIdentity(found: Identity, sentTo: string, context: ReadContext): Identity {
  const { schools } = context
  const school = schools.find((one) => one.id === sentTo)
  if (schools.length > 0 && school === undefined) {
    const params = { name: found.name ?? '', code: sentTo }
    const reasons: Reason[] = [{ code: 'unknown-school', params }]
    return { ...found, school: null, reasons }
  }
  if (found.school === null || found.school === sentTo) {
    return { ...found, school: sentTo, reasons: found.school === null ? [] : found.reasons }
  }
  const other = schools.find((one) => one.id === found.school)
  const code = school === undefined ? sentTo : codeOf(school)
  const params = { code, codeName: school?.name ?? sentTo, name: other?.name ?? '' }
  const candidates = [school, other].flatMap((one) =>
    one === undefined ? [] : [{ school: one.id, name: one.name, why: 'code' }],
  )
  return {
    ...found,
    school: null,
    reasons: [{ code: 'school-conflict', params }],
    candidates,
  }
}

export function replyReason({ questions, answers }: Reply): Reason {
  return { code: 'answers-queries', params: { questions, answered: answers.length } }
}

/** Answers that cannot be told whose they are: the hidden sheet was taken out of the workbook. */
export function keyLostReason(sheet: SheetData): Reason {
  const filled = sheet.cells.flat().filter((cell) => cell !== undefined && cell.value !== '')
  const params = {
    form: SHEET_TITLE,
    place: '工作表',
    label: sheet.name,
    count: filled.length,
    sample: filled.at(-1)?.value ?? '',
  }
  return { code: 'unmatched-content', params, sheet: sheet.name }
}
