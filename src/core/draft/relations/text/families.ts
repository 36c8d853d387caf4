/** Kinds that together are all there are: a list that names every one of a family is complete. */
const WHOLE: readonly (readonly RegExp[])[] = [
  [/男/u, /女/u],
  [/结题|结项/u, /在研/u],
  [/现场|当场|立行立改|即知即改/u, /限期|挂账/u],
  [/应届/u, /往届|历届|复读/u],
  [/物理(?:类|组|方向|科目组合)/u, /历史(?:类|组|方向|科目组合)/u],
  [/公办/u, /民办/u],
  [/公办|在编|正式/u, /代课|代转公|聘用|临时/u],
  [/春季|春学期/u, /秋季|秋学期/u],
  [/上学期/u, /下学期/u],
  [/上半年/u, /下半年/u],
  [/在职|在岗/u, /退.{0,3}休/u],
  [/在编/u, /编外|非在编|临聘|合同制/u],
  [/完全小学|完小/u, /教学点/u],
  [/城市/u, /县镇|县城|镇/u, /农村|乡村/u],
  [/城区/u, /镇区|乡镇/u, /乡村|农村/u],
  [/城镇|城市|城区|县城/u, /农村|乡村|乡镇/u],
  [/(?<!非)(?:寄宿|住校|住宿)/u, /走读|非寄宿|非住宿/u],
  [/专职/u, /兼职/u],
  [/学生用/u, /教师用/u],
  [/(?<!非|外)户籍|本地(?!就业)/u, /随迁|非户籍|外地|外来/u],
  [/基本支出/u, /项目支出/u],
  [/货物/u, /工程/u, /服务/u],
  [/中央|国家/u, /省级|省/u, /市级|市/u, /县级|县|区级|区|本级/u],
  [/中央|国家/u, /省级|省/u, /县级|县|区级|区|本级/u],
  [/中央|国家/u, /省级|省/u, /市级|市/u],
  [/一般(?:性)?隐患/u, /重大(?:安全)?隐患/u],
  [/自营|自办|自主经营/u, /承包|委托|托管|外包/u],
  [/食堂供餐/u, /课间加餐|课间餐|企业供餐|配餐/u],
  [/金(?:牌)?$/u, /银(?:牌)?$/u, /铜(?:牌)?$/u],
  [
    /已完[工成]|已竣工|竣工|完工|已建成|建成/u,
    /在建|正在(?:建设|施工|推进)/u,
    /前期|(?:[未待]|没有)(?:能)?(?:开工|动工|启动|实施|开建|建)/u,
  ],
  [/已(?:办结|完成|整改|化解|销号|处置)/u, /正在(?:办理|推进|整改|化解|处置)/u, /未|待/u],
  [/^乡$/u, /^镇$/u],
  [/^乡$/u, /^镇$/u, /街道/u],
  [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u],
  [/优秀/u, /良好/u, /(?<!不)(?:合格|及格)/u, /不合格|不及格/u],
  [/(?<!基本|比较|不|非常)满意/u, /基本满意|比较满意/u, /不满意/u],
  [/非常满意/u, /(?<!基本|比较|不|非常)满意/u, /基本满意|比较满意/u, /不满意/u],
  [/^A[等级档类]/u, /^B[等级档类]/u, /^C[等级档类]/u, /^D[等级档类]/u],
  [/^A[等级档类]/u, /^B[等级档类]/u, /^C[等级档类]/u, /^D[等级档类]/u, /^E[等级档类]/u],
  [/优质|优秀/u, /良好/u, /一般/u],
  [/优质|优秀/u, /良好/u, /一般/u, /较?差/u],
  [/首贷|首次/u, /续贷/u],
  [/基础性/u, /奖励性/u],
  [/汉族/u, /少数民族/u],
  [/(?<!基本|不)合格/u, /基本合格/u, /不合格/u],
  [/统招|统一招生/u, /指标(?:到校|生)|定向/u],
  [/省内/u, /省外/u],
  [/校内/u, /校外/u],
  [/[高初]一|一年级|七年级/u, /[高初]二|二年级|八年级/u, /[高初]三|三年级|九年级/u],
]

/** Kinds that exclude each other, though there may be more of them. */
const EXCLUSIVE: readonly (readonly RegExp[])[] = [
  [/新建/u, /改扩建|改建|扩建/u, /续建/u, /维修|加固|改造/u, /重建/u],
  [/文科|文史|历史/u, /理科|理工|物理/u, /艺术|艺体|体育/u],
  [/博士/u, /硕士|研究生/u, /本科/u, /专科|大专/u, /高中|中专/u],
  [/正高/u, /副高|高级/u, /中级|一级/u, /初级|二级|三级/u, /未定级|未评/u],
  [/特等/u, /一等/u, /二等/u, /三等/u, /优秀/u],
  [/一级/u, /二级/u, /三级/u],
  [/本部|校本部|主校区/u, /村小/u, /教学点/u, /分校|分部|校区/u],
  [/五星/u, /四星/u, /三星/u, /二星/u, /一星/u],
  [/第一种/u, /第二种/u, /第三种/u, /第四种/u],
  [/人员经费/u, /公用经费|公用支出/u, /基本建设|基建/u],
  [/因公出国/u, /公务用车/u, /公务接待/u],
  [/财政/u, /事业收入|自筹|提取/u, /捐赠|捐助|捐资/u],
  [/财政(?:补助|拨款)/u, /事业收入/u, /经营收入/u, /其他收入/u],
  [/已/u, /正在|在建/u, /未/u],
  [/随班就读/u, /送教/u, /特教学校|特殊教育学校|特校/u, /特教班/u],
  [
    /幼儿园|学前|幼儿/u,
    /小学/u,
    /初中|初级中学|^(?:普通)?中学$/u,
    /普通高中|普高|高中/u,
    /职高|中职|职业|中专|职校|职教/u,
    /特殊教育|特教/u,
    /九年一贯/u,
    /完全中学/u,
  ],
  [
    /国家级|国培|国家/u,
    /省级|省/u,
    /市级|市/u,
    /县级|县|区级/u,
    /校级|校本/u,
    /镇级|乡镇/u,
    /出国|境外|国外/u,
  ],
  [/中央/u, /省/u, /市/u, /县|区|本级|地方/u, /自筹|社会|捐赠/u],
  [/本级|[市县区]财政|[市县区]级|地方/u, /上级|中央|省/u, /自筹|社会|捐赠/u],
]

/** Words that make of a kind a part of it: 普惠性民办幼儿园 are not all 民办, 骨干教师 may be women. */
const NARROWING =
  /普惠|示范|优质|星级|达标|标准化|骨干|优秀|名师|特级|新增|以上|高级|贫困|困难|建档|残疾|随迁|留守|党员/u
const REST = /^(?:其他|其它|其余|剩余|余下)/u
/** 孤独症及其他, 园长及其他人员. */
const AND_OTHERS = /[及和]其[他它](?:人员|情况|方面|类|类别|残疾|学校|项目|原因)?$/u

/** How many of the labels, from the first, name a whole family (公办 and 民办), at most; null where none do. */
export function completeUpTo(labels: readonly string[]): number | null {
  for (let count = labels.length; count >= 2; count -= 1) {
    const some = labels.slice(0, count)
    const all = WHOLE.some(
      (family) =>
        family.length === count &&
        family.every((kind) => some.filter((label) => kind.test(label)).length === 1) &&
        eachItsOwn(family, some),
    )
    if (all || areAllBands(some) || areOpposites(some)) return count
    const fewer = withoutOpposites(some)
    if (fewer !== null && completeUpTo(fewer) === fewer.length) return count
  }
  return null
}

/** What the labels of a whole family name besides their kinds (男生, 女生: 生 each); null where they are none. */
export function besideKinds(labels: readonly string[]): string[] | null {
  if (areAllBands(labels)) return labels.map(() => '')
  const family = WHOLE.find((kinds) => kinds.length === labels.length && eachItsOwn(kinds, labels))
  if (family === undefined) return areOpposites(labels) ? labels.map(withoutNegated) : null
  return labels.map((label) => label.replace(family.find((kind) => kind.test(label)) ?? '', ''))
}

/**
 * Whether a list says itself that it names all: kinds that exclude each other, and 其他 at the end, or
 * the lowest of them and all below (本科, 专科及以下).
 */
export function endsWithRest(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? ''
  if (AND_BELOW.test(last))
    return (labels.length > 2 || AND_ABOVE.test(labels[0] ?? '')) && areDisjoint(labels)
  if (AND_OTHERS.test(last)) return areNamedOnce(labels)
  if (!REST.test(last)) return false
  const named = labels.slice(0, -1)
  return named.length === 1 || areDisjoint(named) || areNamedOnce(named)
}

/** Whether labels are different names of which none narrows another's kind: 消防, 交通, 食品卫生. */
function areNamedOnce(labels: readonly string[]): boolean {
  const own = withoutCommonEnd(labels)
  return (
    labels.length >= 2 &&
    new Set(labels).size === labels.length &&
    own.every((label) => label !== '' && !NARROWING.test(label) && !REST.test(label))
  )
}

/** 视力残疾, 听力残疾, 其他残疾: what all of them end in narrows none of them. */
function withoutCommonEnd(labels: readonly string[]): readonly string[] {
  const [first = ''] = labels
  const ends = Array.from(first, (_, at) => first.slice(at + 1))
  const end = ends.find((one) => one !== '' && labels.every((label) => label.endsWith(one)))
  if (end === undefined || labels.length < 3) return labels
  const heads = labels.map((label) => label.slice(0, -end.length))
  return heads.includes('') ? labels : heads
}

/**
 * 公办, 普惠性民办, 非普惠性民办: of two labels of which one negates the other word for word there is no third, so
 * that together they are what both name besides; null where there are no two such.
 */
function withoutOpposites(labels: readonly string[]): string[] | null {
  if (labels.length < 3) return null
  for (const [at, label] of labels.entries()) {
    const negated = labels.findIndex(
      (other) =>
        other !== label &&
        ((/[非不未]/u.test(other) && other.replace(/[非不未]/u, '') === label) ||
          // 普惠性民办, 其他民办
          (/^其[他它]/u.test(other) &&
            label !== label.replaceAll(NARROWED, '') &&
            other.replace(/^其[他它]/u, '') === label.replaceAll(NARROWED, ''))),
    )
    if (negated < 0) continue
    const joined = label.replaceAll(NARROWED, '')
    return labels.with(at, joined).toSpliced(negated, 1)
  }
  return null
}

const NARROWED = /普惠性?|示范性?|优质|达标|标准化|贫困|困难/gu

const NEGATED = /[非不未](?=(\p{Script=Han}{2}))/u

/** 专用校车, 非专用; 达标, 不达标; 参加, 未参加: two of which one is all that the other is not. */
export function areOpposites(labels: readonly string[]): boolean {
  const [one = '', other = ''] = labels
  if (labels.length !== 2 || labels.some((label) => NARROWING.test(label.replace(/达标/u, ''))))
    return false
  return [
    [one, other],
    [other, one],
  ].some(([plain = '', negated = '']) => {
    const stem = NEGATED.exec(negated)?.[1]
    return stem !== undefined && !NEGATED.test(plain) && plain.includes(stem)
  })
}

/** 不合格 → '', 合格 of it ''; 未参加学生 → 学生: what one of two opposites names besides. */
function withoutNegated(label: string, _: number, labels: readonly string[]): string {
  const stem = labels.map((one) => NEGATED.exec(one)?.[1]).find((one) => one !== undefined) ?? ''
  return label.replace(stem, '').replace(NEGATED_END, '')
}

const NEGATED_END = /[非不未]$/u

/** 提拔, 交流, 退出: three names or more, alike in form, none of which narrows: they rather divide than pick out. */
export function areParallel(labels: readonly string[]): boolean {
  const [first = ''] = labels
  return (
    labels.length >= 3 &&
    areNamedOnce(labels) &&
    labels.every((label) => label.length === first.length && !PICKED.test(label))
  )
}

const PICKED = /[男女]|本科|研究生|少数民族|农村|城镇/u

/** Whether parts may overlap, or are some kinds among others: women and graduates, the best of them. */
export function mayOverlap(labels: readonly string[]): boolean {
  const own = withoutCommonEnd(labels)
  return own.some((label) => NARROWING.test(label)) && !areDisjoint(labels)
}

/** Whether the labels name kinds that exclude each other: places, stages, levels, members of one family. */
export function areDisjoint(labels: readonly string[]): boolean {
  if (labels.length < 2) return false
  const fewer = withoutOpposites(labels)
  if (fewer !== null && areDisjoint(fewer)) return true
  return (
    [...WHOLE, ...EXCLUSIVE].some((family) => eachItsOwn(family, labels)) ||
    areBands(labels) ||
    areOpposites(labels) ||
    areTypes(labels) ||
    arePeriods(labels) ||
    (!labels.some((label) => NARROWING.test(label)) && arePlaces(labels))
  )
}

/** 2021年, 2022年; 一季度, 二季度: of different times, and of nothing else. */
export function arePeriods(labels: readonly string[]): boolean {
  const times = labels.map((label) => PERIOD.exec(label)?.[0])
  return (
    labels.length >= 2 &&
    times.every((time) => time !== undefined) &&
    new Set(times).size === labels.length &&
    new Set(labels.map((label) => label.replace(PERIOD, ''))).size === 1
  )
}

/** Whether a label says a time. */
export function isPeriod(label: string): boolean {
  return PERIOD.test(label)
}

const PERIOD =
  /^(?:[12]\d{3}(?:学年|年)(?:度|春季?|秋季?|[上下]半年)?|第?[一二三四]季度|1?\d月份?)/u

/** 制度类, 操作类, 台账类; 紧密型集团, 协作型集团: all of one word that says of what sort each is. */
export function areTypes(labels: readonly string[]): boolean {
  const sorts = labels.map((label) => TYPE.exec(label)?.slice(1) ?? [])
  return (
    labels.length >= 2 &&
    sorts.every(([name, sort]) => name !== undefined && sort === sorts[0]?.[1]) &&
    new Set(sorts.map(([name]) => name)).size === labels.length &&
    !labels.some((label) => NARROWING.test(label))
  )
}

const TYPE = /^([^类型]{1,6})([类型])/u

/** Whether the labels are names of different places. */
export function arePlaces(labels: readonly string[]): boolean {
  return labels.every((label) => PLACE.test(label)) && new Set(labels).size === labels.length
}

const PLACE = /^[^的]{1,6}(?:县|市|区|镇|乡|街道|旗)$/u
const AND_ABOVE = /(?:及|\(含\)|（含）)?以上/u
const AND_BELOW = /(?:及|\(含\)|（含）)以下/u

/** Whether each label is of its own kind of a family, and nothing else in it narrows it. */
function eachItsOwn(family: readonly RegExp[], labels: readonly string[]): boolean {
  const taken = labels.map((label) => family.findIndex((kind) => kind.test(label)))
  if (taken.includes(-1) || new Set(taken).size !== taken.length) return false
  const highest = Math.min(...taken)
  return labels.every((label, at) => {
    const rest = label.replace(family[taken[at] ?? 0] ?? '', '')
    // Above the highest of them stands none of the others: 硕士及以上, 本科, 专科.
    return !NARROWING.test(taken[at] === highest ? rest.replace(AND_ABOVE, '') : rest)
  })
}

/** 35岁及以下, 36—50岁, 51岁及以上: bands that follow one another. */
function areBands(labels: readonly string[]): boolean {
  return (
    labels.length >= 2 &&
    labels.every((label) => /\d ?(?:周?岁|分|人)/u.test(label)) &&
    labels.filter((label) => UPWARD.test(label)).length <= 1 &&
    labels.filter((label) => DOWNWARD.test(label)).length <= 1 &&
    labels.every((label) => UPWARD.test(label) || DOWNWARD.test(label) || BETWEEN.test(label))
  )
}

const UPWARD = /以上/u
const DOWNWARD = /以下|以内|不满|未满|不足|不到/u
const BETWEEN = /\d ?(?:周?岁|分|人)?(?:[-—－~～]{1,2}|至|到)\d/u

function areAllBands(labels: readonly string[]): boolean {
  return (
    areBands(labels) &&
    labels.some((label) => UPWARD.test(label)) &&
    labels.some((label) => DOWNWARD.test(label))
  )
}
