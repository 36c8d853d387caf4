import { isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import { parsePeriod } from '../../shared/period.ts'
import { CallError } from '../../shared/result.ts'
import { yamlDetail } from '../model/yaml-text.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { columnsNamed, configNotes, filesNamed } from './config-notes.ts'

type Fields = Record<string, unknown>

/** A collection without collection.yaml: every default of docs/contract.md §1. */
export function defaultConfig(): CollectionConfig {
  return {
    title: '',
    county: '',
    schoolYear: '',
    referenceDate: '',
    dueDate: '',
    dimensions: [],
    dimensionFields: {},
    codeNames: {},
    register: {
      file: 'register.xlsx',
      sheet: null,
      key: '标识码',
      name: '学校名称',
      shortName: '简称',
      type: '办学类型代码',
      status: '状态',
      active: '正常',
    },
    external: { file: 'external.xlsx', sheet: null },
    plans: 'plans.xlsx',
    formsFolder: 'forms',
    formsByType: {},
    otherSheets: {},
    notApplicable: '*',
    notCountedTypes: [],
    returnsFolder: 'returns',
    prior: { file: 'prior/明细.xlsx', schoolYear: '' },
    earlier: { same: 'prior/同期.xlsx', previous: 'prior/上期.xlsx' },
    rules: 'rules.yaml',
    indicators: 'indicators.yaml',
    summary: 'summary.md',
    lists: 'lists.yaml',
  }
}

/** A collection.yaml as read. */
export interface ReadConfig {
  config: CollectionConfig
  /** The files that it names itself, by what they are for. */
  named: { role: string; path: string }[]
  /** The columns of the register that it names itself, by the key that names them. */
  columns: { key: string; column: string }[]
}

/**
 * Reads collection.yaml. What is missing takes its default; keys the program does not know
 * are named in `setupNotes` and left alone.
 *
 * @throws CallError bad-config with the line, when the text is no YAML or a field has the wrong shape
 */
export function readConfigText(text: string): ReadConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [fault] = document.errors
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1
    throw new CallError('bad-config', { line, detail: yamlDetail(fault) })
  }
  // Codes are no numbers: 011 stays 011.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source
    },
  })
  try {
    const config = configOf(fieldsOf(plainOf(document), ''))
    const setupNotes = configNotes(document, lines, config.dimensions)
    return {
      config: setupNotes.length === 0 ? config : { ...config, setupNotes },
      named: filesNamed(document),
      columns: columnsNamed(document),
    }
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error
    const node = error.where === '' ? null : document.getIn(error.where.split('.'), true)
    const start = isNode(node) ? (node.range?.[0] ?? 0) : 0
    const detail = `${error.where || 'collection.yaml'}: ${error.message}`
    throw new CallError('bad-config', { line: lines.linePos(start).line, detail })
  }
}

/** A field that holds something else than it should; the line is found where the text is known. */
class WrongShape extends Error {
  readonly where: string

  constructor(where: string, wanted: string) {
    super(wanted)
    this.where = where
  }
}

/** The document as plain values. Aliases that unfold into more and more are refused. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {}
  } catch {
    throw new WrongShape('', '引用（*）过多或成环')
  }
}

function configOf(top: Fields): CollectionConfig {
  const config = defaultConfig()
  const register = fieldsOf(top['register'] ?? {}, 'register')
  const forms = fieldsOf(top['forms'] ?? {}, 'forms')
  const dimensions = listOf(top['dimensions'], 'dimensions')
  return {
    ...config,
    title: textOf(top['title'], ''),
    county: textOf(top['county'], ''),
    schoolYear: textOf(top['school_year'], ''),
    ...present('period', periodIn(top['period'])),
    referenceDate: dateOf(top['reference_date']),
    dueDate: dateOf(top['due_date']),
    dimensions,
    dimensionFields: mapOf(top['dimension_fields'], 'dimension_fields'),
    codeNames: codeNames(top, dimensions),
    register: {
      file: textOf(register['file'], config.register.file),
      sheet: optional(register['sheet']),
      key: textOf(register['key'], config.register.key),
      name: textOf(register['name'], config.register.name),
      shortName: textOf(register['short_name'], config.register.shortName),
      type: textOf(register['type'], config.register.type),
      status: textOf(register['status'], config.register.status),
      active: textOf(register['active'], config.register.active),
      ...present('kind', optional(register['kind'])),
      ...present('blanks', optional(register['blanks'])),
    },
    external: external(top['external'], config),
    plans: textOf(top['plans'], 'plans.xlsx'),
    formsFolder: folder(forms['folder'], config.formsFolder),
    formsByType: blanksByKind(forms['by_type']),
    notApplicable: textOf(forms['not_applicable'], config.notApplicable),
    notCountedTypes: listOf(top['not_counted_types'], 'not_counted_types'),
    ...(top['stages'] === undefined ? {} : { stages: mapOf(top['stages'], 'stages') }),
    returnsFolder: folder(top['returns'], config.returnsFolder),
    prior: prior(top['prior'], config),
    earlier: earlier(top['earlier']),
    rules: textOf(top['rules'], config.rules),
    indicators: textOf(top['indicators'], config.indicators),
    summary: textOf(top['summary'], config.summary),
    lists: textOf(top['lists'], 'lists.yaml'),
  }
}

/** Any dimension may carry a table of code prefixes → names, under its own name at the top level (城乡). */
function codeNames(top: Fields, dimensions: string[]): Record<string, Record<string, string>> {
  const names: Record<string, Record<string, string>> = {}
  for (const dimension of new Set([...dimensions, '城乡'])) {
    if (top[dimension] !== undefined) names[dimension] = mapOf(top[dimension], dimension)
  }
  return names
}

function external(value: unknown, config: CollectionConfig): CollectionConfig['external'] {
  if (value === undefined || value === null) return config.external
  if (typeof value === 'string') return { file: value, sheet: null }
  const fields = fieldsOf(value, 'external')
  return { file: textOf(fields['file'], 'external.xlsx'), sheet: optional(fields['sheet']) }
}

function prior(value: unknown, config: CollectionConfig): CollectionConfig['prior'] {
  if (value === undefined || value === null) return config.prior
  if (typeof value === 'string') return { file: value, schoolYear: '' }
  const fields = fieldsOf(value, 'prior')
  return {
    file: textOf(fields['file'], 'prior/明细.xlsx'),
    schoolYear: textOf(fields['school_year'], ''),
  }
}

/** The period as written; what nobody can read would be a year in silence. */
function periodIn(value: unknown): string | null {
  const text = optional(value)
  if (text === null || parsePeriod(text) !== null) return text
  throw new WrongShape(
    'period',
    '应为 2025/2026、2026、2026-H1、2026-Q2、2026-06 或 2026-01/2026-06',
  )
}

function earlier(value: unknown): NonNullable<CollectionConfig['earlier']> {
  const fields = fieldsOf(value ?? {}, 'earlier')
  return {
    same: textOf(fields['same'], 'prior/同期.xlsx'),
    previous: textOf(fields['previous'], 'prior/上期.xlsx'),
  }
}

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new WrongShape(where, '应为“键: 值”的列表')
}

function textOf(value: unknown, fallback: string): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return fallback
}

function optional(value: unknown): string | null {
  const text = textOf(value, '')
  return text === '' ? null : text
}

function dateOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : textOf(value, '')
}

function present<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  return value === null ? {} : ({ [key]: value } as Partial<Record<K, string>>)
}

/** One blank workbook for a kind of reporter, or a list of several. */
function blanksByKind(value: unknown): Record<string, string | string[]> {
  if (value === undefined || value === null) return {}
  return Object.fromEntries(
    Object.entries(fieldsOf(value, 'forms.by_type')).map(([key, entry]) => [
      key,
      Array.isArray(entry) ? entry.map((one) => textOf(one, '')) : textOf(entry, ''),
    ]),
  )
}

function folder(value: unknown, fallback: string): string {
  return textOf(value, fallback).replace(/^\.?\/+|\/+$/g, '')
}

function listOf(value: unknown, where: string): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new WrongShape(where, '应为列表')
  return value.map((entry) => textOf(entry, ''))
}

function mapOf(value: unknown, where: string): Record<string, string> {
  if (value === undefined || value === null) return {}
  return Object.fromEntries(
    Object.entries(fieldsOf(value, where)).map(([key, entry]) => [key, textOf(entry, '')]),
  )
}
