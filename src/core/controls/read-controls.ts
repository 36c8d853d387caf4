import type { ControlProblem, ControlScope } from '../../shared/controls.ts'
import type { Form } from '../../shared/model.ts'
import { cleanText } from '../forms/label.ts'
import { multiplied, unitFactor } from '../cells/in-unit.ts'
import { isKnownUnit } from '../cells/unit-size.ts'
import { takeNumber } from '../cells/value.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import { unitsPrintedAbove } from '../forms/table-units.ts'
import { a1 } from '../model/address.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import type { Headings, Measure } from './headings.ts'
import type { ScopeOf } from './scopes.ts'

/** A total as another source states it. */
export interface ControlTotal {
  sheet: string
  cell: string
  heading: string
  measure: Measure
  scope: ControlScope
  /** Plain decimal. */
  value: string
}

export interface ReadControls {
  totals: ControlTotal[]
  problems: ControlProblem[]
}

/** Names of the columns of a list that states one total a line. */
const WHAT = /^(?:指标|项目|指标名称|指标代码|代码|地址|统计项)$/u
const HOW_MANY =
  /^(?:数值|合计|总数|数量|人数|数|控制数|对账数|比对数)(?:[(（](?:单位[:：])?([^()（）]+)[)）])?$/u
const UNIT = /^(?:计量)?单位$/u
/** Columns that say neither whose nor how many. */
const ASIDE = /^(?:序号|编号|备注|说明|单位|来源|日期|截止日期|填表人|办学类型|举办者)$/u

/**
 * Reads a workbook of totals: either a column per item under headings that are understood, a row
 * per town or school; or a list of item and number. Every figure that cannot be used is named.
 *
 * @param forms for sheets named after a table, on which `[行,列]` is enough
 */
export function readControls(
  workbook: WorkbookData,
  headings: Headings,
  scopeOf: ScopeOf,
  forms: readonly Form[],
): ReadControls {
  const read: ReadControls = { totals: [], problems: [] }
  for (const sheet of workbook.sheets) {
    const form = formOf(sheet, forms)
    const line = new Sheet(sheet, form, headings, scopeOf, read)
    line.read()
  }
  return read
}

function formOf(sheet: SheetData, forms: readonly Form[]): Form | null {
  const name = sheet.name.trim().replace(/^明细_/u, '')
  return forms.find((form) => form.id === name || form.title === name) ?? null
}

class Sheet {
  private readonly sheet: SheetData
  private readonly form: Form | null
  private readonly headings: Headings
  private readonly scopeOf: ScopeOf
  private readonly into: ReadControls
  /** Printed above the list (单位：万元); "" for none, or for several. */
  private printed = ''

  constructor(
    sheet: SheetData,
    form: Form | null,
    headings: Headings,
    scopeOf: ScopeOf,
    into: ReadControls,
  ) {
    this.sheet = sheet
    this.form = form
    this.headings = headings
    this.scopeOf = scopeOf
    this.into = into
  }

  read(): void {
    const { rowCount } = this.sheet
    for (let row = 0; row < Math.min(rowCount, 30); row++) {
      const texts = this.texts(row)
      const what = texts.findIndex((text) => WHAT.test(text))
      const number = texts.findIndex((text) => HOW_MANY.test(text))
      this.printed = this.unitAbove(row)
      if (what >= 0 && number >= 0) return this.list(row, what, number)
      const known = texts.map((text) =>
        text === '' ? null : this.headings.meaning(text, this.form),
      )
      if (known.some((one) => one !== null && !Array.isArray(one))) return this.table(row, known)
    }
    if (rowCount > 0) this.problem('no-totals', 0, 0, this.sheet.name)
  }

  /** A line per total. */
  private list(head: number, what: number, number: number): void {
    const titles = this.texts(head)
    const beside = titles.findIndex((text) => UNIT.test(text))
    const ofColumn = HOW_MANY.exec(titles[number] ?? '')?.[1] ?? ''
    for (let row = head + 1; row < this.sheet.rowCount; row++) {
      const texts = this.texts(row)
      const heading = texts[what] ?? ''
      const value = this.number(row, number)
      if (heading === '' || value === null) continue
      const meaning = this.headings.meaning(heading, this.form)
      if (meaning === null) this.problem('unknown-heading', row, what, heading)
      else if (Array.isArray(meaning)) this.ambiguous(row, what, heading, meaning)
      else {
        const others = texts.flatMap((text, at) => (at === what || at === number ? [] : [text]))
        const scope = this.scope(others.filter((text) => text !== '')) ?? { kind: 'county' }
        const unit = (texts[beside] ?? '') || ofColumn
        this.total(row, number, heading, meaning, scope, value, unit)
      }
    }
  }

  /** A column per measure, a line per school, group or county. */
  private table(head: number, meanings: (Measure | null | string[])[]): void {
    const titles = this.texts(head)
    const named = new Set<number>()
    let lines = 0
    for (let row = head + 1; row < this.sheet.rowCount; row++) {
      const texts = this.texts(row)
      const labels = texts.filter((text, at) => text !== '' && measureIn(meanings[at]) === null)
      const scope = this.scope(labels)
      const bare = labels.length === 0 && lines === 0
      for (let column = 0; column < this.sheet.columnCount; column++) {
        const meaning = meanings[column] ?? null
        const title = titles[column] ?? ''
        const measure = measureIn(meaning)
        if (measure === null) {
          if (named.has(column) || ASIDE.test(title) || !this.isFigure(row, column)) continue
          if (this.scopeOf(texts[column] ?? '') !== null) continue
          named.add(column)
          if (Array.isArray(meaning)) this.ambiguous(head, column, title, meaning)
          else if (title !== '') this.problem('unknown-heading', head, column, title)
          continue
        }
        const value = this.number(row, column)
        if (value === null) continue
        lines++
        if (scope === null && !bare) this.problem('unknown-scope', row, column, wordsOf(labels))
        else this.total(row, column, title, measure, scope ?? { kind: 'county' }, value)
      }
    }
  }

  /** A school before a group, a group before the county. */
  private scope(labels: readonly string[]): ControlScope | null {
    const found = labels.flatMap((label) => this.scopeOf(label) ?? [])
    return (
      found.find((one) => one.kind === 'school') ??
      found.find((one) => one.kind === 'group') ??
      found[0] ??
      null
    )
  }

  private texts(row: number): string[] {
    const cells = this.sheet.cells[row] ?? []
    return Array.from({ length: this.sheet.columnCount }, (_, at) =>
      cleanText(cells[at]?.value ?? ''),
    )
  }

  private isFigure(row: number, column: number): boolean {
    const cell = this.sheet.cells[row]?.[column]
    return cell !== undefined && takeNumber(cell, { unit: null }).state === 'number'
  }

  /** The cell as a number; null where it is empty, or is none, which is named. */
  private number(row: number, column: number): string | null {
    const cell = this.sheet.cells[row]?.[column]
    if (cell === undefined || cell.value.trim() === '') return null
    const taken = takeNumber(cell, { unit: null })
    if (taken.state === 'number') return taken.value
    if (taken.state !== 'blank') this.problem('not-a-number', row, column, cell.value)
    return null
  }

  private total(
    row: number,
    column: number,
    heading: string,
    measure: Measure,
    scope: ControlScope,
    value: string,
    said = '',
  ): void {
    const cell = a1(row, column)
    const factor = unitFactor(this.unitOf(said, measure), measure.unit)
    if (factor === null) {
      const units = { said: said || this.printed, own: measure.unit }
      return this.problem('unit-differs', row, column, `${heading}（${units.said} / ${units.own}）`)
    }
    const inUnit = multiplied(value, factor)
    this.into.totals.push({ sheet: this.sheet.name, cell, heading, measure, scope, value: inUnit })
  }

  /** The unit of a figure: what is said of it, else what is printed above all, where that can be its own. */
  private unitOf(said: string, { unit }: Measure): string {
    if (said !== '') return isKnownUnit(said) ? said : ''
    return unitFactor(this.printed, unit) === null ? '' : this.printed
  }

  private unitAbove(row: number): string {
    const [unit = '', ...others] = unitsPrintedAbove(new SheetGrid(this.sheet), row)
    return others.length === 0 && isKnownUnit(unit) ? unit : ''
  }

  private ambiguous(row: number, column: number, heading: string, items: string[]): void {
    const shown = items.slice(0, 4).join('、')
    this.problem('ambiguous-heading', row, column, `${heading}（${shown}）`)
  }

  private problem(code: ControlProblem['code'], row: number, column: number, text: string): void {
    const cell = a1(row, column)
    this.into.problems.push({ code, sheet: this.sheet.name, cell, text })
  }
}

function measureIn(meaning: Measure | null | string[] | undefined): Measure | null {
  return meaning === undefined || Array.isArray(meaning) ? null : meaning
}

/** What of a line are words, to name it by; its figures where it has none. */
function wordsOf(labels: readonly string[]): string {
  const words = labels.filter((label) => !/^[\d.,%]+$/u.test(label))
  return (words.length > 0 ? words : labels).join(' ')
}
