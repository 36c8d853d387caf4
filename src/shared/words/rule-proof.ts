import type { DeadWhy, RuleProof } from '../rule-proof.ts'
import type { Lang } from './say.ts'

const WORDS = {
  zh: {
    dead: '不会触发',
    implied: '已被包含',
    contradiction: '互相矛盾',
    open: '未能判定',
    why: {
      'no-cell': '没有一格可查',
      'no-school': '没有一所学校同时填报它引用的各表',
      'when-never': '适用条件不可能成立',
      always: '检查式总是成立',
      'only-negative': '只有出现负数才会触发',
    } satisfies Record<DeadWhy, string>,
    by: (rules: string, sign: boolean) =>
      `${rules} 成立时它必然成立${sign ? '（各数不为负）' : ''}`,
    against: (rules: string, breaks: string, when: boolean) =>
      `${rules} 不能同时满足${when ? `（${breaks} 的适用条件成立时）` : ''}`,
    example: (figures: string, breaks: string) => `例：${figures} 时，其余都满足，${breaks} 不满足`,
    openWhy: '情形太多，没有判定',
    none: (n: number) => `${String(n)} 条规则没有不会触发、已被包含或互相矛盾的。`,
  },
  en: {
    dead: 'never fires',
    implied: 'implied',
    contradiction: 'contradiction',
    open: 'not found out',
    why: {
      'no-cell': 'there is no cell to check',
      'no-school': 'no school fills in all tables that it names',
      'when-never': 'its condition can never be met',
      always: 'its check always holds',
      'only-negative': 'only figures below 0 make it fire',
    } satisfies Record<DeadWhy, string>,
    by: (rules: string, sign: boolean) =>
      `holds wherever ${rules} hold${sign ? ' (figures not below 0)' : ''}`,
    against: (rules: string, breaks: string, when: boolean) =>
      `${rules} cannot all be met${when ? ` (where the condition of ${breaks} is met)` : ''}`,
    example: (figures: string, breaks: string) =>
      `with ${figures} all others are met and ${breaks} is not`,
    openWhy: 'too many cases to go through',
    none: (n: number) => `None of ${String(n)} rules is dead, implied or contradicted.`,
  },
}

/** One thing that was proved: of which rule, what, and why. */
export interface ProofLine {
  rule: string
  kind: 'dead' | 'implied' | 'contradiction' | 'open'
  label: string
  text: string
}

/** What was proved of rules, a sentence for each. */
export function proofLines(lang: Lang, proof: RuleProof): ProofLine[] {
  const words = WORDS[lang]
  const line = (kind: ProofLine['kind'], rule: string, text: string): ProofLine => ({
    ...{ rule, kind, text },
    label: words[kind],
  })
  return [
    ...proof.contradictions.map((one) => {
      const figures = one.example
        .map(({ item, value }) => `${item}=${value}`)
        .join(lang === 'zh' ? '，' : ', ')
      const said = words.against(one.rules.join(lang === 'zh' ? '、' : ', '), one.breaks, one.when)
      const parts = figures === '' ? [said] : [said, words.example(figures, one.breaks)]
      return line('contradiction', one.breaks, parts.join(lang === 'zh' ? '；' : '; '))
    }),
    ...proof.dead.map(({ rule, why }) => line('dead', rule, words.why[why])),
    ...proof.implied.map(({ rule, by, nonNegative }) =>
      line('implied', rule, words.by(by.join(lang === 'zh' ? '、' : ', '), nonNegative)),
    ),
    ...proof.open.map((rule) => line('open', rule, words.openWhy)),
  ]
}

/** Said where nothing was found. */
export function nothingProved(lang: Lang, proof: RuleProof): string {
  return WORDS[lang].none(proof.rules)
}
