/** Nouns counted in persons. */
export const PEOPLE_NOUNS =
  /人口|人数|学生|考生|新生|在校生|毕业生|师生|教师|教职工|职工|教工|儿童|幼儿|少年|青年|女生|男生|寄宿生|留守|随迁子女|党员|干部|校长|园长|劳动力|招生|群众|人员|居民|上线|男|女|应届|往届|复读生|住校生|生源/gu
/** Nouns measured in yuan. */
export const MONEY_NOUNS =
  /投资|资金|经费|金额|收入|支出|拨款|投入|补助|奖金|工资|产值|预算|决算|贷款|债务|捐款|捐赠|费用|学费|总值|增加值|利润|税|财政|补贴|资助金|助学金|奖学金|出资|造价|价值|总额|专项/gu
/** Directly before a bare number these say that it is a count: 在校生12345. */
export const COUNT_BEFORE =
  /(?:人数|总数|个数|学生|考生|新生|在校生|毕业生|教师|教职工|人口|儿童|幼儿|男生|女生|男|女|合计|总计|共计)(?:为|达到?|共|约|:|是|有)? ?$/u
