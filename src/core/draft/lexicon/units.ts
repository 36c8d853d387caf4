/**
 * What a unit is of. `plain` units count things that collections count (所, 台); `loose` ones count
 * anything, sayings too (五个方面), so that what follows decides; `time` measures durations, ages
 * and dates, which are no statistics.
 */
export type UnitSort =
  | 'people'
  | 'plain'
  | 'loose'
  | 'money'
  | 'area'
  | 'percent'
  | 'points'
  | 'times'
  | 'score'
  | 'time'
  | 'rank'

export interface Unit {
  /** As the contract names it: 元, 人, 平方米, %, 百分点, 倍. */
  readonly base: string
  readonly sort: UnitSort
  /** Not this unit where the text goes on so: 次 in 次产业, 本 in 本科; behind digits, and behind characters. */
  readonly unless: { readonly digits: RegExp | null; readonly characters: RegExp | null }
}

/** For units that no other word begins with. */
export const NEVER: Unit['unless'] = { digits: null, characters: null }

const listed = (words: string): string[] => words.trim().split(/\s+/u)

/** Units whose base is their own word. */
const OWN: readonly [UnitSort, string][] = [
  [
    'plain',
    `所 家 处 座 栋 幢 间 台 套 册 户 辆 部 架 张 场 次 期 轨 枚 块 篇 份 幅 片 人次 班次 批次 课时
     学时 节 门 支 组 队 例 起 宗 件 盏 盒 只 株 棵 床 席 对 标段 学位 吨 立方米 公里 千米 米 厘米 毫米 度
     千瓦 千瓦时 台套 台件 件套 台件套 套件 台部 种次 点位 堂 首 卷 包 箱 袋 瓶 把 扇 艘 头 亿次
     班 本 场次 课次 户次 校次 车次 科次 件次 条次 台次 项次 家次 所次 平米次 餐次 份次 篇次 人天 人日
     毫克 克 千克 公斤 吨标准煤 微克 千伏安 兆瓦 立方 升 米高 眼 道 口 孔 艇 匹 尾 羽 笔 单 票 桶 路 轮次 节次 县 乡 镇 乡镇 校 村`,
  ],
  ['loose', '个 项 条 类 种 批 大 级 类别 层 轮 回 遍 派 方 步 股 集 章 段 排 款 字 词 句'],
  [
    'time',
    `年 月 日 天 小时 分钟 秒 周 学期 学年 季度 岁 周岁 年级 届 世纪 点钟 个月 个小时 个学期 个学年
     个季度 个星期 个工作日 个周末 周年 余年 个年头 星期 号 旬 昼夜 刻钟 课间 代 晚 夜 年代`,
  ],
  ['score', '分'],
  ['times', '倍'],
]

/** Units by another word: the base, its sort, the words. */
const CALLED: readonly [string, UnitSort, string][] = [
  ['人', 'people', '人 名 位 员'],
  ['人次', 'plain', '人(次) 人/次 人·次'],
  ['元', 'money', '元 元人民币 块钱'],
  ['美元', 'money', '美元 美金'],
  ['港元', 'money', '港元 港币'],
  ['欧元', 'money', '欧元'],
  ['平方米', 'area', '平方米 平米 平方 ㎡ m2 m² M2 M²'],
  ['平方公里', 'area', '平方公里 平方千米'],
  ['亩', 'area', '亩'],
  ['公顷', 'area', '公顷'],
  ['%', 'percent', '%'],
  ['‰', 'percent', '‰'],
  ['百分点', 'points', '百分点 个百分点 个点 百分比点 个百点'],
  ['千分点', 'points', '千分点 个千分点'],
]

/** Where a unit's character begins another word, also behind digits. */
const UNLESS_DIGITS: Readonly<Record<string, string>> = {
  次: '产业|元|生灾',
  本: '科|专科|地|届|学期',
  班: '级|主任|子|额',
  元: '旦|宵',
  分: '别|钟|之',
  年: '级',
  县: '[级城域委立直政属区医教]|中学|一中|小学|第|市区',
  乡: '[村土亲下级]',
  镇: '[级区政村]|中学|小学|第',
  校: '[区园舍长内外级本企训车服史门领级际社]',
  村: '[级委里小校民干]',
  人: '均(?!已|为|获|达|取|在|未|被|能|按|完|通)',
}

/** Where a unit's character begins another word behind a number in characters: 一条件, 三名工程. */
const UNLESS: Readonly<Record<string, string>> = {
  人: '均|大代表|大常|大会|民[政币]|事|才|力资|防',
  名: '师|校长?工作室|录|列|称|额|牌|优|著|特优',
  位: '于|居|列|次|置',
  员: '工',
  分: '别|校|为|布|析|管|类|班|批|散|享|步|流|局|公司|会|组|解|期|钟|工|之|设|园|段|层',
  次: '产业|性|会议|全会|全体|方|数|代会|年|日',
  期: '间|待|末|中|刊|工程|项目|建设|货|限|满',
  条: '件|例|款',
  台: '湾|账|风|阶',
  部: '门|分|委|署|级|队|长|省|属',
  本: '科|专|年|地|市|县|省|校|级|次|土|届|学期|区|着|报告|期|月',
  门: '诊|户|店|口',
  对: '口|应|于|外|象|接|标|比|全|学|教|义|高|初|小|照|其|一',
  组: '织|建|成|长|团',
  班: '级|主任|子|额|组|长|车|风|会',
  座: '谈|位|右|机',
  项: '目',
  处: '于|理|级|分|罚|室|置|长|在',
  场: '地|馆|所|景|面|均',
  户: '籍|外|口|均',
  支: '出|部|教|持|付|撑|委|援',
  张: '贴|榜|家|村|店',
  片: '区|面|长',
  起: '到|来|步|草|点|始|止|底|施|执',
  节: '约|日|点|能|水|假|目|余|支',
  例: '如|会|外|行',
  件: '事',
  度: '假|过',
  队: '伍|员|列|长',
  路: '线|灯|口|径|面|桥|段|由|障|上|过|网|况|费|人|边|基|演|局|程|东|西|南|北|中|小|幼',
  口: '径|头|号|腔',
  道: '德|路',
  单: '位|独|项|一|列',
  大: '家|力|量|会|学|型|幅|班|专|约|赛|小|豆|棚|课|数|修|厅|楼|道|同|连|理|庆|于|部',
  级: '别',
  方: '面|便|式|法|案|针|阵|向|米|可',
  批: '准|复|评|次',
  类: '似',
  段: '时',
  集: '中|团|体|聚|成|结',
  步: '骤|伐|行|入|调',
  代: '表|码|课|理|建|管|替|际|办',
  月: '考|报|度|均|收|饼',
  年: '限|级组|画',
  把: '握|关|脉|好|党|学|教|质|安|立|工',
  首: '次|批|创|位|届|先|席|府|都|个',
  包: '括|含|联|保|抓|干|片|村|校|容|装',
  层: '次|面|层|级',
  头: '脑|部|条',
  排: '名|查|在|球|列|放|序|除|演|练|水',
  股: '室|长|份',
  字: '样',
  款: '项|式',
  级分: '',
  学位: '证|论|授',
  所: '示|述|谓|有制',
  家: '长|庭|校|委|访|乡|教|国|园|政|中|电|暴|畜|属|里|住|境',
  米: '袋|面|饭|粉',
  点位: '图',
  眼: '镜|科|睛|保|部|界',
  笔: '试|记|者|墨',
  升: '学|级|旗|至|到|高|入|本|为',
  克: '服|难|扣',
  卷: '面|入',
  票: '据|款|决',
  回: '访|收|复|头|升|落|流|顾|族|应|归|馈',
  轮: '岗|流|训|值|滑|换|转|椅',
  派: '出|驻|遣|发',
  遍: '布|及',
  章: '程|节|建',
  词: '语|典|汇',
  句: '子',
  元: '旦|宵|月|素|培|首|勋|宇|谋',
  亩: '均|产',
  号: '召|称|楼|线|院|码',
  日: '常|前|均|报|捐|制|益|语|本|臻|托|间|照|后|起|趋',
  天: '津|然|河|府|平|山|台|网|眼|地|赋|宫|下',
  周: '边|岁|一|二|三|四|五|六|日|末|年|围|期|密|报|转|到|全|知',
  晚: '上|会|托|自|间|报|辅',
  旬: '阳',
  秒: '杀|懂',
  夜: '间|校|市',
  小时: '工|候|代',
  分钟: '',
}

/** Counted so with digits alone: 3县, 12校; but 一校一策. */
const DIGITS_ONLY = new Set(['县', '乡', '镇', '乡镇', '校', '村'])

/** Every unit by the word that writes it. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...OWN.flatMap(([sort, words]) =>
    listed(words).map((word): [string, Unit] => [word, unitOf(word, word, sort)]),
  ),
  ...CALLED.flatMap(([base, sort, words]) =>
    listed(words).map((word): [string, Unit] => [word, unitOf(word, base, sort)]),
  ),
])

function unitOf(word: string, base: string, sort: UnitSort): Unit {
  const digits = patternOf(UNLESS_DIGITS[word])
  const characters = DIGITS_ONLY.has(word) ? /^/u : patternOf(UNLESS[word])
  return { base, sort, unless: { digits, characters } }
}

function patternOf(words: string | undefined): RegExp | null {
  return words === undefined || words === '' ? null : new RegExp(`^(?:${words})`, 'u')
}

/** Words by which a number is multiplied. Longest first where one begins another. */
export const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['万亿', 1_000_000_000_000n],
  ['千亿', 100_000_000_000n],
  ['百亿', 10_000_000_000n],
  ['十亿', 1_000_000_000n],
  ['亿', 100_000_000n],
  ['千万', 10_000_000n],
  ['百万', 1_000_000n],
  ['十万', 100_000n],
  ['万', 10_000n],
  ['千', 1_000n],
  ['百', 100n],
])
