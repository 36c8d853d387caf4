import type { FormItem } from '../../shared/model.ts'
import type { CellRule, RawCell } from '../model/sheet.ts'
import { headingRole } from './furniture.ts'
import { withoutUnits } from './heading.ts'
import {
  asksPlainly,
  isAnswer,
  isGeneral,
  isOffice,
  isTotal,
  isWrittenEitherWay,
  senseOf,
} from './senses.ts'
import type { Sense } from './senses.ts'
import { unitOf } from './table-units.ts'
import type { UnitSources } from './table-units.ts'
import { unitInLabel, usualDecimals } from './units.ts'
import { parseExact } from '../../shared/exact.ts'

/** A cell of a blank form and what is said of it. */
export interface CellAsked extends UnitSources {
  row: number
  column: number
  cell: RawCell | undefined
  /** What the blank lets be typed there; null for anything. */
  rule: CellRule | null
  /** Whether it is merged over cells of other columns, so that no one column says what it is. */
  wide?: boolean
  /** Whether it stands among rows of figures, not on a card or a school's one line. */
  grid: boolean
}

/** Decimals of a fraction that is shown as 98.75%. */
const SHARE_DECIMALS = 4

/**
 * The item of a blank's cell: figures or words, with its unit. The words over and beside it tell,
 * never the table's unit alone: remarks in a table of 人 are words.
 */
export function learnItem(asked: CellAsked): FormItem {
  const { row, column, cell } = asked
  const derived = cell?.formula !== undefined
  const sense = senseOfCell(asked)
  const said = unitSaid(asked)
  const choices = derived ? [] : (asked.rule?.choices ?? [])
  const words = !derived && (ruledWords(asked, said, choices) ?? saidWords(asked, sense, said))
  const unit = words ? null : said
  const shares = !words && unit === null && (sense === 'ratio' || showsShare(cell))
  return {
    row,
    column,
    kind: words ? 'text' : 'number',
    unit,
    decimals: shares ? SHARE_DECIMALS : usualDecimals(unit),
    formula: null,
    input: !derived,
    ...(shares && { fraction: true as const }),
    ...(!words &&
      !shares &&
      isOpen(asked) && {
        either: asked.printed.length === 0 || mayNameSomebody(asked) ? true : ('choices' as const),
      }),
    ...(!words && isChange(asked) && { signed: true as const }),
    ...(choices.length > 0 && { choices }),
  }
}

/**
 * Whether the blank's data validation lets words be typed: a day, or one of several words. Whole
 * numbers are asked for where the labels do not ask for words: a telephone is none to add up. Null
 * where there is no validation, or it leaves it open.
 */
function ruledWords(
  { rule, label, headings }: CellAsked,
  said: string | null,
  choices: readonly string[],
): boolean | null {
  if (rule === null) return null
  if (rule.kind === 'date') return true
  if (choices.length > 0) return !choices.every((word) => parseExact(word) !== null)
  if (rule.kind === 'list') return null
  const asksText = [...headings, ...label.split(' / ')].some((text) => senseOf(text) === 'text')
  return asksText && said === null ? null : false
}

function saidWords(asked: CellAsked, sense: Sense | null, said: string | null): boolean {
  // What is counted in a unit is a figure, however its heading sounds.
  const counted = ownUnit(asked) !== null && sense !== 'text'
  return asked.wide === true || (!counted && asksWords(asked, sense)) || isContent(asked, said)
}

/** The unit that is said at a cell itself, not of its whole table. */
const ownUnit = (asked: CellAsked): string | null => unitOf({ ...asked, printed: [], noted: [] })

/** A cell that shows its share as 98.75% holds a fraction, unless its own heading or row says per cent. */
function unitSaid(asked: CellAsked): string | null {
  const said = unitOf(asked)
  const ofTable = said === '%' && showsShare(asked.cell) && ownUnit(asked) === null
  return ofTable ? null : said
}

/** A heading that leaves it to the rows (情况, 数值) says what its row says. */
function senseOfCell({ headings, label }: CellAsked): Sense | null {
  const leaf = withoutUnits(headings).at(-1) ?? ''
  const row = label.split(' / ').at(-1) ?? ''
  const own = senseOf(row)
  if (isGeneral(leaf)) return own
  const over = senseOf(leaf)
  // The rate of girls is a rate, under 女 too; a heading that says nothing (本学期) leaves it to the row.
  if (own === 'ratio' && over !== 'text') return own
  return over ?? (asksPlainly(row) && unitInLabel(leaf) === null ? 'text' : null)
}

/** Whether words are asked for: the head of a school on its card, no figure of heads in a grid of people. */
function asksWords({ printed, grid }: CellAsked, sense: Sense | null): boolean {
  if (sense === 'text') return true
  if (sense === 'person') return !grid
  return sense === 'quality' && (!grid || printed.length === 0)
}

/**
 * Whether nothing at all says that a figure is meant: no word over or beside it, nor a unit of its
 * own. The unit printed over the whole table says little: 建档立卡 in a table of 人 may be ticked.
 */
function isOpen(asked: CellAsked): boolean {
  const { headings, label, cell, rule, printed } = asked
  const leaf = withoutUnits(headings).at(-1) ?? ''
  const said = isGeneral(leaf) ? (label.split(' / ').at(-1) ?? '') : leaf
  if (cell === undefined && rule === null && isWrittenEitherWay(said))
    return unitInLabel(said) === null
  if (ownUnit(asked) !== null || cell !== undefined) return false
  if (rule !== null && (rule.kind !== 'list' || rule.choices !== undefined)) return false
  // A total's row tells nothing of its columns: 是 may stand in it as well.
  const beside = label.split(' / ').filter((text) => !isTotal(text))
  const says = (sense: Sense | null): boolean =>
    sense !== null && sense !== 'quality' && sense !== 'person' && sense !== 'text'
  // Nor does a row of 儿童 in a table of 人 say more than the table does.
  const counts = (sense: Sense | null): boolean =>
    says(sense) && !(sense === 'count' && printed.length > 0)
  // What is ticked under 是 and 否 no label beside it counts.
  if (isAnswer(leaf)) return true
  return !headings.map(senseOf).some(says) && !beside.map(senseOf).some(counts)
}

/** Whether the heading is an office's in a table that counts no people: the name of who holds it may be written. */
function mayNameSomebody({ headings, printed }: CellAsked): boolean {
  return isOffice(withoutUnits(headings).at(-1) ?? '') && !printed.includes('人')
}

/** Whether a cell says by how much something has changed. */
function isChange({ headings, label }: CellAsked): boolean {
  const [leaf, row] = [withoutUnits(headings).at(-1) ?? '', label.split(' / ').at(-1) ?? '']
  return [leaf, row].some((text) => CHANGE.test(text.normalize('NFKC').replace(/\s+/gu, '')))
}

const CHANGE =
  /增减|±|净增|净流|差额|差值|差数|盈亏|结余|余缺|缺编|超编|(?:比|较)(?:上年|上学年|去年|同期|上期)/u

/** A column headed 内容 holds words where nothing has a unit. */
function isContent({ headings, printed }: CellAsked, unit: string | null): boolean {
  const leaf = withoutUnits(headings).at(-1) ?? ''
  return headingRole(leaf) === 'text' && unit === null && printed.length === 0
}

function showsShare(cell: RawCell | undefined): boolean {
  return cell?.format?.replace(/"[^"]*"|\\./gu, '').includes('%') === true
}
