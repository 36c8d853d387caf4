import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { parse } from 'yaml'
import { FORM_LIBRARY } from '../../scripts/forms/library.ts'
import type { CellValue } from '../../scripts/forms/sheet.ts'
import type { MadeSummary, Reporter } from '../../scripts/summaries/made.ts'

/*
 * What the indicators of the shipped library come to over made returns, worked out a second time:
 * the YAML is read as data, its conditions are put into JavaScript's own words and run by it, and
 * figures are whole numbers of eight decimals. Nothing of the program's core is used.
 */

/** A column's choices, or a count over the rows of a list. */
interface ListEntry {
  list: string
  column?: string
  choices?: string[]
  id?: string
  count?: string
  sum?: string
  value?: string
  where?: string
  once?: string
}

/** Numerator or denominator of an indicator. */
interface Side {
  sum?: string
  max?: string
  count?: string
  where?: string
  plus?: Side[]
}

/** An indicator as it stands in indicators.yaml. */
export interface IndicatorEntry {
  id: string
  value?: Side
  numerator?: Side
  denominator?: Side
  scale?: number | string
  decimals?: number
}

type Field = (name: string) => CellValue
type Item = (form: string, row: number, column: number) => CellValue

const ONE = 100_000_000n
const LIBRARY = join(import.meta.dirname, '../../resources/library/lists.yaml')
const ENTRIES = parse(readFileSync(LIBRARY, 'utf8')) as ListEntry[]
const SHEETS = new Map(
  FORM_LIBRARY.flatMap(({ sheets }) => sheets).map((spec) => [spec.name, spec]),
)

/** What may stand in a column of a list; null where anything may. */
export function choicesIn(list: string, column: string): string[] | null {
  const entry = ENTRIES.find((one) => one.list === list && one.column === column)
  return entry?.choices ?? null
}

/** A heading without its star and its unit. */
export const bareHeading = (heading: string): string =>
  heading.replace('*', '').replace(/（.*$/u, '')

/**
 * What an indicator comes to.
 *
 * @returns its figure at its decimals, half away from zero; null when there is none (nothing to
 *   divide by, rows that contradict each other); undefined for a kind that is not worked out here
 */
export function truthOf(made: MadeSummary, of: IndicatorEntry): string | null | undefined {
  const top = sideOf(made, of.value ?? of.numerator ?? {})
  const bottom = of.denominator === undefined ? ONE : sideOf(made, of.denominator)
  if (top === undefined || bottom === undefined) return undefined
  if (top === null || bottom === null || bottom === 0n) return null
  const decimals = of.decimals ?? 0
  const above = top * scaled(of.scale ?? 1) * 10n ** BigInt(decimals)
  const below = bottom * ONE
  const size = above < 0n ? -above : above
  const rounded = (2n * size + below) / (2n * below)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const shown = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return above < 0n && rounded !== 0n ? `-${shown}` : shown
}

function sideOf(made: MadeSummary, side: Side): bigint | null | undefined {
  if (side.plus !== undefined) {
    let all = 0n
    for (const part of side.plus) {
      const one = sideOf(made, part)
      if (one === null || one === undefined) return one
      all += one
    }
    return all
  }
  const own = made.reporters.filter(
    (one) => side.where === undefined || holds(side.where, fieldOf(made, one), itemOf(one)),
  )
  if (side.count !== undefined) return BigInt(counted(made, own, side.count)) * ONE
  const terms = termsOf(side.sum ?? side.max ?? '')
  if (terms === null) return undefined
  if (side.max !== undefined) {
    const all = own.filter((one) => terms.some(({ form }) => one.sheets[form] !== undefined))
    const sums = all.map((one) => sumIn(one, terms))
    return sums.length === 0 ? null : sums.reduce((a, b) => (a > b ? a : b))
  }
  let all = own.reduce((sum, one) => sum + sumIn(one, terms), 0n)
  for (const { form, row } of terms.filter((one) => isList(one.form))) {
    const one = listFigure(form, row, own)
    if (one === null) return null
    all += one
  }
  return all
}

/** Schools, or those who sent a form and fulfil a condition about it. */
function counted(made: MadeSummary, own: readonly Reporter[], count: string): number {
  if (count === '学校') {
    return own.filter(({ kind }) => made.kinds[kind]?.category === '学校').length
  }
  const form = /(\p{Script=Han}+)\[/u.exec(count)?.[1] ?? ''
  return own.filter(
    (one) => one.sheets[form] !== undefined && holds(count, fieldOf(made, one), itemOf(one)),
  ).length
}

interface Term {
  minus: boolean
  form: string
  /** A row's number, or in a list the count's name. */
  row: string
  column: number
}

/** `甲[01,1] - 乙[02,1] + SUM(丙[01:03,1])`; null for anything else. */
function termsOf(text: string): Term[] | null {
  const bare = text
    .replace(/\s/gu, '')
    .replaceAll(/SUM\((.+?)\[(\d+):(\d+),(\d+)\]\)/gu, (...of) => {
      const [, form, first, last, column] = of.map(String)
      const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => at)
      return rows.map((at) => `${form}[${Number(first) + at},${column}]`).join('+')
    })
  const found = [...bare.matchAll(/([+-]?)([^\s+\-[\]]+)\[([^,\]]+),(\d+)\]/gu)]
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== bare) return null
  return found.map(([, sign, form = '', row = '', column]) => ({
    ...{ minus: sign === '-', form, row, column: Number(column) },
  }))
}

const isList = (form: string): boolean => SHEETS.get(form)?.kind === 'list'

/** The tables' terms in one return. */
function sumIn(one: Reporter, terms: readonly Term[]): bigint {
  let all = 0n
  for (const { minus, form, row, column } of terms) {
    if (isList(form)) continue
    const figure = scaled(one.sheets[form]?.[Number(row) - 1]?.[column - 1] ?? null)
    all += minus ? -figure : figure
  }
  return all
}

/** A count over the rows of a list, of those who sent it; null when its rows contradict each other. */
function listFigure(list: string, id: string, own: readonly Reporter[]): bigint | null {
  const entry = ENTRIES.find((one) => one.list === list && one.id === id)
  if (entry === undefined) throw new RangeError(`no count ${id} over ${list}`)
  const seen = new Set<string>()
  const figures: bigint[] = []
  for (const row of own.flatMap(({ sheets }) => sheets[list] ?? [])) {
    const field = fieldIn(list, row)
    const where = entry.where ?? entry.count
    if (where !== undefined && !holds(where, field, null)) continue
    if (entry.once !== undefined) {
      const key = sameThing(field(entry.once.replace('名单.', '')))
      if (key !== '' && seen.has(key)) continue
      seen.add(key)
    }
    const column = entry.value ?? entry.sum
    figures.push(column === undefined ? ONE : scaled(field(column.replace('名单.', ''))))
  }
  if (entry.value === undefined) return figures.reduce((all, one) => all + one, 0n)
  const [first = null] = figures
  return figures.every((one) => one === first) ? first : null
}

const sameThing = (value: CellValue): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .toUpperCase()

function fieldIn(list: string, row: readonly CellValue[]): Field {
  const spec = SHEETS.get(list)
  if (spec?.kind !== 'list') throw new RangeError(`no list ${list}`)
  return (name) => row[spec.columns.findIndex((heading) => bareHeading(heading) === name)] ?? ''
}

function fieldOf(made: MadeSummary, { kind, town, more }: Reporter): Field {
  const of = made.kinds[kind]
  const known: Record<string, string> = {
    ...{ 办学类型代码: kind, 办学类型: of?.label ?? '', 类别: of?.category ?? '', 乡镇: town },
    ...more,
  }
  return (name) => known[name] ?? ''
}

const itemOf =
  ({ sheets }: Reporter): Item =>
  (form, row, column) =>
    sheets[form]?.[row - 1]?.[column - 1] ?? ''

type Asked = (field: Field, item: Item | null, words: typeof WORDS) => unknown

/** What the conditions' words do. */
const WORDS = {
  AND: (...all: unknown[]): boolean => all.every(Boolean),
  OR: (...all: unknown[]): boolean => all.some(Boolean),
  IF: (condition: unknown, then: unknown, otherwise: unknown) => (condition ? then : otherwise),
}

const compiled = new Map<string, Asked>()

/** Whether a condition holds, as JavaScript says. */
function holds(condition: string, field: Field, item: Item | null): boolean {
  const known = compiled.get(condition)
  const body = `return Boolean(${inJavaScript(condition)})`
  const asked = known ?? (compileFunction(body, ['field', 'item', 'words']) as Asked)
  compiled.set(condition, asked)
  return asked(field, item, WORDS) === true
}

const inJavaScript = (condition: string): string =>
  condition
    .replaceAll(/(\p{Script=Han}+)\[(\d+),(\d+)\]/gu, (_, form, row, column) => {
      return `item('${form}', ${Number(row)}, ${Number(column)})`
    })
    .replaceAll(/(?:名单|学校)\.([\p{L}\p{N}]+)/gu, "field('$1')")
    .replaceAll('<>', '!=')
    .replaceAll(/(?<![<>!])=(?!=)/gu, '==')
    .replaceAll(/(?:AND|OR|IF)\(/gu, 'words.$&')

/** A figure as a whole number of eight decimals. */
function scaled(value: CellValue): bigint {
  const [whole = '0', part = ''] = String(value === null || value === '' ? 0 : value).split('.')
  return BigInt(whole + part.padEnd(8, '0'))
}
