import type { Basis, Form, School } from '../../../shared/model.ts'
import { isSchool } from '../../../shared/reporters.ts'
import type { PlainYear } from '../../recount/indicator.ts'
import { NOUGHT, plainOf } from '../../recount/plain.ts'
import type { Plain } from '../../recount/plain.ts'
import type { Asked } from '../../recount/work-out.ts'
import type { Collection } from '../../collection/collection.ts'
import { pastOf } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { lastYear } from '../consolidate/indicator-years.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * This year's schools, cell by cell.
 *
 * @param only these schools alone, without figures of other offices; null for all
 */
export function yearNow(
  { collection, prior, external }: Years,
  basis: Basis,
  only: ReadonlySet<string> | null = null,
): PlainYear {
  const asked = (school: School): Asked => ({
    ...codesOf(collection),
    ...(!isSchool(school) && {
      unitWith: collection.forms.flatMap(({ id }) =>
        collection.table(school.id, id) === null ? [] : [id],
      ),
    }),
    attribute: (name) => school.attributes[name] ?? '',
    item: (ofLastYear, id, row, column, past) => {
      const place = placeOf(collection, id, row, column)
      if (ofLastYear) return valueThen(collection, pastOf(prior, past), school.id, place)
      if (place === null || !collection.itemsOf(school, place.form).includes(place.index)) {
        return NOUGHT
      }
      const { state, value } = collection.value(basis, school.id, place.form, place.index)
      if (state === 'text') return value
      return state === 'number' ? (plainOf(value) ?? NOUGHT) : NOUGHT
    },
  })
  const expected = collection.expected.filter(({ id }) => only?.has(id) !== false)
  const reporting = expected.filter((school) => {
    const state = collection.stateOfSchool(school)
    return state === 'reported' || state === 'queried'
  })
  return {
    forms: collection.forms,
    register: expected.map(asked),
    reporting: reporting.map(asked),
    external: (name) =>
      only === null ? (external.find((one) => one.name === name)?.value ?? null) : null,
  }
}

/** Last year's schools: their values then, the attributes that the first calculator uses too. */
export function yearBefore(
  { collection, prior, external }: Years,
  only: ReadonlySet<string> | null = null,
): PlainYear {
  const { register } = lastYear(collection, prior, external)
  const own = register.filter(({ id }) => only?.has(id) !== false)
  const asked = own.map((school): Asked => ({
    ...codesOf(collection),
    ...(school.noSchool === true && { unitWith: [...(prior.tables.get(school.id) ?? [])] }),
    attribute: (name) => school.attribute(name) ?? '',
    item: (ofLastYear, id, row, column) => {
      return ofLastYear
        ? NOUGHT
        : valueThen(collection, prior, school.id, placeOf(collection, id, row, column))
    },
  }))
  return {
    forms: collection.forms,
    register: asked,
    reporting: asked,
    external: (name) =>
      only === null ? (external.find((one) => one.name === `上年${name}`)?.value ?? null) : null,
  }
}

/** What a list of an earlier period says of an item; nothing where it has none. */
function valueThen(
  collection: Collection,
  prior: LastYear,
  school: string,
  place: ReturnType<typeof placeOf>,
): Plain | string {
  const address = place === null ? '' : collection.index.addressesOf(place.form)[place.index]
  const value = prior.values.get(school)?.get(address ?? '')
  return value === undefined ? NOUGHT : (plainOf(value) ?? value)
}

function codesOf(collection: Collection): Pick<Asked, 'codes'> {
  return {
    codes: (id, side) => (collection.index.form(id)?.[side] ?? []).map(({ code }) => code),
  }
}

function placeOf(
  collection: Collection,
  id: string,
  row: string,
  column: string,
): { form: Form; index: number } | null {
  return collection.index.place(`${id}[${row},${column}]`)
}
