import { unitNamed } from '../forms/units.ts'
import { numberOf, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** A unit as so many of the smallest of its kind: 万元 is 10,000 of 元. */
export interface UnitSize {
  /** The smallest unit of the kind; "%" and ratios are "" (a plain number). */
  kind: string
  size: Num
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
}

/** Units of one kind with another name, by what they are of it. */
const SAME_KIND: Record<string, [string, string]> = {
  公顷: ['平方米', '10000'],
  平方公里: ['平方米', '1000000'],
  公里: ['米', '1000'],
  吨: ['公斤', '1000'],
  名: ['人', '1'],
  位: ['人', '1'],
  个班: ['班', '1'],
  '%': ['', '0.01'],
  '‰': ['', '0.001'],
}

/**
 * The size of a unit as written ("万人", "亿元", "%", "元/生"); of a compound unit that of its first
 * part, since the second is what it is divided by. Null for a unit that is not known.
 */
export function unitSize(written: string): UnitSize | null {
  const text = written.normalize('NFKC').replaceAll(/\s/gu, '').split(/[/每]/u)[0] ?? ''
  if (text === '' || text.startsWith(':')) return { kind: '', size: 1 }
  const [before, magnitude] = /^(千万|百万|十万|亿|万|千|百|十)(?=.)/u.exec(text) ?? []
  const rest = before === undefined ? text : text.slice(before.length)
  const factor = numberOf(MAGNITUDES[magnitude ?? ''] ?? '1') ?? 1
  const plain = SAME_KIND[rest] ?? SAME_KIND[unitNamed(rest) ?? '']
  if (plain !== undefined) return { kind: plain[0], size: times(factor, numberOf(plain[1]) ?? 1) }
  const named = unitNamed(rest)
  return named === null ? null : { kind: named, size: factor }
}
