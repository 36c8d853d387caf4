import type { Basis, Form, School } from '../../../shared/model.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Year } from '../../indicators/year.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { SchoolFigures } from '../../rules/figures.ts'
import { numberOf } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { BLANK } from '../../rules/value.ts'
import type { CellFigure } from '../../rules/value.ts'
import type { ExternalFigure, PriorValues } from '../../setup/prior.ts'
import type { Collection } from '../../collection/collection.ts'
import { figuresForRules } from '../findings/rule-figures.ts'

/** An indicator for this year and the last. */
export interface IndicatorResult {
  indicator: Indicator
  now: Result
  before: Result
}

/**
 * Indicators over a collection, for this year and from last year's values: the same definition
 * over last year's schools, attributes from this year's register, external figures under their
 * name with 上年 before it.
 */
export function indicatorsOf(
  collection: Collection,
  indicators: Indicator[],
  prior: PriorValues,
  external: ExternalFigure[],
  basis: Basis,
): IndicatorResult[] {
  const now = thisYear(collection, prior, external, basis)
  const before = lastYear(collection, prior, external)
  return indicators.map((indicator) => ({
    indicator,
    now: evaluateIndicator(indicator, now),
    // Without last year's values nothing is known of last year: not 0.
    before: prior.size === 0 ? UNKNOWN_YEAR : evaluateIndicator(indicator, before),
  }))
}

const UNKNOWN_YEAR: Result = { numerator: null, denominator: null, value: null, fault: null }

/** What indicators can name. */
type Vocabulary = Pick<Year, 'forms' | 'form' | 'hasAttribute'>

const vocabularies = new WeakMap<Collection['index'], { schools: School[]; words: Vocabulary }>()

/** The same as long as forms and register are. */
function vocabularyOf({ index, schools }: Collection): Vocabulary {
  const known = vocabularies.get(index)
  if (known?.schools === schools) return known.words
  const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
  const words: Vocabulary = {
    forms: index.forms,
    form: (id) => index.form(id),
    hasAttribute: (name) => columns.has(name),
  }
  vocabularies.set(index, { schools, words })
  return words
}

function externalOf(figures: ExternalFigure[], prefix: string): (name: string) => Num | null {
  const values = new Map(figures.map((figure) => [figure.name, numberOf(figure.value)]))
  return (name) => values.get(prefix + name) ?? null
}

/** The schools of this year as indicators see them. */
export function thisYear(
  collection: Collection,
  prior: PriorValues,
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
    ...vocabularyOf(collection),
    name: basis,
    register,
    reporting: reporting.map(figures),
    external: externalOf(external, ''),
  }
}

/** Last year's schools as indicators see them. */
export function lastYear(
  collection: Collection,
  prior: PriorValues,
  external: ExternalFigure[],
): Year {
  const words = vocabularyOf(collection)
  const all = schoolsOfLastYear(collection, words, prior)
  return {
    ...words,
    name: 'before',
    register: all,
    reporting: all,
    external: externalOf(external, '上年'),
  }
}

const knownBefore = new WeakMap<PriorValues, { words: Vocabulary; schools: SchoolFigures[] }>()

/** Last year's figures do not change: they are the same until forms or register do. */
function schoolsOfLastYear(
  collection: Collection,
  words: Vocabulary,
  prior: PriorValues,
): SchoolFigures[] {
  const known = knownBefore.get(prior)
  if (known?.words === words) return known.schools
  const register = new Map(collection.schools.map((school) => [school.id, school]))
  const schools = [...prior.keys()].map((id) =>
    priorFigures(collection, prior, id, register.get(id)),
  )
  knownBefore.set(prior, { words, schools })
  return schools
}

/** A school of last year: its values then, its attributes now; one that is gone from the register says what it said of itself. */
function priorFigures(
  collection: Collection,
  prior: PriorValues,
  id: string,
  school: School | undefined,
): SchoolFigures {
  const values = prior.get(id) ?? new Map<string, string>()
  const said = school === undefined ? attributesSaid(collection, values) : school.attributes
  const tables = new Map<Form, CellFigure[]>()
  return {
    id,
    attribute: (name) => said[name],
    hasForm: () => true,
    table: (form) => {
      const known = tables.get(form)
      if (known !== undefined) return known
      const addresses = collection.index.addressesOf(form)
      const table = form.items.map((_, index): CellFigure => {
        const value = values.get(addresses[index] ?? '')
        return value === undefined ? BLANK : (numberOf(value) ?? value)
      })
      tables.set(form, table)
      return table
    },
    lastYear: () => null,
  }
}

/** Attributes a school gave in its own basic table (教基1001), under the labels printed there. */
export function attributesSaid(
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
