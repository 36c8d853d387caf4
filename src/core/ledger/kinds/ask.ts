import { z } from 'zod'
import { findingKey } from '../../../shared/finding-key.ts'
import { findingRef } from '../finding-ref.ts'
import { defineKind } from '../kind.ts'

/** 退回核实: schools are asked about findings, each with the figures as they were (see aboutOf). */
export const ask = defineKind({
  kind: 'ask',
  payload: z.strictObject({
    questions: z.array(z.strictObject({ finding: findingRef, about: z.string() })),
  }),
  takenBack: 'from-list',
  apply(state, { payload, person, at }) {
    for (const { finding, about } of payload.questions) {
      state.asked.set(findingKey(finding), { person, at, about })
    }
  },
  touches: ({ questions }) => [
    { what: 'findings', keys: questions.map(({ finding }) => findingKey(finding)) },
  ],
  words({ questions }, names) {
    const [first] = questions
    const count = questions.length
    const schools = new Set(questions.map(({ finding }) => finding.school)).size
    if (first === undefined || schools !== 1) return { key: 'ask.many', params: { schools, count } }
    return { key: 'ask', params: { school: names.school(first.finding.school), count } }
  },
  goesTo: () => ({ kind: 'queries' }),
})
