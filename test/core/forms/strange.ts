import { sheet } from '../../support/sheet.ts'
import type { SheetData } from '../../../src/core/model/sheet.ts'

/** Nine forms drawn as no official form is: what a bureau's own hand may make. */
export const STRANGE: Record<string, SheetData> = {
  vertical: sheet(
    '竖排',
    `
    在校学生情况 | < | < | <
    学段 | 毕_x000D_业_x000D_生 | "招 生 数" | "在　校　生"
    小学 | | |
    初中 | | |
    合计 | =SUM(B3:B4) | =SUM(C3:C4) | =SUM(D3:D4)
    `,
  ),
  lineNumbers: sheet(
    '行次',
    `
    教职工情况统计表 | < | < | <
    编制单位： | < | 计量单位：人 | <
    项目 | 行次 | 教职工 | 专任教师
    栏次 | | 1 | 2
    合计 | 1 | |
    其中：女 | 2 | |
    在编 | 3 | |
    `,
  ),
  unitColumn: sheet(
    '单位列',
    `
    办学条件 | < | < | < | <
    序号 | 指标 | 单位 | 上年 | 本年
    1 | 占地面积 | 平方米 | |
    2 | 图书 | 册 | |
    3 | 教学仪器设备值 | 万元 | |
    `,
  ),
  sections: sheet(
    '分块',
    `
    综合情况表 | < | <
    项目 | 小学 | 初中
    一、学生 | < | <
    在校生 | |
    其中：女 | |
    二、教师 | < | <
    专任教师 | |
    注：不含代课教师 | < | <
    三、班级 | < | <
    班数 | |
    填表人： | < | <
    `,
  ),
  bilingual: sheet(
    '双语',
    `
    学生数 Students | < | < | <
    学段 Level | 合计 Total | 男 Boys | 女 Girls
    幼儿园 Kindergarten | | |
    小学 Primary | | |
    初中 Junior | | |
    `,
  ),
  atColumnF: sheet(
    '偏右',
    `
    | | | | |
    | | | | | 班额情况 | < | <
    | | | | | 班额 | 小学 | 初中
    | | | | | 45人及以下 | |
    | | | | | 46—55人 | |
    | | | | | 56人及以上 | |
    `,
  ),
  unmerged: sheet(
    '不合并',
    `
    教师学历 | | | | |
    学段 | 专任教师 | | | 代课教师 |
    | 本科 | | 专科 | 本科 | 专科
    | 男 | 女 | 女 | 女 | 女
    小学 | | | | |
    初中 | | | | |
    `,
  ),
  sideBySide: sheet(
    '并列',
    `
    设备情况 | < | < | <
    设备 | 数量（台） | 场所 | 面积（㎡）
    计算机 | | 教室 |
    投影仪 | | 操场 |
    打印机 | | 食堂 |
    `,
  ),
  list: sheet(
    '清单',
    `
    学校简况 | <
    学校类别（城区/镇区/乡村） |
    建校年份 |
    占地面积（㎡） |
    在校生数（人） |
    填表人 |
    `,
  ),
}
