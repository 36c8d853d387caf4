import type { CellValue } from '../forms/sheet.ts'

/** Rows of 计划目标台账: what is aimed at, how much of which unit, and how it is meant. */
export function planRows(
  year: number,
  document: string,
  plans: readonly (readonly [name: string, value: number, unit: string, meant?: string])[],
): CellValue[][] {
  return plans.map(([name, value, unit, meant = '达到'], at) => [
    name,
    value,
    unit,
    meant,
    document,
    `教发〔${String(year)}〕${String(at + 3)}号`,
    `${String(year)}-02-${String(10 + (at % 15))}`,
    `${String(year)}-12-31`,
  ])
}

/** Rows of 名次通报台账. */
export function rankRows(
  year: number,
  ranks: readonly (readonly [name: string, range: string, rank: number, score?: number])[],
): CellValue[][] {
  return ranks.map(([name, range, rank, score = null]) => [
    name,
    range,
    rank,
    score,
    `关于${name}情况的通报`,
    `${String(year)}-11-20`,
  ])
}

/** A project as a row of 项目台账; what is not said stays blank. */
export interface Project {
  number: string
  name: string
  school: string
  stage: string
  programme: string
  kind: string
  content?: string
  count?: number
  inclusive?: '是' | '否'
  central?: '是' | '否'
  started?: string
  finished?: string
  area?: number
  planned?: number
  spent?: number
  thisYear?: number
  higher?: number
  places?: number
}

export function projectRow(project: Project): CellValue[] {
  const { number, name, school, stage, programme, kind } = project
  const { content = '整校', count = null, inclusive = '否', central = '否' } = project
  const { started = null, finished = null, area = null, planned = null } = project
  const { spent = null, thisYear = null, higher = null, places = null } = project
  return [
    ...[number, name, school, stage, programme, kind, content, count, inclusive, central],
    ...[started, finished, area, planned, spent, thisYear, higher, places],
  ]
}
