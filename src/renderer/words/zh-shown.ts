import { counted } from '../../shared/separators.ts'

/** What is in sight, on paper or in a spreadsheet. */
export const zhShown = {
  chart: {
    picture: '这张图：复制，或存成图片',
    copy: '复制图片',
    copied: '图片已复制，可粘贴到 Word、PPT。',
    save: { png: '存为 PNG', svg: '存为 SVG' },
    basis: { returned: '上报数', adopted: '核定数' },
    title: '选区图表',
    command: '选区画图…',
    kind: { rows: '按行', columns: '按列', distribution: '分布', ratio: '两列之比的分布' },
    kindHint: {
      rows: '每行一组条形：各校、各乡镇比较',
      columns: '每列一组条形：如各年级在校生',
      distribution: '选中的数落在各段的校数',
      ratio: '前一列 ÷ 后一列，落在各段的校数：如生师比、生均面积',
    },
    nothing: '选区里没有数。先选中要画的格子。',
    tooMany: (n: number) => counted`选了 ${n} 行，太多，逐行画看不清；请看“分布”，或少选几行。`,
    tooManySeries: (n: number) => counted`选了 ${n} 列，只画前 7 列。`,
    sumsLeft: (n: number) => counted`小计、合计 ${n} 行没有画。`,
    gaps: (n: number) => counted`${n} 格没有数（未报、无法辨认、不要求填），不当作 0。`,
    noRatio: (n: number) => counted`${n} 行缺数或除数为 0，不在其中。`,
    summary: (n: number, low: string, median: string, high: string) =>
      counted`${n} 个数 · 最小 ${low} · 中位数 ${median} · 最大 ${high}`,
    count: '校数',
  },
  shown: {
    waiting: '（待确认）',
    basis: (basis: string) => `口径：${basis}`,
    by: (by: string) => `分组：${by}`,
    filtered: (columns: string) => `按列筛选：${columns}`,
    made: (time: string) => `按屏幕所见写出，${time}；不代替汇总表和审定存档`,
    tooLarge: '本页太大，不能照样写出；可先只看部分行、列或学校，或导出汇总表。',
    tooLargeToPrint: '本页太大，不适合直接打印；请先“本页导出为 Excel”，在 Excel 中打印。',
    roster: '花名册含个人信息，不直接打印；请用“导出”写成工作簿，其中的号码、姓名和电话默认遮盖。',
    rest: (lines: number) => counted`注意：还有 ${lines} 行没有显示出来，这里没有写入`,
    side: { left: '左边', right: '右边', difference: '相差' },
  },
}
