import { quantitiesOf } from '../numerals/quantities.ts'

/** A column's heading: what it names and in which unit, with its scale (万元); '' where it says none. */
export interface Heading {
  readonly label: string
  readonly unit: string
}

const IN_BRACKETS = /^(.+?) ?\((?:单位:)?([^()]{1,6})\)$/u
const PERCENT = /^(.+?)%$/u
/** What is counted in no table's common unit: rates, ordinals, codes, dates. */
const NEVER =
  /[率比序号码幅速均占]|年份|月|日期|名次|位次|排名|页|电话|备注|班额|^(?:类别|项目|级别|年)$/u
/** What a table's common unit does not count, though it stands in the table. */
const OTHER: Readonly<Record<string, RegExp>> = {
  元: /[人生师班户员]|数|校$|园$|面积/u,
  人: /[校园班费资元室]|面积|数量|个数|万/u,
}
const OTHERWISE = /[人生师费资员]|经费/u

/** A heading as it stands in the table. */
export function headingOf(text: string): Heading {
  const bracketed = IN_BRACKETS.exec(text)
  const unit = bracketed?.[2] ?? ''
  if (bracketed !== null && isUnit(unit)) return { label: bracketed[1] ?? '', unit }
  const percent = PERCENT.exec(text)
  if (percent !== null) return { label: percent[1] ?? '', unit: '%' }
  return { label: text, unit: '' }
}

/** Whether a heading is nothing but a unit in brackets. */
export function isOnlyUnit(text: string): boolean {
  return /^\(.*\)$/u.test(text)
}

/** The unit that a line above a table gives its figures (单位：万元); '' where it gives none, or several. */
export function commonUnit(line: string): string {
  const unit = /(?:^|[\s(])单位: ?([^\s、,，;；()]{1,5}) ?\)?$/u.exec(line)?.[1] ?? ''
  return isUnit(unit) ? unit : ''
}

/** The heading with the table's common unit, where it names what is counted in it. */
export function withCommonUnit(heading: Heading, unit: string): Heading {
  if (heading.unit !== '' || unit === '' || heading.label === '') return heading
  if (/[()]/u.test(heading.label) || NEVER.test(heading.label)) return heading
  const base = quantitiesOf(`1${unit}`)[0]?.unit?.base ?? ''
  return (OTHER[base] ?? OTHERWISE).test(heading.label) ? heading : { ...heading, unit }
}

function isUnit(word: string): boolean {
  const [one, ...more] = word === '' ? [] : quantitiesOf(`1${word}`)
  return (
    one?.unit !== undefined && one.unit !== null && more.length === 0 && one.end === word.length + 1
  )
}
