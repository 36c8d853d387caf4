import { counted } from '../../shared/separators.ts'

/** What the control totals say in Chinese. */
export const zhControls = {
  controls: {
    tabs: { findings: '问题清单', controls: '数据比对' },
    add: '导入比对数…',
    export: '导出清单',
    reason: '导入另一来源的合计',
    added: '已导入，逐项与各校之和对照。',
    emptyTitle: '还没有比对数',
    empty:
      '把学籍系统、中心校等另一来源的合计做成一张表导入，逐项与各校之和对照。一行一个乡镇或学校，标题写 表号[行,列] 或栏目名称；也可以一行一项，写“指标、数值”。',
    all: '全部',
    different: '不符',
    equal: '相符',
    search: '学校、乡镇、项目',
    scope: '范围',
    county: '全县',
    item: '项目',
    theirs: '比对数',
    ours: '本库合计',
    difference: '相差',
    schools: '已报学校',
    why: '可能的原因',
    unexplained: '没有找到能说明的学校；请与对方逐校核对',
    none: '没有符合条件的项目。',
    allEqual: (n: number) => counted`${n} 项全部相符。`,
    more: (n: number) => counted`再看 ${n} 项`,
    source: (totals: number) => counted`${totals} 项`,
    unused: (n: number) => counted`${n} 处没有使用`,
    remove: '收回',
    removeReason: '收回比对数',
    open: '到数据中查看',
    cell: (sheet: string, cell: string) => `工作表“${sheet}” ${cell}`,
  },
}
