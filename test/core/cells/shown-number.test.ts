import { describe, expect, it } from 'vitest'
import { reasonText } from '../../../src/shared/words/say.ts'
import { shownAs, shownCode, showsItself } from '../../../src/core/cells/shown-number.ts'
import { isPlainNumber, takeNumber, takeText } from '../../../src/core/cells/value.ts'

const cell = (value: string, format?: string) => ({
  kind: 'number' as const,
  value,
  ...(format !== undefined && { format }),
})

describe('a format that shows the number itself, rounded or parted', () => {
  it.each([
    '0',
    '#,##0',
    '0.00',
    '#,##0.00_ ;[Red]\\-#,##0.00\\ ',
    '0_ ',
    '0"人"',
    'General"册"',
    '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ',
    '0;-0;;@',
    '[Red]0',
    '[>=100]0;0.0',
    '@',
    '@_ ',
  ])('%s is taken as stored', (format) => {
    expect(shownAs('1234.5', format) ?? { number: '1234.5' }).toMatchObject({ number: '1234.5' })
    expect(takeNumber(cell('1234', format), { unit: '人' })).toMatchObject({
      state: 'number',
      value: '1234',
    })
  })

  it('shows nought as a dash or not at all', () => {
    expect(shownAs('0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ')).toBe(null)
    expect(shownAs('0', '0;-0;;@')).toBe(null)
  })
})

describe('a format that scales what is shown', () => {
  it.each([
    ['#,##0,', '12345000', '12345'],
    ['#,##0.00,', '12345', '12.345'],
    ['0.00,,', '12345678', '12.345678'],
    ['0!.0,', '12345', '1.2345'],
    ['0\\.0000', '12345', '1.2345'],
    ['0"."0000', '12345', '1.2345'],
    ['0!.0,"万"', '12345', '1.2345'],
  ])('%s shows %s as %s', (format, held, shown) => {
    expect(shownAs(held, format)).toMatchObject({ number: shown })
    const taken = takeNumber(cell(held, format), { unit: '人' })
    expect(taken).toMatchObject({ state: 'unreadable', reason: { code: 'ambiguous-unit' } })
    expect(String(taken.reason?.params['readings'])).toContain(held)
    expect(String(taken.reason?.params['readings'])).toContain(shown)
    expect(isPlainNumber(cell(held, format))).toBe(false)
  })

  it.each([
    ['0"00"', '3', '300'],
    ['"1"0', '3', '13'],
    ['0".5"', '3', '3.5'],
  ])('%s lengthens %s to %s', (format, held, shown) => {
    expect(takeNumber(cell(held, format), { unit: '人' })).toMatchObject({
      state: 'unreadable',
      reason: { code: 'ambiguous-unit', params: { readings: `${held} / ${shown}` } },
    })
    expect(isPlainNumber(cell(held, format))).toBe(false)
  })

  it.each(['0"m2"', '"2024年"0', '0"(1)"'])('%s only names the figure', (format) => {
    expect(takeNumber(cell('3', format), { unit: null }).value).toBe('3')
  })

  it('naming a magnitude is judged by the unit of the item', () => {
    expect(takeNumber(cell('5', '0"万元"'), { unit: '万元' }).state).toBe('number')
    expect(takeNumber(cell('5', '0"万元"'), { unit: '元' }).reason?.code).toBe('ambiguous-unit')
    expect(takeNumber(cell('5', '0"万"'), { unit: '人' }).reason?.code).toBe('ambiguous-unit')
  })
})

describe('a format that hides or makes a sign', () => {
  it.each([
    ['0;0', '-3', '3'],
    ['#,##0;#,##0', '-1234', '1234'],
    ['0;0;0', '-3', '3'],
    ['0"人";0"人"', '-3', '3人'],
    ['-0', '3', '-3'],
    ['"-"0', '3', '-3'],
    ['(0)', '3', '-3'],
  ])('%s shows %s as %s', (format, held, shown) => {
    expect(takeNumber(cell(held, format), { unit: '人' })).toMatchObject({
      state: 'unreadable',
      reason: { code: 'ambiguous-unit', params: { readings: `${held} / ${shown}` } },
    })
    expect(isPlainNumber(cell(held, format))).toBe(false)
  })

  it.each([
    ['0_);(0)', '-3'],
    ['#,##0_);[Red]\\(#,##0\\)', '-3'],
    ['0;[Red]0', '-3'],
    ['0;-0', '-3'],
    ['0_ ;\\-0\\ ', '-3'],
    ['0;0', '3'],
    ['0;0', '0'],
    ['0', '-3'],
    ['#,##0', '-1234'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '0'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '-3'],
    ['[>=100]0;0.0', '-3'],
  ])('%s shows %s with its sign', (format, held) => {
    expect(takeNumber(cell(held, format), { unit: '人' })).toMatchObject({
      state: 'number',
      value: held,
    })
  })
})

describe('a word of a format', () => {
  it.each([
    ['0"‰"', '12', null, '12 / 12‰'],
    ['0‰', '12', '%', '12 / 12‰'],
    ['0"%"', '12', null, '12 / 12%'],
    ['0"%"', '12', '人', '12 / 12%'],
    ['0"元"', '35000', '万元', '35000 / 35000元'],
    ['0.00"亩"', '3', '平方米', '3 / 3亩'],
    ['0"万"', '3', null, '3 / 3万'],
    ['"约"0', '200', '人', '200 / 约200'],
    ['0"余"', '200', '人', '200 / 200余'],
    ['0"以上"', '200', '人', '200 / 200以上'],
    ['0"-"00', '1234', '人', '1234 / 12-34'],
  ])('%s over %s in %s is another figure', (format, held, unit, readings) => {
    const taken = takeNumber(cell(held, format), { unit })
    expect(taken).toMatchObject({ state: 'unreadable', reason: { code: 'ambiguous-unit' } })
    expect(taken.reason?.params['readings']).toBe(readings)
    expect(isPlainNumber(cell(held, format))).toBe(false)
    expect(reasonText('zh', taken.reason ?? { code: 'damaged', params: {} })).toContain(
      '存的数却是',
    )
  })

  it.each([
    ['0"%"', '%'],
    ['0"‰"', '‰'],
    ['0"名"', '人'],
    ['0"个"', '班'],
    ['0"㎡"', '平方米'],
    ['0.00"亩"', '亩'],
    ['0"册"', null],
    ['0"人"', null],
    ['0"期"', '人'],
  ])('%s in %s names the unit, and the figure stands', (format, unit) => {
    expect(takeNumber(cell('12', format), { unit })).toMatchObject({ state: 'number', value: '12' })
  })
})

describe('a format that shows a text for a number', () => {
  const sexes = '[=1]"男";[=2]"女"'

  it('leaves a figure to a person, with both readings', () => {
    expect(takeNumber(cell('1', sexes), { unit: '人' })).toMatchObject({
      state: 'unreadable',
      raw: '男',
      reason: { code: 'ambiguous-unit', params: { readings: '1 / 男' } },
    })
    expect(takeNumber(cell('1', '"是";"否";"否"'), { unit: null }).state).toBe('unreadable')
  })

  it('is the text of a text item', () => {
    expect(takeText(cell('2', sexes))).toMatchObject({ state: 'text', value: '女' })
  })

  it('hides a figure altogether: not taken either', () => {
    expect(takeNumber(cell('7', ';;;'), { unit: '人' }).reason?.code).toBe('ambiguous-unit')
    expect(showsItself(';;;')).toBe(false)
  })
})

describe('a code kept as a number', () => {
  it('is what is shown, noughts in front included', () => {
    expect(shownCode('12', '0000')).toBe('0012')
    expect(takeText(cell('190001001', '0000000000')).value).toBe('0190001001')
    expect(takeText(cell('2190001001')).value).toBe('2190001001')
  })

  it.each(['460000199001011000', '4.60000199001011E17', '1234567890123456'])(
    '%s has lost its last digits and is no code any more',
    (value) => {
      expect(takeText(cell(value))).toMatchObject({
        state: 'unreadable',
        reason: { code: 'digits-lost' },
      })
    },
  )

  it('typed as a spreadsheet shows it has lost its digits too', () => {
    expect(takeText({ kind: 'text', value: '2.19E+09' }).reason?.code).toBe('digits-lost')
    expect(takeText({ kind: 'text', value: '1E5' }).state).toBe('text')
  })
})

it('a number in a cell formatted as text is the text that is seen, not the sign of the format', () => {
  expect(takeText(cell('13800000001', '@'))).toMatchObject({ state: 'text', value: '13800000001' })
})

describe('what a format says by section, text and exponent', () => {
  const of = (value: string, format: string, unit: string | null = '人') =>
    takeNumber(cell(value, format), { unit })

  it('a percent sign of another section is none of the figure’s', () => {
    expect(of('35', '[<1]0.0%;0', '%')).toMatchObject({ state: 'number', value: '35' })
    expect(of('0.35', '[<1]0.0%;0', '%')).toMatchObject({ state: 'number', value: '35' })
  })

  it('an exponent rounds what is seen, and adds no digits', () => {
    expect(of('1234', '0.00E+00')).toMatchObject({ state: 'number', value: '1234' })
    expect(of('12345', '##0.0E+0')).toMatchObject({ state: 'number', value: '12345' })
    expect(takeText(cell('2190001005', '0.00E+00'))).toMatchObject({ value: '2190001005' })
  })

  it.each([
    ['35', '0.00[$万元]', '元'],
    ['35', '#,##0[$元-804]', '万元'],
    ['12', '0.0"K"', '人'],
    ['12', '0"k人"', '人'],
  ])('%s under %s is in another unit than %s', (value, format, unit) => {
    expect(of(value, format, unit)).toMatchObject({ state: 'unreadable' })
  })

  it.each(['0"/5"', '0"×10"', '0"（含分校12）"', '"不足"0', '0"~"', '0"±1"', '0"(估)"', '0"?"'])(
    'a figure under %s is no plain figure',
    (format) => expect(of('5', format)).toMatchObject({ state: 'unreadable' }),
  )

  it('the 2 of m2 and a currency sign change nothing', () => {
    expect(of('5', '0"m2"', '平方米')).toMatchObject({ state: 'number', value: '5' })
    expect(of('5', '[$¥-804]#,##0.00', '元')).toMatchObject({ state: 'number', value: '5' })
    expect(of('5', '#,##0.00 [$€-407]', '元')).toMatchObject({ state: 'number', value: '5' })
    expect(of('-5', '0;[Color 3]0')).toMatchObject({ state: 'number', value: '-5' })
  })
})
