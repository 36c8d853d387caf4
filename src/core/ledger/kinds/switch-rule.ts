import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 启用、停用规则: whether a rule is run from now on, and why. */
export const switchRule = defineKind({
  kind: 'switch-rule',
  payload: z.strictObject({ rule: z.string(), on: z.boolean() }),
  takenBack: 'from-list',
  apply(state, { payload: { rule, on }, reason, person, at }) {
    state.switches.set(rule, { on, reason, person, at })
  },
  settles: (payload) => [
    { matter: `rule:${payload.rule}`, value: payload.on ? 'on' : 'off', alone: payload },
  ],
  touches: () => [{ what: 'rules' }],
  words: ({ rule, on }) => ({ key: on ? 'switch-rule.on' : 'switch-rule.off', params: { rule } }),
  goesTo: ({ rule }) => ({ kind: 'rule', rule }),
})
