import type { Form } from '../../../shared/model.ts'
import { numberOf } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { parseExpression } from '../parse.ts'
import type { RuleProgram } from '../rule.ts'
import type { Expr } from '../tree.ts'
import { itemRefs } from '../tree.ts'
import { itemsOfRef } from '../refs.ts'
import type { SchoolKind } from './school-kind.ts'

/** A rule as far as proving goes; its number says which gives way to which: earlier ones stay. */
export interface ProvableRule {
  number: number
  id: string
  title: string
  severity: 'error' | 'query'
  check: Expr
  when: Expr | null
  tolerance: Num
  forms: readonly string[]
  /** Whether it reads figures of an earlier period, which a school may not have. */
  past: boolean
  /** One for each pair of codes that `*` stands for. */
  instances: readonly Instance[]
}

/** A rule for one pair of codes, with the figures that it reads ("form|index|period"). */
export interface Instance {
  rule: number
  row: string
  column: string
  reads: readonly string[]
}

/** Rules that run, ready to be proved of. */
export function provable(programs: readonly RuleProgram[], forms: readonly Form[]): ProvableRule[] {
  const ids = forms.map(({ id }) => id)
  const byId = new Map(forms.map((form) => [form.id, form]))
  return programs.flatMap((program, number): ProvableRule[] => {
    if (!program.ok) return []
    const { rule, scope } = program
    const check = parseExpression(rule.check, ids)
    const when = rule.when === undefined ? null : parseExpression(rule.when, ids)
    if (!check.ok || when?.ok === false) return []
    const exprs = when?.ok === true ? [check.expr, when.expr] : [check.expr]
    const refs = exprs.flatMap(itemRefs)
    const instances = scope.rows.flatMap((row) =>
      scope.columns.map((column): Instance => {
        const reads = refs.flatMap((ref) => {
          const form = byId.get(ref.form)
          const time = ref.lastYear ? `past ${ref.past ?? ''}` : ''
          const items = form === undefined ? [] : itemsOfRef(form, ref, row, column)
          return items.map((index) => `${ref.form}|${index}|${time}`)
        })
        return { rule: number, row, column, reads: [...new Set(reads)] }
      }),
    )
    return [
      {
        number,
        id: rule.id,
        title: rule.title,
        severity: rule.severity,
        check: check.expr,
        when: when?.ok === true ? when.expr : null,
        tolerance: numberOf(rule.tolerance ?? '0') ?? 0,
        forms: [...new Set(refs.map(({ form }) => form))],
        past: refs.some(({ lastYear }) => lastYear),
        // A comparison of cells that are none says nothing.
        instances: instances.filter(({ reads }) => reads.length > 0 || refs.length === 0),
      },
    ]
  })
}

/** Whether a rule is asked of a kind of school. */
export function concerns(rule: ProvableRule, kind: SchoolKind): boolean {
  return rule.forms.every((form) => kind.forms.has(form))
}

/** Instances in reach of some figures: those that read one of them, those that read what these read, and so on, nearest first. */
export function inReach(
  reads: readonly string[],
  byFigure: ReadonlyMap<string, readonly Instance[]>,
  most: number,
): Instance[] {
  const found = new Set<Instance>()
  const seen = new Set(reads)
  let edge = [...seen]
  while (edge.length > 0) {
    const next: string[] = []
    for (const figure of edge)
      for (const instance of byFigure.get(figure) ?? []) {
        if (found.has(instance)) continue
        if (found.size >= most) return [...found]
        found.add(instance)
        for (const other of instance.reads)
          if (!seen.has(other)) {
            seen.add(other)
            next.push(other)
          }
      }
    edge = next
  }
  return [...found]
}

/** Instances by the figures that they read. */
export function byFigureOf(instances: readonly Instance[]): Map<string, Instance[]> {
  const found = new Map<string, Instance[]>()
  for (const instance of instances)
    for (const figure of instance.reads) {
      const list = found.get(figure)
      if (list === undefined) found.set(figure, [instance])
      else list.push(instance)
    }
  return found
}
