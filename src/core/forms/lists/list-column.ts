import type { ListColumn, ListColumnKind } from '../../../shared/lists.ts'
import type { CellRule } from '../../model/sheet.ts'
import { displayLabel } from '../label.ts'
import { unitInLabel } from '../units.ts'

const IDENTITY = /身份证|公民身份号码|证件号码/u
const DATE = /年月|日期|出生|时间$|时间[(（]|年月日/u
const CODE = /编号|代码|学号|学籍号|证号|证书|电话|手机|号码|邮编|账号|帐号|卡号|车牌|标识码/u
const CHOICE =
  /性别|民族|学历|学位|职称|职务|岗位|政治面貌|是否|类别|类型|性质|等级|级别|年级|班级|学科|学段|身份|编制|状态|结构|来源|方式/u
const NUMBER =
  /人数|课时|学时(?:数)?$|次数|额$|金额|工资|面积|分数|成绩|年龄|教龄|工龄|数量|单价|总价|价值|台数|册数|层数|经费|补助|投资$|资金$|支出$|收入$|[原净残总]值$|长度|宽度|高度|年限|数$/u
/** Columns without which a row of persons says nothing, where the form marks none itself. */
const NAMED = /^(?:姓名|名称|.{1,6}名称|.{1,4}姓名)$/u
const MARKED = /^[*＊★]|[*＊★]$|[(（]必填[)）]/u

/** What a column headed so holds; the blank's data validation says it where the heading names no code. */
function kindOf(heading: string, unit: string | null, rule: CellRule | null): ListColumnKind {
  if (IDENTITY.test(heading)) return 'code'
  if (CODE.test(heading)) return 'code'
  if (rule !== null) return OF_RULE[rule.kind]
  if (unit !== null) return 'number'
  if (/是否/u.test(heading)) return 'choice'
  if (DATE.test(heading) && !/年龄/u.test(heading)) return 'date'
  if (NUMBER.test(heading)) return 'number'
  return CHOICE.test(heading) ? 'choice' : 'text'
}

const OF_RULE: Record<CellRule['kind'], ListColumnKind> = {
  list: 'choice',
  date: 'date',
  whole: 'number',
  decimal: 'number',
}

/** A column of a list as its headings, and the rule for its cells, say it; `path` from the top down. */
export function listColumn(path: readonly string[], rule: CellRule | null = null): ListColumn {
  const heading = path.map(displayLabel).join('·')
  const last = displayLabel(path.at(-1) ?? '')
  const unit = unitInLabel(last)
  const plain = last.replace(/[*＊★]|[(（]必填[)）]/gu, '')
  const identity = IDENTITY.test(heading)
  return {
    heading,
    kind: kindOf(plain, unit, rule),
    unit,
    identity,
    required: MARKED.test(last) || identity || NAMED.test(plain),
  }
}

/** Of a school one: its head, whom to ask. */
const OF_A_SCHOOL = /(?:校长|园长|书记|负责人|联系人|填表人|领导|责任人)(?:的)?姓名/u

/** Whether headings name persons or things one by one; a school's head is none of many. */
export function namesOneByOne(heading: string): boolean {
  if (OF_A_SCHOOL.test(heading)) return false
  return /姓名|身份证|学籍号|(?:项目|设备|资产|建筑物|校舍|仪器|图书|房屋)名称|车牌/u.test(heading)
}

/** A column's name in expressions: its heading without marks and unit. */
export function fieldName(heading: string): string {
  return displayLabel(heading)
    .replaceAll(/[(（][^()（）]*[)）]$/gu, '')
    .replaceAll(/[^\p{L}\p{N}_·]/gu, '')
}
