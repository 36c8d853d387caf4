import type {
  ConsolidationCatalog,
  MeasuredSchool,
  PivotView,
} from '../../../shared/consolidate.ts'
import { dimensionNames, groupOf, schoolsFirst } from '../../consolidate/groups.ts'
import { schoolsBehind } from '../../consolidate/drill.ts'
import { isAdditive } from '../../consolidate/measured.ts'
import type { Measured } from '../../consolidate/measured.ts'
import { pivotOf } from '../../consolidate/pivot.ts'
import type { Share } from '../../consolidate/spread.ts'
import { compareStages, STAGE } from '../../consolidate/stage.ts'
import type { Consolidation } from './consolidation.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'

/** What groups can be made of in a collection, and what can be put into them. */
export function catalogOf(
  consolidation: Consolidation,
  lastYear: { source: string },
): ConsolidationCatalog {
  const { collection } = consolidation
  const names = dimensionNames(collection.config, collection.schools)
  return {
    revision: collection.revision,
    dimensions: [...names, STAGE].map((name) => ({ name, groups: groupsOf(consolidation, name) })),
    indicators: indicatorLibraryOf(collection).indicators.map((one) => ({
      id: one.id,
      title: one.title,
      unit: one.unit,
      ratio: one.denominator !== null,
    })),
    lastYear: consolidation.hasLastYear
      ? { source: lastYear.source, schools: consolidation.before().register.length }
      : null,
  }
}

/** Groups of a dimension: towns as the register lists them, 学段 in the order of schooling. */
function groupsOf(consolidation: Consolidation, dimension: string): string[] {
  const { collection, stages } = consolidation
  if (dimension === STAGE) {
    const own = schoolsFirst(collection.expected).map((school) => stages.ofSchool(school))
    const ofForms = collection.forms.flatMap((form) => stages.ofForm(form) ?? [])
    return [...new Set([...ofForms, ...own])].sort(compareStages)
  }
  return [
    ...new Set(
      schoolsFirst(collection.expected).map((school) =>
        groupOf(school, dimension, collection.config),
      ),
    ),
  ]
}

/** A measure by groups. */
export function pivotView(
  consolidation: Consolidation,
  measured: Measured,
  rows: string[],
  columns: string[],
): PivotView {
  const group = (share: Share, dimension: string): string => consolidation.groupOf(share, dimension)
  const view = pivotOf(measured, {
    rows,
    columns,
    groups: (dimension) => groupsOf(consolidation, dimension),
    groupNow: group,
    groupBefore: group,
  })
  return { revision: consolidation.collection.revision, ...view, additive: isAdditive(measured) }
}

/** The schools behind one number. */
export function schoolsView(
  consolidation: Consolidation,
  measured: Measured,
  where: { dimension: string; group: string }[],
): MeasuredSchool[] {
  const keep = (share: Share): boolean =>
    where.every(({ dimension, group }) => consolidation.groupOf(share, dimension) === group)
  const current = new Set(consolidation.collection.expected.map(({ id }) => id))
  return schoolsBehind(measured, keep, keep, {
    name: (id) => (current.has(id) ? consolidation.nameNow(id) : consolidation.nameBefore(id)),
    current: (id) => current.has(id),
  })
}
