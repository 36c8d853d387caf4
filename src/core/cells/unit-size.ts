import { unitNamed } from '../forms/units.ts'
import { fraction, numberOf, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** A unit as so many of the smallest of its kind: 万元 is 10,000 of 元. */
export interface UnitSize {
  /** The smallest unit of the kind; "%" and ratios are "" (a plain number). */
  kind: string
  size: Num
}

/** A unit as it is written, with what it is for each of: 元/生. */
export interface UnitMeasure {
  /** As in UnitSize, or the unit's own word; null where only a magnitude is given (万). */
  kind: string | null
  size: Num
  /** What it is for each of (人 of 元/生, 年 of 元/年); null where it is for none. */
  per: UnitSize | null
}

const MAGNITUDES: Record<string, string> = {
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  十亿: '1000000000',
  百亿: '10000000000',
  千亿: '100000000000',
  万亿: '1000000000000',
}

const MAGNITUDE = /^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百|十)/u

/** Units of one kind with another name, by what they are of it; only what is exact. */
const SAME_KIND: Record<string, [string, Num]> = {
  // 15 亩 are one 公顷.
  亩: ['平方米', fraction(2000n, 3n)],
  公顷: ['平方米', 10000],
  平方公里: ['平方米', 1000000],
  平方千米: ['平方米', 1000000],
  km2: ['平方米', 1000000],
  平方: ['平方米', 1],
  公里: ['米', 1000],
  里: ['米', 500],
  厘米: ['米', fraction(1n, 100n)],
  吨: ['公斤', 1000],
  斤: ['公斤', fraction(1n, 2n)],
  克: ['公斤', fraction(1n, 1000n)],
  gbps: ['Mbps', 1000],
  角: ['元', fraction(1n, 10n)],
  名: ['人', 1],
  位: ['人', 1],
  口: ['人', 1],
  人口: ['人', 1],
  个班: ['班', 1],
  校: ['所', 1],
  家: ['所', 1],
  园: ['所', 1],
  日: ['天', 1],
  周: ['天', 7],
  星期: ['天', 7],
  小时: ['分钟', 60],
  '%': ['', fraction(1n, 100n)],
  成: ['', fraction(1n, 10n)],
  '‰': ['', fraction(1n, 1000n)],
  倍: ['', 1],
}

/** What a text's reader takes as one kind; every other word is its own there (docs/contract.md §4). */
const IN_TEXTS: ReadonlySet<string> = new Set([
  '公顷',
  '平方公里',
  '公里',
  '吨',
  '名',
  '位',
  '个班',
  '%',
  '‰',
])

/** 生 of 元/生: pupils are people there, 校 are schools. */
const EACH: Record<string, string> = { 生: '人', 学生: '人', 人均: '人', 学校: '所' }

/** Words around a unit that say nothing of its size. */
function bare(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/^[(〔[](.*)[)〕\]]$/u, '$1')
    .replace(/^(?:计量)?单位[::]?/u, '')
    .replace(/^人民币|人民币$|\(人民币\)$/gu, '')
    .toLowerCase()
}

/**
 * The size of a unit as texts write it ("万人", "亿元", "%", "元/生"); of a compound unit that of its
 * first part, since the second is what it is divided by. Null for a unit that is not known.
 */
export function unitSize(written: string): UnitSize | null {
  const text = bare(written).split(/[/每]/u)[0] ?? ''
  if (text === '' || text.startsWith(':')) return { kind: '', size: 1 }
  return sizeOf(text, IN_TEXTS)
}

/**
 * A unit as written, whole: a word that is not known is a kind of its own, since nobody can say what
 * it would be of another. Null where no unit is given.
 */
export function unitMeasure(written: string): UnitMeasure | null {
  const text = bare(written)
  if (text === '') return null
  if (text.startsWith(':')) return { kind: '', size: 1, per: null }
  const at = text.search(/[/每]/u)
  // 兆比特/秒 is the name of a unit.
  if (at <= 0 || unitNamed(text) !== null) return { ...partOf(text), per: null }
  const each = text.slice(at + 1)
  const { kind, size } = partOf(EACH[each] ?? each)
  return { ...partOf(text.slice(0, at)), per: { kind: EACH[kind ?? ''] ?? kind ?? '', size } }
}

/** Whether a text is a unit whose size is known, and no remark. */
export function isKnownUnit(text: string): boolean {
  return sizeOf(bare(text)) !== null
}

function partOf(text: string): { kind: string | null; size: Num } {
  const known = sizeOf(text)
  if (known !== null) return known
  const magnitude = MAGNITUDE.exec(text)?.[0] ?? ''
  const rest = text.slice(magnitude.length)
  const size = numberOf(MAGNITUDES[magnitude] ?? '1') ?? 1
  // 百分点 is a word of its own, 万学位 so many 学位.
  if (/^(?:[百千]分|[千百十]瓦)/u.test(text)) return { kind: text, size: 1 }
  return rest === '' ? { kind: null, size } : { kind: EACH[rest] ?? rest, size }
}

function sizeOf(text: string, only: ReadonlySet<string> | null = null): UnitSize | null {
  const whole = plainSize(text, only)
  if (whole !== null) return whole
  const magnitude = MAGNITUDE.exec(text)?.[0] ?? ''
  const plain = magnitude === '' ? null : plainSize(text.slice(magnitude.length), only)
  if (plain === null) return null
  return {
    kind: plain.kind,
    size: times(numberOf(MAGNITUDES[magnitude] ?? '1') ?? 1, plain.size),
  }
}

/** The size of a unit's word without a magnitude before it; null when it is not known. */
function plainSize(text: string, only: ReadonlySet<string> | null): UnitSize | null {
  const ofKind = (word: string): [string, Num] | undefined =>
    only === null || only.has(word) ? SAME_KIND[word] : undefined
  const own = ofKind(text)
  if (own !== undefined) return { kind: own[0], size: own[1] }
  const named = unitNamed(text)
  if (named === null) return null
  const same = ofKind(named)
  if (same !== undefined) return { kind: same[0], size: same[1] }
  const magnitude = MAGNITUDE.exec(named)?.[0] ?? ''
  // 万平方米 is the name of a unit of the forms; 千米 is called 公里 there.
  if (magnitude === '' || magnitude === named) return { kind: named, size: 1 }
  return { kind: named.slice(magnitude.length), size: numberOf(MAGNITUDES[magnitude] ?? '1') ?? 1 }
}

/** A unit's word by its size and kind: 10,000 of 人 are 万人; "" where none is called so. */
export function unitName(kind: string, size: Num): string {
  const same = (other: Num): boolean => String(toParts(other)) === String(toParts(size))
  if (same(1)) return kind
  const found = Object.entries(MAGNITUDES).find(([, worth]) => same(numberOf(worth) ?? 1))
  if (found !== undefined && kind !== '') return `${found[0]}${kind}`
  const [word] =
    Object.entries(SAME_KIND).find(([, [of, worth]]) => of === kind && same(worth)) ?? []
  return word ?? ''
}

function toParts(value: Num): [bigint, bigint] {
  return typeof value === 'number' ? [BigInt(value), 1n] : [value.top, value.bottom]
}
