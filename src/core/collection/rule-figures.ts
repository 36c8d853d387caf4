import type { Basis, Form, School } from '../../shared/model.ts'
import type { Past } from '../../shared/period.ts'
import { isSchool } from '../../shared/reporters.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import { numberOf } from '../model/number.ts'
import { BLANK, UNDECIDED } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import { pastOf, pastState } from '../last-year/last-year.ts'
import type { LastYear } from '../last-year/last-year.ts'
import type { CellValue } from './cells.ts'
import type { Collection } from './collection.ts'
import { perObject } from '../memory/per-object.ts'
import { perSchool } from '../memory/per-school.ts'

type ByBasis = Record<Basis, (school: School, revision: number) => SchoolFigures>

/** For each last year apart: a question about another one must not cost a county its figures. */
const known = perObject<Collection, (prior: LastYear) => ByBasis>((collection) =>
  perObject((prior) => {
    const on = (basis: Basis): ByBasis[Basis] =>
      perSchool((school) => takenFigures(collection, school, basis, prior))
    return { returned: on('returned'), adopted: on('adopted') }
  }),
)

/**
 * A school's figures as rules and indicators see them. They are kept until the school's figures
 * change, so that one correction has one school's tables taken anew; tables are taken once, when
 * first asked for.
 */
export function figuresForRules(
  collection: Collection,
  school: School,
  asked: Basis,
  prior: LastYear,
): SchoolFigures {
  const basis = collection.isCorrected(school.id) ? asked : 'returned'
  const { returnedRevision } = collection
  // A correction leaves the returned figures as they are.
  const revision = basis === 'returned' ? returnedRevision : collection.figuresRevision(school.id)
  return known(collection)(prior)[basis](school, revision)
}

function takenFigures(
  collection: Collection,
  school: School,
  basis: Basis,
  prior: LastYear,
): SchoolFigures {
  const has = new Map<string, boolean>()
  return {
    id: school.id,
    ...(!isSchool(school) && { noSchool: true as const }),
    attribute: (name) => school.attributes[name],
    hasForm: (id) =>
      once(has, id, () => {
        const form = collection.index.form(id)
        return form !== null && collection.itemsOf(school, form).length > 0
      }),
    table: keptByForm((form) => tableNow(collection, school, form, basis)),
    lastYear: byPast((past) =>
      keptByForm((form) => tableBefore(collection, school, form, pastOf(prior, past))),
    ),
  }
}

function keptByForm(take: (form: Form) => TableFigures): (form: Form) => TableFigures {
  const taken = new Map<Form, TableFigures>()
  return (form) => once(taken, form, () => take(form))
}

/** Tables of earlier periods, each period's kept apart. */
function byPast(
  of: (past: Past | undefined) => (form: Form) => TableFigures,
): SchoolFigures['lastYear'] {
  const last = of(undefined)
  const others = new Map<Past, (form: Form) => TableFigures>()
  return (form, past) =>
    past === undefined ? last(form) : once(others, past, () => of(past))(form)
}

function once<K, V>(taken: Map<K, V>, key: K, take: () => V): V {
  const found = taken.get(key)
  if (found !== undefined) return found
  const value = take()
  taken.set(key, value)
  return value
}

function tableNow(collection: Collection, school: School, form: Form, basis: Basis): TableFigures {
  const asked = new Set(collection.itemsOf(school, form))
  const returned = collection.table(school.id, form.id) !== null
  const at = collection.cells(school.id, form)[basis]
  const cells = form.items.map((_, index) => (asked.has(index) ? figureOf(at(index)) : 0))
  // Figures adopted for a school whose table never came make it a table all the same.
  const any = cells.some((cell, index) => asked.has(index) && cell !== UNDECIDED)
  return returned || any ? cells : null
}

function figureOf({ value, state }: CellValue): CellFigure {
  switch (state) {
    case 'number':
      return numberOf(value) ?? UNDECIDED
    case 'text':
      return value
    case 'blank':
    case 'na':
      return BLANK
    case 'unreadable':
    case 'missing':
      return UNDECIDED
  }
}

/**
 * Last year's values of a school: null for a table that it had no line in; what last year's data
 * lack, or cannot say, is undecided and never 0.
 */
function tableBefore(
  collection: Collection,
  school: School,
  form: Form,
  prior: LastYear,
): TableFigures {
  if (prior.tables.get(school.id)?.has(form.id) !== true) return null
  const addresses = collection.index.addressesOf(form)
  return form.items.map((_, index) => pastFigure(prior, school.id, form.id, addresses[index] ?? ''))
}

/** One cell of last year as rules and indicators see it. */
export function pastFigure(
  prior: LastYear,
  school: string,
  form: string,
  address: string,
): CellFigure {
  switch (pastState(prior, school, form, address)) {
    case 'value': {
      const value = prior.values.get(school)?.get(address) ?? ''
      return numberOf(value) ?? value
    }
    case 'blank':
      return BLANK
    case 'unknown':
    case null:
      return UNDECIDED
  }
}

/**
 * Last year's figures of a school in the place of this year's, to see how a rule would have fared
 * then. The year before that is not known, so what compares with it stays undecided. A table of
 * which last year has no figure at all was not there.
 *
 * @param school the school in the register; null for one that is no longer in it
 */
export function figuresOfLastYear(
  collection: Collection,
  id: string,
  school: School | null,
  prior: LastYear,
): SchoolFigures {
  const has = (form: Form): boolean =>
    prior.tables.get(id)?.has(form.id) === true &&
    collection.index
      .addressesOf(form)
      .some((address) => prior.values.get(id)?.has(address) === true)
  const table = keptByForm((form) => {
    if (!has(form)) return null
    const addresses = collection.index.addressesOf(form)
    return form.items.map((_, index) => pastFigure(prior, id, form.id, addresses[index] ?? ''))
  })
  return {
    id,
    ...(school !== null && !isSchool(school) && { noSchool: true as const }),
    attribute: (name) => school?.attributes[name],
    hasForm: (form) => {
      const found = collection.index.form(form)
      return found !== null && table(found) !== null
    },
    table,
    lastYear: () => null,
  }
}
