import type { CellState, FormItem, ReasonCode, CleaningKind } from '../../shared/model.ts'
import { hanNumber } from './han-numerals.ts'
import { formatExact, parseExact } from '../../shared/exact.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { withoutSeparators } from '../../shared/separators.ts'
import type { RawCell } from '../model/sheet.ts'
import { sectionTextFor, shownAs, shownCode, showsItself } from './shown-number.ts'
import { readingsOfUnit } from './unit-readings.ts'
import { isKnownUnit, unitMeasure } from './unit-size.ts'
import { unitNamed, usualUnit } from '../forms/units.ts'
import { compare } from '../model/number.ts'

/** What a cell's content is taken as, and everything that was done to it. */
export interface TakenValue {
  state: CellState
  /** Plain decimal for number, text for text, else "". */
  value: string
  /** The content as typed; "" for an empty cell. */
  raw: string
  cleanings: CleaningKind[]
  /** Why a cell is unreadable; null otherwise. */
  reason: { code: ReasonCode; params: Record<string, string | number> } | null
}

const SPACE = /[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/u
const ENDS = new RegExp(`^${SPACE.source}+|${SPACE.source}+$`, 'gu')
const BLANK_MARK = /^(?:[-—–―─－]{1,4}|[/／\\]|无|空|无数据)$/u
const NOT_APPLICABLE = /^[*＊]$/u
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/
const WITH_UNIT = /^([+-]?\d[\d,]*(?:\.\d+)?)[\s\u3000\u00a0]*(\D.*)$/u

/** A whole number with a full stop behind it, as behind a word: 36。 */
const STOP = /^([+-]?\d+|[+-]?\d{1,3}(?:,\d{3})+)[.。]$/u

/** What an item says of the number in its cell. */
type ItemAsked = Pick<FormItem, 'unit' | 'fraction' | 'either'>

/** A figure below a unit that is not the item's: which of the two was meant is for a person to say. */
export function inOtherUnit(value: TakenValue, said: string, item: ItemAsked): TakenValue {
  if (value.state !== 'number' || /^-?[0.]*$/u.test(value.value)) return value
  const unit = item.unit ?? ''
  const readings = `${value.value}${said} / ${value.value}${unit}`
  const figure = value.value
  return unreadable(`${figure}（${said}）`, 'ambiguous-unit', {
    unit,
    readings,
    said,
    value: figure,
  })
}

/**
 * Takes a cell's content for a numeric item. Only what says one number beyond doubt becomes one;
 * everything else is `unreadable` and keeps what was typed. Never 0, never a guess.
 */
export function takeNumber(cell: RawCell | undefined, item: ItemAsked): TakenValue {
  if (cell === undefined) return taken('blank', '', '', [])
  if (cell.noResult === true) {
    return unreadable(`=${cell.formula ?? ''}`, 'no-cached-value', {})
  }
  switch (cell.kind) {
    case 'number':
      return isPercent(cell) ? takePercent(cell.value, item) : takeHeld(cell, item)
    case 'error':
      return unreadable(cell.value, 'error-cell', {})
    case 'date':
      return unreadable(cell.value, 'date-in-number', {})
    case 'boolean':
      return unreadable(cell.value, 'unreadable-cell', {})
    case 'text':
      return takeTypedNumber(cell.value, item)
  }
}

/**
 * A number as it is held, where the cell shows the same. A format that scales it, names another
 * unit or shows a text in its place leaves it to a person: what is seen is what was meant.
 */
function takeHeld(cell: RawCell, item: ItemAsked): TakenValue {
  const shown = cell.format === undefined ? null : shownAs(cell.value, cell.format)
  if (shown === null) {
    return losesDigits(cell.value)
      ? unreadable(cell.value, 'digits-lost', {})
      : exactOrUnreadable(cell.value, cell.value, [])
  }
  if ('text' in shown) {
    const seen = shown.text === '' ? '空白' : shown.text
    return unreadable(shown.text || cell.value, 'ambiguous-unit', {
      unit: item.unit ?? '',
      readings: `${cell.value} / ${seen}`,
      held: cell.value,
      seen,
    })
  }
  if (shown.number === cell.value && !changesFigure(shown.unit, item.unit)) {
    return exactOrUnreadable(cell.value, cell.value, [])
  }
  const seen = `${shown.number}${shown.unit}`
  return unreadable(seen, 'ambiguous-unit', {
    unit: item.unit ?? '',
    readings: `${cell.value} / ${seen}`,
    held: cell.value,
    seen,
  })
}

/** Whether a number has more digits than a spreadsheet keeps; as most do not have as many signs, few are counted. */
function losesDigits(held: string): boolean {
  if (held.length <= KEPT_DIGITS + 1) return false
  return held.replaceAll(/\D/gu, '').replace(/^0+/u, '').length > KEPT_DIGITS + 1
}

/**
 * Whether the unit that a format puts behind a number makes it another figure in the item's unit:
 * 35 元 in a table of 万元, 12‰ of a share. A word that only names what is counted does not.
 */
export function changesFigure(shown: string, unit: string | null): boolean {
  const named = unitNamed(shown)
  if (named !== null && unit !== null && sameUnit(named, unit)) return false
  const seen = unitMeasure(shown)
  if (seen === null) return false
  if (!isKnownUnit(shown)) return /^(?:[十百千万亿]|k(?:$|\p{Script=Han}))/iu.test(shown)
  const own = unit === null ? null : unitMeasure(unit)
  if (own === null)
    return seen.kind === '' || (compare(seen.size, 1) !== 0 && /[百千万亿]/u.test(shown))
  if (own.kind !== seen.kind) return seen.kind === '' || /^[百千万亿]/u.test(shown)
  return compare(own.size, seen.size) !== 0
}

/** Whether a cell shows its number as a percentage: 0.95 is seen, and was typed, as 95%. */
export function isPercent(cell: RawCell): boolean {
  if (cell.kind !== 'number' || cell.format === undefined || !showsPercent(cell.format))
    return false
  // Of `[<1]0%;0` only what is below 1 is shown so.
  return showsPercent(sectionTextFor(cell.format, Number(cell.value)) ?? '')
}

/** A workbook has a handful of number formats, and thousands of cells in each. */
const showsPercent = keptForTexts((format) => format.replace(/"[^"]*"|\\./gu, '').includes('%'))

function takePercent(held: string, item: ItemAsked): TakenValue {
  const exact = parseExact(held)
  if (exact === null) return unreadable(held, 'unreadable-cell', {})
  const seen = formatExact({ units: exact.units * 100n, scale: exact.scale })
  const raw = `${seen}%`
  if (item.unit === '%') return taken('number', seen, raw, ['unit'])
  if (isShare(item)) return exactOrUnreadable(held, raw, [])
  const readings = `${held} / ${seen}`
  return unreadable(raw, 'ambiguous-unit', { unit: item.unit ?? '', readings, held, seen: raw })
}

/** Whether an item holds shares as fractions: 98.75% is 0.9875. */
function isShare({ unit, fraction, either }: ItemAsked): boolean {
  return unit === null && (fraction === true || either === true)
}

function takeTypedNumber(raw: string, item: ItemAsked): TakenValue {
  const cleanings: CleaningKind[] = []
  let text = raw.replace(/_x000D_/gi, '\n').replace(ENDS, '')
  if (text !== raw) cleanings.push('space')
  // An apostrophe typed to force text is no content.
  text = text.replace(/^['‘’]/u, '')
  if (text === '') return taken('blank', '', raw, raw === '' ? [] : ['space'])
  if (NOT_APPLICABLE.test(text)) return taken('na', '', raw, [...cleanings, 'blank-mark'])
  if (BLANK_MARK.test(text)) return taken('blank', '', raw, [...cleanings, 'blank-mark'])
  const typed = narrowed(text)
  const narrow = typed.replace(STOP, '$1')
  if (/[\uff10-\uff19\uff0c\uff0e\uff0d\uff0b]/u.test(text)) cleanings.push('full-width')
  const number = withoutSeparators(narrow)
  if (number !== null) {
    const separator: CleaningKind[] = number === typed ? [] : ['separator']
    return exactOrUnreadable(number, raw, [...cleanings, ...separator, 'text-number'])
  }
  const withUnit = WITH_UNIT.exec(narrow)
  const [figure, unit] = [withUnit?.[1], withUnit?.[2]]
  if (figure === undefined || unit === undefined) {
    const readings = looseReading(narrow)
    return unreadable(raw, 'unreadable-cell', readings === null ? {} : { readings })
  }
  return takeWithUnit(raw, figure, unit, item, cleanings)
}

/**
 * Full-width signs written plainly. Only those: other forms of digits say more than the digit
 * ("5²" is not 52, "①" is a mark).
 */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ')
    .replace(/[−–—﹣]/gu, '-')
}

/** "104 人" in a table of 人 is 104; a unit that is not the form's leaves the cell to a person. */
function takeWithUnit(
  raw: string,
  figure: string,
  unit: string,
  item: ItemAsked,
  cleanings: CleaningKind[],
): TakenValue {
  const plain = withoutSeparators(figure)
  const named = unitNamed(unit)
  const exact = plain === null ? null : parseExact(plain)
  if (exact !== null && named === '%' && isShare(item)) {
    const share = formatExact({ units: exact.units, scale: exact.scale + 2 })
    return exactOrUnreadable(share, raw, [...cleanings, 'unit', 'text-number'])
  }
  if (plain !== null && named !== null && item.unit !== null && sameUnit(named, item.unit)) {
    const separator: CleaningKind[] = plain === figure ? [] : ['separator']
    return exactOrUnreadable(plain, raw, [...cleanings, ...separator, 'unit', 'text-number'])
  }
  const readings = plain === null ? null : readingsOfUnit(plain, unit, item.unit)
  if (readings === null) return unreadable(raw, 'unreadable-cell', {})
  return unreadable(raw, 'ambiguous-unit', { unit: item.unit ?? '', readings })
}

/**
 * What a text that is no plain number may be meant as, to offer to a person: Han numerals, a figure
 * with 约 or 近 before it. Null when nothing suggests itself.
 */
function looseReading(text: string): string | null {
  const bare = text
    .replace(/[\s]+/gu, '')
    .replace(/^(?:约|大约|近|超|共|合计)|(?:左右|以上|多|余|个|人|名)$/gu, '')
  return hanNumber(bare) ?? (PLAIN.test(bare) ? bare : null)
}

/** Units that say the same of a count; 班 are counted 个. */
function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string => (unit === '班' ? '个' : unit)
  return plain(a) === plain(usualUnit(b))
}

/** A decimal written as the program writes it, of at most 15 digits: taken as it stands. */
const CANONICAL = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,6})\.\d{0,7}[1-9])$/

/** Whether a cell is simply a number, to be taken as it stands: most cells are, and need no more thought. */
export function isPlainNumber(cell: RawCell | undefined): cell is RawCell {
  return (
    cell?.kind === 'number' &&
    cell.formula === undefined &&
    (cell.format === undefined || showsItself(cell.format)) &&
    isCanonical(cell.value)
  )
}

/** Whether a decimal may be taken as it stands; nearly all are counts, which need no pattern. */
function isCanonical(decimal: string): boolean {
  if (decimal === '0') return true
  if (decimal.length > 15 || decimal.startsWith('0')) return CANONICAL.test(decimal)
  for (let at = 0; at < decimal.length; at++) {
    const code = decimal.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return CANONICAL.test(decimal)
  }
  return decimal !== ''
}

function exactOrUnreadable(decimal: string, raw: string, cleanings: CleaningKind[]): TakenValue {
  if (isCanonical(decimal)) return taken('number', decimal, raw, cleanings)
  const exact = parseExact(decimal.replace(/^\+/, ''))
  // A spreadsheet keeps 15 digits; a longer figure has lost its end already.
  if (exact === null || String(exact.units).length > 16)
    return unreadable(raw, 'unreadable-cell', {})
  return taken('number', formatExact(exact), raw, cleanings)
}

/** A long number as a spreadsheet shows it once it has made a number of a code: its end is gone. */
const SCIENTIFIC = /^[+-]?\d\.\d+E\+\d{2,}$/u
/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15

/**
 * Takes a cell's content for a text item (name, code): the text itself, without space around it. A
 * number is taken as it is shown, noughts in front included; one that is longer than a spreadsheet
 * keeps has lost its end and is no code any more.
 */
export function takeText(cell: RawCell | undefined): TakenValue {
  if (cell === undefined) return taken('blank', '', '', [])
  if (cell.noResult === true) return unreadable(`=${cell.formula ?? ''}`, 'no-cached-value', {})
  if (cell.kind === 'error') return unreadable(cell.value, 'error-cell', {})
  if (cell.kind === 'number') return takeCode(cell)
  const text = cell.value.replace(/_x000D_/gi, '\n').replace(ENDS, '')
  if (text === '') return taken('blank', '', cell.value, cell.value === '' ? [] : ['space'])
  if (SCIENTIFIC.test(text)) return unreadable(cell.value, 'digits-lost', {})
  return taken('text', text, cell.value, text === cell.value ? [] : ['space'])
}

function takeCode(cell: RawCell): TakenValue {
  const digits = cell.value.replaceAll(/\D/gu, '').replace(/^0+/u, '').length
  if (digits > KEPT_DIGITS || /e/iu.test(cell.value))
    return unreadable(cell.value, 'digits-lost', {})
  const shown = cell.format === undefined ? null : shownAs(cell.value, cell.format)
  if (shown !== null && 'text' in shown && shown.text !== '') {
    return taken('text', shown.text, cell.value, [])
  }
  const code = cell.format === undefined ? null : shownCode(cell.value, cell.format)
  return taken('text', code ?? cell.value, cell.value, [])
}

function taken(
  state: CellState,
  value: string,
  raw: string,
  cleanings: CleaningKind[],
): TakenValue {
  return { state, value, raw, cleanings, reason: null }
}

function unreadable(
  raw: string,
  code: ReasonCode,
  params: Record<string, string | number>,
): TakenValue {
  return {
    state: 'unreadable',
    value: '',
    raw,
    cleanings: [],
    reason: { code, params: { raw, ...params } },
  }
}
