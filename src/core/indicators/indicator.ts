import { isNode, isSeq } from 'yaml'
import { keptForText } from '../memory/kept-for-text.ts'
import type { IndicatorDraft, IndicatorProblem, IndicatorSide } from '../../shared/consolidate.ts'
import { keyProblem } from '../model/known-keys.ts'
import { numberOf } from '../model/number.ts'
import { readYaml, yamlProblem } from '../model/yaml-text.ts'
import { sideOf } from './read-side.ts'

/** One side of an indicator (docs/contract.md §3). */
export type Side = IndicatorSide

/** An indicator as data: a value, or a numerator over a denominator. */
export type Indicator = IndicatorDraft

export interface IndicatorLibrary {
  indicators: Indicator[]
  problems: IndicatorProblem[]
}

type Fields = Record<string, unknown>

/** What is wrong with an entry. */
type Problem = Omit<IndicatorProblem, 'line'>

/**
 * Reads an indicators.yaml (docs/contract.md §3). An entry that is wrong is named and left out; the
 * others hold.
 */
export const parseIndicators = keptForText((text): IndicatorLibrary => {
  const read = readYaml(text)
  if (!read.ok) {
    const { line, column } = read
    const problem = { id: '', line, code: yamlProblem(read), params: { column } }
    return { indicators: [], problems: [problem] }
  }
  const { contents } = read.document
  const plain = read.plain()
  if (plain === null || plain === undefined) return { indicators: [], problems: [] }
  if (!isSeq(contents) || !Array.isArray(plain)) {
    const problem = { id: '', line: 1, code: 'not-a-list' as const, params: {} }
    return { indicators: [], problems: [problem] }
  }
  const lines = contents.items.map((node) =>
    isNode(node) ? read.lines.linePos(node.range?.[0] ?? 0).line : 1,
  )
  return indicatorsIn(plain, 'refused', (index) => lines[index] ?? 1)
})

/**
 * The indicators of a list as YAML gives it.
 *
 * @param repeats kept: several entries of one id are variants for different forms (shipped library)
 * @param lineOf line of an entry in its text, from 1
 */
export function indicatorsIn(
  list: unknown,
  repeats: 'refused' | 'kept',
  lineOf: (index: number) => number = (index) => index + 1,
): IndicatorLibrary {
  const library: IndicatorLibrary = { indicators: [], problems: [] }
  const seen = new Set<string>()
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const line = lineOf(index)
    const read = indicatorOf(entry)
    const { id } = read
    if ('code' in read) library.problems.push({ ...read, line })
    else if (repeats === 'refused' && seen.has(id))
      library.problems.push({ id, line, code: 'double-id', params: { id } })
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

const TEXTS = ['id', 'title', 'unit', 'decimals', 'scale', 'prefix', 'nature', 'plan']
/** 时点 and 时期, as people write them. */
const NATURES: Readonly<Record<string, 'stock' | 'flow'>> = {
  时点: 'stock',
  stock: 'stock',
  时期: 'flow',
  flow: 'flow',
}
const SIDES = ['value', 'numerator', 'denominator']

/** The indicator an entry states, or what it lacks. */
function indicatorOf(entry: unknown): Indicator | Problem {
  if (!isFields(entry)) return { id: '', code: 'not-an-indicator', params: {} }
  const id = text(entry, 'id')
  const problem = (code: Problem['code'], params: Problem['params'] = {}): Problem => ({
    id,
    code,
    params: { ...params, id },
  })
  if (id === '') return problem('id-missing')
  const strange = keyProblem(entry, TEXTS, SIDES)
  if (strange !== null) return problem(strange.code, strange.params)
  const decimals = Number(text(entry, 'decimals') || '0')
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10) return problem('bad-decimals')
  const scale = text(entry, 'scale') || '1'
  if (numberOf(scale) === null) return problem('bad-scale')
  const [nature, plan] = [text(entry, 'nature'), text(entry, 'plan')]
  if (nature !== '' && !Object.hasOwn(NATURES, nature)) return problem('bad-nature')
  const known = NATURES[nature]
  const { value, numerator, denominator } = entry
  if (value !== undefined && (numerator !== undefined || denominator !== undefined))
    return problem('value-and-parts')
  const top = sideOf(value ?? numerator, value === undefined ? 'numerator' : 'value')
  if ('code' in top) return problem(top.code, top.params)
  const bottom = value === undefined ? sideOf(denominator, 'denominator') : null
  if (bottom !== null && 'code' in bottom) return problem(bottom.code, bottom.params)
  return {
    id,
    title: text(entry, 'title') || id,
    unit: text(entry, 'unit'),
    decimals,
    numerator: top,
    denominator: bottom,
    scale,
    prefix: text(entry, 'prefix'),
    ...(known !== undefined && { nature: known }),
    ...(plan !== '' && { plan }),
  }
}
