import { keptForText } from '../memory/kept-for-text.ts'
import type { IndicatorDraft, IndicatorSide } from '../../shared/consolidate.ts'
import { numberOf } from '../model/number.ts'
import { readYaml } from '../model/yaml-text.ts'

/** One side of an indicator (docs/contract.md §3). */
export type Side = IndicatorSide

/** An indicator as data: a value, or a numerator over a denominator. */
export type Indicator = IndicatorDraft

export interface IndicatorLibrary {
  indicators: Indicator[]
  problems: { id: string; line: number; detail: string }[]
}

type Fields = Record<string, unknown>

/**
 * Reads an indicators.yaml (docs/contract.md §3). An entry that is wrong is named and left out; the
 * others hold.
 */
export const parseIndicators = keptForText((text): IndicatorLibrary => {
  const read = readYaml(text)
  if (!read.ok) {
    return { indicators: [], problems: [{ id: '', line: read.line, detail: read.detail }] }
  }
  return indicatorsIn(read.plain(), 'refused')
})

/**
 * The indicators of a list as YAML gives it.
 *
 * @param repeats kept: several entries of one id are variants for different forms (shipped library)
 */
export function indicatorsIn(list: unknown, repeats: 'refused' | 'kept'): IndicatorLibrary {
  const library: IndicatorLibrary = { indicators: [], problems: [] }
  const seen = new Set<string>()
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const read = indicatorOf(entry)
    const id = typeof read === 'string' ? String(index + 1) : read.id
    if (typeof read === 'string') library.problems.push({ id, line: index + 1, detail: read })
    else if (repeats === 'refused' && seen.has(id))
      library.problems.push({ id, line: index + 1, detail: '指标编号重复' })
    else library.indicators.push(read)
    seen.add(id)
  }
  return library
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The indicator an entry states, or what it lacks. */
function indicatorOf(entry: unknown): Indicator | string {
  if (!isFields(entry)) return '应为一个指标'
  const id = text(entry, 'id')
  if (id === '') return '缺少 id'
  const decimals = Number(text(entry, 'decimals') || '0')
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10)
    return `${id} 的 decimals 应为 0 到 10`
  const scale = text(entry, 'scale') || '1'
  if (numberOf(scale) === null) return `${id} 的 scale 应为普通小数，如 100 或 0.0001`
  const whole = entry['value']
  const numerator = sideOf(whole ?? entry['numerator'])
  const denominator = whole === undefined ? sideOf(entry['denominator']) : null
  if (typeof numerator === 'string') return `${id}：${numerator}`
  if (typeof denominator === 'string') return `${id} 的分母：${denominator}`
  return {
    id,
    title: text(entry, 'title') || id,
    unit: text(entry, 'unit'),
    decimals,
    numerator,
    denominator,
    scale,
    prefix: text(entry, 'prefix'),
  }
}

function sideOf(value: unknown): Side | string {
  if (!isFields(value)) return '缺少 value 或 numerator、denominator'
  const where = text(value, 'where') || null
  if (Array.isArray(value['add'])) {
    const sides = value['add'].map(sideOf)
    const wrong = sides.find((side) => typeof side === 'string')
    if (wrong !== undefined) return wrong
    return { kind: 'add', sides: sides.filter((side) => typeof side !== 'string') }
  }
  if (text(value, 'sum') !== '') return { kind: 'sum', expr: text(value, 'sum'), where }
  if (text(value, 'max') !== '') return { kind: 'max', expr: text(value, 'max'), where }
  if (text(value, 'external') !== '') return { kind: 'external', name: text(value, 'external') }
  if (text(value, 'cv') !== '') {
    return { kind: 'cv', expr: text(value, 'cv'), weight: text(value, 'weight') || '1', where }
  }
  const counted = text(value, 'count')
  if (counted === '学校') return { kind: 'schools', where }
  if (counted !== '') return { kind: 'count', expr: counted, where }
  return '应有 sum、count、max、external、add 或 cv'
}
