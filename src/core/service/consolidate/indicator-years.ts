import { pastName } from '../../../shared/period.ts'
import type { Past } from '../../../shared/period.ts'
import { periodWordsOf } from '../../collection/period.ts'
import type { Quoted } from '../../summary/wording.ts'
import type { ExternalLack } from '../../../shared/lack.ts'
import type { Basis, Form, School } from '../../../shared/model.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { reporterKind } from '../../register/reporter-kind.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Lost, Year } from '../../indicators/year.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { SchoolFigures, TableFigures } from '../../rules/figures.ts'
import { unitMeasure } from '../../cells/unit-size.ts'
import { compare, numberOf, over, showNumber, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { PLANNED } from '../../model/external-figure.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { withCodes } from '../../last-year/with-codes.ts'
import { pastOf } from '../../last-year/last-year.ts'
import { lostIn } from '../../last-year/lost.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { figuresForRules, pastFigure } from '../../collection/rule-figures.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'

/** An indicator for this year and the last, and for the other periods that it is compared with. */
export type IndicatorResult = Quoted

/**
 * Indicators over a collection, for this year and from last year's values: the same definition
 * over last year's schools, attributes from this year's register, external figures under their
 * name with 上年 before it.
 */
export function indicatorsOf(
  collection: Collection,
  indicators: Indicator[],
  prior: LastYear,
  external: ExternalFigure[],
  basis: Basis,
): IndicatorResult[] {
  const now = thisYear(collection, prior, external, basis)
  const then = (list: LastYear, name: Then): ((indicator: Indicator) => Result) => {
    const year = lastYear(collection, list, external, name)
    // Without its values nothing is known of a year: not 0.
    return (indicator) =>
      list.values.size === 0 ? UNKNOWN_YEAR : evaluateIndicator(indicator, year)
  }
  const before = then(prior, 'before')
  const { same = null, previous = null } = prior.earlier ?? {}
  const [ofSame, ofPrevious] = [
    same === null ? null : then(same, 'same'),
    previous === null ? null : then(previous, 'previous'),
  ]
  const periods = periodWordsOf(collection)
  return indicators.map((indicator) => {
    const plan = plannedAs(indicator, external, indicators)
    const from = plannedFor(indicator, external)
    return {
      indicator,
      now: evaluateIndicator(indicator, now),
      before: before(indicator),
      ...(ofSame !== null && { same: ofSame(indicator) }),
      ...(ofPrevious !== null &&
        hasPrevious(indicator, periods.cumulative) && { previous: ofPrevious(indicator) }),
      ...(plan !== null && { plan: evaluateIndicator(plan, now) }),
      ...(from !== null && { planFrom: { source: from.source, date: from.date } }),
      periods,
    }
  })
}

/** Whether an indicator can be held against the period just before: what is added up since January cannot. */
export function hasPrevious({ nature }: Pick<Indicator, 'nature'>, cumulative: boolean): boolean {
  return !cumulative || nature === 'stock'
}

/**
 * The planned figure that an indicator is held against: the one it names, else one of its own id or
 * title; null where there is none.
 */
export function plannedFor(
  { id, title, plan }: Pick<Indicator, 'id' | 'title' | 'plan'>,
  external: readonly ExternalFigure[],
): ExternalFigure | null {
  const called = (name: string): ExternalFigure | undefined =>
    external.find((figure) => figure.name === PLANNED + name)
  return (plan === undefined ? (called(id) ?? called(title)) : called(plan)) ?? null
}

/**
 * What was planned as an indicator of its own, in the unit of what was done: the planned figure, or
 * the indicator that `plan` names (a section's form of plans); null where nothing was planned.
 */
export function plannedAs(
  indicator: Indicator,
  external: readonly ExternalFigure[],
  indicators: readonly Indicator[],
): Indicator | null {
  const figure = plannedFor(indicator, external)
  if (figure === null) {
    const planned = indicators.find(({ id }) => id === indicator.plan && id !== indicator.id)
    return planned === undefined ? null : inUnitOf(indicator, planned)
  }
  return {
    ...indicator,
    numerator: { kind: 'external', name: figure.name },
    denominator: null,
    scale: '1',
  }
}

/** A plan in the unit of what was done: 亿元 held against 万元 are 10,000 times as many. */
function inUnitOf({ unit, decimals }: Indicator, planned: Indicator): Indicator {
  const [own, said] = [unitMeasure(unit), unitMeasure(planned.unit)]
  if (own === null || said === null || own.kind !== said.kind || own.per || said.per) return planned
  const factor = over(said.size, own.size)
  if (factor === null || compare(factor, 1) === 0) return planned
  const scale = showNumber(times(factor, numberOf(planned.scale) ?? 1), 12)
  return { ...planned, unit, scale, decimals: Math.max(decimals, planned.decimals) }
}

/** What a past year is called where figures of offices and what is remembered are told apart. */
type Then = 'before' | Past
const prefixOf = (then: Then): string => (then === 'before' ? '上年' : pastName(then))

const UNKNOWN_YEAR: Result = {
  numerator: null,
  denominator: null,
  value: null,
  fault: null,
  lack: null,
  awaited: false,
}

/** What indicators can name. */
type Vocabulary = Pick<Year, 'forms' | 'form' | 'hasAttribute'>

/** The same as long as forms and register are. */
const vocabularyOf = perObjectGiven((index: Collection['index'], schools: School[]): Vocabulary => {
  const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
  return {
    forms: index.forms,
    form: (id) => index.form(id),
    hasAttribute: (name) => columns.has(name),
  }
})

function externalOf(figures: ExternalFigure[], prefix: string): (name: string) => Num | null {
  const values = new Map(figures.map((figure) => [figure.name, numberOf(figure.value)]))
  return (name) => values.get(prefix + name) ?? null
}

function unitOf(figures: ExternalFigure[], prefix: string): (name: string) => string {
  return (name) => figures.find((figure) => figure.name === prefix + name)?.unit ?? ''
}

function lackOf(figures: ExternalFigure[], prefix: string): (name: string) => ExternalLack {
  return (name) => {
    const refused = figures.find((figure) => figure.name === prefix + name)?.refused
    return refused === undefined ? 'no-external' : `external-${refused.code}`
  }
}

/** The schools of this year as indicators see them. */
export function thisYear(
  collection: Collection,
  prior: LastYear,
  external: ExternalFigure[],
  basis: Basis,
): Year {
  const figures = (school: School): SchoolFigures =>
    figuresForRules(collection, school, basis, prior)
  const register = collection.expected.map(figures)
  const reporting = collection.expected.filter((school) => {
    const state = collection.stateOfSchool(school)
    return state === 'reported' || state === 'queried'
  })
  return {
    ...vocabularyOf(collection.index, collection.schools),
    name: basis,
    register,
    reporting: reporting.map(figures),
    covers: (form, index) => isSaid(collection, reporting, form, index, basis),
    coversBefore: (form, index, past) => hasItem(collection, pastOf(prior, past), form, index),
    lostBefore: (form, index, past) => lostOf(collection, pastOf(prior, past), form, index),
    external: externalOf(external, ''),
    externalUnit: unitOf(external, ''),
    externalLack: lackOf(external, ''),
  }
}

/**
 * A rank or a target that nobody says is not 0, and one that several say is no sum: whether one
 * return says it. Everything else is said.
 */
function isSaid(
  collection: Collection,
  reporting: readonly School[],
  form: Form,
  index: number,
  basis: Basis,
): boolean | 'twice' {
  if (form.list?.counts[index]?.agreed !== true) return true
  const say = reporting.filter(
    ({ id }) => collection.value(basis, id, form, index).state === 'number',
  )
  return say.length > 1 ? 'twice' : say.length === 1
}

/** Last year's schools as indicators see them; or those of another earlier period. */
export function lastYear(
  collection: Collection,
  prior: LastYear,
  external: ExternalFigure[],
  then: Then = 'before',
): Year {
  const words = vocabularyOf(collection.index, collection.schools)
  const prefix = prefixOf(then)
  const all = schoolsOfLastYear(prior, collection, words)
  return {
    ...words,
    name: then,
    register: all,
    reporting: all,
    external: externalOf(external, prefix),
    externalUnit: unitOf(external, prefix),
    externalLack: lackOf(external, prefix),
    covers: (form, index) => hasItem(collection, prior, form, index),
    lost: (form, index) => lostOf(collection, prior, form, index),
    coversBefore: () => false,
  }
}

/** Whether a list of an earlier period has a column for an item. */
function hasItem(
  { index: forms }: Collection,
  { covered }: LastYear,
  form: Form,
  index: number,
): boolean {
  return covered.get(form.id)?.has(forms.addressesOf(form)[index] ?? '') === true
}

/** Whose figure of an item a list of an earlier period lost. */
function lostOf({ index: forms }: Collection, prior: LastYear, form: Form, index: number): Lost {
  return lostIn(prior, form, forms.addressesOf(form)[index] ?? '')
}

/** Last year's figures do not change: they are the same until forms or register do. */
const schoolsOfLastYear = perObjectGiven<LastYear, [Collection, Vocabulary], SchoolFigures[]>(
  (prior, collection) => {
    const register = new Map(collection.everybody.map((school) => [school.id, school]))
    return [...prior.values.keys()].map((id) =>
      priorFigures(collection, prior, id, register.get(id)),
    )
  },
)

/**
 * A school of last year: its values then, its attributes now; one that is gone from the register
 * keeps what last year's list says of it, else what it said of itself.
 */
function priorFigures(
  collection: Collection,
  prior: LastYear,
  id: string,
  school: School | undefined,
): SchoolFigures {
  const said = school?.attributes ?? attributesBefore(collection, prior, id)
  const noSchool =
    school === undefined ? reporterKind(said, collection.config) !== null : !isSchool(school)
  const tables = new Map<Form, TableFigures>()
  return {
    id,
    ...(noSchool && { noSchool }),
    attribute: (name) => said[name],
    // What a school that is gone was asked for nobody knows.
    hasForm: (id) => {
      const form = school === undefined ? null : collection.index.form(id)
      return school !== undefined && form !== null && collection.itemsOf(school, form).length > 0
    },
    table: (form) => {
      const known = tables.get(form)
      if (known !== undefined) return known
      const addresses = collection.index.addressesOf(form)
      const there = prior.tables.get(id)?.has(form.id) === true
      const table = there
        ? form.items.map((_, index) => pastFigure(prior, id, form.id, addresses[index] ?? ''))
        : null
      tables.set(form, table)
      return table
    },
    lastYear: () => null,
  }
}

/** What is known of a school that is gone: the list's own columns, else its 教基1001. */
export function attributesBefore(
  collection: Collection,
  prior: LastYear,
  id: string,
): Record<string, string> {
  const values = prior.values.get(id) ?? new Map<string, string>()
  const own = Object.entries(prior.said.get(id) ?? {}).filter(([, text]) => text !== '')
  const said = { ...attributesSaid(collection, values), ...Object.fromEntries(own) }
  return withCodes(said, collection.everybody, collection.config)
}

/** Attributes a school gave in its own basic table (教基1001), under the labels printed there. */
function attributesSaid(
  collection: Collection,
  values: Map<string, string>,
): Record<string, string> {
  const said: Record<string, string> = {}
  for (const form of collection.forms) {
    const addresses = collection.index.addressesOf(form)
    form.items.forEach((item, index) => {
      const value = values.get(addresses[index] ?? '')
      const label = form.rows[item.row]?.label.replace(/^(?:所在地|学校\(机构\))/u, '')
      if (item.kind === 'text' && value !== undefined && label !== undefined) said[label] = value
    })
  }
  return said
}
