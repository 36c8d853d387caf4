import { expect, test } from 'vitest'
import type { Answer, AnsweredCell } from '../../../src/shared/queries.ts'
import { countsOf, holding, searchText, wanted } from '../../../src/renderer/check/filter.ts'
import { proposalsOf } from '../../../src/renderer/check/proposals.ts'
import { standOf } from '../../../src/renderer/check/stand.ts'
import { finding, line } from '../support/finding.ts'

function cell(item: string, value: string | null, state: AnsweredCell['state']): AnsweredCell {
  return { item, label: item, asked: '64', typed: value ?? '？', value, state, reason: null }
}

function answer(text: string, cells: AnsweredCell[]): Answer {
  const at = '2025-10-02T08:00:00Z'
  return { file: 7, path: '答复.xlsx', receivedAt: at, askedAt: at, text, cells, outdated: false }
}

const A = finding({
  state: 'asked',
  answer: answer('抄错', [
    cell('表[01,1]', '46', 'proposed'),
    cell('表[01,2]', null, 'unclear'),
    cell('表[01,3]', '5', 'conflict'),
    cell('表[01,4]', '5', 'outdated'),
    cell('表[01,5]', '', 'proposed'),
  ]),
})
const B = finding({
  rule: '小学-2',
  state: 'asked',
  answer: answer('同上', [cell('表[01,1]', '46', 'proposed')]),
})
const SETTLED = finding({
  rule: '小学-3',
  state: 'explained',
  answer: answer('另有原因', [cell('表[01,9]', '1', 'proposed')]),
})

test('only what is beyond doubt is proposed, each cell once, with the school’s words as the reason', () => {
  expect(proposalsOf([A, B, SETTLED])).toEqual({
    changes: [
      { school: '1', item: '表[01,1]', value: '46' },
      { school: '1', item: '表[01,5]', value: '' },
    ],
    said: '抄错；同上',
  })
})

test('a chip parts what was answered from what still waits; corrected findings show only when asked for', () => {
  const answered = line(A)
  const waits = line({ rule: '小学-4', state: 'asked' })
  const gone = line({ rule: '小学-5', state: 'corrected' })
  const all = [answered, waits, gone]
  expect(all.map(standOf)).toEqual(['answered', 'asked', 'corrected'])
  const wish = { severity: null }
  expect(wanted(all, { ...wish, state: null })).toEqual([answered, waits])
  expect(wanted(all, { ...wish, state: 'corrected' })).toEqual([gone])
  expect(countsOf(all, { ...wish, state: null })).toMatchObject({
    error: 2,
    answered: 1,
    asked: 1,
    corrected: 1,
  })
  expect(holding(all, '抄错', searchText([]))).toEqual([answered])
})
