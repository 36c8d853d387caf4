/** What is in sight, on paper or in a spreadsheet. */
export const zhShown = {
  shown: {
    waiting: '（待确认）',
    basis: (basis: string) => `口径：${basis}`,
    by: (by: string) => `分组：${by}`,
    filtered: (columns: string) => `按列筛选：${columns}`,
    made: (time: string) => `按屏幕所见写出，${time}；不代替汇总表和审定存档`,
    tooLarge: '本页太大，不能照样写出；可先只看部分行、列或学校，或导出汇总表。',
    tooLargeToPrint: '本页太大，不适合直接打印；请先“本页导出为 Excel”，在 Excel 中打印。',
    roster: '花名册含个人信息，不直接打印；请用“导出”写成工作簿，其中的号码、姓名和电话默认遮盖。',
    rest: (lines: number) => `注意：还有 ${lines} 行没有显示出来，这里没有写入`,
    side: { left: '左边', right: '右边', difference: '相差' },
  },
}
