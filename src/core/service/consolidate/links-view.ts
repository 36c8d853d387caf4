import type { LinksView, YearSchool } from '../../../shared/consolidate.ts'
import { dimensionNames, groupOf, UNGROUPED } from '../../consolidate/groups.ts'
import { kindOf } from '../../collection/links.ts'
import type { Unit } from '../../collection/links.ts'
import { suggestLinks } from '../../consolidate/suggest-links.ts'
import type { Known } from '../../consolidate/suggest-links.ts'
import type { Consolidation } from './consolidation.ts'

/** Who of last year is who of this year: what is known, what was said, and what may be so. */
export function linksView(
  consolidation: Consolidation,
  lastYear: { values: Map<string, unknown> },
): LinksView {
  const { collection, units } = consolidation
  const nameBefore = (id: string): string => consolidation.nameBefore(id)
  const nameNow = (id: string): string => consolidation.nameNow(id)
  const before = (id: string): YearSchool => yearSchool(consolidation, id, nameBefore(id))
  const now = (id: string): YearSchool => yearSchool(consolidation, id, nameNow(id))
  const kinds = units.map((unit) => ({ unit, kind: kindOf(unit, nameBefore, nameNow) }))
  const told = kinds.filter(({ unit, kind }) => kind !== 'same' || unit.entry !== null)
  return {
    revision: collection.revision,
    links: told.map(({ unit, kind }) => ({
      kind,
      before: unit.before.map(before),
      now: unit.now.map(now),
      entry: unit.entry,
    })),
    suggestions: consolidation.hasLastYear ? suggestionsFor(consolidation, units) : [],
    same: kinds.filter(({ kind }) => kind === 'same').length,
    before: [...lastYear.values.keys()].map(before),
    now: collection.expected.map(({ id }) => now(id)),
  }
}

function yearSchool(consolidation: Consolidation, id: string, name: string): YearSchool {
  const school = consolidation.schoolOf(id)
  return { id, name, town: townOf(consolidation, id), status: school.status }
}

function townOf(consolidation: Consolidation, id: string): string {
  const { config, schools } = consolidation.collection
  const [by = ''] = dimensionNames(config, schools)
  const town = groupOf(consolidation.schoolOf(id), by, config)
  return town === UNGROUPED ? '' : town
}

function suggestionsFor(consolidation: Consolidation, units: Unit[]) {
  const open = units.filter(({ entry }) => entry === null)
  const known = (id: string, name: string): Known => ({
    id,
    name,
    town: townOf(consolidation, id),
  })
  const only = (side: 'before' | 'now', other: 'before' | 'now'): string[] =>
    open.flatMap((unit) => (unit[other].length === 0 ? unit[side] : []))
  const staying = open.flatMap(({ before, now }) => (before.length === 1 ? now : []))
  return suggestLinks(
    only('before', 'now').map((id) => known(id, consolidation.nameBefore(id))),
    only('now', 'before').map((id) => known(id, consolidation.nameNow(id))),
    staying.map((id) => known(id, consolidation.nameNow(id))),
  )
}
