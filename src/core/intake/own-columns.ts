import type { Cleaning, Reason } from '../../shared/model.ts'
import type { Match } from '../align/match-sheets.ts'
import { shapeOf } from '../align/form-shape.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import { parseA1 } from '../model/address.ts'
import { asOwnLines, lacking } from './layout.ts'

/** A column in which a school checks its own figures: 核对, 差额, 校验. */
const CHECKS =
  /^(?:(?:本校)?(?:自查|自检)?(?:核对|核验|校验|校对|复核|验算|检查|平衡)(?:数|列|用|栏|结果)?|差额|差数)$/u

/**
 * Columns that a school put beside the table for itself: with a heading of their own, right of
 * the form's, where every row and column of the form was found and none is in doubt. They are noted,
 * and do not hold the file up. A column without a heading may hold figures that slipped out of theirs.
 *
 * @param reasons what is said of the table
 * @returns what is left to ask, and the columns as cleanings of the layout
 */
export function ownColumns(
  match: Match,
  reasons: readonly Reason[],
): { open: Reason[]; layout: Cleaning[] } {
  const sure = reasons.some(isColumn) && isSure(match, reasons)
  return asOwnLines(reasons, 'extra-column', (reason) => sure && isOwn(match, reason))
}

const isColumn = ({ code, params }: Reason): boolean =>
  code === 'unmatched-content' && params['place'] === '列'

function isOwn({ map }: Match, reason: Reason): boolean {
  const at = isColumn(reason) ? parseA1(reason.cell ?? '') : null
  const label = String(reason.params['label'] ?? '')
  // A column that nothing heads is called by its cell.
  if (at === null || label === '' || label === reason.cell) return false
  if (CHECKS.test(normalLabel(label.split('·').at(-1) ?? ''))) return true
  // Where the form numbers its columns, one that it lacks may be of a form of another year.
  if (map.form.ordinal?.columns !== true) return false
  const { headingWords } = shapeOf(map.form)
  // 女 under 去年 is the form's too, of another year.
  const parts = label.split('·').map(normalLabel)
  if (parts.some((part) => headingWords.has(part) || headingWords.has(meaningOf(part))))
    return false
  return map.parts.every(({ columnAt }) => at.column > Math.max(...columnAt))
}

/** Whether every line of the school's own form was found, and nothing else of the table is in doubt. */
function isSure(match: Match, reasons: readonly Reason[]): boolean {
  const { rows, columns } = lacking(match)
  const doubt = reasons.some(
    ({ code, params }) =>
      code === 'unsure-line' ||
      (code === 'unmatched-content' &&
        params['place'] !== '列' &&
        params['place'] !== '不填单元格'),
  )
  return match.edition !== undefined && rows.length === 0 && columns.length === 0 && !doubt
}
