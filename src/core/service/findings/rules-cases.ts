import type { RulesApi } from '../../../shared/rules.ts'
import { CallError } from '../../../shared/result.ts'
import { withoutRule, withRule } from '../../rules/edit-library.ts'
import { parseRules } from '../../rules/library.ts'
import { ruleProofOf } from './rule-proof.ts'
import { ruleProposalsOf } from './rule-proposals.ts'
import { ruleFrom, tryRule } from './rule-trial.ts'
import { lastYearIn } from '../last-year/years.ts'
import { findingsIn } from './open-findings.ts'
import { inTurns } from '../turns.ts'
import type { Session } from '../session.ts'

/** 设置 · 规则: switching, trying and writing rules. */
export function rulesCases(session: Session): RulesApi {
  const rules = () => findingsIn(session).ruleSet().rules
  const written = (text: string, reason: string) =>
    session.write({ kind: 'edit-text', payload: { role: 'rules', text }, reason: reason.trim() })
  return {
    async proveRules() {
      return inTurns(session, (pause) => ruleProofOf(session.current(), rules(), pause))
    },
    async proposeRules() {
      return inTurns(session, (pause) =>
        ruleProposalsOf(session.current(), lastYearIn(session), rules(), pause),
      )
    },
    async switchRule({ rule, on, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      if (!findingsIn(session).has(rule)) {
        throw new CallError('no-such-rule', { rule })
      }
      const payload = { rule, on }
      return session.write({ kind: 'switch-rule', payload, reason: reason.trim() })
    },
    async tryRule({ rule, replaces }) {
      const others = rules().filter(({ program }) => program.rule.id !== replaces)
      return tryRule(session.current(), lastYearIn(session), rule, others)
    },
    async saveRule({ rule, replaces, reason }) {
      const { id, check } = ruleFrom(rule)
      if (id === '' || check === '') throw new CallError('rule-incomplete')
      const text = session.current().text('rules')
      const taken = parseRules(text ?? '').rules.some((one) => one.id === id)
      if (taken && id !== replaces) throw new CallError('rule-exists', { rule: id })
      const next = withRule(text, replaces, rule)
      if (next === null) throw new CallError('rules-unreadable')
      return written(next, reason)
    },
    async deleteRule({ id, reason }) {
      const next = withoutRule(session.current().text('rules') ?? '', id)
      if (next === null) throw new CallError('no-such-rule', { rule: id })
      return written(next, reason)
    },
  }
}
