const listed = (words: string): string[] => words.trim().split(/\s+/u)

/** What narrows a measure: places, stages, who runs a school, sorts of persons, levels. */
export const GROUPS: readonly string[] = listed(`
  全国 全省 全市 全县 全区 全州 全旗 全镇 全乡 我省 我市 我县 我区 城区 镇区 乡村 农村 城市 县镇 城镇 乡镇
  学前教育 义务教育 高中阶段 普通高中 普通小学 普通初中 中等职业学校 中等职业教育 职业教育 特殊教育 高等教育
  小学 初中 高中 普高 职高 中职 幼儿园 教学点 完全中学 完全小学 初级中学 九年一贯制学校 中小学
  公办 民办 普惠性 省级 市级 县级 国家级 校级 一级 二级 高级 正高级 示范 男生 女生 应届 往届 本科 专科 重点
  理科 文科 春季学期 秋季学期 本科及以上 研究生 大专以上
`).toSorted((a, b) => b.length - a.length)

/** Words that tie a figure to those before it. The last in a clause holds. */
export const CUES =
  /其中|分别为|分别是|分别|依次|均为|均达|均|占|比上年|比去年|较上年|较去年|同比|环比|此外|另有|另外|还有|各|高于|低于|超过|相当于/gu

/** When a figure is of. */
export const PERIODS =
  /(?:19|20)\d\d ?[-~至] ?(?:19|20)?\d\d ?(?:学年度?|年)|(?:19|20)\d\d ?(?:学年度?|年度?)(?:上半年|下半年|[春秋]季学期|\d{1,2} ?月(?:底|末)?)?|上半年|下半年|全年|今年|本年|去年|上年|明年|前年|[一二三四]季度|春季学期|秋季学期|同期/gu
