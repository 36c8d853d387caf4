import { expect, test } from 'vitest'
import { codePoints } from '../../../src/shared/code-points.ts'
import { disagreements } from '../../../src/core/summary/direction.ts'
import { fillSummary } from '../../../src/core/summary/fill.ts'
import { library, quoted } from './quoted.ts'

const find = library(
  quoted('涨', { now: ['10'], before: '5' }),
  quoted('跌', { now: ['5'], before: '10' }),
  quoted('平', { now: ['5'], before: '5' }),
  quoted('新', { now: ['5'] }),
)
const heard = (text: string): string[] =>
  disagreements(fillSummary(text, find), find).map(
    ({ word, id, moved }) => `${word} ${id} ${moved}`,
  )

test('a word of direction beside a figure that moved another way is told', () => {
  expect(heard('学生增加到{跌}。')).toEqual(['增加 跌 down'])
  expect(heard('学生{跌|数值}人，较上年有所提高。')).toEqual(['提高 跌 down'])
  expect(heard('学生减少，为{涨}。')).toEqual([])
  expect(heard('学生减少为{涨}；教师与去年持平，{涨}。')).toEqual(['减少 涨 up', '持平 涨 up'])
  expect(heard('保持增长，{平}。')).toEqual([])
  expect(heard('增长后有{平}。')).toEqual(['增长 平 same'])
})

test('what the placeholder itself says, what agrees, what is denied and what is unknown is not told', () => {
  expect(heard('学生{跌}，{跌|比上年}。')).toEqual([])
  expect(heard('学生增加到{涨}，比上年减少的是另一件事。{跌}')).toEqual(['减少 涨 up'])
  expect(heard('学生没有增加，不再提高，{跌}。未增加的{跌}。')).toEqual([])
  expect(heard('学生增加到{新}。')).toEqual([])
  expect(heard('质量不断提升，有{跌}。')).toEqual([])
})

test('the word is pointed at by code points', () => {
  const filled = fillSummary('𠮷增加{跌}', find)
  const [found] = disagreements(filled, find)
  expect(codePoints(filled.text).slice(found?.start, found?.end).join('')).toBe('增加')
})
