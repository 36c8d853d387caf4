import { describe, expect, it } from 'vitest'
import { fillSummary } from '../../../src/core/summary/fill.ts'
import type { Quoted } from '../../../src/core/summary/wording.ts'
import { parsePeriod, periodWords } from '../../../src/shared/period.ts'

const result = (value: number | null): Quoted['now'] => ({
  numerator: value,
  denominator: null,
  value,
  fault: null,
  lack: null,
  awaited: false,
})

/** A summary of one indicator 甲 in a period. */
function said(
  template: string,
  period: string,
  values: { now: number; before?: number; same?: number; previous?: number; plan?: number },
  more: Partial<Quoted['indicator']> = {},
): string {
  const periods = periodWords(parsePeriod(period), values.same !== undefined)
  const quoted: Quoted = {
    indicator: {
      id: '甲',
      title: '甲',
      unit: '处',
      decimals: 0,
      numerator: { kind: 'schools', where: null },
      denominator: null,
      scale: '1',
      prefix: '',
      ...more,
    },
    now: result(values.now),
    before: result(values.before ?? null),
    ...(values.same !== undefined && { same: result(values.same) }),
    ...(period !== '' && { previous: result(values.previous ?? null) }),
    ...(values.plan !== undefined && { plan: result(values.plan) }),
    periods,
  }
  return fillSummary(template, (id) => (id === '甲' ? quoted : null), periods).text
}

describe('the words of a summary follow its period', () => {
  it('of a month: last year’s same month, and the month before', () => {
    const text = said('{期间}{时点}{甲}，{甲|比上年}，{甲|比同期}，{甲|比上期}', '2026-06', {
      now: 16,
      before: 10,
      previous: 18,
    })
    expect(text).toBe(
      '2026年6月截至2026年6月底16处，比上年同期增加6处，比上年同期增加6处，比上月减少2处',
    )
  })

  it('of a half year with last year’s list beside that of the same half', () => {
    const values = { now: 16, before: 30, same: 16, previous: 14 }
    expect(said('{甲|比上年}，{甲|比同期}，{甲|比上期}', '2026-H1', values)).toBe(
      '比上年减少14处，与上年同期持平，比上年下半年增加2处',
    )
  })

  it('of a year as ever', () => {
    expect(said('{甲|比上年}，{甲|比同期}，{期间}', '', { now: 3, before: 1 })).toBe(
      '比上年增加2处，比上年增加2处，{期间}',
    )
  })

  it('says growth in per cent, of shares in points', () => {
    const values = { now: 21, before: 20, previous: 24 }
    expect(said('{甲|同比}，{甲|环比}', '2026-Q2', values)).toBe('同比增长5.0%，环比下降12.5%')
    expect(said('{甲|同比}', '2026-Q2', values, { unit: '%' })).toBe('同比提高1个百分点')
    expect(said('{甲|同比}', '2026-Q2', { now: 1, before: 0 })).toBe('【甲：分母为0，无法计算】')
  })

  it('never compares what is added up since the year began with the period before', () => {
    const values = { now: 16, before: 10, previous: 12 }
    expect(said('{甲|比上期}', '2026年1-6月', values)).toBe('【甲：累计数不与上期相比】')
    expect(said('{甲|比上期}', '2026年1-6月', values, { nature: 'stock' })).toBe('比上月增加4处')
    expect(said('{甲|比同期}', '2026年1-6月', values)).toBe('比上年同期增加6处')
  })

  it('says what it lacks', () => {
    expect(said('{甲|比上期}{甲|比同期}', '2026-06', { now: 1 })).toBe(
      '【甲：缺上期数据】【甲：缺上年同期数据】',
    )
  })

  it('holds what was done against what was planned', () => {
    const text = '计划完成{甲|计划}，实际{甲}，{甲|比计划}，完成计划的{甲|完成}'
    expect(said(text, '', { now: 16, plan: 14 })).toBe(
      '计划完成14处，实际16处，比计划多2处，完成计划的114.3%',
    )
    expect(said('{甲|比计划}', '', { now: 14, plan: 14 })).toBe('与计划一致')
    expect(said('{甲|比计划}', '', { now: 92, plan: 95 }, { unit: '%' })).toBe('比计划低3个百分点')
    expect(said('{甲|计划}', '', { now: 14 })).toBe('【甲：缺计划数】')
  })
})
