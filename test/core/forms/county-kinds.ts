import { drawn, several } from './golden.ts'
import type { Golden } from './golden.ts'

/** Forms in which what a cell holds is said by little: a column's words against the table's unit. */
export const KINDS: Record<string, Golden> = {
  'what each thing is worth, beside a column of units': drawn(
    '资产',
    `
    固定资产情况统计表 | < | < | < | <
    填报单位： | | | 单位：元 | <
    资产类别 | 计量单位 | 数量 | 原值 | 建成年份
    房屋 | 平方米 | | |
    专用设备 | 台套 | | |
    图书 | 册 | | |
    填表人： | | | |
    `,
    ['资产 固定资产情况统计表 元', '01 房屋, 02 专用设备, 03 图书', '1 数量, 2 原值, 3 建成年份'],
    'nnt nnt nnt',
  ),
  'words under a unit of heads, an office in a table of things': drawn(
    '供餐',
    `
    学校供餐设备情况表 | < | <
    填报单位： | | 单位：人、台
    餐次 | 供餐单位 | 管理员
    早餐 | |
    午餐 | |
    `,
    ['供餐 学校供餐设备情况表 -', '01 早餐, 02 午餐', '1 供餐单位, 2 管理员'],
    'tn tn',
  ),
  'points that the county typed as text': drawn(
    '安全检查',
    `
    校园安全检查表 | < | < | < | <
    学校： | | | |
    序号 | 检查内容 | 分值 | 得分 | 存在问题
    1 | 保安人员配备 | '10 | |
    2 | 一键报警装置 | '20 | |
    3 | 视频监控覆盖 | '20 | |
    填表人： | | | |
    `,
    [
      '安全检查 校园安全检查表 -',
      '01 保安人员配备, 02 一键报警装置, 03 视频监控覆盖',
      '1 得分, 2 存在问题',
    ],
    'nt nt nt',
  ),
  'a narrower table below an empty line': several(
    '寄宿',
    `
    寄宿制学校条件情况表 | < | < | < | < | < | <
    填报单位： | | | | | 单位：人 | <
    寄宿生 | 一年级 | 二年级 | 三年级 | 四年级 | 五年级 | 六年级
    男生 | | | | | |
    女生 | | | | | |
     | | | | | |
    设施 | 现有 | 缺口 | | | |
    宿舍间数 | | | | | |
    床位数 | | | | | |
    填表人： | | | | | |
    `,
    [
      [
        '寄宿 寄宿制学校条件情况表 人',
        '01 男生, 02 女生',
        '1 一年级, 2 二年级, 3 三年级, 4 四年级, 5 五年级, 6 六年级',
      ],
      ['寄宿-2 寄宿 人', '01 宿舍间数, 02 床位数', '1 现有, 2 缺口'],
    ],
    ['nnnnnn nnnnnn', 'nn nn'],
  ),
  'tables side by side of which the left has a row more': several(
    '班额',
    `
    班额情况统计表 | < | < | <
    填报单位： | | 单位：人 | <
    班级 | 人数 | 班级 | 人数
    一（1）班 | | 二（1）班 |
    一（2）班 | | 二（2）班 |
    一（3）班 | | |
    填表人： | | |
    `,
    [
      ['班额 班额情况统计表 人', '01 一（1）班, 02 一（2）班, 03 一（3）班', '1 人数'],
      ['班额-2 班额情况统计表 人', '01 二（1）班, 02 二（2）班', '1 人数'],
    ],
    ['n n n', 'n n'],
  ),
}
