import { codeOf } from '../../../shared/register.ts'
import { CallError } from '../../../shared/result.ts'
import { packLastYear } from '../../last-year/keep.ts'
import { labelsOf } from '../../last-year/match-items.ts'
import type { PastTable } from '../../last-year/past-table.ts'
import type { PastNote } from '../../../shared/last-year.ts'
import type { RawCell } from '../../model/sheet.ts'
import { readPastOf } from './last-year.ts'
import { Collection } from '../../collection/collection.ts'
import type { Session } from '../session.ts'

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
  const source = path.split('/').at(-1) ?? path
  const found = /\.huishu$/iu.test(path)
    ? { tables: namedHere(session, fromCollection(session, grant)), notes: [] }
    : await fromWorkbook(session, grant, path)
  if (found.tables.every(({ lines }) => lines.length === 0)) {
    throw new CallError('bad-prior', { path: source, detail: '没有各校的数据' })
  }
  return keptPast(session, found.tables, source, found.notes)
}

/** Keeps last year's values in the open collection; gives what its ledger then says of them. */
export function keptPast(
  session: Session,
  tables: PastTable[],
  source: string,
  notes: PastNote[] = [],
): { source: string; sha256: string } {
  const bytes = packLastYear(tables, notes)
  const { sha256 } = session.current().store.putAsset('prior-values', source, bytes)
  return { source, sha256 }
}

function fromCollection(session: Session, grant: string): PastTable[] {
  const store = session.ports.stores.open(session.ports.grants.collectionPath(grant))
  try {
    return adoptedAsPast(new Collection(store))
  } finally {
    store.close()
  }
}

/** Schools of last year's collection, by their codes there, as this collection knows them. */
export function namedHere(session: Session, tables: PastTable[]): PastTable[] {
  const ids = new Map(session.current().schools.map((school) => [codeOf(school), school.id]))
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
