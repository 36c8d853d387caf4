import { describe, expect, it } from 'vitest'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import type { Indicator } from '../../../src/core/indicators/indicator.ts'
import { putIndicator } from '../../../src/core/indicators/write.ts'

const TEXT = `# 指标
- id: 甲   # 本县口径
  title: 甲
  unit: 人
  decimals: 0
  source: 县文〔2024〕3号
  value: { sum: '表[01,1]' }

# 第二个
- id: 乙
  title: 乙
  unit: '%'
  decimals: 2
  numerator:
    sum: 表[01,1]
    where: 学校.类 = "公"
  denominator: {external: 人口}
  scale: 100
- {id: 丙, value: {count: 学校}}
`

const read = (text: string, id: string): Indicator => {
  const { indicators, problems } = parseIndicators(text)
  expect(problems).toEqual([])
  const found = indicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id} in ${text}`)
  return found
}

const put = (was: string | null, indicator: Indicator | null, text = TEXT): string => {
  const made = putIndicator(text, was, indicator)
  if (made === null) throw new Error('not written')
  return made
}

describe('an indicator written into its text', () => {
  it('changes its own lines only; comments and other fields stay', () => {
    const made = put('甲', { ...read(TEXT, '甲'), decimals: 1, unit: '万人', scale: '0.0001' })
    expect(read(made, '甲')).toMatchObject({ decimals: 1, unit: '万人', scale: '0.0001' })
    expect(made).toContain('- id: 甲 # 本县口径')
    expect(made).toContain('  source: 县文〔2024〕3号')
    expect(made.slice(made.indexOf('# 第二个'))).toBe(TEXT.slice(TEXT.indexOf('# 第二个')))
    expect(made.startsWith('# 指标\n')).toBe(true)
  })

  it('turns a plain value into a ratio and back', () => {
    const ratio: Indicator = {
      ...read(TEXT, '甲'),
      denominator: {
        kind: 'add',
        sides: [
          { kind: 'external', name: '人口' },
          { kind: 'schools', where: null },
        ],
      },
    }
    const made = put('甲', ratio)
    expect(read(made, '甲')).toEqual(ratio)
    expect(made).not.toContain('  value: { sum')
    const back = put('甲', read(TEXT, '甲'), made)
    expect(read(back, '甲')).toEqual(read(TEXT, '甲'))
  })

  it('is added at the end, taken out, or written anew where it shares its line', () => {
    const fresh = {
      ...read(TEXT, '甲'),
      id: '丁',
      numerator: { kind: 'max', expr: '表[01,1]', where: null } as const,
    }
    const made = put(null, fresh)
    expect(made.startsWith(TEXT)).toBe(true)
    expect(read(made, '丁')).toEqual(fresh)
    const less = put('乙', null)
    expect(parseIndicators(less).indicators.map(({ id }) => id)).toEqual(['甲', '丙'])
    const flow = "[{id: 甲, value: {sum: '表[01,1]'}}, {id: 乙, value: {count: 学校}}]"
    expect(read(put('乙', { ...read(flow, '乙'), unit: '所' }, flow), '乙').unit).toBe('所')
  })

  it('begins a text that was empty', () => {
    expect(read(put(null, read(TEXT, '乙'), ''), '乙')).toEqual(read(TEXT, '乙'))
  })

  it('keeps every kind of side as it is', () => {
    const sides: Indicator['numerator'][] = [
      { kind: 'cv', expr: '表[01,2] / 表[01,1]', weight: '表[01,1]', where: '学校.类 = "公"' },
      { kind: 'count', expr: '表[01,1] > 0', where: null },
      { kind: 'external', name: '3-5岁人口' },
    ]
    for (const numerator of sides) {
      const one = { ...read(TEXT, '乙'), numerator, prefix: '1:' }
      expect(read(put('乙', one), '乙')).toEqual(one)
    }
  })

  it('is refused where there is no such entry, or the text is no list', () => {
    expect(putIndicator(TEXT, '无', null)).toBeNull()
    expect(putIndicator('a: 1', null, read(TEXT, '甲'))).toBeNull()
    expect(putIndicator('- [', '甲', null)).toBeNull()
  })
})
