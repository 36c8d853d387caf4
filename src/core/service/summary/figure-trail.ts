import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { FigureTrail, TrailItem, TrailPart, TrailSchool } from '../../../shared/summary.ts'
import { dimensionNames, groupOf } from '../../consolidate/groups.ts'
import { movedOf, resultText } from '../../indicators/evaluate.ts'
import type { Year } from '../../indicators/year.ts'
import type { Indicator, Side } from '../../indicators/indicator.ts'
import { contributions, plainSides, plainValue } from '../../indicators/parts.ts'
import type { PlainSide } from '../../indicators/parts.ts'
import { itemsRead } from '../../indicators/items-read.ts'
import type { ReadItem } from '../../indicators/items-read.ts'
import { ReferenceFault } from '../../rules/compile.ts'
import { compare, numberOf, plus, showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { CellValue } from '../../collection/cells.ts'
import { pastOf } from '../../last-year/last-year.ts'
import { pastCell } from '../../last-year/past-cell.ts'
import { labelOf } from '../../forms/form-index.ts'
import { thisYear } from '../consolidate/indicator-years.ts'
import { filledSummary, indicatorsById } from './quoted.ts'
import type { Years } from './quoted.ts'
import { coverageOf } from '../../collection/coverage.ts'
import { figuresOf } from './summary-view.ts'

/**
 * An indicator walked back: its sides, the items that each reads, the schools that each counts
 * with what they give and what stands in their cells.
 *
 * @throws CallError no-such-item when there is no such indicator
 */
export function figureTrail(years: Years, id: string, basis: Basis): FigureTrail {
  const { collection, prior, external } = years
  const results = indicatorsById(years, basis)
  const result = results.get(id)
  if (result === undefined) throw new CallError('no-such-item', { item: id })
  const { indicator, now, before } = result
  const year = thisYear(collection, prior, external, basis)
  const side = (given: Side, value: Num | null): FigureTrail['numerator'] => ({
    value: shown(value),
    parts: plainSides(given).map((part) => trailPart(years, basis, year, indicator, part)),
  })
  const filled = filledSummary(years, basis)
  const quoted = filled === null ? [] : figuresOf(filled, results)
  return {
    indicator: id,
    title: indicator.title,
    unit: indicator.unit,
    value: wordingOf(result, 'value').text,
    lastYear: before.value === null ? null : resultText(indicator, before.value),
    change: wordingOf(result, 'change').text,
    moved: movedOf(now.value, before.value, indicator.decimals),
    scale: indicator.scale,
    numerator: side(indicator.numerator, now.numerator),
    denominator:
      indicator.denominator === null ? null : side(indicator.denominator, now.denominator),
    coverage: coverageOf(collection),
    sentences: [...new Set(quoted.flatMap((one) => (one.indicator === id ? [one.sentence] : [])))],
  }
}

const shown = (value: Num | null): string | null => (value === null ? null : showNumber(value, 6))

function trailPart(
  years: Years,
  basis: Basis,
  year: Year,
  indicator: Indicator,
  side: PlainSide,
): TrailPart {
  const base = {
    kind: side.kind,
    expression: side.kind === 'external' ? side.name : side.kind === 'schools' ? '' : side.expr,
    where: side.kind === 'external' ? null : side.where,
    source: null,
  }
  if (side.kind === 'external') {
    const source = years.external.find((figure) => figure.name === side.name) ?? null
    const value = shown(numberOf(source?.value ?? ''))
    return { ...base, value, items: [], groups: [], schools: [], source }
  }
  const read = side.kind === 'schools' ? [] : itemsRead(side.expr, year)
  try {
    const counted = contributions(side, year)
    const schools = counted
      .toSorted((a, b) => compare(b.value, a.value))
      .map(({ school, value }) => trailSchool(years, basis, read, school.id, value))
    const value = shown(plainValue(side, year, indicator))
    const groups = ADDED.has(side.kind) ? groupsOf(schools) : []
    return { ...base, value, items: trailItems(years, read, schools), groups, schools }
  } catch (error) {
    // The indicator's formula is at fault; its result says so.
    if (!(error instanceof ReferenceFault)) throw error
    return { ...base, value: null, items: [], groups: [], schools: [] }
  }
}

/** Kinds of side whose value is what its schools give, added up. */
const ADDED: ReadonlySet<TrailPart['kind']> = new Set(['sum', 'schools', 'count'])

/** What each group gives, the largest first. */
function groupsOf(schools: TrailSchool[]): TrailPart['groups'] {
  const groups = new Map<string, { value: Num; schools: number }>()
  for (const { group, value } of schools) {
    const last = groups.get(group) ?? { value: 0, schools: 0 }
    const sum = plus(last.value, numberOf(value) ?? 0)
    groups.set(group, { value: sum, schools: last.schools + (value === '0' ? 0 : 1) })
  }
  return [...groups]
    .toSorted(([, a], [, b]) => compare(b.value, a.value))
    .map(([name, { value, schools: count }]) => ({
      name,
      value: shown(value) ?? '',
      schools: count,
    }))
}

function trailSchool(
  { collection, prior }: Years,
  basis: Basis,
  read: readonly ReadItem[],
  school: string,
  value: Num,
): TrailSchool {
  const cells = read.map(({ form, index, lastYear, past }): CellValue => {
    if (!lastYear) return collection.value(basis, school, form, index)
    return pastCell(
      pastOf(prior, past),
      school,
      form.id,
      collection.index.addressesOf(form)[index] ?? '',
    )
  })
  const found = collection.school(school)
  const [by] = dimensionNames(collection.config, collection.schools)
  const group = by === undefined ? '' : groupOf(found, by, collection.config)
  return { school, name: found.name, group, value: shown(value) ?? '', cells }
}

function trailItems(
  { collection }: Years,
  read: readonly ReadItem[],
  schools: TrailSchool[],
): TrailItem[] {
  return read.map(({ form, index, lastYear, past }, at) => {
    const item = form.items[index]
    const figures = schools.flatMap(({ cells }) => {
      const cell = cells[at]
      return cell?.state === 'number' ? [numberOf(cell.value) ?? 0] : []
    })
    return {
      item: collection.index.addressesOf(form)[index] ?? '',
      label: item === undefined ? '' : labelOf(form, item),
      lastYear,
      ...(past !== undefined && { past }),
      total: showNumber(figures.reduce(plus, 0), 6),
    }
  })
}
