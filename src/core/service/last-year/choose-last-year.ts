import { parsePeriod } from '../../../shared/period.ts'
import type { Period } from '../../../shared/period.ts'
import { codeOf } from '../../../shared/register.ts'
import { CallError } from '../../../shared/result.ts'
import { linksOfMerged } from '../../collection/links.ts'
import { packLastYear } from '../../last-year/keep.ts'
import type { KeptSuccession } from '../../last-year/keep.ts'
import { labelsOf } from '../../last-year/match-items.ts'
import type { PastTable } from '../../last-year/past-table.ts'
import type { Deed } from '../../ledger/entry.ts'
import type { Earlier, PastNote } from '../../../shared/last-year.ts'
import type { RawCell } from '../../model/sheet.ts'
import { readPastOf } from './last-year.ts'
import { Collection } from '../../collection/collection.ts'
import type { Session } from '../session.ts'

/** An earlier year's figures as found in a file. */
export interface FoundYear {
  source: string
  tables: PastTable[]
  notes: PastNote[]
  /** Who became who in that year, as its own collection says. */
  successions: KeptSuccession[]
  /** What its collection says of itself; null of a workbook of details. */
  about: { period: Period | null; county: string } | null
}

/**
 * Last year's values from last year's collection, or from a workbook of details as the
 * consolidated workbook holds them. They are kept in this collection, so that the other file may
 * go away.
 *
 * @throws CallError bad-prior when there are none in it; what opening a collection throws
 */
export async function chosenLastYear(
  session: Session,
  grant: string,
  path: string,
): Promise<{ source: string; sha256: string }> {
  return keptPast(session, await foundYear(session, grant, path))
}

/** The figures of an earlier year in a collection or a workbook of details. Throws as `chosenLastYear`. */
export async function foundYear(session: Session, grant: string, path: string): Promise<FoundYear> {
  const source = path.split('/').at(-1) ?? path
  const found = /\.huishu$/iu.test(path)
    ? fromCollection(session, grant)
    : { ...(await fromWorkbook(session, grant, path)), successions: [], about: null }
  if (found.tables.every(({ lines }) => lines.length === 0)) {
    throw new CallError('bad-prior', { path: source, detail: '没有各校的数据' })
  }
  return { source, ...found }
}

/** Keeps last year's values in the open collection; gives what its ledger then says of them. */
export function keptPast(
  session: Session,
  {
    tables,
    source,
    notes = [],
    successions = [],
  }: Pick<FoundYear, 'tables' | 'source'> & Partial<FoundYear>,
): { source: string; sha256: string } {
  const bytes = packLastYear(tables, notes, successions)
  const { sha256 } = session.current().store.putAsset('prior-values', source, bytes)
  return { source, sha256 }
}

/** The deed that takes kept values for an earlier period's. */
export function takenFor(
  of: Earlier,
  kept: { source: string; sha256: string },
  reason: string,
): Deed {
  return of === 'last'
    ? { kind: 'last-year', payload: kept, reason }
    : { kind: 'earlier-data', payload: { of, ...kept }, reason }
}

/** Last year as the open collection keeps it, packed; null where it has none. */
export async function lastYearKept(
  session: Session,
): Promise<{ source: string; bytes: Uint8Array } | null> {
  const collection = session.current()
  const chosen = collection.ledger.earlier.get('last')
  if (chosen?.sha256 === null) return null
  const bytes = chosen === undefined ? null : collection.store.blob(chosen.sha256)
  if (chosen !== undefined && bytes !== null) return { source: chosen.source, bytes }
  const found = collection.material('prior')
  const outcome = found === null ? null : await session.ports.reader.read(found.bytes, found.name)
  if (found === null || outcome?.ok !== true) return null
  const { tables, notes } = readPastOf(collection, outcome.workbook)
  return { source: found.name, bytes: packLastYear(tables, notes) }
}

function fromCollection(session: Session, grant: string): Omit<FoundYear, 'source'> {
  const store = session.ports.stores.open(session.ports.grants.collectionPath(grant))
  try {
    const then = new Collection(store)
    const { config } = then
    return {
      tables: namedHere(session, adoptedAsPast(then)),
      notes: [],
      successions: successionsHere(session, then),
      about: { period: periodOf(config), county: config.county },
    }
  } finally {
    store.close()
  }
}

/** Over what time a collection is; null where it does not say. */
export function periodOf({
  period,
  schoolYear,
}: Pick<Collection['config'], 'period' | 'schoolYear'>): Period | null {
  return parsePeriod(period === undefined || period === '' ? schoolYear : period)
}

/** Who became who in a collection's year, by its own ledger and register, as this collection knows the schools. */
export function successionsHere(
  session: Session,
  then: Pick<Collection, 'everybody' | 'ledger'>,
): KeptSuccession[] {
  const here = idsByCode(session.current())
  const codes = new Map(then.everybody.map((school) => [school.id, codeOf(school)]))
  const named = (id: string): string => {
    const code = codes.get(id) ?? id
    return here.get(code) ?? code
  }
  return [...linksOfMerged(then.everybody), ...then.ledger.links].map((link) => ({
    before: link.before.map(named),
    now: link.now.map(named),
    ...('year' in link && link.year !== undefined && { year: link.year }),
  }))
}

const idsByCode = ({ schools }: Pick<Collection, 'schools'>): Map<string, string> =>
  new Map(schools.map((school) => [codeOf(school), school.id]))

/** Schools of last year's collection, by their codes there, as this collection knows them. */
export function namedHere(session: Session, tables: PastTable[]): PastTable[] {
  const ids = idsByCode(session.current())
  return tables.map((table) => ({
    ...table,
    lines: table.lines.map((line) => ({ ...line, school: ids.get(line.school) ?? line.school })),
  }))
}

/**
 * A collection's adopted values as the next year sees them, with the labels by which they are found
 * again. A cell that cannot be read stays what was typed: it is not known next year either.
 */
export function adoptedAsPast(collection: Collection): PastTable[] {
  return collection.forms.map((form) => {
    const lines = collection.expected.flatMap((school) => {
      const asked = new Set(collection.itemsOf(school, form))
      const cells = form.items.map((_, index): RawCell | undefined => {
        if (!asked.has(index)) return undefined
        const { value, state } = collection.adopted(school.id, form, index)
        if (state === 'number' || state === 'text') return { kind: 'text', value }
        return state === 'unreadable' ? { kind: 'text', value: '?' } : undefined
      })
      const there = [...asked].some(
        (index) => collection.adopted(school.id, form, index).state !== 'missing',
      )
      const { name, attributes } = school
      return there ? [{ at: 0, school: codeOf(school), name, said: attributes, cells }] : []
    })
    const items = form.items.map((item, at) => ({
      row: form.rows[item.row]?.code ?? '',
      column: form.columns[item.column]?.code ?? '',
      labels: labelsOf(form, item),
      unit: item.unit ?? form.unit ?? '',
      at,
    }))
    return { form: form.id, sheet: '', items, lines: lines.map((line, at) => ({ ...line, at })) }
  })
}

async function fromWorkbook(
  session: Session,
  grant: string,
  path: string,
): Promise<{ tables: PastTable[]; notes: PastNote[] }> {
  const [file] = await session.sources([{ grant, path }])
  const bytes = await file?.bytes()
  const outcome = bytes === undefined ? null : await session.ports.reader.read(bytes, path)
  if (outcome?.ok !== true) {
    throw new CallError('bad-prior', { path, detail: outcome?.detail ?? '' })
  }
  return readPastOf(session.current(), outcome.workbook)
}
