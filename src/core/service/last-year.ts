import type { Reader } from '../ports.ts'
import { readSaid } from '../queries/last-year-said.ts'
import { parseIndicators } from '../indicators/indicator.ts'
import type { IndicatorLibrary } from '../indicators/indicator.ts'
import { readExternal, readPrior } from '../setup/prior.ts'
import type { ExternalFigure, PriorValues } from '../setup/prior.ts'
import type { Collection } from './collection.ts'

/** Last year's values kept in a collection; empty when it has none. */
export async function lastYearOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<PriorValues> {
  const found = collection.material('prior')
  const outcome = found === null ? null : await reader.read(found.bytes, found.name)
  if (outcome?.ok !== true) return new Map()
  return readPrior(outcome.workbook, collection.config.register.key).values
}

/** Figures from other offices kept in a collection. */
export async function externalOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<ExternalFigure[]> {
  const found = collection.material('external')
  const outcome = found === null ? null : await reader.read(found.bytes, found.name)
  if (outcome?.ok !== true) return []
  return readExternal(outcome.workbook, collection.config.external?.sheet ?? null) ?? []
}

/** The indicators of a collection as data; empty when it has none. */
export function indicatorLibraryOf(collection: Collection): IndicatorLibrary {
  const text = collection.text('indicators')
  return text === null ? { indicators: [], problems: [] } : parseIndicators(text)
}

/**
 * What explained findings last year, by finding: read from the sheet 审核 of last year's 汇总表.xlsx,
 * given as last year's values or beside them.
 */
export async function saidLastYearOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const { role, name } of collection.store.assets()) {
    const found = role === 'prior' ? collection.material(role, name) : null
    const outcome = found === null ? null : await reader.read(found.bytes, name)
    if (outcome?.ok !== true) continue
    for (const [key, text] of readSaid(outcome.workbook)) said.set(key, text)
  }
  return said
}
