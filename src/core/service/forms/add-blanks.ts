import type { AddedBlanks, BlankPlan } from '../../../shared/forms-api.ts'
import type { GrantedFile } from '../../../shared/grants.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { packBlank } from '../../collection/added-blanks.ts'
import { reviewForms } from '../../forms/doubts/review.ts'
import { learnWorkbook } from '../../forms/learn.ts'
import type { LearnedTable } from '../../forms/learn.ts'
import { withTables } from '../../forms/merge-forms.ts'
import { libraryTextsFor } from '../../setup/from-library.ts'
import type { Deed } from '../../ledger/entry.ts'
import { firstFree } from '../../../shared/first-free.ts'
import type { WorkbookData } from '../../model/sheet.ts'
import type { Session } from '../session.ts'

/** A blank workbook offered to an open collection, learned; or why it cannot be. */
type Offered = { path: string; bytes: Uint8Array } & (
  { tables: LearnedTable[]; workbook: WorkbookData; otherSheets: string[] } | { problem: string }
)

/** What stands in workbooks that are offered as blanks, and what of it is unsure; nothing is kept. */
export async function planBlanks(session: Session, files: GrantedFile[]): Promise<BlankPlan[]> {
  const collection = session.current()
  const there = new Set(collection.forms.map(({ id }) => id))
  return (await offered(session, files)).map((one): BlankPlan => {
    if ('problem' in one)
      return { path: one.path, forms: [], otherSheets: [], problem: one.problem }
    const { path, tables, workbook, otherSheets } = one
    const forms = withTables([], tables)
    const doubts = new Map(
      reviewForms(forms, () => workbook).map((review) => [review.form, review.doubts.length]),
    )
    return {
      path,
      forms: forms.map(({ id, title, items, list }) => ({
        id,
        title,
        items: items.length,
        list: list !== undefined,
        doubts: doubts.get(id) ?? 0,
        known: there.has(id),
      })),
      otherSheets,
      problem: '',
    }
  })
}

/**
 * Takes blank workbooks into the open collection: their tables are learned beside those that are
 * there, which keep their ids, and every received file is read again. Blanks of the form library bring
 * along what is counted from them and the indicators that read them.
 *
 * @param concerns kinds of schools that fill them in (办学类型 or its code); null for every school
 * @returns the forms that came with them, and how much of the library did
 * @throws CallError bad-blank where one cannot be learned or is there already; then nothing is done
 */
export async function addBlanks(
  session: Session,
  { files, concerns, reason }: { files: GrantedFile[]; concerns: string[] | null; reason: string },
): Promise<AddedBlanks> {
  const found = await offered(session, files)
  if (found.length === 0) throw new CallError('bad-blank', { path: '', detail: NO_FILE })
  const fit = found.map((one) => {
    if ('problem' in one) throw new CallError('bad-blank', { path: one.path, detail: one.problem })
    return one
  })
  const { store, schools } = session.current()
  const texts = {
    lists: session.current().text('lists') ?? '',
    indicators: session.current().text('indicators') ?? '',
  }
  let known = session.current().learned
  const made: string[] = []
  let came = { counts: 0, indicators: 0 }
  const overview = await session.write(() => {
    const blanks = fit.map(({ path, bytes, tables, otherSheets }): Deed => {
      const workbook = freeName(session.current(), fileName(path), bytes)
      const named = tables.map((table) => inWorkbook(table, workbook))
      const before = new Set(known.map(({ id }) => id))
      known = withTables(known, named)
      const forms = known
        .filter(
          ({ id, editions }) => !before.has(id) || editions.some((e) => e.workbook === workbook),
        )
        .map(({ id }) => id)
      made.push(...forms)
      const { sha256 } = store.putAsset('form', workbook, bytes)
      const packed = packBlank({ tables: named, otherSheets })
      const learned = store.putAsset('learned', workbook, packed)
      return {
        kind: 'add-blank',
        payload: { workbook, sha256, learned: learned.sha256, concerns, forms },
        reason: reason.trim(),
      }
    })
    const library = {
      lists: session.ports.listLibrary(),
      indicators: session.ports.indicatorLibrary(),
    }
    const all = { forms: known, fresh: new Set(made) }
    const changed = libraryTextsFor({ ...texts, schools }, all, library)
    came = changed.came
    const of = (['lists', 'indicators'] as const).flatMap((role): Deed[] => {
      const text = changed[role]
      if (text === null) return []
      return [{ kind: 'edit-text', payload: { role, text }, reason: reason.trim() }]
    })
    return [...blanks, ...of]
  })
  return { overview, forms: made, library: came }
}

const NO_FILE = '没有选文件'

const fileName = (path: string): string => path.split('/').at(-1) ?? path

function inWorkbook(table: LearnedTable, workbook: string): LearnedTable {
  const editions = table.form.editions.map((edition) => ({ ...edition, workbook }))
  return { ...table, workbook, form: { ...table.form, editions } }
}

/** A blank keeps its name where no other has it: what was learned of that one refers to it. */
function freeName({ store }: Collection, name: string, bytes: Uint8Array): string {
  const taken = new Set(
    store.assets().flatMap((one) => {
      if (one.role !== 'form') return []
      return sameBytes(store.blob(one.sha256), bytes) ? [] : [one.name]
    }),
  )
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/u.exec(name) ?? []
  return firstFree(
    (attempt) => (attempt === 1 ? name : `${stem} (${String(attempt)})${ending}`),
    (one) => taken.has(one),
  )
}

async function offered(session: Session, files: GrantedFile[]): Promise<Offered[]> {
  const collection = session.current()
  const { forms, store, config } = collection
  const used = new Set(forms.flatMap(({ editions }) => editions.map(({ workbook }) => workbook)))
  const there = store.assets().filter(({ role, name }) => role === 'form' && used.has(name))
  const found: Offered[] = []
  for (const file of await session.sources(files)) {
    const { path } = file
    if (/(?:^|\/)(?:~\$|\.)/u.test(path)) continue
    const bytes = await file.bytes()
    const known = there.find(({ sha256 }) => sameBytes(store.blob(sha256), bytes))
    if (known !== undefined) {
      found.push({ path, bytes, problem: `已经是本库的空表“${known.name}”` })
      continue
    }
    const outcome = await session.ports.reader.read(bytes, path)
    if (!outcome.ok) {
      found.push({ path, bytes, problem: outcome.detail || outcome.code })
      continue
    }
    const { workbook } = outcome
    const tables = learnWorkbook({ name: fileName(path), workbook }, config.notApplicable)
    if (tables.length === 0) {
      found.push({ path, bytes, problem: '没有认出统计表' })
      continue
    }
    const sheets = new Set(tables.map(({ sheet }) => sheet))
    const otherSheets = workbook.sheets.flatMap(({ name }) => (sheets.has(name) ? [] : [name]))
    found.push({ path, bytes, tables, workbook, otherSheets })
  }
  return found
}

function sameBytes(a: Uint8Array | null, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, at) => byte === b[at])
}
