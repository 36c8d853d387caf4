import type { RuleProposal } from '../rule-proposal.ts'
import type { Lang } from './say.ts'

/** What speaks for a proposed rule. */
export function supportText(lang: Lang, { schools, held, of }: RuleProposal): string {
  const rest = of - held
  if (lang === 'zh')
    return `${String(schools)} 所学校佐证，两年 ${String(of)} 份${rest === 0 ? '无一例外' : `中 ${String(rest)} 份不符`}`
  return `${String(schools)} schools speak for it; of ${String(of)} tables in both years ${rest === 0 ? 'none does' : `${String(rest)} do`} not agree`
}

/** Said where the figures show nothing that the rules do not say. */
export function nothingProposed(lang: Lang): string {
  return lang === 'zh'
    ? '两年数据里没有规则之外、足够多学校都成立的关系。'
    : 'The figures of both years show no relation that the rules do not say.'
}
