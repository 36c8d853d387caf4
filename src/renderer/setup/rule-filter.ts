import type { RuleRow } from '../../shared/findings.ts'
import type { RuleOrigin } from '../../shared/rules.ts'

/** How a rule stands, as the list says it. */
export type RuleState = 'running' | 'off' | 'wrong' | 'other'

export interface RuleFilter {
  text: string
  origin: RuleOrigin | null
  state: RuleState | 'failing' | null
}

export const ANY: RuleFilter = { text: '', origin: null, state: null }

export function stateOfRule({ fault, applies, on }: RuleRow): RuleState {
  if (!applies) return 'other'
  if (fault !== null) return 'wrong'
  return on ? 'running' : 'off'
}

/** The rules that fit, those that do not apply here last: every word typed is in the id, the title or the check. */
export function rulesShown(rules: RuleRow[], { text, origin, state }: RuleFilter): RuleRow[] {
  const typed = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const fitting = rules.filter((rule) => {
    const said = `${rule.id} ${rule.title} ${rule.check} ${rule.source ?? ''}`.toLowerCase()
    const fits =
      state === null || (state === 'failing' ? rule.fails > 0 : stateOfRule(rule) === state)
    return (
      fits &&
      (origin === null || rule.origin === origin) &&
      typed.every((word) => said.includes(word))
    )
  })
  return fitting.toSorted((a, b) => Number(!a.applies) - Number(!b.applies))
}
