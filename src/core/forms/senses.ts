import { headingRole } from './furniture.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { normalLabel } from './label.ts'
import { unitInLabel } from './units.ts'

/** What kind of thing a label asks for, by its words; null where they do not say. */
export type Sense = 'text' | 'person' | 'quality' | 'figure' | 'count' | 'money' | 'area' | 'ratio'

/** A choice of words: 是否寄宿制, 有无校医, 食堂（是/否）. */
const CHOICE = /^(?:是否|有无|能否|可否)|(?:是[/／、或]否|有[/／、或]无|√|✓|☑)/u
const WORDS =
  /(?:姓名|名称|名单|电话|手机号?码?|地址|邮箱|邮编|邮政编码|网址|编码|代码|标识码|证号|号码|文号|编号|备注|说明|原因|理由|措施|责任人|负责人|联系人|经办人|结论|意见|建议|内容|日期|时间|年月|描述|地点|位置|去向|型号|规格|品牌|依据|进展|岗位|部门|科室|整改情况|落实情况|完成情况|处理情况|存在问题|主要问题|所在地|期限|时限|年份|学区|专业|院校|籍贯|特长|(?:任教|授课|执教|开课|所教|所任|适用)(?:年级|学科|科目)|所属(?:乡镇|镇街|街道|学区|单位)|(?<!计量|金额|面积|数量|事业|行政|企业|企事|直属|基层|参与|各类)(?<=\p{Script=Han}{2})单位)$/u
/** A heading may say itself what is filled in. */
const SAID_WORDS = /\((?:填?文字|文本)\)/u
const SAID_FIGURE = /\(填?数字\)/u
/** Of a school or a person one of these; over figures the number of them. */
const PERSON = /(?:校长|园长|书记|班主任|举办者)$/u
/** What somebody or something is, or, in a table of figures, how many are. */
const QUALITY =
  /(?:等级|级别|类别|类型|性质|职务|职称|学历|学位|(?<!少数)民族|政治面貌|方式|状态|层次|来源|用途)$/u
const RATIO = /(?:率|比例|占比|百分比|比重|生均.*|人均.*|平均.*|均分)$/u
/** Of two kinds of heads or things: 16.5 and 16.5:1 are both written. */
const OF_TWO = /[生师班机园职人](?:[（(]?[：:][)）]?)?[生师班机园职人]比$|^普职比$/u
/** One figure set against others, counted in nothing: 生师比, 每百名学生拥有计算机台数, 得分. */
const SET_AGAINST =
  /(?:之比|比值|系数|指数|倍数?|得分|评分|分数|均值|均数|中位数|标准差)$|^(?:平?每|百|千|万)(?:一|百|千|万)*[所校园班名个位]?(?:名|位)?[学幼教师生人]/u
/** Telephones are counted where a measure word says so: 亲情电话（部）. */
const SETS = /(?:电话|手机|固话)\((?:部|台|个|门|条)\)$/u
/** How things stand, in words or in figures: 达标情况, 检查结果. */
const STANDING = /(?:情况|结果|评价|自评|达标)$/u
const MONEY =
  /(?:金额|经费|资金|款|收入|支出|投入|费用?|费|预算|决算|价值|资产|产值|原值|总值|设备值|工资|补贴|补助(?:金|标准)?|标准|债务|余额)$/u
const AREA = /(?:面积|用地)$/u
const COUNT =
  /(?:人数|人次数?|个数|班级?数|学生数|幼儿数|教师数|教职工数|儿童数|台数|册数|间数|所数|户数|男|女|[男女]生|学生|幼儿|教师|教职工|人员|儿童|名额)$/u
/** A figure of whatever the table is about. */
const FIGURE = /(?:数|数量|合计|小计|总计|总数|新增|其他)$/u

/** Unit and remarks in brackets say nothing of the kind by themselves. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[:;。.]+$/u, '')

/** What a label asks for: 金额 money, 及格率 a ratio, 是否合格 words. A unit in it makes it a figure. */
export const senseOf = keptForTexts((label): Sense | null => {
  const whole = label.normalize('NFKC').replace(/\s+/gu, '')
  if (CHOICE.test(whole) || SAID_WORDS.test(whole)) return 'text'
  if (SAID_FIGURE.test(whole)) return 'figure'
  if (SETS.test(whole)) return 'count'
  const unit = unitInLabel(label)
  const text = bare(label)
  if (RATIO.test(text)) return 'ratio'
  if (unit === null && (headingRole(text) === 'text' || WORDS.test(text))) return 'text'
  if (unit === null && PERSON.test(text)) return 'person'
  if (unit === null && SET_AGAINST.test(text)) return 'figure'
  if (unit === null && QUALITY.test(text)) return 'quality'
  if (AREA.test(text)) return 'area'
  if (MONEY.test(text)) return 'money'
  if (COUNT.test(text)) return 'count'
  return FIGURE.test(text) ? 'figure' : null
})

/** Whether a heading asks for a figure that the unit printed over the table is not the unit of. */
export function isSetAgainst(heading: string): boolean {
  const text = bare(heading)
  return OF_TWO.test(text) || SET_AGAINST.test(text)
}

const PLAINLY =
  /^(?:是否|有无|能否|可否)|(?:姓名|电话|手机号?码?|地址|邮箱|网址|日期|年月|备注|说明|措施|责任人|联系人)$/u

/** Whether a row's label asks for words whatever stands over its cells; 其他原因 may be counted. */
export function asksPlainly(label: string): boolean {
  return PLAINLY.test(bare(label)) && !SETS.test(label.normalize('NFKC').replace(/\s+/gu, ''))
}

/** Whether what a heading asks for is written in figures as well as in words, whatever its row counts in. */
export function isWrittenEitherWay(heading: string): boolean {
  const text = bare(heading)
  return OF_TWO.test(text) || (STANDING.test(text) && !isGeneral(heading))
}

const OFFICE = /(?:管理员|联络员|信息员|安全员|保管员|辅导员|专干|(?:分管|主管|包保|包片)领导)$/u

/** Whether a label is an office's: who holds it, or how many do. */
export function isOffice(label: string): boolean {
  return OFFICE.test(bare(label))
}

/** Whether a heading is one of the answers that are ticked below it: 是 | 否, 有 | 无. */
export function isAnswer(heading: string): boolean {
  return /^(?:[是否有无]|合格|不合格|达标|不达标|符合|不符合)$/u.test(bare(heading))
}

/** Headings that say nothing of what stands below them: the row label tells. */
const GENERAL = /^(?:内容|情况|填报内容|填写内容|填报情况|具体内容|结果|数据|数值|填报|填写)?$/u

const TOTAL = /^(?:合计|总计|共计|小计|总数|本校合计|全校合计)$/u

/** Whether a label is that of a total and says nothing of what is added up. */
export function isTotal(label: string): boolean {
  return TOTAL.test(bare(label))
}

/** Whether a heading leaves it to the row labels what is asked for. */
export function isGeneral(heading: string): boolean {
  return GENERAL.test(bare(heading))
}

/** What the words of a label count, by how they end. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/(?:人数|人员|子女|少年|[生员师工童男女])数?$/u, '人'],
  [/(?:班数|班级数?|教学班|班额)$/u, '个'],
  [/台数$/u, '台'],
  [/册数$/u, '册'],
  [/间数$/u, '间'],
  [/套数$/u, '套'],
  [/所数$/u, '所'],
  [/户数$/u, '户'],
]

const unitOfWords = keptForTexts((label): string | null => {
  const words = normalLabel(label)
  return COUNTED.find(([ends]) => ends.test(words))?.[1] ?? null
})

/**
 * What a figure is counted in by the words over and beside it, where the form prints no unit:
 * 学生数 in 人, 班数 in 个. The innermost label that says it decides; a total's says nothing. Null where none does.
 *
 * @param headings from the top down
 * @param row labels of the row, from the outermost to its own
 */
export function countedIn(headings: readonly string[], row: readonly string[]): string | null {
  for (const label of [...headings.toReversed(), ...row.toReversed()]) {
    const unit = isTotal(label) ? null : unitOfWords(label)
    if (unit !== null) return unit
  }
  return null
}
