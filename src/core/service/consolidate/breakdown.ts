import type { Basis, Form, School } from '../../../shared/model.ts'
import { dimensionNames, groupOf, schoolsFirst } from '../../consolidate/groups.ts'
import { SHOWN_DIMENSIONS } from '../../consolidate/shown.ts'
import { placesOf } from '../../indicators/item-places.ts'
import { compareStages, STAGE } from '../../consolidate/stage.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import { parseExpression } from '../../rules/parse.ts'
import type { Expr } from '../../rules/tree.ts'
import type { Breakdown } from '../../model/consolidated-input.ts'
import type { Consolidation } from './consolidation.ts'

/** A column right of the items in the school sheets. */
export interface ExtraColumn {
  heading: string
  text: (school: School) => string
}

/** By what the group sheets break figures down: 乡镇 × 学段 × 举办者 × 城乡, as far as there. */
function dimensionsOf({ collection }: Consolidation): string[] {
  const names = dimensionNames(collection.config, collection.schools)
  const [first] = names
  const others = ['举办者', '城乡'].filter((name) => names.includes(name) && name !== first)
  return [...(first === undefined ? [] : [first]), STAGE, ...others]
}

/**
 * What groups and indicators go by and the school sheets do not show yet: 学段, groups that are
 * not a register column as it stands, and register columns named in conditions.
 */
export function extraColumnsOf(consolidation: Consolidation): ExtraColumn[] {
  const { collection } = consolidation
  const { config } = collection
  const [first, ...rest] = dimensionsOf(consolidation)
  const plain = (name: string): boolean =>
    SHOWN_DIMENSIONS.includes(name) &&
    collection.expected.every(
      (school) => fieldOf(consolidation, school, name) === groupOf(school, name, config),
    )
  const groups = rest
    .filter((name) => name !== first && !plain(name))
    .map((name): ExtraColumn => ({
      heading: SHOWN_DIMENSIONS.includes(name) ? `${name}分组` : name,
      text: (school) =>
        name === STAGE ? consolidation.stages.ofSchool(school) : groupOf(school, name, config),
    }))
  const shown = new Set([...SHOWN_DIMENSIONS, first, ...groups.map(({ heading }) => heading)])
  const attributes = attributesIn(consolidation)
    .filter((name) => !shown.has(name) || (config.dimensionFields[name] ?? name) !== name)
    .map((name): ExtraColumn => ({
      heading: name,
      text: (school) => school.attributes[name] ?? '',
    }))
  return [...groups, ...attributes]
}

function fieldOf({ collection }: Consolidation, school: School, name: string): string {
  if (school.unit !== undefined) return groupOf(school, name, collection.config)
  return school.attributes[collection.config.dimensionFields[name] ?? name] ?? ''
}

/** Expressions of all indicators that can be read, as trees. */
function treesIn(consolidation: Consolidation): Expr[] {
  const ids = consolidation.collection.forms.map((form) => form.id)
  return consolidation.indicatorList().flatMap(({ numerator, denominator }) =>
    [numerator, ...(denominator === null ? [] : [denominator])].flatMap(leavesOf).flatMap((leaf) =>
      [
        'expr' in leaf ? leaf.expr : null,
        'where' in leaf ? leaf.where : null,
        'weight' in leaf ? leaf.weight : null,
      ].flatMap((text) => {
        const parsed = text === null ? null : parseExpression(text, ids)
        return parsed?.ok === true ? [parsed.expr] : []
      }),
    ),
  )
}

/** Register columns that conditions of indicators name. */
function attributesIn(consolidation: Consolidation): string[] {
  const names = (expr: Expr): string[] => {
    switch (expr.kind) {
      case 'attribute':
        return [expr.name]
      case 'call':
        return expr.args.flatMap(names)
      case 'binary':
        return [...names(expr.left), ...names(expr.right)]
      case 'negate':
        return names(expr.operand)
      case 'number':
      case 'text':
      case 'item':
        return []
    }
  }
  return [...new Set(treesIn(consolidation).flatMap(names))]
}

/** The group sheets: of each form the items of its total row and those that indicators use. */
export function breakdownOf(consolidation: Consolidation, basis: Basis): Breakdown {
  const { collection } = consolidation
  const dimensions = dimensionsOf(consolidation)
  const places = treesIn(consolidation).flatMap((tree) =>
    placesOf(tree, { form: (id) => collection.index.form(id) }),
  )
  const forms = collection.forms.flatMap((form) => {
    const used = places.flatMap((place) => (place.form === form ? [place.index] : []))
    const items = chosenItems(form, new Set(used))
    if (items.length === 0) return []
    const staged = items.map((index) => consolidation.stages.ofItem(form, index) !== null)
    return [
      {
        form: form.id,
        items,
        staged,
        groups: groupsOf(consolidation, form, items, dimensions, basis),
      },
    ]
  })
  return { dimensions, forms }
}

/** So many figures of a form without a total row are few enough to break down all of them. */
const FEW = 12

function chosenItems(form: Form, used: Set<number>): number[] {
  const numbers = form.items.flatMap((item, index) =>
    item.kind === 'number' && item.adds !== 'no' ? [index] : [],
  )
  const isTotal = (row: number): boolean =>
    /^(?:总计|合计|总数|总计数)$/u.test((form.rows[row]?.label ?? '').replace(/\s/gu, ''))
  const totals = numbers.filter((index) => isTotal(form.items[index]?.row ?? -1))
  const wanted = totals.length > 0 || numbers.length > FEW ? totals : numbers
  return numbers.filter((index) => used.has(index) || wanted.includes(index))
}

type Group = Breakdown['forms'][number]['groups'][number]

function groupsOf(
  consolidation: Consolidation,
  form: Form,
  items: number[],
  dimensions: string[],
  basis: Basis,
): Group[] {
  const { collection, stages } = consolidation
  const groups = new Map<string, { names: string[]; items: Set<number>; schools: Set<string> }>()
  for (const school of collection.expected) {
    const asked = new Set(collection.itemsOf(school, form))
    for (const index of items) {
      if (!asked.has(index)) continue
      const stage = stages.ofItem(form, index) ?? stages.ofSchool(school)
      const names = dimensions.map((name) =>
        name === STAGE ? stage : groupOf(school, name, collection.config),
      )
      const key = names.join('\u0001')
      const group = groups.get(key) ?? { names, items: new Set(), schools: new Set() }
      group.items.add(index)
      group.schools.add(school.id)
      groups.set(key, group)
    }
  }
  const order = dimensions.map((name) => ordered(consolidation, name))
  return [...groups.values()]
    .sort((a, b) => {
      const at = order.findIndex((_, i) => a.names[i] !== b.names[i])
      return at < 0 ? 0 : (order[at]?.(a.names[at] ?? '', b.names[at] ?? '') ?? 0)
    })
    .map((group) => {
      const own = [...group.items].sort((a, b) => a - b)
      const inPlaces = own.map((index) => ({ form, index }))
      // In is who sent anything of it; what of it cannot be read is marked in the school sheet.
      const known = [...group.schools].filter((id) =>
        inPlaces.some((place) => consolidation.coverage(id, [place], basis).known),
      )
      return {
        names: group.names,
        items: own,
        reported: known.length,
        expected: group.schools.size,
      }
    })
}

function ordered(consolidation: Consolidation, name: string): (a: string, b: string) => number {
  if (name === STAGE) return compareStages
  const { expected, config } = consolidation.collection
  const groups = [...new Set(schoolsFirst(expected).map((school) => groupOf(school, name, config)))]
  return (a, b) => groups.indexOf(a) - groups.indexOf(b)
}
