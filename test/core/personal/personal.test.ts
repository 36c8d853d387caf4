import { expect, test } from 'vitest'
import {
  bornIn,
  checkDigit,
  identityFault,
  sexIn,
} from '../../../src/core/lists/identity-number.ts'
import { emptySheet } from '../../../src/core/model/sheet.ts'
import { personalIn } from '../../../src/core/personal/in-workbook.ts'
import { asksForName, marksIn, maskedText } from '../../../src/core/personal/marks.ts'
import { StandIns } from '../../../src/core/personal/stand-ins.ts'

/** An identity number that is nobody's: a region that there is none of. */
const number = (birth: string, order: string): string => {
  const body = `100000${birth}${order}`
  return body + checkDigit(body)
}
const A = number('20120315', '001')
const B = number('20120315', '002')

test('identity numbers and telephones are found by their shape; what only looks so is not', () => {
  const found = (text: string) => marksIn(text).map(({ kind, text: said }) => [kind, said])
  expect(found(`学生${A}，家长13800000000`)).toEqual([
    ['identity', A],
    ['telephone', '13800000000'],
  ])
  expect(found('0700-1234567，（0700）12345678，+86 138-0000-0000')).toHaveLength(3)
  expect(found('100000120315001')).toEqual([['identity', '100000120315001']])
  const wrong = A.slice(0, -1) + (A.endsWith('0') ? '1' : '0')
  for (const none of [
    wrong,
    '13800000000.5',
    '共129900001299120元',
    '100000129915001',
    `x${A}`,
    '91100000MA00000000',
  ])
    expect(found(none)).toEqual([])
  expect(found('单位负责人：　　填表人：　　报出日期：2025年')).toEqual([])
  expect(found('填表人：张某某（签字）　负责人: 李某')).toEqual([
    ['name', '张某某'],
    ['name', '李某'],
  ])
})

test('masked texts name nobody by number, and keep everything else', () => {
  expect(maskedText(`见${A}、13800000000，共487所`)).toBe(
    `见100000${'*'.repeat(10)}${A.slice(-2)}、138****0000，共487所`,
  )
  expect(maskedText('全县学校487所，在校生12345人')).toBe('全县学校487所，在校生12345人')
})

test('names are found below and beside labels that ask for them, other words are not', () => {
  expect(
    ['姓名', '教师姓名*', '校长（签字）', '学校名称', '班级名称', '项目负责人'].map(asksForName),
  ).toEqual([true, true, true, false, false, false])
  const text = (value: string) => ({ kind: 'text' as const, value })
  const cells = [
    [
      text('填表人'),
      text('赵某'),
      text('联系电话'),
      { kind: 'number' as const, value: '13800000000' },
    ],
    [text('姓名'), text('性别'), text('人数')],
    [text('钱某某'), text('男'), { kind: 'number' as const, value: '13800000000' }],
    [text('孙某'), text('女')],
    [text('合计')],
  ]
  const sheet = { ...emptySheet('名单'), rowCount: 5, columnCount: 4, cells }
  const found = personalIn({ sheets: [sheet] }).map(({ kind, cell }) => `${kind} ${cell}`)
  expect(found.toSorted()).toEqual(['name A3', 'name A4', 'name B1', 'telephone D1'])
})

test('a stand-in keeps the day of birth and the sex, tells persons apart, and is no number of anybody', () => {
  const standIns = new StandIns()
  const [a, b] = [standIns.identity(A), standIns.identity(B)]
  expect(standIns.identity(A)).toBe(a)
  expect(a).not.toBe(b)
  for (const [real, made] of [
    [A, a],
    [B, b],
  ] as const) {
    expect([bornIn(made), sexIn(made), identityFault(made)]).toEqual([
      bornIn(real),
      sexIn(real),
      null,
    ])
    expect(marksIn(made)).toEqual([])
  }
  expect([standIns.name('赵某'), standIns.name('钱某'), standIns.name('赵某')]).toEqual([
    '某0001',
    '某0002',
    '某0001',
  ])
  const wrong = A.slice(0, -1) + (A.endsWith('0') ? '1' : '0')
  expect(identityFault(standIns.identity(wrong))).toBe('check')
})
