import { describe, expect, it } from 'vitest'
import { printedUnits } from '../../../src/core/forms/table-units.ts'
import {
  magnifiedUnit,
  unitInLabel,
  unitNamed,
  usualDecimals,
} from '../../../src/core/forms/units.ts'

describe('units', () => {
  it.each([
    ['㎡', '平方米'],
    ['m²', '平方米'],
    ['Ｍ２', '平方米'],
    [' 平 方 米 ', '平方米'],
    ['万元', '万元'],
    ['名', '人'],
    ['台(套)', '套'],
    ['％', '%'],
    ['百分比', '%'],
    ['位', '人'],
    ['本', '册'],
    ['台套', '套'],
    ['千米', '公里'],
    ['KM', '公里'],
    ['千克', '公斤'],
    ['课时', '学时'],
    ['圆', '元'],
    ['人人', null],
    ['万', null],
    ['', null],
  ])('%j is %j', (written, name) => {
    expect(unitNamed(written)).toBe(name)
  })

  it.each([
    ['图书(册)', '册'],
    ['图书（册）', '册'],
    ['占地面积（单位：平方米）', '平方米'],
    ['计算机（台(套)）', '套'],
    ['校舍面积〔㎡〕', '平方米'],
    ['学生（女）', null],
    ['（册）图书', null],
    ['图书册', null],
    ['教师（人）数', null],
  ])('the unit at the end of %j is %j', (label, unit) => {
    expect(unitInLabel(label)).toBe(unit)
  })

  it('knows the usual decimals', () => {
    expect([usualDecimals('人'), usualDecimals('平方米'), usualDecimals('万元')]).toEqual([0, 1, 2])
    expect([usualDecimals(null), usualDecimals('斗')]).toEqual([0, 0])
  })
})

describe('units with a magnitude before them', () => {
  it.each([
    ['百元', '百元'],
    ['万人', '万人'],
    ['万名', '万人'],
    ['十万元', '十万元'],
    ['百分', null],
    ['万', null],
    ['百校', null],
  ])('%j is %j', (written, unit) => {
    expect(magnifiedUnit(written)).toBe(unit)
  })

  it.each([
    ['在校生（万人）', '万人'],
    ['工资（百元）', '百元'],
    ['满分（百分）', null],
  ])('the unit at the end of %j is %j', (label, unit) => {
    expect(unitInLabel(label)).toBe(unit)
  })

  it.each([
    ['人、元（万元', ['人', '元', '万元']],
    ['元（人民币', ['元']],
    ['人民币万元', ['万元']],
    ['万人、万元', ['万人', '万元']],
    ['斗', ['斗']],
  ])('printed above a table, %j are %j', (text, units) => {
    expect(printedUnits(text)).toEqual(units)
  })
})
