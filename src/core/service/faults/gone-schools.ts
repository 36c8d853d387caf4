import type { Fault } from '../../../shared/faults.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import { expressionsOf } from '../../indicators/items-read.ts'
import { attributesBefore } from '../consolidate/indicator-years.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import type { Years } from '../summary/quoted.ts'

/** 学校.办学类型代码 in an expression. */
const ATTRIBUTE = /学校\s*[.．]\s*([\p{L}\p{N}_]+)/gu
/** Schools named; more of them mean the same. */
const NAMED = 5

/**
 * Schools that last year had and the register no longer has, and of which nobody says what an
 * indicator goes by (办学类型代码): its last year is without them.
 */
export function goneSchoolsFaults({ collection, prior }: Years): Fault[] {
  const here = new Set(collection.everybody.map(({ id }) => id))
  const gone = [...prior.values.keys()].filter((id) => !here.has(id))
  if (gone.length === 0) return []
  const columns = new Set(collection.everybody.flatMap(({ attributes }) => Object.keys(attributes)))
  const said = gone.map((id) => ({ id, attributes: attributesBefore(collection, prior, id) }))
  return [...attributesUsed(collection)]
    .filter((column) => columns.has(column))
    .flatMap((column): Fault[] => {
      const without = said.filter(({ attributes }) => (attributes[column] ?? '') === '')
      if (without.length === 0) return []
      const names = without.slice(0, NAMED).map(({ id }) => prior.names.get(id) ?? id)
      const more = without.length > NAMED ? ['……'] : []
      const params = { schools: [...names, ...more].join('、'), column }
      return [{ kind: 'prior', id: column, code: 'prior-kind-unknown', params }]
    })
}

function attributesUsed(collection: Years['collection']): Set<string> {
  const { indicators } = indicatorLibraryOf(collection)
  const texts = indicators.flatMap(({ numerator, denominator }) =>
    [numerator, ...(denominator === null ? [] : [denominator])].flatMap((side) =>
      leavesOf(side).flatMap((leaf) => [
        ...expressionsOf(leaf),
        ...('where' in leaf && leaf.where !== null ? [leaf.where] : []),
      ]),
    ),
  )
  return new Set(
    texts.flatMap((text) => [...text.matchAll(ATTRIBUTE)].map(([, name]) => name ?? '')),
  )
}
