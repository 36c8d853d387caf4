import { areDisjoint } from '../text/families.ts'
import { grouped } from '../text/grouped.ts'
import { labelOf } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import { withoutStage } from '../text/measures.ts'
import type { Mention } from '../text/mention.ts'
import type { Parts } from './parts.ts'

/**
 * “学校548所，招生13.02万人，在校生56.31万人。其中小学389所，招生6.15万人，在校生37.88万人；初中159所，招生…”: a list
 * whose members tell several measures each is one list for every measure, of the total that is called so.
 * A list of which some measure is told of no total stays one list.
 *
 * @param heads all figures of the list, whatever they count: the first of each row names the row
 */
export function byMeasure(list: Parts, heads: readonly Mention[]): Parts[] {
  const names = grouped(list.parts, nameOf)
  if (names.size < 2) return [list]
  const measures = [...names].flatMap(([name, parts]) => {
    const total = list.totals.find((one) => name !== '' && nameOf(one) === name)
    const rows = rowLabels(parts, heads)
    return total === undefined || rows === null ? [] : [{ name, parts, total, rows }]
  })
  if (measures.length < names.size) return [list]
  return measures.map(({ name, parts, total, rows }) => ({
    ...list,
    totals: [total],
    farther: [],
    parts,
    wider: list.wider.filter((one) => nameOf(one) === name),
    rows,
  }))
}

/** What a figure counts, without the kind of schools whose row it stands in. */
function nameOf(one: Mention): string {
  return withoutStage(coreOf(labelOf(one)))
}

/** What the rows are called in which the figures of a measure stand, each in its own: 小学, 初中; null where they are no rows. */
function rowLabels(parts: readonly Mention[], heads: readonly Mention[]): readonly string[] | null {
  if (parts.length < 2 || new Set(parts.map(({ segment }) => segment)).size < parts.length)
    return null
  const labels = parts.map((part) => {
    const first = heads.find(({ segment }) => segment === part.segment)
    return first === undefined ? '' : labelOf(first)
  })
  return areDisjoint(labels) ? labels : null
}
