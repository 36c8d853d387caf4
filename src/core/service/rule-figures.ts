import type { Basis, Form, School } from '../../shared/model.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import { numberOf } from '../rules/number.ts'
import { BLANK, UNDECIDED } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import type { PriorValues } from '../setup/prior.ts'
import type { CellValue, Collection } from './collection.ts'

/** A school's figures as rules see them; tables are taken once, when first asked for. */
export function figuresForRules(
  collection: Collection,
  school: School,
  basis: Basis,
  prior: PriorValues,
): SchoolFigures {
  const tables = new Map<Form, TableFigures>()
  const before = new Map<Form, TableFigures>()
  const kept = (
    known: Map<Form, TableFigures>,
    form: Form,
    take: () => TableFigures,
  ): TableFigures => {
    const found = known.get(form)
    if (found !== undefined) return found
    const taken = take()
    known.set(form, taken)
    return taken
  }
  return {
    id: school.id,
    attribute: (name) => school.attributes[name],
    hasForm: (id) => {
      const form = collection.index.form(id)
      return form !== null && collection.itemsOf(school, form).length > 0
    },
    table: (form) => kept(tables, form, () => tableNow(collection, school, form, basis)),
    lastYear: (form) => kept(before, form, () => tableBefore(collection, school, form, prior)),
  }
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
  const tables = new Map<Form, TableFigures>()
  const has = (form: Form): boolean =>
    collection.index.addressesOf(form).some((address) => values?.has(address) === true)
  const table = (form: Form): TableFigures => {
    const known = tables.get(form)
    if (known !== undefined) return known
    const cells = form.items.map((_, index): CellFigure => {
      const value = values?.get(collection.index.addressesOf(form)[index] ?? '')
      return value === undefined || value === '' ? BLANK : (numberOf(value) ?? value)
    })
    const taken = has(form) ? cells : null
    tables.set(form, taken)
    return taken
  }
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
