import type { ControlLine, ControlScope, ControlsView } from '../../../shared/controls.ts'
import type { Basis, School } from '../../../shared/model.ts'
import { groupOf } from '../../consolidate/groups.ts'
import { explainDifference } from '../../controls/explain.ts'
import type { ExplainedSchool } from '../../controls/explain.ts'
import { headingsOf } from '../../controls/headings.ts'
import type { Measure } from '../../controls/headings.ts'
import { readControls } from '../../controls/read-controls.ts'
import type { ControlTotal, ReadControls } from '../../controls/read-controls.ts'
import { scopesOf } from '../../controls/scopes.ts'
import type { WorkbookData } from '../../ports.ts'
import type { SchoolFigures } from '../../rules/figures.ts'
import { absolute, compare, minus, numberOf, plus, showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { asCount } from '../../screening/county.ts'
import { pastState } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { labelOf } from '../../forms/form-index.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { figuresForRules } from '../../collection/rule-figures.ts'

/** A source of control totals that is in force, opened. */
export interface OpenedSource {
  entry: number
  /** Asset name: a number, "/", the file's name. */
  asset: string
  at: string
  person: string
  workbook: WorkbookData
}

/** What a workbook of totals says, with the headings and names of a collection. */
export function understandControls(collection: Collection, workbook: WorkbookData): ReadControls {
  const { index, config, schools } = collection
  const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
  const headings = headingsOf(
    index.forms,
    indicatorLibraryOf(collection).indicators,
    (form, at) => index.addressesOf(form)[at] ?? '',
    (name) => columns.has(name),
  )
  return readControls(workbook, headings, scopesOf(config, schools), index.forms)
}

/** Every control total beside the schools' sum, with what may explain the difference. */
export function controlsOf(
  collection: Collection,
  sources: readonly OpenedSource[],
  prior: LastYear,
  basis: Basis,
): ControlsView {
  const county = new County(collection, prior, basis)
  const read = sources.map((source) => ({
    source,
    ...understandControls(collection, source.workbook),
  }))
  return {
    revision: collection.revision,
    sources: read.map(({ source: { entry, asset, at, person }, totals, problems }) => ({
      entry,
      name: asset.slice(asset.indexOf('/') + 1),
      at,
      person,
      totals: totals.length,
      problems,
    })),
    lines: read.flatMap(({ source, totals }) =>
      totals.map((total) => county.line(source.entry, total)),
    ),
  }
}

/** The schools of a county as control totals need them; figures are taken once. */
class County {
  private readonly collection: Collection
  private readonly prior: LastYear
  private readonly basis: Basis
  private readonly figures = new Map<string, SchoolFigures>()

  constructor(collection: Collection, prior: LastYear, basis: Basis) {
    this.collection = collection
    this.prior = prior
    this.basis = basis
  }

  line(source: number, total: ControlTotal): ControlLine {
    const { measure, scope } = total
    const schools = this.schoolsOf(scope).filter((school) => this.concerns(measure, school))
    const adds = schools.map((school) => ({ school, value: this.value(measure, school) }))
    const ours = adds.reduce<Num>((sum, { value }) => plus(sum, value), 0)
    const theirs = numberOf(total.value) ?? 0
    const difference = minus(theirs, ours)
    const explained = (): ExplainedSchool[] =>
      adds.map(({ school, value }) => this.explained(measure, school, value, difference, schools))
    return {
      source,
      sheet: total.sheet,
      cell: total.cell,
      scope,
      scopeName: this.nameOf(scope),
      heading: total.heading,
      title: measure.title,
      item: measure.item,
      theirs: total.value,
      ours: showNumber(ours, 10),
      difference: showNumber(difference, 10),
      schools: schools.filter((school) => this.isIn(measure, school)).length,
      expected: schools.length,
      explanations:
        compare(difference, 0) === 0 ? [] : explainDifference(theirs, ours, explained()),
    }
  }

  private schoolsOf(scope: ControlScope): School[] {
    const { expected, config } = this.collection
    if (scope.kind === 'county') return expected
    if (scope.kind === 'school') return expected.filter((school) => school.id === scope.school)
    return expected.filter((school) => groupOf(school, scope.by, config) === scope.group)
  }

  private nameOf(scope: ControlScope): string {
    if (scope.kind === 'county') return this.collection.config.county
    return scope.kind === 'group' ? scope.group : this.collection.school(scope.school).name
  }

  /** Whether the school's own blank workbook asks for any of the items. */
  private concerns({ reader }: Measure, school: School): boolean {
    return reader.cells.some(({ form }) => this.collection.itemsOf(school, form).length > 0)
  }

  private isIn({ reader }: Measure, school: School): boolean {
    return reader.cells.some(({ form }) => this.collection.table(school.id, form.id) !== null)
  }

  private figuresOf(school: School, basis: Basis): SchoolFigures {
    const key = `${basis} ${school.id}`
    const known = this.figures.get(key)
    if (known !== undefined) return known
    const taken = figuresForRules(this.collection, school, basis, this.prior)
    this.figures.set(key, taken)
    return taken
  }

  private value({ reader }: Measure, school: School, basis = this.basis): Num {
    return reader.adds(this.figuresOf(school, basis))
  }

  private explained(
    measure: Measure,
    school: School,
    value: Num,
    difference: Num,
    others: readonly School[],
  ): ExplainedSchool {
    const figures = this.figuresOf(school, this.basis)
    const { id, name } = school
    const before = {
      ...figures,
      table: (form: Parameters<SchoolFigures['table']>[0]) => figures.lastYear(form),
    }
    const whole = compare(value, absolute(difference)) === 0
    return {
      id,
      name,
      state: this.isIn(measure, school)
        ? this.unreadable(measure, school)
          ? 'unreadable'
          : 'in'
        : 'missing',
      value,
      otherBasis: this.value(measure, school, this.basis === 'adopted' ? 'returned' : 'adopted'),
      lastYear: this.knowsLastYear(measure, id) ? measure.reader.adds(before) : null,
      cells: this.cellsBeside(measure, figures),
      twin: whole ? this.twinOf(measure, school, others) : null,
    }
  }

  /** Whether last year says every item of the school: what its data lack is not 0. */
  private knowsLastYear({ reader }: Measure, id: string): boolean {
    const { index } = this.collection
    const states = reader.cells.map(({ form, index: at }) =>
      pastState(this.prior, id, form.id, index.addressesOf(form)[at] ?? ''),
    )
    return states.some((state) => state !== null) && !states.includes('unknown')
  }

  private unreadable({ reader }: Measure, school: School): boolean {
    return reader.cells.some(
      ({ form, index }) =>
        this.collection.value(this.basis, school.id, form, index).state === 'unreadable',
    )
  }

  /** The other cells of the rows in which the items stand. */
  private cellsBeside({ reader }: Measure, figures: SchoolFigures): ExplainedSchool['cells'] {
    const { index } = this.collection
    const own = new Set(reader.cells.map(({ form, index: at }) => `${form.id} ${String(at)}`))
    const rows = new Set(
      reader.cells.map(({ form, index: at }) => `${form.id} ${String(form.items[at]?.row)}`),
    )
    return [...new Set(reader.cells.map(({ form }) => form))].flatMap((form) => {
      const table = figures.hasForm(form.id) ? figures.table(form) : null
      if (table === null) return []
      const addresses = index.addressesOf(form)
      return form.items.flatMap((item, at) => {
        const value = item.kind === 'number' ? asCount(table[at]) : null
        const beside =
          rows.has(`${form.id} ${String(item.row)}`) && !own.has(`${form.id} ${String(at)}`)
        return value === null || !beside || compare(value, 0) === 0
          ? []
          : [{ item: addresses[at] ?? '', label: labelOf(form, item), value }]
      })
    })
  }

  /** A school that sent the very same tables. */
  private twinOf({ reader }: Measure, school: School, others: readonly School[]): string | null {
    const forms = [...new Set(reader.cells.map(({ form }) => form.id))]
    const said = (one: School): string =>
      JSON.stringify(forms.map((form) => this.collection.table(one.id, form)?.values ?? null))
    const own = said(school)
    return others.find((one) => one.id !== school.id && said(one) === own)?.name ?? null
  }
}
