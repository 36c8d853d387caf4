import type { CollectionPlan, PlanProblem } from '../../shared/plan.ts'
import type { Form, School } from '../../shared/model.ts'
import { isSchool } from '../../shared/reporters.ts'
import type { LearnedTable } from '../forms/learn.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { blanksOf } from '../register/blanks.ts'

type Problem = CollectionPlan['problems'][number]

const problem = (code: PlanProblem, params: Problem['params']): Problem => ({
  ...{ code, params },
  blocking: false,
})

/** Names kinds of schools that have no blank workbook, and blanks that are named and not there. */
export function nameTypesWithoutForm(
  config: CollectionConfig,
  schools: School[],
  forms: Form[],
  problems: Problem[],
): void {
  const told = Object.keys(config.formsByType).length > 0
  const counts = new Map<string, number>()
  for (const school of schools) {
    if (!school.active || (isSchool(school) && !told)) continue
    if (blanksOf(school, schools, config, forms) !== null) continue
    const type = school.unit ?? school.type
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  for (const [type, count] of counts) problems.push(problem('type-without-form', { type, count }))
  for (const [type, given] of Object.entries(config.formsByType)) {
    for (const name of typeof given === 'string' ? [given] : given) {
      if (config.otherSheets[name] === undefined) {
        problems.push(problem('file-not-found', { path: `${config.formsFolder}/${name}`, type }))
      }
    }
  }
}

/** The blank workbooks of a plan, with whom they are for and the tables in them. */
export function planWorkbooks(
  learned: LearnedTable[],
  config: CollectionConfig,
): CollectionPlan['workbooks'] {
  return [...new Set(learned.map((table) => table.workbook))].map((path) => ({
    path,
    types: Object.entries(config.formsByType).flatMap(([type, given]) =>
      [given].flat().includes(path) ? [type] : [],
    ),
    forms: learned
      .filter((table) => table.workbook === path)
      .map(({ form, sheet }) => ({
        id: form.id,
        title: form.title,
        sheet,
        unit: form.unit,
        rows: form.rows.length,
        columns: form.list?.columns.length ?? form.columns.length,
        list: form.list !== undefined,
        items: form.items.length,
      })),
    otherSheets: config.otherSheets[path] ?? [],
  }))
}
