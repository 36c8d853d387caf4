import type { FileDetail, FileRow, SchoolRow } from '../../../shared/intake.ts'
import type { Cleaning, School } from '../../../shared/model.ts'
import { cellCleanings } from '../../intake/read-table.ts'
import { perObject } from '../../memory/per-object.ts'
import { perSchool } from '../../memory/per-school.ts'
import { STATE_LETTER } from '../../../shared/state-letter.ts'
import type { StoredFile } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'
import { tableIn } from '../../collection/form-index.ts'

const unreadableIn = perObject((collection: Collection) =>
  perSchool((school: School) => countUnreadable(collection, school.id)),
)

/** Cells of a school that still wait for a person: unreadable and not corrected. */
export function unreadableOf(collection: Collection, school: School): number {
  return unreadableIn(collection)(school, collection.figuresRevision(school.id))
}

function countUnreadable(collection: Collection, school: string): number {
  let count = 0
  for (const form of collection.forms) {
    const table = collection.table(school, form.id)
    if (table === null || !table.states.includes(STATE_LETTER.unreadable)) continue
    form.items.forEach((_, index) => {
      if (table.states[index] !== STATE_LETTER.unreadable) return
      if (collection.adopted(school, form, index).state === 'unreadable') count++
    })
  }
  return count
}

/** The schools' rows in the order of the register; one is the very object of before where nothing of it changed. */
export function schoolRows(collection: Collection): SchoolRow[] {
  const corrected = new Map<string, number>()
  for (const { school } of collection.corrections()) {
    corrected.set(school, (corrected.get(school) ?? 0) + 1)
  }
  const rowOf = rowsIn(collection)
  return collection.schools.map((school) => {
    const row = rowOf(school, collection.figuresRevision(school.id))
    const adopted = corrected.get(school.id) ?? 0
    return adopted === row.adopted ? row : { ...row, adopted }
  })
}

/** Rows with no correction counted: they follow from the returns, and from which cells are still unreadable. */
const rowsIn = perObject((collection: Collection) =>
  perSchool((school: School): SchoolRow => {
    const files = collection.standing(school.id)?.files ?? []
    const [latest] = files
    const refused = latest === undefined ? collection.refusals(school.id) : []
    const verdict = latest === undefined ? null : collection.verdict(latest.id)
    return {
      school,
      state: collection.stateOfSchool(school),
      file:
        latest === undefined || verdict === null
          ? null
          : {
              id: latest.id,
              path: latest.path,
              status: verdict.status,
              receivedAt: latest.receivedAt,
              returnDate: latest.reading.returnDate,
            },
      refused: refused.map(({ file }) => file.id),
      reasons: [
        ...files.flatMap((file) => collection.verdict(file.id)?.reasons ?? []),
        ...refused.flatMap((refusal) => refusal.reasons),
      ],
      cleanings: files.reduce((sum, file) => sum + countCleanings(collection, file), 0),
      unreadable: unreadableOf(collection, school),
      adopted: 0,
    }
  }),
)

const nameOf = perObject(
  (schools: School[]) => new Map(schools.map(({ id, name }) => [id, name] as const)),
)

export function fileRow(collection: Collection, file: StoredFile): FileRow {
  const verdict = collection.verdict(file.id)
  const school = verdict?.school ?? null
  const { reading } = file
  return {
    id: file.id,
    path: file.path,
    sha256: file.sha256,
    status: verdict?.status ?? reading.status,
    school,
    schoolName: nameOf(collection.schools).get(school ?? '') ?? null,
    receivedAt: file.receivedAt,
    returnDate: reading.returnDate,
    reasons: verdict?.reasons ?? reading.reasons,
    tables: reading.tables.map(({ form, sheet, aligned }) => ({ form, sheet, aligned })),
    cleanings: countCleanings(collection, file),
    unreadable: reading.tables.reduce(
      (sum, table) => sum + table.states.split(STATE_LETTER.unreadable).length - 1,
      0,
    ),
  }
}

const LISTED = 2_000

export function fileDetail(collection: Collection, file: StoredFile): FileDetail {
  return {
    ...fileRow(collection, file),
    cleaningList: cleaningsOf(collection, file).slice(0, LISTED),
    identity: file.reading.identity,
    candidates: file.reading.candidates,
  }
}

function countCleanings(collection: Collection, file: StoredFile): number {
  // A table is never copied here: that would part the values of all tables of all files.
  const cells = file.reading.tables.reduce((sum, table) => {
    const form = table.list === undefined ? null : collection.index.form(table.form)
    const counted = form === null ? undefined : tableIn(file, form, collection.config.referenceDate)
    const { cleanings } = counted ?? table
    return sum + Object.values(cleanings).reduce((n, kinds) => n + kinds.length, 0)
  }, 0)
  return cells + file.reading.layout.length
}

/** Every cleaning of a file: layout first, then cell by cell. */
export function cleaningsOf(collection: Collection, file: StoredFile): Cleaning[] {
  const cells = file.reading.tables.flatMap((table) => {
    const form = collection.index.form(table.form)
    const counted = form === null ? undefined : tableIn(file, form, collection.config.referenceDate)
    return form === null ? [] : cellCleanings(form, counted ?? table)
  })
  return [...file.reading.layout, ...cells]
}
