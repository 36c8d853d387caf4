import type { Form, School } from '../../shared/model.ts'
import type { TextRole } from '../../shared/texts.ts'
import { withAdding } from '../adding/adding.ts'
import { applyEdits } from '../forms/edit.ts'
import { FormIndex } from '../forms/form-index.ts'
import { countedTable } from '../lists/counted-table.ts'
import { rowsElsewhere } from '../lists/once.ts'
import type { Elsewhere } from '../lists/once.ts'
import { parseLists } from '../lists/list-library.ts'
import { withCounts } from '../lists/with-counts.ts'
import type { Verdicts } from '../intake/verdicts.ts'
import { keptForText } from '../memory/kept-for-text.ts'
import { perObject } from '../memory/per-object.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'
import type { TableReading } from '../model/reading.ts'
import type { Store, StoredFile } from '../ports.ts'
import { learnedForms } from './added-blanks.ts'
import type { ReadLedger } from './ledger-state.ts'

/** A table that counts for a school. */
export interface TableSource {
  file: StoredFile
  table: TableReading
}

/** What the forms of a collection are put together from. */
interface Texts {
  store: Store
  text(role: TextRole): string | null
}

/** The forms as learned and corrected by hand, with what their lists are counted for. */
export function indexOf(collection: Texts, ledger: ReadLedger): FormIndex {
  const learned = withAdding(applyEdits(learnedForms(collection.store, ledger), ledger.edits))
  return new FormIndex(withCounts(learned, listLibraryOf(collection)))
}

const parsed = keptForText(parseLists)

/** What is counted from the lists, as lists.yaml reads now. */
export function listLibraryOf(collection: Pick<Texts, 'text'>): ReturnType<typeof parseLists> {
  return parsed(collection.text('lists') ?? '')
}

/** A file's table of a form, of a list what is counted from it; undefined where it has none. */
export function tableIn(
  file: StoredFile,
  form: Form,
  referenceDate: string,
): TableReading | undefined {
  const table = file.reading.tables.find((one) => one.form === form.id)
  return table?.list === undefined ? table : countedTable(table, form, referenceDate)
}

const known = perObject<Verdicts, Map<string, Elsewhere | null>>(() => new Map())

/**
 * Rows of a list that are of a thing which counts in another return, schools in the order of the
 * register; null where every row counts.
 */
export function elsewhereIn(
  verdicts: Verdicts,
  form: Form,
  schools: readonly School[],
  referenceDate: string,
): Elsewhere | null {
  const own = known(verdicts)
  const before = own.get(form.id)
  if (before !== undefined) return before
  const rows = schools.flatMap(({ id }) => {
    const table = verdicts.bySchool.get(id)?.tables.get(form.id)?.table
    return table?.list === undefined ? [] : [table.list]
  })
  const found = form.list === undefined ? null : rowsElsewhere(form.list, rows, referenceDate)
  own.set(form.id, found)
  return found
}

/** A list as a table of what is counted from it; worked out once for a form and a reference date. */
export const countedSource = perObjectGiven(
  (
    source: TableSource,
    form: Form,
    referenceDate: string,
    elsewhere: Elsewhere | null,
  ): TableSource => ({
    file: source.file,
    table: countedTable(source.table, form, referenceDate, elsewhere),
  }),
)
