import type { Basis } from '../../../shared/model.ts'
import { dimensionNames, groupOf, UNGROUPED } from '../../consolidate/groups.ts'
import { indicatorTarget, itemTarget } from '../../draft/ties/make-target.ts'
import type { Target } from '../../draft/ties/target.ts'
import { wordsOf } from '../../draft/ties/words.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Year } from '../../indicators/year.ts'
import { labelOf } from '../../forms/form-index.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { numberOf } from '../../model/number.ts'
import { attributesBefore, lastYear, thisYear } from '../consolidate/indicator-years.ts'
import type { Collection } from '../../collection/collection.ts'
import { indicatorsById } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'

/** Groups looked at for one text at most; each is every indicator over again. */
const MOST_GROUPS = 60

/**
 * What a draft can quote of a collection: its indicators, the county's totals, and indicators of
 * the groups (towns, who runs the school …) that the text names.
 */
export function targetsOf(years: Years, basis: Basis, text: string): Target[] {
  const results = [...indicatorsById(years, basis).values()]
  return [
    ...results.map(({ indicator, now, before }) => indicatorTarget(indicator, now, before)),
    ...groupsIn(years.collection, text).flatMap((group) => groupTargets(years, basis, group)),
    ...itemTargets(years.collection, years.collection.revision, basis),
  ]
}

interface Group {
  dimension: string
  name: string
}

/** The groups whose names stand in a text. */
function groupsIn({ config, schools }: Collection, text: string): Group[] {
  const found = new Map<string, Group>()
  for (const dimension of dimensionNames(config, schools)) {
    for (const name of new Set(schools.map((school) => groupOf(school, dimension, config)))) {
      if (name === UNGROUPED || name.length < 2 || found.has(name) || !text.includes(name)) continue
      found.set(name, { dimension, name })
    }
  }
  return [...found.values()].slice(0, MOST_GROUPS)
}

/**
 * Every indicator over the schools of a group, but those that read figures known of the whole county
 * only, and those that say the group themselves: pupils of 小学 are the same in every kind of school.
 */
function groupTargets(years: Years, basis: Basis, group: Group): Target[] {
  const { collection, prior, external } = years
  const now = within(thisYear(collection, prior, external, basis), years, group)
  const before =
    prior.values.size === 0 ? null : within(lastYear(collection, prior, external), years, group)
  return [...indicatorsById(years, basis).values()].flatMap(({ indicator }) => {
    const own = wordsOf(`${indicator.id} ${indicator.title}`)
    const says = [...wordsOf(group.name).keys()].every((word) => own.has(word))
    if (says || readsExternal(indicator)) return []
    const then = before === null ? null : evaluateIndicator(indicator, before)
    return [indicatorTarget(indicator, evaluateIndicator(indicator, now), then, group.name)]
  })
}

function readsExternal({ numerator, denominator }: Indicator): boolean {
  const leaves = [numerator, ...(denominator === null ? [] : [denominator])].flatMap(leavesOf)
  return leaves.some(({ kind }) => kind === 'external')
}

/** A year with the schools of one group; what is remembered of it is not the county's. */
function within(year: Year, { collection, prior }: Years, { dimension, name }: Group): Year {
  const { config } = collection
  const known = new Map(collection.schools.map((school) => [school.id, school]))
  const inside = ({ id }: Year['register'][number]): boolean => {
    const school = known.get(id) ?? { attributes: attributesBefore(collection, prior, id) }
    return groupOf(school, dimension, config) === name
  }
  return {
    ...year,
    forms: [...year.forms],
    register: year.register.filter(inside),
    reporting: year.reporting.filter(inside),
  }
}

/** The county's totals, item by item. */
const itemTargets = perObjectGiven<Collection, [number, Basis], Target[]>((collection, _, basis) =>
  collection.forms.flatMap((form) => {
    const totals = totalsOver(collection, form, collection.expected, basis)
    const addresses = collection.index.addressesOf(form)
    return form.items.flatMap((item, index) => {
      const value = numberOf(totals.values[index] ?? '')
      if (value === null || item.kind === 'text') return []
      const title = `${form.title}·${labelOf(form, item)}`
      const unit = item.unit ?? form.unit ?? ''
      return [itemTarget(addresses[index] ?? '', title, unit, item.decimals, value)]
    })
  }),
)
