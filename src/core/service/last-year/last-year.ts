import type { Earlier, PastNote } from '../../../shared/last-year.ts'
import { refOfKey } from '../../../shared/finding-key.ts'
import { isYearly, parsePeriod } from '../../../shared/period.ts'
import type { School } from '../../../shared/model.ts'
import type { Reader } from '../../ports.ts'
import { readSaid } from '../../queries/last-year-said.ts'
import { parseIndicators } from '../../indicators/indicator.ts'
import type { IndicatorLibrary } from '../../indicators/indicator.ts'
import { readExternals, readPlans } from '../../externals/read-externals.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { unpackLastYear } from '../../last-year/keep.ts'
import { foundAgain } from '../../last-year/find-again.ts'
import type { PastTable } from '../../last-year/past-table.ts'
import { alignLastYear, noLastYear } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { readPastList } from '../../last-year/read-list.ts'
import { schoolFinder } from '../../last-year/school-finder.ts'
import type { WorkbookData } from '../../model/sheet.ts'
import type { Collection } from '../../collection/collection.ts'
import { codesKey } from '../../ledger/state.ts'
import { EARLIER_ROLES } from '../../model/asset-role.ts'

/**
 * Last year as kept in a collection, lined up with this year's forms, with the other periods that it
 * is compared with; empty when it has none. Without a list of last year that of the same period a year
 * ago stands for it.
 */
export async function lastYearOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<LastYear> {
  const own = await listOf(collection, reader, 'last')
  const period = parsePeriod(collection.config.period ?? '')
  const [same, previous] = [
    await listOf(collection, reader, 'same'),
    await listOf(collection, reader, 'previous'),
  ]
  const last = own ?? same ?? noLastYear()
  if (same === null && previous === null && isYearly(period)) return last
  const notes = [last, own === null ? null : same, previous].flatMap((one) => one?.notes ?? [])
  const before = previous ?? (isYearly(period) ? last : noLastYear())
  const lists = { last: own, same, previous }
  return { ...last, notes, lists, earlier: { same: own === null ? null : same, previous: before } }
}

/** The values of an earlier period as chosen, else as they came with the collection; null for none. */
async function listOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
  of: Earlier,
): Promise<LastYear | null> {
  const chosen = collection.ledger.earlier.get(of)
  if (chosen?.sha256 === null) return null
  const kept = chosen === undefined ? null : collection.store.blob(chosen.sha256)
  if (chosen === undefined || kept === null) return cameWith(collection, reader, of)
  const unpacked = unpackLastYear(kept)
  const { tables, notes } = putAgain(collection, unpacked.tables)
  const all = [...unpacked.notes, ...notes]
  const { successions } = unpacked
  return {
    ...alignedAs(collection, of, tables, all, chosen.source),
    ...(successions !== undefined && { successions }),
  }
}

/** A list of an earlier period that came with the collection; null where there is none. */
async function cameWith(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
  of: Earlier,
): Promise<LastYear | null> {
  const found = collection.material(EARLIER_ROLES[of])
  const outcome = found === null ? null : await reader.read(found.bytes, found.name)
  if (found === null || outcome?.ok !== true) return null
  const { tables, notes } = readPastOf(collection, outcome.workbook)
  return alignedAs(collection, of, tables, notes, found.name)
}

/** Lined up with this year's forms; what has to be said of another list than last year's says whose it is. */
function alignedAs(
  { forms, ledger }: Collection,
  of: Earlier,
  tables: PastTable[],
  notes: PastNote[],
  source: string,
): LastYear {
  const fit = new Set(
    forms.map(({ id }) => id).filter((id) => ledger.fittingCodes.has(codesKey(of, id))),
  )
  const year = { ...alignLastYear(tables, forms, notes, fit), source }
  if (of === 'last') return year
  return { ...year, notes: year.notes.map((note) => ({ ...note, params: { ...note.params, of } })) }
}

/** Kept tables put to the register as it is now: as they were kept, they name the schools by the one of then. */
export function putAgain(
  collection: Collection,
  tables: PastTable[],
): ReturnType<typeof foundAgain> {
  if (collection.ledger.register.length === 0) return { tables, notes: [] }
  return foundAgain(tables, collection.config.register.key, schoolFinder(registerOf(collection)))
}

/** Whom a list is put to: without a register every code of it stands for itself. */
function registerOf({ hasRegister, everybody }: Collection): School[] {
  return hasRegister ? everybody : []
}

/** A list of last year's values as this collection's forms and register recognise it. */
export function readPastOf(
  collection: Collection,
  workbook: WorkbookData,
): ReturnType<typeof readPastList> {
  const forms = collection.forms.map(({ id }) => id)
  const find = schoolFinder(registerOf(collection))
  return readPastList(workbook, collection.config.register.key, forms, find)
}

/** Figures from other offices kept in a collection. */
export async function externalOf(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<ExternalFigure[]> {
  return withEdits(await externalFile(collection, reader), collection.ledger.externals)
}

/** Figures with what was entered, changed or taken out in the workbench. */
export function withEdits(
  figures: ExternalFigure[],
  edits: Collection['ledger']['externals'],
): ExternalFigure[] {
  const byName = new Map(figures.map((figure) => [figure.name, figure]))
  for (const [name, figure] of edits) {
    if (figure === null) byName.delete(name)
    else byName.set(name, figure)
  }
  return [...byName.values()]
}

/**
 * Figures of the workbooks that the collection was made with: those of other offices, and what was
 * planned, under its name with 计划 before it.
 */
export async function externalFile(
  collection: Collection,
  reader: Pick<Reader, 'read'>,
): Promise<ExternalFigure[]> {
  const opened = async (role: 'external' | 'plans'): Promise<WorkbookData | null> => {
    const found = collection.material(role)
    const outcome = found === null ? null : await reader.read(found.bytes, found.name)
    return outcome?.ok === true ? outcome.workbook : null
  }
  const [external, plans] = [await opened('external'), await opened('plans')]
  const figures = [
    ...(plans === null ? [] : (readPlans(plans) ?? [])),
    ...(external === null ? [] : (readPlans(external) ?? [])),
    ...(external === null
      ? []
      : (readExternals(external, collection.config.external?.sheet ?? null) ?? [])),
  ]
  const seen = new Set<string>()
  return figures.filter(({ name }) => !seen.has(name) && seen.add(name))
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
  const find = schoolFinder(registerOf(collection))
  // That list names schools by their codes; here they are known by what they came in with.
  const keyNow = (key: string): string => {
    const code = refOfKey(key)?.school ?? ''
    return `${find(code, '')?.id ?? code}${key.slice(code.length)}`
  }
  for (const { role, name } of collection.store.assets()) {
    const found = role === 'prior' ? collection.material(role, name) : null
    const outcome = found === null ? null : await reader.read(found.bytes, name)
    if (outcome?.ok !== true) continue
    for (const [key, text] of readSaid(outcome.workbook)) said.set(keyNow(key), text)
  }
  return said
}
