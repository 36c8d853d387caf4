import type { RepairProposal, RepairView } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { numberOf } from '../rules/number.ts'
import type { RuleProgram } from '../rules/rule.ts'
import { Cells, constraintsOf, fails } from './constraints.ts'
import type { Constraint } from './constraints.ts'
import { rank, RepairSearch } from './search.ts'
import type { Solution, Variable } from './search.ts'

/** Names of items for what is proposed. */
export interface Names {
  address(form: Form, index: number): string
  label(form: Form, index: number): string
}

/**
 * Proposes, for every group of failing error rules of a school that hang together through common
 * cells, all smallest sets of changes after which they hold, the likeliest first. Nothing is
 * adopted by itself.
 *
 * @param queries rules of severity query: a proposal after which fewer of them fail is likelier
 */
export function proposeRepairs(
  programs: RuleProgram[],
  forms: Form[],
  school: SchoolFigures,
  names: Names,
): RepairView {
  const cells = new Cells(school)
  const constraints = constraintsOf(programs, school)
  const failing = constraints.filter((constraint) => fails(constraint, cells))
  const variables = variablesOf(forms, school)
  const softer = softConstraints(programs, school)
  let cut = false
  const groups = components(failing).map((group) => {
    const search = new RepairSearch(cells, variables, constraints)
    const solutions = search.repairs(group)
    cut ||= search.cut
    const ordered = solutions
      .map((solution) => ({ solution, doubt: doubtOf(solution, cells, softer, variables) }))
      .sort((a, b) => a.doubt - b.doubt)
    const clears = group.map((constraint) => constraint.id)
    return {
      instances: clears,
      proposals: ordered.map(({ solution }) => proposal(solution, forms, names, clears)),
    }
  })
  return { school: school.id, groups, cut }
}

function softConstraints(programs: RuleProgram[], school: SchoolFigures): Constraint[] {
  const soft = programs.map((program) =>
    program.ok && program.rule.severity === 'query'
      ? { ...program, rule: { ...program.rule, severity: 'error' as const } }
      : null,
  )
  return constraintsOf(
    soft.filter((program) => program !== null),
    school,
  )
}

/**
 * Less is likelier: the slip it supposes, cells changed, the query rules that still fail with it,
 * and how far from last year it takes the cells compared with how far they are now.
 */
function doubtOf(
  solution: Solution,
  cells: Cells,
  softer: Constraint[],
  variables: Map<string, Variable>,
): number {
  const keys = new Set(solution.changes.map((change) => change.key))
  const touched = softer.filter((constraint) => constraint.cells.some((key) => keys.has(key)))
  const changes = solution.changes.map(({ key, to }) => ({ key, figure: numberOf(to) ?? 0 }))
  const left = cells.with(changes, () => touched.filter((c) => fails(c, cells)).length)
  const drift = solution.changes.reduce((sum, one) => sum + driftOf(one, variables), 0)
  return left * 4 + rank(solution.cause) + solution.changes.length + drift
}

/** Changes below this many are no drift: small counts move by themselves. */
const STILL = 5

/**
 * How much a change takes a cell away from last year (positive) or back towards it (negative), in
 * parts of last year's figure, bounded. A figure that repeats last year's to the last digit is
 * suspect itself.
 */
function driftOf(change: Solution['changes'][number], variables: Map<string, Variable>): number {
  const last = variables.get(change.key)?.lastYear
  if (typeof last !== 'number') return 0
  const away = (value: number): number =>
    Math.min(3, Math.max(0, Math.abs(value - last) - STILL) / Math.max(STILL, last))
  const copied = Number(change.from) === last && last >= 10 ? -2 : 0
  return 2 * (away(Number(change.to)) - away(Number(change.from))) + copied
}

function proposal(
  solution: Solution,
  forms: Form[],
  names: Names,
  clears: string[],
): RepairProposal {
  const byId = new Map(forms.map((form) => [form.id, form]))
  const changes = solution.changes.flatMap(({ key, from, to }) => {
    const [id = '', index = ''] = splitKey(key)
    const form = byId.get(id)
    if (form === undefined) return []
    const at = Number(index)
    return [{ item: names.address(form, at), label: names.label(form, at), from, to }]
  })
  return { changes, cause: solution.cause, clears }
}

function splitKey(key: string): string[] {
  const at = key.lastIndexOf('|')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** Failing constraints that share cells, directly or through others, belong together. */
function components(failing: Constraint[]): Constraint[][] {
  const groups: { members: Constraint[]; cells: Set<string> }[] = []
  for (const constraint of failing) {
    const touching = groups.filter((group) => constraint.cells.some((key) => group.cells.has(key)))
    const merged = {
      members: [...touching.flatMap((group) => group.members), constraint],
      cells: new Set([...touching.flatMap((group) => [...group.cells]), ...constraint.cells]),
    }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => group.members)
}

/** Every numeric cell of a school's tables as a variable of the search. */
function variablesOf(forms: Form[], school: SchoolFigures): Map<string, Variable> {
  const variables = new Map<string, Variable>()
  for (const form of forms) {
    if (!school.hasForm(form.id)) continue
    const table = school.table(form)
    if (table === null) continue
    const before = school.lastYear(form)
    const at = new Map(form.items.map((item, index) => [item.row * 4096 + item.column, index]))
    form.items.forEach((item, index) => {
      if (item.kind !== 'number') return
      const partners = [
        at.get(item.row * 4096 + item.column + 1),
        at.get(item.row * 4096 + item.column - 1),
        at.get((item.row + 1) * 4096 + item.column),
        at.get((item.row - 1) * 4096 + item.column),
      ].flatMap((neighbour) => (neighbour === undefined ? [] : [Cells.key(form, neighbour)]))
      const last = before?.[index]
      variables.set(Cells.key(form, index), {
        key: Cells.key(form, index),
        now: table[index] ?? 0,
        whole: item.decimals === 0,
        lastYear: typeof last === 'number' ? last : null,
        partners,
        isTotal: /合计|总计|小计|^计$/u.test(
          `${form.rows[item.row]?.label ?? ''}${form.columns[item.column]?.path.at(-1) ?? ''}`,
        ),
      })
    })
  }
  return variables
}
