import type { ListColumn } from '../../../shared/lists.ts'
import type { Reason } from '../../../shared/model.ts'
import { inOtherUnit, takeNumber } from '../../cells/value.ts'
import { cleanText } from '../../forms/label.ts'
import type { RawCell } from '../../model/sheet.ts'
import { isoDateIn } from '../dates.ts'
import { percentDoubt, unitCarried } from './units-said.ts'
import type { UnitsSaid } from './units-said.ts'

/** What one cell of a list is taken as. */
export interface Field {
  /** Plain decimal, ISO date or month, code or text; as typed where it is not understood; "" for blank. */
  value: string
  /** The content as typed. */
  raw: string
  /** Whether it is not what the column asks for. */
  unread: boolean
  /** Why somebody must look at it before the list counts; null for none. */
  reason: Pick<Reason, 'code' | 'params'> | null
}

const NONE: Field = { value: '', raw: '', unread: false, reason: null }
const BLANK_MARK = /^(?:[-—–―─－]{1,4}|[/／\\]|无|空)$/u
/** Digits of a number that a spreadsheet keeps. */
const KEPT_DIGITS = 15

/**
 * Takes a cell for a column of a list. What is not understood keeps what was typed.
 *
 * @param said in which unit a figure is to be taken
 */
export function takeField(
  cell: RawCell | undefined,
  column: ListColumn,
  said: UnitsSaid = { unit: column.unit, other: null, words: '' },
): Field {
  if (cell === undefined || cell.value === '') {
    return cell?.noResult === true ? missed(`=${cell.formula ?? ''}`, 'no-cached-value') : NONE
  }
  const raw = cell.value
  if (cell.kind === 'error') return missed(raw, 'error-cell')
  switch (column.kind) {
    case 'number':
      return numberField(cell, column, said)
    case 'date':
      return dateField(cell)
    case 'code':
      return codeField(cell)
    case 'text':
    case 'choice':
      return textField(raw)
  }
}

function numberField(cell: RawCell, column: ListColumn, said: UnitsSaid): Field {
  // Where rows say their own units, a figure may say its own.
  const unit = said.unit ?? (said.perRow === true ? unitCarried(cell) : null)
  const asked = { unit }
  const read = takeNumber(cell, asked)
  const taken = said.other === null ? read : inOtherUnit(read, said.other, asked)
  if (taken.state === 'unreadable') {
    return { value: taken.raw, raw: taken.raw, unread: true, reason: taken.reason }
  }
  if (taken.state !== 'number') return { ...NONE, raw: taken.raw }
  const readings = percentDoubt(cell, column, said)
  if (readings === null) return { ...NONE, value: taken.value, raw: taken.raw }
  const params = { raw: taken.raw, unit: '%', readings }
  return {
    value: taken.raw,
    raw: taken.raw,
    unread: true,
    reason: { code: 'ambiguous-unit', params },
  }
}

function missed(raw: string, code: Reason['code']): Field {
  return { value: raw, raw, unread: true, reason: { code, params: { raw } } }
}

function textField(raw: string): Field {
  const text = cleanText(raw)
  return { ...NONE, value: BLANK_MARK.test(text) ? '' : text, raw }
}

/** Codes are text: letters and digits in their usual width, without spaces. */
function codeField(cell: RawCell): Field {
  const raw = cell.value
  const text = raw.normalize('NFKC').replaceAll(/[\s'‘’]+/gu, '')
  if (BLANK_MARK.test(text)) return { ...NONE, raw }
  const lost = cell.kind === 'number' && text.replaceAll(/\D/gu, '').length > KEPT_DIGITS
  if (lost)
    return { value: text, raw, unread: true, reason: { code: 'digits-lost', params: { raw } } }
  return { ...NONE, value: text.toUpperCase(), raw }
}

function dateField(cell: RawCell): Field {
  const raw = cell.value
  if (cell.kind === 'date') return { ...NONE, value: raw.slice(0, 10), raw }
  const text = cleanText(raw)
  if (BLANK_MARK.test(text)) return { ...NONE, raw }
  const date = isoDate(text, cell.kind === 'number')
  return date === null ? { ...NONE, value: text, raw, unread: true } : { ...NONE, value: date, raw }
}

/** A day or a month as typed (1985-03-12, 1985.3, 1985年3月, 198503, 19850312) in ISO form; null when it is none. */
function isoDate(text: string, held: boolean): string | null {
  const plain = text.normalize('NFKC')
  const day = isoDateIn(plain) ?? isoDateIn(plain.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3'))
  if (day !== null) return day
  // A number 1985.1 is January or October: the spreadsheet has dropped the nought.
  if (held && /^\d{4}\.1$/u.test(plain)) return null
  const month = /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})月?|(\d{2}))$/u.exec(plain)
  const number = Number(month?.[2] ?? month?.[3] ?? 0)
  if (month === null || number < 1 || number > 12) return null
  return `${month[1] ?? ''}-${String(number).padStart(2, '0')}`
}
