import type { Basis, Form, School } from '../../../shared/model.ts'
import type { SchoolFigures, TableFigures } from '../../rules/figures.ts'
import { numberOf } from '../../model/number.ts'
import { BLANK, UNDECIDED } from '../../rules/value.ts'
import type { CellFigure } from '../../rules/value.ts'
import type { PriorValues } from '../../setup/prior.ts'
import type { CellValue, Collection } from '../../collection/collection.ts'

interface Kept {
  revision: number
  prior: PriorValues
  figures: SchoolFigures
}

/** Per collection: "basis|school" → its figures, good until they change. */
const known = new WeakMap<Collection, Map<string, Kept>>()

/**
 * A school's figures as rules and indicators see them. They are kept until the school's figures
 * change, so that one correction has one school's tables taken anew; tables are taken once, when
 * first asked for.
 */
export function figuresForRules(
  collection: Collection,
  school: School,
  asked: Basis,
  prior: PriorValues,
): SchoolFigures {
  const basis = collection.isCorrected(school.id) ? asked : 'returned'
  const all = known.get(collection) ?? new Map<string, Kept>()
  known.set(collection, all)
  const key = `${basis}|${school.id}`
  const revision = collection.figuresRevision(school.id)
  const kept = all.get(key)
  if (kept?.revision === revision && kept.prior === prior) return kept.figures
  const figures = takenFigures(collection, school, basis, prior)
  all.set(key, { revision, prior, figures })
  return figures
}

function takenFigures(
  collection: Collection,
  school: School,
  basis: Basis,
  prior: PriorValues,
): SchoolFigures {
  const has = new Map<string, boolean>()
  return {
    id: school.id,
    attribute: (name) => school.attributes[name],
    hasForm: (id) =>
      once(has, id, () => {
        const form = collection.index.form(id)
        return form !== null && collection.itemsOf(school, form).length > 0
      }),
    table: keptByForm((form) => tableNow(collection, school, form, basis)),
    lastYear: keptByForm((form) => tableBefore(collection, school, form, prior)),
  }
}

function keptByForm(take: (form: Form) => TableFigures): (form: Form) => TableFigures {
  const taken = new Map<Form, TableFigures>()
  return (form) => once(taken, form, () => take(form))
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
  const cells = form.items.map((_, index) =>
    asked.has(index) ? figureOf(collection.value(basis, school.id, form, index)) : 0,
  )
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

/** Last year's values of a school; a cell left empty then is empty, a school without a line is not known. */
function tableBefore(
  collection: Collection,
  school: School,
  form: Form,
  prior: PriorValues,
): TableFigures {
  const values = prior.get(school.id)
  if (values === undefined) return null
  const addresses = collection.index.addressesOf(form)
  return form.items.map((_, index) => {
    const value = values.get(addresses[index] ?? '')
    return value === undefined ? BLANK : (numberOf(value) ?? value)
  })
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
  prior: PriorValues,
): SchoolFigures {
  const values = prior.get(id)
  const has = (form: Form): boolean =>
    collection.index.addressesOf(form).some((address) => values?.has(address) === true)
  const table = keptByForm((form) => {
    if (!has(form)) return null
    return form.items.map((_, index): CellFigure => {
      const value = values?.get(collection.index.addressesOf(form)[index] ?? '')
      return value === undefined || value === '' ? BLANK : (numberOf(value) ?? value)
    })
  })
  return {
    id,
    attribute: (name) => school?.attributes[name],
    hasForm: (form) => {
      const found = collection.index.form(form)
      return found !== null && table(found) !== null
    },
    table,
    lastYear: () => null,
  }
}
