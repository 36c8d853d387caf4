import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORM_LIBRARY } from '../../../scripts/forms/library.ts'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import { compileRule, runRule } from '../../../src/core/rules/rule.ts'
import { parseShipped } from '../../../src/core/rules/shipped.ts'
import { rulesBroken } from '../../../src/core/service/screening/list-rules.ts'
import { places } from '../../../src/main/places.ts'
import { madeForm } from '../../support/form.ts'
import { differencesText } from '../../../src/shared/words/lists.ts'
import { book, sheet } from '../../support/sheet.ts'

const LISTS = parseLists(readFileSync(join(places().libraryFolder, 'lists.yaml'), 'utf8'))
const SHEETS = FORM_LIBRARY.flatMap((one) => one.sheets)

type Row = Record<string, string>

/** A row of each list as it should be, by the column's name. */
const RIGHT: Record<string, Row> = {
  项目台账: {
    ...{ 项目编号: 'X1', 项目名称: '甲楼', 项目学校: '甲校', 学段: '小学', 专项: '其他' },
    ...{ 建设类别: '新建', 建设内容: '教学楼', 开工日期: '2025-03', 竣工日期: '2025-08-01' },
    ...{ 建筑面积: '900', 规划投资: '100', 完成投资: '110', 本年投入: '60' },
    ...{ 中央和省级资金: '50', 新增学位: '90' },
  },
  资助台账: {
    资助类别: '学生资助',
    资金来源: '财政',
    受助数量: '20',
    金额: '3',
    发放日期: '2025-04',
  },
  教师培训台账: {
    培训级别: '县',
    培训对象: '教师',
    开始日期: '2025-04-02',
    参训人次: '30',
    学时数: '8',
  },
  竞赛获奖台账: {
    ...{ 活动名称: '甲', 活动类别: '技能大赛', 活动级别: '省', 参评人数: '9', 获奖人数: '9' },
    ...{ 奖牌数: '2', 金牌数: '2' },
  },
  创建认定台账: {
    ...{ 认定对象: '甲校', 认定类别: '星级中专', 认定级别: '省', 星级: '四星', 认定结果: '通过' },
    ...{ 认定日期: '2025-02', 是否本期新增: '是', 是否复评: '否', 认定文号: '1' },
  },
  考试报名台账: { 考试名称: '甲', 考试类别: '自学考试', 报名人数: '70', 实考人数: '70' },
  名次通报台账: { 事项名称: '甲', 名次: '1', 成绩: '0', 通报文件: '甲文' },
  社会培训台账: { 培训名称: '甲', 培训类别: '创业', 开始日期: '2025-01', 培训人次: '1' },
  案件台账: {
    案件编号: 'A1',
    案件类别: '经济',
    涉案人数: '2',
    是否追究领导责任: '是',
    追责人数: '2',
  },
  人员管理台账: { 事项名称: '甲', 事项类别: '免职', 涉及人数: '3', 校长人数: '3' },
  计划目标台账: {
    指标名称: '甲',
    目标数: '100',
    计量单位: '%',
    印发日期: '2025-01',
    完成日期: '2025-12',
  },
  改革事项台账: { 事项名称: '甲', 开始日期: '2025-01', 进展: '已印发' },
  机构台账: {
    培训机构: '甲',
    机构类别: '学科类',
    服务学段: '高中',
    处置情况: '注销',
    处置日期: '2025-03',
  },
  专业设置台账: { 专业大类名称: '甲', 专业方向名称: '乙', 在校生数: '0' },
}

/** What breaks a rule, and nothing but that rule. */
const WRONG: [list: string, rule: string, changed: Row][] = [
  ['项目台账', '竣工日期不早于开工日期', { 开工日期: '2025-08-02' }],
  ['项目台账', '竣工日期不早于开工日期', { 开工日期: '2025-09', 竣工日期: '2025-08' }],
  ['项目台账', '已竣工的项目应有开工日期', { 开工日期: '', 完成投资: '0', 本年投入: '0' }],
  ['项目台账', '面积、投资、数量、学位不为负数', { 建筑面积: '-900' }],
  ['项目台账', '本年投入不多于完成投资', { 本年投入: '110.01' }],
  ['项目台账', '竣工后才有新增学位', { 竣工日期: '' }],
  ['项目台账', '没有开工的项目没有完成投资', { 开工日期: '', 竣工日期: '', 新增学位: '' }],
  ['项目台账', '中央和省级资金不多于规划投资', { 中央和省级资金: '101' }],
  ['项目台账', '完成投资不超过规划投资的一成五', { 完成投资: '116' }],
  ['资助台账', '受助数量、金额不为负数', { 受助数量: '-1' }],
  ['资助台账', '已发放的应填金额', { 金额: '' }],
  ['教师培训台账', '人次、学时数不为负数', { 学时数: '-8' }],
  ['教师培训台账', '已开班的应有参训人次', { 参训人次: '' }],
  ['竞赛获奖台账', '人数、奖牌数不为负数', { 金牌数: '-1' }],
  ['竞赛获奖台账', '金牌数不多于奖牌数', { 金牌数: '3' }],
  ['竞赛获奖台账', '获奖人数不多于参评人数', { 获奖人数: '10' }],
  ['创建认定台账', '认定通过的应有认定日期', { 认定日期: '' }],
  ['创建认定台账', '申报中的没有认定日期和文号', { 认定结果: '申报中' }],
  ['创建认定台账', '复评不是新增', { 是否复评: '是' }],
  ['创建认定台账', '按星级认定的应填星级', { 星级: '' }],
  ['社会培训台账', '培训人次不为负数', { 培训人次: '-1', 开始日期: '' }],
  ['社会培训台账', '已开班的应有培训人次', { 培训人次: '0' }],
  ['考试报名台账', '人数不为负数', { 实考人数: '-70' }],
  ['考试报名台账', '实考人数不多于报名人数', { 实考人数: '71' }],
  ['专业设置台账', '在校生数不为负数', { 在校生数: '-1' }],
  ['案件台账', '人数不为负数', { 涉案人数: '-2', 是否追究领导责任: '', 追责人数: '-2' }],
  ['案件台账', '追责人数不多于涉案人数', { 追责人数: '3' }],
  ['案件台账', '追究领导责任的应有追责人数', { 追责人数: '' }],
  ['案件台账', '未追究领导责任的没有追责人数', { 是否追究领导责任: '否' }],
  ['人员管理台账', '人数不为负数', { 校长人数: '-3' }],
  ['人员管理台账', '校长人数不多于涉及人数', { 校长人数: '4' }],
  ['机构台账', '处置过的机构应有处置日期', { 处置日期: '' }],
  ['改革事项台账', '有开始日期的应写进展', { 进展: '' }],
  ['名次通报台账', '名次从第一名起', { 名次: '0' }],
  ['名次通报台账', '成绩不为负数', { 成绩: '-1' }],
  ['名次通报台账', '名次应有通报文件', { 通报文件: '' }],
  ['计划目标台账', '目标数不为负数', { 目标数: '-1' }],
  ['计划目标台账', '完成日期不早于印发日期', { 完成日期: '2024-12' }],
  ['计划目标台账', '目标以百分数表示的不大于 100', { 目标数: '101' }],
  ['项目台账', '同一项目各处所报一致', { 建筑面积: '910' }],
  ['案件台账', '同一案件各处所报一致', { 案件类别: '安全责任' }],
  ['机构台账', '同一机构各处所报一致', { 服务学段: '成人' }],
]

/** Rules that returns with these rows break, each with the row and its columns' names. */
function broken(list: string, ...returns: Row[]): string[] {
  const spec = SHEETS.find(({ name }) => name === list)
  if (spec === undefined) throw new Error(list)
  const head = spec.columns.join(' | ')
  const learned = learnWorkbook(
    {
      name: 'a.xlsx',
      workbook: book(sheet(list, `${head}\n${spec.columns.map(() => '').join(' | ')}`)),
    },
    '*',
  ).map(({ form }) => form)
  const [form] = withCounts(learned, LISTS)
  if (form?.list === undefined) throw new Error(`no list ${list}`)
  const names = spec.columns.map((heading) => heading.replace('*', '').replace(/（.*）/u, ''))
  const lists = returns.map((row, at) => {
    const strange = Object.keys(row).filter((name) => !names.includes(name))
    if (strange.length > 0) throw new Error(strange.join())
    const line = names.map((name) => (row[name] ? `'${row[name]}` : '')).join(' | ')
    const [table] = readLists([new SheetGrid(sheet(list, `${head}\n${line}`))], learned).tables
    if (table?.list === undefined) throw new Error(`no rows ${list}`)
    return { name: `单位${at + 1}`, rows: table.list }
  })
  return rulesBroken(form, lists, '2025-12-31').map(
    ({ at, rule, count, differ }) =>
      `${at} ${rule.id} ${count}${differ ? ` ${differencesText('zh', differ.says)}` : ''}`,
  )
}

describe('the rules of the form library’s lists', () => {
  it('say nothing of rows that are right, nor of empty ones', () => {
    expect(Object.keys(RIGHT).sort()).toEqual([...LISTS.rules.keys()].sort())
    for (const [list, row] of Object.entries(RIGHT)) {
      expect([list, broken(list, row, row)]).toEqual([list, []])
    }
  })

  it('name what is wrong, each rule alone', () => {
    for (const [list, rule, changed] of WRONG) {
      const right = RIGHT[list] ?? {}
      const found = rule.startsWith('同一')
        ? broken(list, right, { ...right, ...changed })
        : broken(list, { ...right, ...changed })
      expect([list, rule, found.map((text) => text.replace(/ 1(?: .*)?$/u, ''))]).toEqual(
        rule.startsWith('同一')
          ? [list, rule, [`0 ${rule}`, `1 ${rule}`]]
          : [list, rule, [`0 ${rule}`]],
      )
    }
    const all = [...LISTS.rules].flatMap(([list, rules]) => rules.map(({ id }) => `${list} ${id}`))
    expect([...new Set(WRONG.map(([list, rule]) => `${list} ${rule}`))].sort()).toEqual(all.sort())
  })

  it('cannot tell a month from a day within it, and say so by saying nothing', () => {
    const days = { 开工日期: '2025-08-20', 竣工日期: '2025-08' }
    expect(broken('项目台账', { ...RIGHT['项目台账'], ...days })).toEqual([])
  })

  it('tell of a project in two returns which of them says what', () => {
    const one = { ...RIGHT['项目台账'] }
    expect(
      broken('项目台账', one, { ...one, 项目编号: 'ｘ1', 完成投资: '112.0', 竣工日期: '2025-08' }),
    ).toEqual([
      '0 同一项目各处所报一致 1 X1 完成投资 110，单位2 112',
      '1 同一项目各处所报一致 1 X1 完成投资 112，单位1 110',
    ])
  })
})

/** Figures row by row that are right, and for each rule others that break it alone. */
const TABLES: Record<string, { right: number[]; wrong: [rule: string, cells: number[]][] }> = {
  高考成绩: {
    right: [100, 99, 30, 40, 29, 5, 640, 690],
    wrong: [
      ['台账-考试-01', [98, 99, 30, 40, 29, 5, 640, 690]],
      ['台账-考试-02', [100, 99, 30, 40, 30, 5, 640, 690]],
      ['台账-考试-03', [100, 99, 30, 40, 29, 100, 640, 690]],
      ['台账-考试-04', [100, 99, 30, 40, 29, 5, 640, 751]],
      ['台账-考试-05', [100, 99, 30, -1, 29, 5, 640, 690]],
    ],
  },
  对口高考成绩: {
    right: [50, 50, 48, 20, 30],
    wrong: [
      ['台账-考试-06', [50, 51, 48, 20, 30]],
      ['台账-考试-07', [50, 50, 48, 21, 30]],
      ['台账-考试-08', [50, -1, 48, 20, 30]],
    ],
  },
  招生方案: { right: [0.5, 1], wrong: [['台账-招生-01', [-1, 1]]] },
  信息化条件: {
    right: [1, 1, 1, 0, 9, 5, 5, 5],
    wrong: [
      ['台账-信息化-01', [1, 1, 1, 0, 9, 5, 6, 5]],
      ['台账-信息化-02', [1, 1, 1, 0, 9, 5, 5, 6]],
      ['台账-信息化-03', [1, 1, 1, -1, 9, 5, 5, 5]],
    ],
  },
  教师队伍: {
    right: [10, 10, 10, 10, 0, 0, 0, 0],
    wrong: [
      ['台账-队伍-01', [10, 11, 0, 0, 0, 0, 0, 0]],
      ['台账-队伍-02', [10, 10, 0, 11, 0, 0, 0, 0]],
      ['台账-队伍-03', [10, 10, 0, 0, 0, 0, 0, -1]],
    ],
  },
  中职毕业生: {
    right: [10, 10, 10],
    wrong: [
      ['台账-毕业-01', [10, 11, 10]],
      ['台账-毕业-02', [10, 10, 11]],
      ['台账-毕业-03', [10, 10, -1]],
    ],
  },
  校舍安全: {
    right: [8.5, 8.5],
    wrong: [
      ['台账-校舍-01', [8.5, 8.6]],
      ['台账-校舍-02', [8.5, -1]],
    ],
  },
  在校学生: {
    right: [0, 0, 0, 0, 6, 6, 6, 6],
    wrong: [
      ['台账-学生-01', [-1, -1, 0, 0]],
      ['台账-学生-02', [9, 0, 5, 6]],
      ['台账-学生-03', [9, 10, 0, 0]],
    ],
  },
  适龄人口: { right: [1, 0, 0], wrong: [['台账-人口-01', [1, 0, -1]]] },
}

it('the shipped rules of the form library’s tables find what is wrong and leave what is right alone', () => {
  const shipped = parseShipped(readFileSync(places().ruleLibrary, 'utf8'))
  const met = new Set<string>()
  for (const [id, { right, wrong }] of Object.entries(TABLES)) {
    const spec = SHEETS.find(({ name }) => name === id)
    if (spec?.kind !== 'table') throw new Error(id)
    const form = madeForm({ id, rows: spec.rows.map(([label]) => label), columns: spec.columns })
    const context = {
      forms: [form],
      form: (of: string) => (of === id ? form : null),
      hasAttribute: () => false,
    }
    const programs = shipped.rules
      .filter(({ id: rule }) => rule.startsWith('台账-'))
      .flatMap((rule) => {
        const program = compileRule(rule, context)
        return program.ok && shipped.fits(rule, [form]) ? [program] : []
      })
    const failing = (cells: number[]): string[] =>
      programs
        .filter((program) =>
          runRule(program, {
            id: 'S',
            attribute: () => undefined,
            hasForm: () => true,
            table: () => form.items.map((_, at) => cells[at] ?? 0),
            lastYear: () => null,
          }).some(({ verdict }) => verdict === 'fail'),
        )
        .map(({ rule }) => rule.id)
    for (const { rule } of programs) met.add(rule.id)
    expect([id, failing(right)]).toEqual([id, []])
    for (const [rule, cells] of wrong) expect([rule, failing(cells)]).toEqual([rule, [rule]])
    expect(wrong.map(([rule]) => rule)).toEqual(programs.map(({ rule }) => rule.id))
  }
  expect(met.size).toBe(shipped.rules.filter(({ id }) => id.startsWith('台账-')).length)
})
