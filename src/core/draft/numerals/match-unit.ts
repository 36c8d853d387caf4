import { SCALES, UNITS } from '../lexicon/units.ts'
import type { Unit } from '../lexicon/units.ts'
import type { Numeral } from './numeral.ts'

type Script = Numeral['script']

/** A word found in the text at `end` − its length. */
interface Found<T> {
  readonly word: string
  readonly end: number
  readonly is: T
}

const LONGEST_UNIT = Math.max(...[...UNITS.keys()].map((word) => word.length))
const LONGEST_SCALE = Math.max(...[...SCALES.keys()].map((word) => word.length))

/** 元/生, 元/生·年, 元/人/月: so much for each. */
const EACH =
  /^(?:\/(?:生|人|师|班|校|平方米|㎡|亩|月|年|次|天|日|课时|户|学期|学年)){1,2}(?:[·.•・](?:年|月|学期|学年))?|^每(?:生|人)(?:每?(?:年|月|学期|学年))/u
/** 台（套）, 所（个）, 台（件、套） */
const IN_BRACKETS = /^\([\p{Script=Han}]{1,2}(?:[、/,][\p{Script=Han}]{1,2}){0,2}\)/u
const BETWEEN_UNITS = /^[/、](?=[\p{Script=Han}])/u

/** The unit written at `at` behind a number in digits or characters; spaces are not skipped. */
export function unitAt(text: string, at: number, script: Script): Found<Unit> | null {
  for (let length = Math.min(LONGEST_UNIT, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    const unit = UNITS.get(word)
    if (unit === undefined) continue
    const other = script === 'arabic' ? unit.unless.digits : unit.unless.characters
    if (other?.test(text.slice(at + length, at + length + 4)) === true) continue
    return { word, end: at + length, is: unit }
  }
  return null
}

/** The whole unit with what it is for each of, and other words for the same in brackets. */
export function wholeUnitAt(text: string, at: number, script: Script): Found<Unit> | null {
  const unit = unitAt(text, at, script) ?? unitInBrackets(text, at)
  if (unit === null) return null
  const after = text.slice(unit.end, unit.end + 16)
  const more = unit.is.sort === 'money' ? EACH.exec(after)?.[0] : bracketedUnits(unit.is, after)
  if (more === undefined) return unit
  return { word: unit.word + more, end: unit.end + more.length, is: unit.is }
}

/** 1704(所次), 36(个): the unit itself in brackets. */
function unitInBrackets(text: string, at: number): Found<Unit> | null {
  const word = /^\((\p{Script=Han}{1,3})\)/u.exec(text.slice(at, at + 5))?.[1] ?? ''
  const unit = UNITS.get(word)
  const counts = unit?.sort === 'plain' || unit?.sort === 'loose' || unit?.sort === 'people'
  return unit === undefined || !counts
    ? null
    : { word: `(${word})`, end: at + word.length + 2, is: unit }
}

function bracketedUnits(unit: Unit, after: string): string | undefined {
  if (unit.sort !== 'plain' && unit.sort !== 'loose') return undefined
  const bracket = IN_BRACKETS.exec(after)?.[0]
  if (bracket !== undefined) {
    const words = bracket.slice(1, -1).split(/[、/,]/u)
    return words.every((word) => UNITS.has(word)) ? bracket : undefined
  }
  if (!BETWEEN_UNITS.test(after) || !after.startsWith('/')) return undefined
  const next = unitAt(after, 1, 'chinese')
  return next === null ? undefined : after.slice(0, next.end)
}

/** 万, 亿, 百万 …: what the number before is multiplied by. */
export function scaleAt(text: string, at: number): Found<bigint> | null {
  for (let length = LONGEST_SCALE; length > 0; length--) {
    const word = text.slice(at, at + length)
    const factor = SCALES.get(word)
    if (word.length === length && factor !== undefined)
      return { word, end: at + length, is: factor }
  }
  return null
}
