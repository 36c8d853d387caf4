import { parseDocument } from 'yaml'
import { readYaml } from '../model/yaml-text.ts'
import { strangeKeys } from '../model/known-keys.ts'
import { SCREENING_KINDS, SCREENING_THRESHOLDS } from '../../shared/screening.ts'
import type { ScreeningKind } from '../../shared/screening.ts'
import { numberOf } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** Labels that lead to a cell, whatever its address in this county's edition. */
export interface CellPattern {
  /** On the table's title. */
  table: RegExp
  /** On the row's label and on the column's headings joined by "·". */
  row: RegExp
  column: RegExp
}

/** What a figure is in the life of a school (pupils, classes, books), and where it is found. */
export interface Role {
  id: string
  unit: string
  cells: CellPattern[]
}

export interface RatioSetting {
  id: string
  numerator: string
  denominator: string
}

export interface GrowthSetting {
  role: string
  percent: Num | null
  least: Num | null
}

export interface ProgressionSetting extends CellPattern {
  grades: string[]
  /** Columns of those who came straight into a grade; null where there are none. */
  entered: RegExp | null
  /** Rows of the table of changes that belong to these grades. */
  moves: RegExp
}

/** screening.yaml as data. */
export interface ScreeningSettings {
  kinds: Map<ScreeningKind, { on: boolean; values: Map<string, Num> }>
  roles: Role[]
  ratios: RatioSetting[]
  growth: GrowthSetting[]
  progression: ProgressionSetting[]
  moves: { table: RegExp; column: RegExp } | null
  /** What could not be used, in words. */
  problems: string[]
}

type Fields = Record<string, unknown>

/** Reads screening.yaml. What is wrong in it is named and left out; a kind that it does not mention is off. */
export function parseScreening(text: string): ScreeningSettings {
  const settings: ScreeningSettings = {
    kinds: new Map(),
    roles: [],
    ratios: [],
    growth: [],
    progression: [],
    moves: null,
    problems: [],
  }
  const read = readYaml(text)
  if (!read.ok) settings.problems.push(read.detail)
  else if (isFields(read.plain())) new Reader(settings).read(fieldsOf(read.plain()))
  else if (read.plain() !== null) settings.problems.push('应写明 kinds、roles、ratios 等项')
  return settings
}

/** The text with one kind switched or set otherwise; comments and all else stay. */
export function withKind(
  text: string,
  kind: ScreeningKind,
  on: boolean,
  values: { name: string; value: string }[],
): string {
  const document = parseDocument(text)
  document.setIn(['kinds', kind, 'on'], on)
  for (const { name, value } of values) document.setIn(['kinds', kind, name], Number(value))
  return document.toString({ lineWidth: 0 })
}

class Reader {
  private readonly settings: ScreeningSettings

  constructor(settings: ScreeningSettings) {
    this.settings = settings
  }

  read(top: Fields): void {
    const { settings } = this
    this.known('', top, ['kinds', 'roles', 'ratios', 'growth', 'progression', 'moves'])
    for (const [kind, value] of Object.entries(fieldsOf(top['kinds']))) this.kind(kind, value)
    for (const [id, value] of Object.entries(fieldsOf(top['roles']))) {
      const fields = fieldsOf(value)
      this.known(`roles ${id}`, fields, ['unit', 'cells'])
      const cells = listOf(fields['cells']).flatMap((one) => {
        this.known(`roles ${id}`, one, PATTERN)
        return this.pattern(id, one) ?? []
      })
      settings.roles.push({ id, unit: textOf(fields['unit']), cells })
    }
    const known = new Set(settings.roles.map((role) => role.id))
    for (const entry of listOf(top['ratios'])) {
      this.known('ratios', entry, ['id', 'numerator', 'denominator'])
      const [id, numerator, denominator] = ['id', 'numerator', 'denominator'].map((name) =>
        textOf(entry[name]),
      )
      if (id === undefined || numerator === undefined || denominator === undefined) continue
      if (known.has(numerator) && known.has(denominator)) {
        settings.ratios.push({ id, numerator, denominator })
      } else settings.problems.push(`ratios ${id}：没有角色“${numerator}”或“${denominator}”`)
    }
    for (const entry of listOf(top['growth'])) {
      this.known('growth', entry, ['role', 'percent', 'least'])
      const role = textOf(entry['role'])
      if (!known.has(role)) settings.problems.push(`growth：没有角色“${role}”`)
      else {
        const [percent, least] = [numberIn(entry['percent']), numberIn(entry['least'])]
        settings.growth.push({ role, percent, least })
      }
    }
    for (const entry of listOf(top['progression'])) this.progression(entry)
    const moves = fieldsOf(top['moves'])
    const [table, column] = [
      this.regex('moves', moves['table']),
      this.regex('moves', moves['column']),
    ]
    settings.moves = table === null || column === null ? null : { table, column }
  }

  /** Names every key that nobody reads. */
  private known(where: string, fields: Fields, keys: readonly string[]): void {
    for (const { key, meant } of strangeKeys(fields, keys)) {
      const instead = meant === null ? '' : `，是不是要写 ${meant}？`
      this.settings.problems.push(`${where === '' ? '' : `${where}：`}没有“${key}”这一项${instead}`)
    }
  }

  private kind(name: string, value: unknown): void {
    const kind = SCREENING_KINDS.find((one) => one === name)
    if (kind === undefined) {
      this.settings.problems.push(`kinds：没有“${name}”这一类`)
      return
    }
    const { on, ...rest } = fieldsOf(value)
    if (on !== undefined && typeof on !== 'boolean')
      this.settings.problems.push(`kinds ${kind}：on 应为 true 或 false`)
    this.known(`kinds ${kind}`, fieldsOf(value), ['on', ...SCREENING_THRESHOLDS[kind]])
    const values = new Map<string, Num>()
    for (const [threshold, written] of Object.entries(rest)) {
      const number = numberIn(written)
      if (number !== null) values.set(threshold, number)
      else this.settings.problems.push(`kinds ${kind}：${threshold} 应为数字`)
    }
    this.settings.kinds.set(kind, { on: on === true, values })
  }

  private progression(entry: Fields): void {
    this.known('progression', entry, [...PATTERN, 'grades', 'entered', 'moves'])
    const pattern = this.pattern('progression', entry)
    const moves = this.regex('progression', entry['moves'])
    const entered = textOf(entry['entered'])
    if (pattern === null || moves === null) return
    const grades = Array.isArray(entry['grades']) ? entry['grades'].map(textOf) : []
    const came = entered === '' ? null : this.regex('progression', entered)
    this.settings.progression.push({ ...pattern, grades, entered: came, moves })
  }

  private pattern(where: string, value: unknown): CellPattern | null {
    const fields = fieldsOf(value)
    const [table, row, column] = ['table', 'row', 'column'].map((name) =>
      this.regex(where, fields[name]),
    )
    return table && row && column ? { table, row, column } : null
  }

  private regex(where: string, value: unknown): RegExp | null {
    try {
      return new RegExp(textOf(value), 'u')
    } catch {
      this.settings.problems.push(`${where}：“${textOf(value)}”不是正确的表达式`)
      return null
    }
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** The keys of a pattern of cells. */
const PATTERN = ['table', 'row', 'column']

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function numberIn(value: unknown): Num | null {
  return numberOf(textOf(value))
}
