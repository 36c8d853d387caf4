import fc from 'fast-check'
import { noLastYear } from '../../../../src/core/last-year/last-year.ts'
import { expect, it } from 'vitest'
import { parseRules } from '../../../../src/core/rules/library.ts'
import { compileRule } from '../../../../src/core/rules/rule.ts'
import { Findings } from '../../../../src/core/service/findings/findings.ts'
import { contextOf } from '../../../../src/core/service/findings/rule-set.ts'
import { school } from '../../intake/returned.ts'
import { open } from '../opened.ts'
import type { Opened } from '../opened.ts'

const RULES = `
- {id: a, check: "表一[01,1] >= 表一[02,1]", severity: error}
- {id: b, check: "表二[01,1] = 2 * 表一[01,1]", severity: query}
- {id: c, check: "表三[*,1] <= 40", severity: query}
- {id: d, check: "1 / 表一[02,1] > 0", severity: query}
`

function findingsOf({ collection }: Opened): Findings {
  const rules = () => ({
    rules: parseRules(RULES).rules.map((rule) => ({
      program: compileRule(rule, contextOf(collection)),
      origin: 'own' as const,
      on: true,
      switched: null,
      applies: true,
    })),
    problems: [],
  })
  return new Findings(collection, rules, noLastYear())
}

type Sent = Record<string, [string, string]>
const figure = fc.oneof(fc.integer({ min: 0, max: 50 }).map(String), fc.constantFrom('', '?x'))
const pair = fc.tuple(figure, figure)
const sent = fc.record({ 表一: pair, 表二: pair, 表三: pair }) as fc.Arbitrary<Sent>

/** A county in which these schools sent these figures, in this order. */
function county(returns: [string, Sent][]): Opened {
  const opened = open({ schools: returns.map(([id]) => school(id, `${id}小学`)) })
  for (const [id, tables] of returns) opened.receive({ path: `${id}.xlsx`, school: id, tables })
  return opened
}

/** Everything found, without the order of the schools. */
function found(opened: Opened): string[] {
  return findingsOf(opened)
    .view('returned')
    .findings.map(({ school: id, rule, row, left, right }) =>
      [id, rule, row, left, right].join(' '),
    )
    .toSorted()
}

it('what is found does not depend on the order of the schools', () => {
  fc.assert(
    fc.property(fc.array(sent, { minLength: 1, maxLength: 4 }), (figures) => {
      const returns = figures.map((tables, at): [string, Sent] => [`s${String(at)}`, tables])
      expect(found(county(returns.toReversed()))).toEqual(found(county(returns)))
    }),
    { numRuns: 15 },
  )
})

it('a further school that passes changes nothing about the others', () => {
  const passing: Sent = { 表一: ['10', '4'], 表二: ['20', '8'], 表三: ['30', '12'] }
  fc.assert(
    fc.property(fc.array(sent, { minLength: 1, maxLength: 3 }), fc.nat(3), (figures, at) => {
      const returns = figures.map((tables, n): [string, Sent] => [`s${String(n)}`, tables])
      const more = returns.toSpliced(at, 0, ['neu', passing])
      expect(found(county(more))).toEqual(found(county(returns)))
    }),
    { numRuns: 15 },
  )
})

it('counts kept from correction to correction are those of a fresh check', () => {
  fc.assert(
    fc.property(
      fc.array(sent, { minLength: 2, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(2), fc.constantFrom('表一', '表二', '表三'), fc.nat(60)), {
        maxLength: 6,
      }),
      (figures, edits) => {
        const opened = county(figures.map((tables, n): [string, Sent] => [`s${String(n)}`, tables]))
        const kept = findingsOf(opened)
        kept.view('adopted')
        for (const [n, form, to] of edits) {
          const id = `s${String(n % figures.length)}`
          const { value, state } = opened.collection.returned(id, opened.collection.form(form), 0)
          opened.adopt(id, `${form}[01,1]`, String(to), `${state}:${value}`)
          expect(kept.view('adopted')).toEqual(findingsOf(opened).view('adopted'))
          expect(kept.counts('adopted')).toEqual(findingsOf(opened).counts('adopted'))
        }
      },
    ),
    { numRuns: 15 },
  )
})

it('a school that is expected no longer is in no count', () => {
  const opened = county([
    ['s1', { 表一: ['1', '4'] }],
    ['s2', { 表一: ['1', '4'] }],
  ])
  const findings = findingsOf(opened)
  expect(findings.view('returned').rules[0]).toMatchObject({ schools: 2, fails: 2 })
  opened.collection.store.setSchools([school('s2', 's2小学')])
  opened.collection.refresh()
  expect(findings.view('returned').rules[0]).toMatchObject({ schools: 1, fails: 1 })
})
