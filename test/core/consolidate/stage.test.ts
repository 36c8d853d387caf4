import { describe, expect, it } from 'vitest'
import { compareStages, oneStageIn, Stages, stagesIn } from '../../../src/core/consolidate/stage.ts'
import type { Form, School } from '../../../src/shared/model.ts'
import { madeForm } from '../../support/form.ts'
import { school } from '../intake/returned.ts'

const form = (id: string, title: string, rows: string[], columns: string[]): Form =>
  madeForm({ id, title, rows, columns })

const PRIMARY = form('3112', '小学分类型学生数', ['总计'], ['受学前教育情况', '在校生数'])
const JUNIOR = form('3115', '初中分类型学生数', ['总计'], ['在校生数'])
const CHANGE = form('331', '学生变动情况', ['幼儿园', '小学', '义务教育'], ['本学年初在校'])
const STAFF = form('4149', '教职工数', ['总计'], ['专任教师'])
const FORMS = [PRIMARY, JUNIOR, CHANGE, STAFF]

const own: Record<string, Form[]> = { p: [PRIMARY], n: [PRIMARY, JUNIOR], j: [JUNIOR], x: [] }
const asked = (one: School, wanted: Form): number[] =>
  own[one.id]?.includes(wanted) === true ? [0] : []
const of = (id: string, kind: string): School => school(id, id, { attributes: { 办学类型: kind } })

describe('学段', () => {
  it.each([
    ['幼儿园(班)分年龄幼儿数', '学前教育'],
    ['普通高考情况', '普通高中'],
    ['高级中学', '普通高中'],
    ['中等职业学校学生数', '中等职业教育'],
    ['职业高中', '中等职业教育'],
    ['其他特教学校', '特殊教育'],
    ['高中阶段在校生', null],
    ['小学和初中教师', null],
    ['教职工数', null],
  ])('is read from words: %s is %s', (text, stage) => {
    expect(oneStageIn(text)).toBe(stage)
  })

  it('keeps the order of schooling, those of several last', () => {
    expect(stagesIn('初中、小学')).toEqual(['小学', '初中'])
    expect(['小学·初中', '初中', '学前教育', '其他'].sort(compareStages)).toEqual([
      '学前教育',
      '初中',
      '其他',
      '小学·初中',
    ])
  })

  it('belongs to the table; a heading in it does not change that', () => {
    const stages = new Stages(FORMS, {}, asked, '办学类型')
    expect(PRIMARY.items.map((_, i) => stages.ofItem(PRIMARY, i))).toEqual(['小学', '小学'])
  })

  it('belongs to the row where a table holds several; none is guessed', () => {
    const stages = new Stages(FORMS, {}, asked, '办学类型')
    expect(CHANGE.items.map((_, i) => stages.ofItem(CHANGE, i))).toEqual(['学前教育', '小学', null])
    expect(stages.ofItem(STAFF, 0)).toBeNull()
  })

  it('is what collection.yaml says, where it says so', () => {
    const stages = new Stages(FORMS, { '4149': '小学' }, asked, '办学类型')
    expect(stages.ofItem(STAFF, 0)).toBe('小学')
  })

  it('of a school is its kind’s, else that of its tables, several joined and never split', () => {
    const stages = new Stages(FORMS, {}, asked, '办学类型')
    expect(stages.ofSchool(of('p', '小学教学点'))).toBe('小学')
    expect(stages.ofSchool(of('n', '九年一贯制学校'))).toBe('小学·初中')
    expect(stages.ofSchool(of('j', '乙'))).toBe('初中')
    expect(stages.ofSchool(of('x', ''))).toBe('（未填）')
  })
})
