import { PLANNED } from '../model/external-figure.ts'
import type { IndicatorProblem, IndicatorSide } from '../../shared/consolidate.ts'
import { keyProblem } from '../model/known-keys.ts'

type Problem = Pick<IndicatorProblem, 'code' | 'params'>

/** What each kind of side may say beside itself; anything else would be left out of the figure. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  sum: ['where'],
  count: ['where'],
  max: ['where'],
  external: [],
  plan: [],
  add: [],
  cv: ['weight', 'where'],
}
const KINDS = Object.keys(BESIDE)

/**
 * A side of an indicator as YAML gives it (docs/contract.md §3), or what is wrong with it.
 *
 * @param where the key it stands under, for the sentence
 */
export function sideOf(value: unknown, where: string): IndicatorSide | Problem {
  if (value === undefined || value === null) return { code: 'side-missing', params: { where } }
  if (typeof value !== 'object' || Array.isArray(value))
    return { code: 'side-kind', params: { where } }
  const fields = new Map(Object.entries(value))
  const kinds = KINDS.filter((kind) => fields.has(kind))
  const [kind, other] = kinds
  if (kind !== undefined && other !== undefined)
    return { code: 'two-kinds', params: { where, one: kind, other } }
  const beside = kind === undefined ? [...KINDS, 'weight', 'where'] : (BESIDE[kind] ?? [])
  const texts = kind === 'add' ? [] : [...(kind === undefined ? [] : [kind]), ...beside]
  const strange = keyProblem(value, texts, kind === 'add' ? ['add'] : [])
  if (strange !== null) return { ...strange, params: { ...strange.params, where } }
  const text = (name: string): string => {
    const said: unknown = fields.get(name)
    return typeof said === 'string' || typeof said === 'number' ? String(said).trim() : ''
  }
  const condition = text('where') || null
  if (kind === 'add') {
    const parts: unknown = fields.get('add')
    if (!Array.isArray(parts) || parts.length === 0) return { code: 'side-kind', params: { where } }
    const sides = parts.map((part) => sideOf(part, where))
    const good: IndicatorSide[] = []
    for (const side of sides) {
      if ('code' in side) return side
      good.push(side)
    }
    return { kind, sides: good }
  }
  const expr = kind === undefined ? '' : text(kind)
  if (kind === undefined || expr === '') return { code: 'side-kind', params: { where } }
  switch (kind) {
    case 'external':
      return { kind, name: expr }
    case 'plan':
      return { kind: 'external', name: PLANNED + expr }
    case 'cv':
      return { kind, expr, weight: text('weight') || '1', where: condition }
    case 'count':
      return expr === '学校'
        ? { kind: 'schools', where: condition }
        : { kind, expr, where: condition }
    case 'max':
      return { kind, expr, where: condition }
    default:
      return { kind: 'sum', expr, where: condition }
  }
}
