import { describe, expect, it } from 'vitest'
import { parsePeriod, periodWords, withDay } from '../../src/shared/period.ts'

const words = (text: string, own = false) => periodWords(parsePeriod(text), own)

describe('a period', () => {
  it.each([
    ['2025/2026', '2025/2026学年初'],
    ['2025-2026学年', '2025/2026学年初'],
    ['2025/26', '2025/2026学年初'],
    ['2026', '2026年'],
    ['2026年', '2026年'],
    ['2026-H1', '2026年上半年'],
    ['2026年下半年', '2026年下半年'],
    ['2026-q2', '2026年第二季度'],
    ['２０２６年第３季度', '2026年第三季度'],
    ['2026年前三季度', '2026年前三季度'],
    ['2026-Q3累计', '2026年前三季度'],
    ['2026-06', '2026年6月'],
    ['2026年6月', '2026年6月'],
    ['2026年1-6月', '2026年1—6月'],
    ['2026年1月至6月', '2026年1—6月'],
    ['2026-01/2026-06', '2026年1—6月'],
    ['2026-01..2026-06', '2026年1—6月'],
  ])('%s is %s', (text, name) => expect(words(text).name).toBe(name))

  it.each([
    '',
    '2026-13',
    '2026-00',
    '去年',
    '2026-H3',
    '2026年5-6月',
    '2025年1月至2026年6月',
    '26',
  ])('“%s” is none', (text) => expect(parsePeriod(text)).toBeNull())

  it('says with what it is compared, and until when it is', () => {
    expect(words('2026-06')).toMatchObject({
      point: '截至2026年6月底',
      last: '上年同期',
      same: '上年同期',
      previous: '上月',
    })
    expect(words('2026-Q3')).toMatchObject({ point: '截至2026年9月底', previous: '上季度' })
    expect(words('2026-H1').previous).toBe('上年下半年')
    expect(words('2026-H2').previous).toBe('上半年')
    expect(words('2026')).toMatchObject({ point: '截至2026年底', last: '上年', previous: '上年' })
    expect(words('')).toMatchObject({ name: '', point: '', last: '上年', same: '上年' })
  })

  it('tells last year from the same period where both are there', () => {
    expect(words('2026-H1', true)).toMatchObject({ last: '上年', same: '上年同期' })
  })

  it('has no flows just before it where they are those since the year began', () => {
    expect(words('2026年1-6月').cumulative).toBe(true)
    expect(words('2026年1-1月').cumulative).toBe(false)
    expect(words('2026-06').cumulative).toBe(false)
  })
})

it('of a school year’s beginning the day says when', () => {
  expect(withDay(periodWords(null), '2025-09-01').point).toBe('截至2025年9月1日')
  expect(withDay(periodWords(null), '2025年9月').point).toBe('')
  expect(withDay(periodWords(parsePeriod('2026-H1')), '2026-06-30').point).toBe('截至2026年6月底')
})
