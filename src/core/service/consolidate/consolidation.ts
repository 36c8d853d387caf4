import type { Measure } from '../../../shared/consolidate.ts'
import { parsePeriod, periodWords } from '../../../shared/period.ts'
import type { Past as PastPeriod } from '../../../shared/period.ts'
import type { Basis, School } from '../../../shared/model.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { CallError } from '../../../shared/result.ts'
import { groupOf, UNGROUPED } from '../../consolidate/groups.ts'
import { linksOfMerged, unitsOf } from '../../collection/links.ts'
import type { Unit } from '../../collection/links.ts'
import { comparableSchools, onComparable } from '../../consolidate/comparable.ts'
import type { Measured, Past, YearSpread } from '../../consolidate/measured.ts'
import { spreadSide } from '../../consolidate/spread.ts'
import type { ItemPlace } from '../../indicators/item-places.ts'
import type { Share, SpreadOptions } from '../../consolidate/spread.ts'
import { STAGE, Stages } from '../../consolidate/stage.ts'
import { published } from '../../indicators/evaluate.ts'
import type { Year } from '../../indicators/year.ts'
import type { Indicator, Side } from '../../indicators/indicator.ts'
import { ReferenceFault } from '../../rules/compile.ts'
import type { Num } from '../../model/number.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { pastState } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { labelOf } from '../../forms/form-index.ts'
import { reporterKind } from '../../register/reporter-kind.ts'
import { attributesBefore, lastYear, thisYear } from './indicator-years.ts'
import { yearNumberOf } from '../last-year/earlier.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'

/** What is added up for a measure, and how it is shown. */
export interface Definition extends Pick<Measured, 'title' | 'unit' | 'decimals' | 'publish'> {
  of: 'items' | 'indicator' | 'schools'
  /** Numerator and denominator. */
  sides: readonly [Side, Side | null]
}

/** An indicator's value as a measure. */
function valueDefinition(indicator: Indicator): Definition {
  const { title, unit, decimals, numerator, denominator } = indicator
  return {
    of: 'indicator',
    title,
    unit,
    decimals,
    publish: (top, bottom) => published(indicator, top, bottom),
    sides: [numerator, denominator],
  }
}

/**
 * A collection as it is consolidated: its schools in both years, their 学段 and groups, and
 * measures taken apart into what each school gives. Holds for one revision.
 */
export class Consolidation {
  readonly collection: Collection
  readonly stages: Stages
  readonly units: Unit[]
  private readonly last: LastYear
  readonly external: ExternalFigure[]
  private readonly years = new Map<string, Year>()
  private readonly gone = new Map<string, School>()
  private readonly successor: Map<string, string>
  private readonly asked = new Map<string, Set<number>>()
  private readonly register: Map<string, School>

  constructor(collection: Collection, last: LastYear, external: ExternalFigure[]) {
    this.collection = collection
    this.last = last
    this.external = external
    const { config } = collection
    this.stages = new Stages(
      collection.forms,
      config.stages ?? {},
      (school, form) => collection.itemsOf(school, form),
      config.dimensionFields['办学类型'] ?? '办学类型',
    )
    this.register = new Map(collection.everybody.map((school) => [school.id, school]))
    const expected = collection.expected.map(({ id }) => id)
    const now = yearNumberOf(collection)
    const own = collection.ledger.links.filter(({ year = now }) => year === now)
    const said = [...linksOfMerged(collection.everybody), ...own]
    this.units = unitsOf([...last.values.keys()], expected, said)
    this.successor = new Map(
      this.units.flatMap(({ before, now }) => {
        const [first] = now
        return first === undefined ? [] : before.map((id): [string, string] => [id, first])
      }),
    )
  }

  /** Last year as it was read. */
  get prior(): LastYear {
    return this.last
  }

  get hasLastYear(): boolean {
    return this.last.values.size > 0
  }

  /** The schools of this year as indicators see them. */
  now(basis: Basis): Year {
    return this.year(basis, () => thisYear(this.collection, this.last, this.external, basis))
  }

  /** Last year's schools as indicators see them. */
  before(): Year {
    return this.year('before', () => lastYear(this.collection, this.last, this.external))
  }

  /** The schools of another earlier year as indicators see them. */
  yearThen(year: number, list: LastYear): Year {
    if (list === this.last) return this.before()
    const name = `year-${year}` as const
    return this.year(name, () => lastYear(this.collection, list, this.external, name))
  }

  /** The other periods that this one is compared with; null where last year stands for them. */
  earlier(): { same: Year | null; previous: Year | null; cumulative: boolean } {
    const { same = null, previous = null } = this.last.earlier ?? {}
    const of = (list: LastYear | null, then: PastPeriod): Year | null =>
      list === null
        ? null
        : this.year(then, () => lastYear(this.collection, list, this.external, then))
    const period = parsePeriod(this.collection.config.period ?? '')
    const { cumulative } = periodWords(period)
    return { same: of(same, 'same'), previous: of(previous, 'previous'), cumulative }
  }

  private year(name: string, make: () => Year): Year {
    const known = this.years.get(name)
    if (known !== undefined) return known
    const made = make()
    this.years.set(name, made)
    return made
  }

  /** The collection's own indicators. */
  indicatorList(): Indicator[] {
    return indicatorLibraryOf(this.collection).indicators
  }

  /** One of them. Throws CallError no-such-item. */
  indicator(id: string): Indicator {
    const found = this.indicatorList().find((one) => one.id === id)
    if (found === undefined) throw new CallError('no-such-item', { item: id })
    return found
  }

  /**
   * A measure taken apart, this year and last.
   *
   * @param comparable over the same schools in both years only (可比口径)
   * @throws CallError no-such-item for an item, indicator or expression that is not there
   */
  measured(measure: Measure, basis: Basis, comparable = false): Measured {
    const whole = this.wholeOf(measure, basis)
    return comparable ? onComparable(whole, this.units) : whole
  }

  /** An indicator's value taken apart over the same schools in both years. Throws as `measured`. */
  comparableIndicator(indicator: Indicator, basis: Basis): Measured {
    return onComparable(this.valueOf(indicator, basis), this.units)
  }

  /** The schools of both years that an indicator is compared over. Throws as `measured`. */
  comparableSchools(indicator: Indicator, basis: Basis): ReturnType<typeof comparableSchools> {
    return comparableSchools(this.valueOf(indicator, basis), this.units)
  }

  private wholeOf(measure: Measure, basis: Basis): Measured {
    return this.bothYears(this.definition(measure), basis)
  }

  /** An indicator's value taken apart. */
  private valueOf(indicator: Indicator, basis: Basis): Measured {
    return this.bothYears(valueDefinition(indicator), basis)
  }

  private bothYears(definition: Definition, basis: Basis): Measured {
    return {
      ...this.schoolsOf(basis),
      ...definition,
      now: this.spreadNow(definition, basis),
      before: this.hasLastYear ? this.spreadThen(definition, this.before(), this.last) : null,
    }
  }

  /** What a measure adds up. Throws CallError no-such-item. */
  definition(measure: Measure): Definition {
    const plain = { decimals: null, publish: (numerator: Num | null) => numerator }
    if ('schools' in measure) {
      const numerator: Side = { kind: 'schools', where: null }
      return { ...plain, of: 'schools', title: '', unit: '所', sides: [numerator, null] }
    }
    if ('items' in measure) {
      const { title, unit, side } = this.itemSide(measure.items)
      return { ...plain, of: 'items', title, unit, sides: [side, null] }
    }
    const indicator = this.indicator(measure.indicator)
    if (measure.side === 'value') return valueDefinition(indicator)
    const side = indicator[measure.side]
    if (side === null) throw new CallError('no-such-item', { item: indicator.id })
    return { ...plain, of: 'indicator', title: indicator.title, unit: '', sides: [side, null] }
  }

  /** A measure over this year's schools. Throws CallError no-such-item. */
  spreadNow(definition: Definition, basis: Basis): YearSpread {
    return this.spread(definition, this.now(basis), (id, places) => this.asks(id, places))
  }

  /** The same over the schools of an earlier year's list. Throws CallError no-such-item. */
  spreadThen(definition: Definition, year: Year, list: LastYear): YearSpread {
    return this.spread(definition, year, (id, places) => this.had(list, id, places))
  }

  /** What a measure asks of its schools. */
  private schoolsOf(basis: Basis): Pick<Measured, 'coverage' | 'past' | 'counts' | 'name'> {
    return {
      coverage: (school, places) => this.coverage(school, places, basis),
      past: (school, places) => this.past(school, places),
      counts: (school) => this.counts(school),
      name: (school) => this.nameNow(school),
    }
  }

  /** 学校数: those that are not counted as schools are shown beside it, not in it. */
  private countSchools({ numerator }: YearSpread): void {
    for (const share of numerator.shares) if (!this.counts(share.school.id)) share.value = 0
  }

  private itemSide(items: string[]): { title: string; unit: string; side: Side } {
    const places = items.map((item) => {
      const place = this.collection.index.place(item)
      if (place?.item.kind !== 'number' || place.item.adds !== undefined) {
        throw new CallError('no-such-item', { item })
      }
      return place
    })
    const [first] = places
    const units = new Set(places.map(({ item }) => item.unit ?? ''))
    const title =
      first === undefined ? '' : places.map(({ form, item }) => labelOf(form, item)).join(' + ')
    return {
      title,
      unit: units.size === 1 ? ([...units][0] ?? '') : '',
      side: { kind: 'sum', expr: items.join(' + '), where: null },
    }
  }

  private spread(definition: Definition, whole: Year, asks: SpreadOptions['asks']): YearSpread {
    const [numerator, denominator] = definition.sides
    // Totals of items count every figure that is in, like the tables of figures do.
    const year = definition.of === 'items' ? { ...whole, reporting: whole.register } : whole
    const options = this.options(year, asks)
    try {
      const spread = {
        numerator: spreadSide(numerator, options),
        denominator: denominator === null ? null : spreadSide(denominator, options),
      }
      if (definition.of === 'schools') this.countSchools(spread)
      return spread
    } catch (error) {
      if (!(error instanceof ReferenceFault)) throw error
      throw new CallError('no-such-item', { item: Object.values(error.fault.params).join(' ') })
    }
  }

  /** What taking a side apart needs to know of this year. */
  optionsNow(basis: Basis): SpreadOptions {
    return this.options(this.now(basis), (id, places) => this.asks(id, places))
  }

  private options(year: Year, asks: SpreadOptions['asks']): SpreadOptions {
    return {
      year,
      asks,
      stageOf: (places) => {
        const found = new Set(places.map(({ form, index }) => this.stages.ofItem(form, index)))
        return found.size === 1 ? ([...found][0] ?? null) : null
      },
      stageOfSchool: (id) => this.stages.ofSchool(this.schoolOf(id)),
    }
  }

  /** Whether a school's own form asks for any of the items. */
  private asks(id: string, places: readonly ItemPlace[]): boolean {
    const school = this.register.get(id)
    if (school === undefined) return false
    return places.some(({ form, index }) => this.askedOf(school, form).has(index))
  }

  private askedOf(school: School, form: ItemPlace['form']): Set<number> {
    // Schools of one workbook are asked the same; one without a workbook has its own.
    const key = `${this.collection.blanksOf(school)?.join('|') ?? `|${school.id}`}|${form.id}`
    const known = this.asked.get(key)
    if (known !== undefined) return known
    const items = new Set(this.collection.itemsOf(school, form))
    this.asked.set(key, items)
    return items
  }

  private had(list: LastYear, id: string, places: readonly ItemPlace[]): boolean {
    const values = list.values.get(id)
    if (values === undefined) return false
    // What says no number there is not known, but it is there.
    return places.some(({ form, index }) => {
      const address = this.collection.index.addressesOf(form)[index] ?? ''
      return values.has(address) || list.unreadable.get(id)?.has(address) === true
    })
  }

  /** What last year's data, or those of another earlier year, say of a school's items. */
  past(id: string, places: readonly ItemPlace[], list: LastYear = this.last): Past {
    if (!list.values.has(id)) return 'absent'
    const states = places.map(({ form, index }) =>
      pastState(list, id, form.id, this.collection.index.addressesOf(form)[index] ?? ''),
    )
    if (states.includes('unknown')) return 'unknown'
    return states.length > 0 && states.every((state) => state === null) ? 'absent' : 'known'
  }

  /** How a school stands to some items: asked for any of them, and all of those readable. */
  coverage(
    id: string,
    places: readonly ItemPlace[],
    basis: Basis,
  ): { asked: boolean; known: boolean } {
    const school = this.register.get(id)
    if (school === undefined) return { asked: false, known: false }
    let asked = false
    let known = true
    for (const { form, index } of places) {
      if (!this.askedOf(school, form).has(index)) continue
      asked = true
      const { state } = this.collection.value(basis, id, form, index)
      if (state !== 'number' && state !== 'blank' && state !== 'text') known = false
    }
    return { asked, known: asked && known }
  }

  /** Whether a reporter is counted as a school: 教学点, sections and the like report but are not. */
  counts(id: string): boolean {
    const school = this.schoolOf(id)
    return isSchool(school) && !this.collection.config.notCountedTypes.includes(school.type)
  }

  /** A school of either year: of the register, else what it was linked to, else as it said of itself. */
  schoolOf(id: string): School {
    const known = this.register.get(id) ?? this.gone.get(id)
    if (known !== undefined) return known
    const successor = this.register.get(this.successor.get(id) ?? '')
    const attributes = successor?.attributes ?? attributesBefore(this.collection, this.last, id)
    const unit = successor?.unit ?? reporterKind(attributes, this.collection.config)
    const made: School = {
      id,
      name: this.last.names.get(id) ?? id,
      shortName: '',
      type: successor?.type ?? attributes['办学类型代码'] ?? '',
      status: '',
      active: false,
      attributes,
      ...(unit !== null && { unit }),
    }
    this.gone.set(id, made)
    return made
  }

  /** What a school was called last year, as far as it is known. */
  nameBefore(id: string): string {
    return this.last.names.get(id) ?? this.register.get(id)?.name ?? id
  }

  nameNow(id: string): string {
    return this.register.get(id)?.name ?? id
  }

  /** The group of a dimension, or the 学段, that a share falls into. */
  groupOf(share: Share, dimension: string): string {
    if (dimension === STAGE) return share.stage === '' ? UNGROUPED : share.stage
    return groupOf(this.schoolOf(share.school.id), dimension, this.collection.config)
  }

  /** The value of an external figure this year and last. */
  externalOf(name: string, basis: Basis): { now: Num | null; before: Num | null } {
    return { now: this.now(basis).external(name), before: this.before().external(name) }
  }
}
