/** Units of the forms: how they are written, how many decimals are usual, and what a larger one is worth. */
interface Unit {
  name: string
  written: string[]
  decimals: number
}

const UNITS: Unit[] = [
  { name: '人', written: ['人', '名', '位'], decimals: 0 },
  { name: '人次', written: ['人次'], decimals: 0 },
  { name: '个', written: ['个'], decimals: 0 },
  { name: '班', written: ['班', '个班'], decimals: 0 },
  { name: '所', written: ['所'], decimals: 0 },
  { name: '册', written: ['册', '本'], decimals: 0 },
  { name: '片', written: ['片'], decimals: 0 },
  { name: '台', written: ['台'], decimals: 0 },
  { name: '套', written: ['套', '台套', '台(套)'], decimals: 0 },
  { name: '件', written: ['件'], decimals: 0 },
  { name: '间', written: ['间'], decimals: 0 },
  { name: '节', written: ['节'], decimals: 0 },
  { name: '次', written: ['次'], decimals: 0 },
  { name: '项', written: ['项'], decimals: 0 },
  { name: '张', written: ['张'], decimals: 0 },
  { name: '辆', written: ['辆'], decimals: 0 },
  { name: '处', written: ['处'], decimals: 0 },
  { name: '门', written: ['门'], decimals: 0 },
  { name: '支', written: ['支'], decimals: 0 },
  { name: '条', written: ['条'], decimals: 0 },
  { name: '栋', written: ['栋', '幢'], decimals: 0 },
  { name: '座', written: ['座'], decimals: 0 },
  { name: '户', written: ['户'], decimals: 0 },
  { name: '份', written: ['份'], decimals: 0 },
  { name: '批', written: ['批', '批次'], decimals: 0 },
  { name: '瓶', written: ['瓶'], decimals: 0 },
  { name: '盏', written: ['盏'], decimals: 0 },
  { name: '只', written: ['只'], decimals: 0 },
  { name: '把', written: ['把'], decimals: 0 },
  { name: '具', written: ['具'], decimals: 0 },
  { name: '场', written: ['场', '场次'], decimals: 0 },
  { name: '期', written: ['期', '期次'], decimals: 0 },
  { name: '月', written: ['月', '个月'], decimals: 0 },
  { name: '组', written: ['组'], decimals: 0 },
  { name: '副', written: ['副'], decimals: 0 },
  { name: '箱', written: ['箱'], decimals: 0 },
  { name: '桶', written: ['桶'], decimals: 0 },
  { name: '台件', written: ['台件', '件套', '台件套', '台(件)', '台/件'], decimals: 0 },
  { name: '株', written: ['株', '棵'], decimals: 0 },
  { name: '根', written: ['根'], decimals: 0 },
  { name: '床', written: ['床', '张床'], decimals: 0 },
  { name: '篇', written: ['篇'], decimals: 0 },
  { name: '分钟', written: ['分钟'], decimals: 0 },
  { name: '厘米', written: ['厘米', 'cm'], decimals: 1 },
  { name: '千瓦时', written: ['千瓦时', 'kwh'], decimals: 2 },
  { name: '岁', written: ['岁'], decimals: 0 },
  { name: '天', written: ['天'], decimals: 0 },
  { name: '学时', written: ['学时', '课时', '小时'], decimals: 0 },
  { name: '平方米', written: ['平方米', '㎡', 'm2', 'm²', '平米'], decimals: 1 },
  { name: '万平方米', written: ['万平方米', '万㎡', '万m2', '万m²'], decimals: 2 },
  { name: '亩', written: ['亩'], decimals: 2 },
  { name: '公顷', written: ['公顷'], decimals: 2 },
  { name: '米', written: ['米', 'm'], decimals: 1 },
  { name: '公里', written: ['公里', '千米', 'km'], decimals: 1 },
  { name: '公斤', written: ['公斤', '千克', 'kg'], decimals: 1 },
  { name: '吨', written: ['吨'], decimals: 2 },
  { name: 'Mbps', written: ['mbps', 'm/s', '兆', '兆比特/秒'], decimals: 0 },
  { name: 'GB', written: ['gb', 'g'], decimals: 1 },
  { name: '元', written: ['元', '元整', '圆'], decimals: 2 },
  { name: '千元', written: ['千元'], decimals: 2 },
  { name: '万元', written: ['万元'], decimals: 2 },
  { name: '亿元', written: ['亿元'], decimals: 4 },
  { name: '%', written: ['%', '％', '百分比'], decimals: 2 },
  { name: '分', written: ['分'], decimals: 1 },
]

const normal = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
const byWriting = new Map(
  UNITS.flatMap((unit) => unit.written.map((written) => [normal(written), unit] as const)),
)

/** The unit's standard name for any way of writing it ("㎡" → "平方米"); null when unknown. */
export function unitNamed(text: string): string | null {
  return byWriting.get(normal(text))?.name ?? null
}

/** 百元, 万人: so many of a unit. 百分 and 千分 are words of their own. */
const MAGNIFIED = /^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)(?!分)(.+)$/u

/**
 * The unit's standard name, with a magnitude before it where one is written ("万名" → "万人", "百元");
 * null when unknown.
 */
export function magnifiedUnit(text: string): string | null {
  const whole = unitNamed(text)
  if (whole !== null) return whole
  const [, magnitude = '', rest = ''] = MAGNIFIED.exec(normal(text)) ?? []
  const unit = rest === '' || rest === '%' ? null : unitNamed(rest)
  return unit === null ? null : magnitude + unit
}

/** A unit without the magnitude before it: 元 of 百元 and of 万元. */
export function plainUnit(unit: string): string {
  const rest = MAGNIFIED.exec(normal(unit))?.[2]
  return rest === undefined ? unit : (unitNamed(rest) ?? unit)
}

/** Usual decimals of a unit given by its standard name, two where it counts in hundreds or more; 0 when unknown. */
export function usualDecimals(unit: string | null): number {
  if (unit === null) return 0
  const own = byWriting.get(normal(unit))
  return own?.decimals ?? (magnifiedUnit(unit) === null ? 0 : 2)
}

/** A unit by its standard name; one that is unknown as it is written. */
export function usualUnit(written: string): string {
  return unitNamed(written) ?? written
}

/** Unit in brackets at the end of a label: "图书(册)" → "册". Brackets that hold no unit are part of the label. */
export function unitInLabel(label: string): string | null {
  const text = label.normalize('NFKC').replace(/\s+/gu, '')
  const match = /[(〔[]([^()〔〕[\]]+(?:\(套\))?)[)〕\]]$/u.exec(text)
  const inner = match?.[1]
  if (inner === undefined) return null
  const said = inner.replace(/^(?:计量)?单位[::]?/u, '')
  // （万元，保留两位小数）
  return magnifiedUnit(said) ?? magnifiedUnit(said.split(/[,;]/u)[0] ?? '')
}
