import { pastName } from '../../../shared/period.ts'
import type { Past } from '../../../shared/period.ts'
import type { Form } from '../../../shared/model.ts'
import type { ProofFigure } from '../../../shared/rule-proof.ts'
import { itemAddress } from '../../model/address.ts'
import { compare, fraction, plus, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { decimalOf } from './shown.ts'
import { both, either, negated, Solver } from './formula.ts'
import type { Claim, Formula } from './formula.ts'
import type { Instance, ProvableRule } from './instances.ts'
import { atMostZero } from './formula.ts'
import { scaled, variable } from './linear.ts'
import { Simplex } from './simplex.ts'
import type { SchoolKind } from './school-kind.ts'
import { Translator } from './translate.ts'

/** What is said of an instance: that it holds, that it does not, that its condition is met, that this is met and it holds. */
export type Saying = 'holds' | 'fails' | 'met'

export interface Said {
  instance: Instance
  saying: Saying
}

/** Sayings that exclude each other, and whether it takes figures not below 0; null: they can all be so; undefined: not found out. */
export type Exclusion = { sayings: Said[]; sign: boolean } | null | undefined

/** The tag of "no figure is below 0". */
const SIGN = 1_000_000_000

/** Questions about sayings, over one collection's rules. */
export class Questions {
  private readonly rules: ReadonlyMap<number, ProvableRule>
  private readonly forms: readonly Form[]

  constructor(rules: readonly ProvableRule[], forms: readonly Form[]) {
    this.rules = new Map(rules.map((rule) => [rule.number, rule]))
    this.forms = forms
  }

  rule(instance: Instance): ProvableRule {
    const rule = this.rules.get(instance.rule)
    if (rule === undefined) throw new TypeError('an instance of no rule')
    return rule
  }

  /** Which of the sayings cannot be so together. */
  excluded(sayings: readonly Said[], kind: SchoolKind, sign: boolean): Exclusion {
    const { answer } = this.asked(sayings, kind, sign)
    if (answer.holds === null) return undefined
    if (answer.holds) return null
    const { tags } = answer
    return {
      sayings: sayings.filter((_, index) => tags.has(index)),
      sign: tags.has(SIGN),
    }
  }

  /** Figures under which the sayings are all so; none where there are none. */
  example(sayings: readonly Said[], kind: SchoolKind, reads: readonly string[]): ProofFigure[] {
    const { answer, simplex, translator, claims } = this.asked(sayings, kind, true)
    if (answer.holds !== true) return []
    const small = smallEnough(claims, simplex)
    const wanted = new Set(reads)
    return [...translator.figures].flatMap(([index, { form, index: at, time }]) => {
      if (!wanted.has(`${form}|${at}|${time}`)) return []
      const own = this.forms.find(({ id }) => id === form)
      const { real, small: part } = simplex.value(index)
      const value = plus(real, times(part, small))
      const item = own === undefined ? form : addressIn(own, at)
      return [{ item: `${markOf(time)}${item}`, value: decimalOf(value) }]
    })
  }

  private asked(sayings: readonly Said[], kind: SchoolKind, sign: boolean) {
    const simplex = new Simplex()
    const translator = new Translator(simplex, this.forms, kind.attributeIs)
    const claims: Claim[] = sayings.map((said, tag) => {
      const before = translator.definitions.length
      const formula = this.formula(said, translator)
      const definitions = translator.definitions.slice(before)
      return { formula: both(formula, ...definitions), tag }
    })
    if (sign)
      for (const index of translator.figures.keys())
        claims.push({ formula: atMostZero(scaled(variable(index), -1)), tag: SIGN })
    return { answer: new Solver(simplex).ask(claims), simplex, translator, claims }
  }

  private formula({ instance, saying }: Said, translator: Translator): Formula {
    const { check, when, tolerance } = this.rule(instance)
    const { row, column } = instance
    const condition = when === null ? null : translator.formula(when, row, column, tolerance)
    if (saying === 'met') return condition ?? both()
    const says = translator.formula(check, row, column, tolerance)
    if (saying === 'holds') return condition === null ? says : either(negated(condition), says)
    return condition === null ? negated(says) : both(condition, negated(says))
  }
}

/** The mark of a time as cells are told apart by it: `past `, with what the earlier period is behind it. */
function markOf(time: string): string {
  if (!time.startsWith('past ')) return ''
  const past = time.slice('past '.length)
  return past === '' ? '上年!' : `${pastName(past as Past)}!`
}

/** How large the part smaller than any number may be so that everything still holds. */
function smallEnough(claims: readonly Claim[], simplex: Simplex): Num {
  for (let bottom = 1n; bottom < 1_000_000n; bottom *= 2n) {
    const small = fraction(1n, bottom)
    if (claims.every(({ formula }) => isMet(formula, simplex, small))) return small
  }
  return 0
}

function isMet(formula: Formula, simplex: Simplex, small: Num): boolean {
  if (formula.kind !== 'atom')
    return formula.kind === 'and'
      ? formula.parts.every((part) => isMet(part, simplex, small))
      : formula.parts.some((part) => isMet(part, simplex, small))
  const { real, small: part } = simplex.valueOf(formula.sum)
  const sign = compare(plus(real, times(part, small)), 0)
  return sign < 0 || (sign === 0 && !formula.strict)
}

function addressIn(form: Form, index: number): string {
  const item = form.items[index]
  return itemAddress(
    form.id,
    form.rows[item?.row ?? -1]?.code ?? '',
    form.columns[item?.column ?? -1]?.code ?? '',
  )
}
