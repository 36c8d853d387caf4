import type { Form } from '../../shared/model.ts'
import { FormSums } from './sums.ts'
import { parseExpression } from './parse.ts'
import type { RuleProgram } from './rule.ts'
import type { Expr } from './tree.ts'

type Running = Extract<RuleProgram, { ok: true }>

/**
 * What rules say of single figures, in one normal form, so that two rules can be seen to say the
 * same however they are written: sums on either side, AND over several, `*` or one by one.
 */
export class Statements {
  private readonly sums: FormSums
  private readonly ids: string[]
  private readonly known = new Set<string>()

  constructor(forms: Form[]) {
    this.sums = new FormSums(forms)
    this.ids = forms.map((form) => form.id)
  }

  /** Takes note of everything a rule says; one with a condition says less and is not noted. */
  add(program: RuleProgram): void {
    if (!program.ok || program.when !== null) return
    for (const one of this.of(program).said) this.known.add(one)
  }

  /** Whether everything a rule says has been said already. */
  has(program: RuleProgram): boolean {
    if (!program.ok || program.when !== null) return false
    const { said, whole } = this.of(program)
    return whole && said.length > 0 && said.every((one) => this.known.has(one))
  }

  /** Whether one rule says everything that another says. */
  covers(one: RuleProgram, other: RuleProgram): boolean {
    const [more, less] = [one, other].map((program) =>
      program.ok && program.when === null ? this.of(program) : null,
    )
    if (more === null || less === null || more === undefined || less === undefined) return false
    const said = new Set(more.said)
    return less.whole && less.said.length > 0 && less.said.every((text) => said.has(text))
  }

  /** One text for each comparison of plain sums, cell by cell; `whole` unless the rule says anything else too. */
  private of(program: Running): { said: string[]; whole: boolean } {
    const parsed = parseExpression(program.rule.check, this.ids)
    const parts = parsed.ok ? conjuncts(parsed.expr) : []
    const said: string[] = []
    let whole = true
    for (const part of parts) {
      for (const row of program.scope.rows) {
        for (const column of program.scope.columns) {
          const one = this.comparison(part, row, column)
          if (one === null) whole = false
          else if (one !== '') said.push(one)
        }
      }
    }
    return { said, whole }
  }

  /** "" for a comparison of nothing with nothing. */
  private comparison(expr: Expr, row: string, column: string): string | null {
    if (expr.kind !== 'binary' || !['=', '<=', '>='].includes(expr.operator)) return null
    const left = this.sums.sumOf(expr.left, row, column)
    const right = this.sums.sumOf(expr.right, row, column)
    if (left === null || right === null) return null
    const [less, more] = expr.operator === '>=' ? [right, left] : [left, right]
    const difference = new Map(less)
    for (const [key, times] of more) difference.set(key, (difference.get(key) ?? 0) - times)
    const terms = [...difference]
      .filter(([, times]) => times !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    if (terms.length === 0) return ''
    const sign = expr.operator === '=' && (terms[0]?.[1] ?? 0) < 0 ? -1 : 1
    const text = terms.map(([key, times]) => `${String(times * sign)}×${key}`).join(' ')
    return `${text} ${expr.operator === '=' ? '=' : '≤'} 0`
  }
}

/** The parts of an AND, each of which must hold; the expression itself where it is none. */
function conjuncts(expr: Expr): Expr[] {
  return expr.kind === 'call' && expr.name === 'AND' ? expr.args.flatMap(conjuncts) : [expr]
}
