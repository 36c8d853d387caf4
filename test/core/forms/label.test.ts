import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanText,
  displayLabel,
  editDistance,
  isOfWhich,
  likeness,
  normalLabel,
} from '../../../src/core/forms/label.ts'

describe('normal form of a label', () => {
  it.each([
    ['总    计', '总计'],
    ['总\u3000计', '总计'],
    ['总\n计', '总计'],
    ['总_x000D_\n计', '总计'],
    ['  其中：女', '女'],
    ['#女', '女'],
    ['＃其中: 女', '女'],
    ['图书（册）', '图书(册)'],
    ['图书〔册〕', '图书(册)'],
    ['６人及以上', '6人及以上'],
    ['26—30人', '26-30人'],
    ['专任教师：', '专任教师'],
    ['\ufeff少数民族\u200b', '少数民族'],
  ])('%j and %j are the same label', (written, plain) => {
    expect(normalLabel(written)).toBe(normalLabel(plain))
  })

  it('is a fixed point: the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from(' 　总计#＃：:其中〔［1１-—aA。')) }),
        (text) => {
          const once = normalLabel(text)
          expect(normalLabel(once)).toBe(once)
        },
      ),
    )
  })

  it('keeps what a person reads apart: inner padding goes, words stay', () => {
    expect(displayLabel('总    计')).toBe('总计')
    expect(displayLabel('Wi Fi 覆盖')).toBe('Wi Fi 覆盖')
    expect(cleanText('  a _x000D_\n b ')).toBe('a b')
    expect(isOfWhich('　＃寄宿生')).toBe(true)
    expect(isOfWhich('寄宿生#')).toBe(false)
  })
})

/** Pairs that a bureau must never see taken for one another, however near they are written. */
const DIFFERENT: [string, string][] = [
  ['男生数', '女生数'],
  ['增加教师数', '减少教师数'],
  ['一年级', '二年级'],
  ['十一岁', '十二岁'],
  ['26-30人', '26-35人'],
  ['转入学生数', '转出学生数'],
  ['休学学生数', '退学学生数'],
  ['毕业学生数', '结业学生数'],
  ['毕业学生数', '肄业学生数'],
  ['本科毕业', '专科毕业'],
  ['博士研究生', '硕士研究生'],
  ['正高级职称', '副高级职称'],
  ['城镇学生', '乡镇学生'],
  ['校内住宿', '校外住宿'],
  ['公办幼儿园', '民办幼儿园'],
  ['普通小学', '普通初中'],
  ['上学年人数', '本学年人数'],
  ['上半年', '下半年'],
  ['已达标', '未达标'],
  ['有无校园网', '有校园网'],
  ['新增面积', '原有面积'],
  ['流入人口', '流出人口'],
]

describe('likeness', () => {
  it.each(DIFFERENT)('never takes %s for %s', (a, b) => {
    expect(likeness(normalLabel(a), normalLabel(b))).toBe(0)
  })

  it.each([
    ['进城务工人员随迁子女', '进城务工人员随迁子女数'],
    ['图书藏量', '图书馆藏量'],
    ['教学仪器设备值', '教学仪器设备资产值'],
    ['计算机台数', '计算机数'],
  ])('still sees a small difference of writing: %s, %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(0.6)
  })

  it('is symmetric, at most 1, and 1 only for the same label', () => {
    const label = fc.string({ unit: fc.constantFrom(...Array.from('男女一二年级人数学生总计')) })
    fc.assert(
      fc.property(label, label, (a, b) => {
        const like = likeness(a, b)
        expect(like).toBe(likeness(b, a))
        expect(like).toBeLessThanOrEqual(1)
        expect(like === 1).toBe(a === b)
      }),
    )
  })

  it('counts changes in characters, not in code units', () => {
    expect(editDistance('𠮷田', '吉田')).toBe(1)
    expect(editDistance('', '女')).toBe(1)
    expect(editDistance('总计', '总计')).toBe(0)
  })
})
