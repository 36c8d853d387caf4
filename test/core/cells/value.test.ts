import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeNumber, takeText } from '../../../src/core/cells/value.ts'
import { formatExact, parseExact } from '../../../src/shared/exact.ts'
import type { RawCell } from '../../../src/core/model/sheet.ts'

const text = (value: string, unit: string | null = '人') =>
  takeNumber({ kind: 'text', value }, { unit })
const short = (value: string, unit: string | null = '人'): string => {
  const { state, value: taken, reason } = text(value, unit)
  return state === 'number' ? taken : (reason?.code ?? state)
}

describe('a text in a cell for a number', () => {
  it.each([
    ['12', '12'],
    [' 12 ', '12'],
    ['　１２　', '12'],
    ['１，２３４．５', '1234.5'],
    ['1,234,567', '1234567'],
    ["'12", '12'],
    ['+12', '12'],
    ['-12', '-12'],
    ['－12', '-12'],
    ['−12', '-12'],
    ['007', '7'],
    ['12.50', '12.5'],
    ['-0', '0'],
    ['0.0', '0'],
    ['12_x000D_', '12'],
    ['104人', '104'],
    ['104 名', '104'],
    ['1,204人', '1204'],
    ['12\u200b', '12'],
    ['36.', '36'],
    ['36。', '36'],
    ['３６．', '36'],
    ['1,204.', '1204'],
  ])('%j is %s', (typed, value) => expect(short(typed)).toBe(value))

  it.each(['', '  ', '　', '-', '—', '——', '－', '/', '无', ' 无 ', '空'])('%j is blank', (typed) =>
    expect(short(typed)).toBe('blank'),
  )
  it.each(['*', '＊', ' * '])('%j is not applicable', (typed) => expect(short(typed)).toBe('na'))

  it.each([
    '约12',
    '12左右',
    '12-15',
    '3-5',
    '1/2',
    '12%%',
    '1,20',
    '1,2345',
    '1.204.5',
    '3.5.',
    '36..',
    '12.人',
    '12,',
    '1e5',
    '1E+05',
    '0x10',
    '１２abc',
    '十二',
    '一二',
    '12+3',
    '=12',
    '(12)',
    '12 13',
    '1 204',
    '1。5',
    '··',
    '.',
    ',',
    '+',
    '--12',
    'Infinity',
    'NaN',
    'null',
    '５²',
    '5²',
    '10⁴',
    '①',
    '⑿',
    '½',
    '٣',
    '𝟏𝟐',
    '²',
    '12345678901234567',
    '0.12345678901234567',
  ])('%j is left to a person', (typed) =>
    expect(['unreadable-cell', 'ambiguous-unit']).toContain(short(typed)),
  )

  it('is taken only when it says one number: what is taken, typed again, gives itself', () => {
    const odd = Array.from('0123456789.,-+ 　１２，．－%人万元²①一百()eE/*无空约\u00a0\u200b')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...odd), maxLength: 8 }), (typed) => {
        const taken = text(typed)
        const digits = typed
          .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
          .replace(/[^\d.-]/gu, '')
          .replace(/\.$/u, '')
        const exact = taken.state === 'number' ? parseExact(digits) : null
        expect(taken.value).toBe(exact === null ? '' : formatExact(exact))
        const again = text(taken.value)
        expect([again.value, again.state]).toEqual([
          taken.value,
          exact === null ? 'blank' : 'number',
        ])
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps what was typed, whatever becomes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), (typed) => {
        expect(text(typed).raw).toBe(typed)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a unit typed with the figure', () => {
  it.each([
    ['2000万', '人', '20000000 / 2000'],
    ['35000元', '万元', '3.5 / 35000'],
    ['3.5万元', '元', '35000 / 3.5'],
    ['1.2亿', '万元', '120000000 / 1.2'],
    ['120平方米', '万平方米', '0.012 / 120'],
    ['12台', '人', '12'],
    ['95%', '人', '95'],
    ['104人次', '人', '104'],
  ])('%s in %s may mean %s', (typed, unit, readings) => {
    const { state, value, reason } = text(typed, unit)
    expect([state, value]).toEqual(['unreadable', ''])
    expect(reason).toMatchObject({ code: 'ambiguous-unit', params: { raw: typed, unit, readings } })
  })

  it.each([
    ['120.5㎡', '平方米', '120.5'],
    ['１２０ｍ２', '平方米', '120'],
    ['3.5万元', '万元', '3.5'],
    ['12个班', '班', '12'],
    ['12班', '个', '12'],
    ['95.2%', '%', '95.2'],
    ['95.2％', '%', '95.2'],
    ['5台套', '套', '5'],
  ])('%s in %s is %s', (typed, unit, value) => {
    expect(text(typed, unit)).toMatchObject({ state: 'number', value, raw: typed })
    expect(text(typed, unit).cleanings).toContain('unit')
  })

  it('is never taken where the form names no unit', () => {
    expect(short('104人', null)).toBe('ambiguous-unit')
  })
})

describe('a cell that holds no text', () => {
  const cell = (raw: RawCell | undefined, unit: string | null = '人') => {
    const { state, value, reason } = takeNumber(raw, { unit })
    return [state, value, reason?.code ?? null]
  }

  it.each<[string, RawCell | undefined, unknown[]]>([
    ['nothing', undefined, ['blank', '', null]],
    ['a number', { kind: 'number', value: '954.1' }, ['number', '954.1', null]],
    ['a negative', { kind: 'number', value: '-3' }, ['number', '-3', null]],
    [
      '15 digits',
      { kind: 'number', value: '123456789012345' },
      ['number', '123456789012345', null],
    ],
    [
      '17 digits',
      { kind: 'number', value: '12345678901234567' },
      ['unreadable', '', 'digits-lost'],
    ],
    ['1E+21', { kind: 'number', value: '1E+21' }, ['unreadable', '', 'unreadable-cell']],
    ['a date', { kind: 'date', value: '2025-03-05' }, ['unreadable', '', 'date-in-number']],
    ['an error', { kind: 'error', value: '#REF!' }, ['unreadable', '', 'error-cell']],
    ['TRUE', { kind: 'boolean', value: 'TRUE' }, ['unreadable', '', 'unreadable-cell']],
    [
      'no result',
      { kind: 'number', value: '', formula: 'VLOOKUP(1,A:B,2)', noResult: true },
      ['unreadable', '', 'no-cached-value'],
    ],
  ])('%s', (_, raw, expected) => expect(cell(raw)).toEqual(expected))

  it('shown as a percentage is what the person saw in a form of %, else left to a person', () => {
    const half: RawCell = { kind: 'number', value: '0.9509', format: '0.00%' }
    expect(cell(half, '%')).toEqual(['number', '95.09', null])
    expect(cell(half, '人')).toEqual(['unreadable', '', 'ambiguous-unit'])
    expect(cell({ kind: 'number', value: '12', format: '0"%"' }, '%')).toEqual([
      'number',
      '12',
      null,
    ])
  })

  it('for a text is the text, or unreadable for an error', () => {
    expect(takeText({ kind: 'text', value: ' 石门中心小学 ' })).toMatchObject({
      state: 'text',
      value: '石门中心小学',
      cleanings: ['space'],
    })
    expect(takeText({ kind: 'error', value: '#N/A' }).state).toBe('unreadable')
    expect(takeText(undefined).state).toBe('blank')
    const formula = { kind: 'text', value: '', formula: 'A1&A2', noResult: true } as const
    expect(takeText(formula)).toMatchObject({
      state: 'unreadable',
      raw: '=A1&A2',
      reason: { code: 'no-cached-value' },
    })
  })
})
