import type { FileStatus, Form, Reason, School } from '../../shared/model.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { TableReading } from '../model/reading.ts'
import type { StoredFile } from '../ports.ts'
import { blanksOf } from '../register/blanks.ts'
import { QUERY_REASONS } from './read-return.ts'
import { replyReason } from './reply-identity.ts'
import { newsOf } from './reply-news.ts'

/** The verdict over a file when all files of the collection are seen together. */
export interface Verdict {
  file: StoredFile
  status: FileStatus
  school: string | null
  reasons: Reason[]
}

/** What counts for a school: the files that are used and each form's table in them. */
export interface Standing {
  files: StoredFile[]
  tables: Map<string, { file: StoredFile; table: TableReading }>
}

/** What people decided over files, from the ledger. */
export interface Decisions {
  /** Later returns that wait to be taken. */
  held: ReadonlySet<number>
  /** Files that a person took in place of the earlier ones. */
  taken?: ReadonlySet<number>
  /** Files taken out of the counting, with the reason. */
  withdrawn: ReadonlyMap<number, string>
}

const NOTHING_DECIDED: Decisions = { held: new Set(), withdrawn: new Map() }

export interface Verdicts {
  byFile: Map<number, Verdict>
  bySchool: Map<string, Standing>
}

/**
 * Decides over all received files together: copies, later returns of the same school, tables
 * still missing. The order in which files came in does not matter, so importing again, in any
 * order, gives the same state.
 */
export function decideVerdicts(
  files: StoredFile[],
  schools: School[],
  forms: Form[],
  config: CollectionConfig,
  decisions: Decisions = NOTHING_DECIDED,
): Verdicts {
  const byFile = new Map<number, Verdict>()
  const schoolOf = new Map(schools.map((school) => [school.id, school]))
  const standing = (id: string | null): string | null =>
    id === null ? null : (schoolOf.get(id)?.mergedInto ?? id)
  const originals = withoutCopies(files, byFile)
  const perSchool = new Map<string, StoredFile[]>()
  for (const file of originals) {
    const { reading } = file
    const reason = decisions.withdrawn.get(file.id)
    if (reason !== undefined) {
      byFile.set(file.id, withdrawnVerdict(file, standing(reading.school), reason))
      continue
    }
    const school = standing(reading.school)
    byFile.set(file.id, { file, status: reading.status, school, reasons: reading.reasons })
    if (school !== null && (reading.status === 'accepted' || reading.status === 'queried')) {
      perSchool.set(school, [...(perSchool.get(school) ?? []), file])
    }
  }
  const bySchool = new Map<string, Standing>()
  for (const [id, all] of perSchool) {
    const replies = setAside(all, forms, decisions, byFile)
    const merged = ofMergedSchools(id, without(all, replies.answers), decisions)
    const own = without(without(all, replies.answers), merged)
    const waiting = own.filter(
      (file) => decisions.held.has(file.id) || replies.changed.includes(file),
    )
    const counted = standingOf(own.length === waiting.length ? own : without(own, waiting), byFile)
    for (const file of waiting) hold(file, counted, byFile)
    for (const file of merged) waitMerged(file, schoolOf, byFile)
    if (counted.files.length > 0) bySchool.set(id, counted)
    const blanks = blanksOf(schoolOf.get(id) ?? null, schools, config, forms)
    if (blanks !== null) nameMissingTables(counted, blanks, forms, byFile)
  }
  for (const verdict of byFile.values()) {
    if (verdict.status !== 'duplicate') continue
    const original = originals.find((file) => file.sha256 === verdict.file.sha256)
    if (original !== undefined) verdict.school = byFile.get(original.id)?.school ?? null
  }
  return { byFile, bySchool }
}

function withdrawnVerdict(file: StoredFile, school: string | null, reason: string): Verdict {
  const reasons: Reason[] = [{ code: 'withdrawn-return', params: { reason } }]
  return { file, status: 'ignored', school, reasons }
}

/**
 * Returns of schools that were merged into one which has returns of its own, or of several that were
 * merged into one that has none: which of them speaks for it nobody but a person can say. They wait
 * until one is taken.
 */
function ofMergedSchools(id: string, files: StoredFile[], { taken }: Decisions): StoredFile[] {
  const senders = new Set(files.map(({ reading }) => reading.school))
  if (senders.size < 2) return []
  return files.filter((file) => file.reading.school !== id && taken?.has(file.id) !== true)
}

function waitMerged(
  file: StoredFile,
  schools: ReadonlyMap<string, School>,
  byFile: Map<number, Verdict>,
): void {
  const { school = null, reasons = [] } = byFile.get(file.id) ?? {}
  const named = (id: string | null): string => schools.get(id ?? '')?.name ?? id ?? ''
  const params = { name: named(file.reading.school), into: named(school) }
  // It waits to be taken, and then it is as it was read.
  const others = reasons.filter(({ code }) => code !== 'merged-school')
  const waits: Reason = { code: 'merged-return', params }
  byFile.set(file.id, { file, status: 'queried', school, reasons: [waits, ...others] })
}

const without = (all: StoredFile[], some: StoredFile[]): StoredFile[] =>
  all.filter((file) => !some.includes(file))

/**
 * Answered query workbooks beside the school's own returns: one in which nothing but answers was
 * filled in replaces nothing; one in which other figures were changed waits until it is taken.
 */
function setAside(
  files: StoredFile[],
  forms: Form[],
  decisions: Decisions,
  byFile: Map<number, Verdict>,
): { answers: StoredFile[]; changed: StoredFile[] } {
  const isTaken = (file: StoredFile): boolean => decisions.taken?.has(file.id) === true
  const others = files.filter((file) => file.reading.reply === undefined || isTaken(file))
  const aside = { answers: [] as StoredFile[], changed: [] as StoredFile[] }
  if (others.length === 0) return aside
  for (const file of files) {
    const { reply, reasons } = file.reading
    const school = byFile.get(file.id)?.school ?? null
    if (reply === undefined || isTaken(file)) continue
    const { count, sample } = newsOf(file, others, forms)
    if (count === 0) {
      const said = [replyReason(reply)]
      byFile.set(file.id, { file, status: 'accepted', school, reasons: said })
      aside.answers.push(file)
    } else {
      const changed: Reason = { code: 'reply-changed', params: { count, sample } }
      byFile.set(file.id, { file, status: 'queried', school, reasons: [changed, ...reasons] })
      aside.changed.push(file)
    }
  }
  return aside
}

/** A return that waits: known to be the school's, not counted, until a person has seen what it changes. */
function hold(file: StoredFile, standing: Standing, byFile: Map<number, Verdict>): void {
  const [counted] = standing.files
  if (counted === undefined || counted.id === file.id) return
  const waits: Reason = { code: 'newer-return', params: { path: counted.path } }
  const { school = null, reasons = [] } = byFile.get(file.id) ?? {}
  byFile.set(file.id, { file, status: 'queried', school, reasons: [waits, ...reasons] })
}

/** Of files with the same bytes the one with the plainest name is the original, the others are duplicates. */
function withoutCopies(files: StoredFile[], byFile: Map<number, Verdict>): StoredFile[] {
  const groups = new Map<string, StoredFile[]>()
  for (const file of files) groups.set(file.sha256, [...(groups.get(file.sha256) ?? []), file])
  const originals: StoredFile[] = []
  for (const group of groups.values()) {
    const [original, ...copies] = [...group].sort(
      (a, b) =>
        copyMarks(a.path) - copyMarks(b.path) ||
        a.path.length - b.path.length ||
        compare(a.path, b.path),
    )
    if (original === undefined) continue
    const worthless = original.size === 0 || original.reading.status === 'ignored'
    originals.push(original, ...(worthless ? copies : []))
    if (worthless) continue
    for (const file of copies) {
      const reasons: Reason[] = [{ code: 'same-bytes', params: { path: original.path } }]
      byFile.set(file.id, { file, status: 'duplicate', school: null, reasons })
    }
  }
  return originals.sort((a, b) => a.id - b.id)
}

/** Marks a copy's name carries: "(1)", "副本", "copy". */
function copyMarks(path: string): number {
  return (path.match(/[(（]\d+[)）]|副本|拷贝|复件|\bcopy\b/giu) ?? []).length
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Words in a file's name that put it later or earlier when nothing else does. */
function nameRank(path: string): number {
  if (/修改|更正|订正|重发|重报|补报|最终|终稿|定稿|新版/u.test(path)) return 1
  if (/初报|初稿|草稿|旧版/u.test(path)) return -1
  return 0
}

/** Whether a file is a later return than another of the same school. */
export function isLater(file: StoredFile, than: StoredFile): boolean {
  return laterFirst(file, than) < 0
}

/**
 * Later return first: by day, then words in the name, then the file's own time, then the name. One
 * order over all of a school's files, whichever of them carry a date.
 */
function laterFirst(a: StoredFile, b: StoredFile): number {
  return (
    compare(dayOf(b), dayOf(a)) ||
    nameRank(b.path) - nameRank(a.path) ||
    compare(b.modifiedAt ?? '', a.modifiedAt ?? '') ||
    compare(b.path, a.path) ||
    b.id - a.id
  )
}

/** The date on the cover; without one, what the name says of early and late, else the file's own day. */
function dayOf(file: StoredFile): string {
  const { reply } = file.reading
  // A reply is later than the questions, whatever the cover in it still says.
  const asked = reply?.askedAt.slice(0, 10) ?? ''
  const day = ownDay(file)
  return asked > day ? asked : day
}

function ownDay(file: StoredFile): string {
  const rank = nameRank(file.path)
  const named = rank > 0 ? '9999-12-31' : rank < 0 ? '' : null
  return file.reading.returnDate ?? named ?? (file.modifiedAt ?? '').slice(0, 10)
}

/**
 * The latest return counts, table by table: an earlier file goes on counting for tables that no
 * later one brings (a school that sends its tables one by one, or one table again); a file all of
 * whose tables came again is superseded.
 */
function standingOf(files: StoredFile[], byFile: Map<number, Verdict>): Standing {
  const standing: Standing = { files: [], tables: new Map() }
  for (const file of [...files].sort(laterFirst)) {
    const own = file.reading.tables.filter((table) => !standing.tables.has(table.form))
    const [latest] = standing.files
    if (latest !== undefined && own.length === 0) {
      const reasons: Reason[] = [{ code: 'older-than', params: { path: latest.path } }]
      const school = byFile.get(file.id)?.school ?? null
      byFile.set(file.id, { file, status: 'superseded', school, reasons })
      continue
    }
    standing.files.push(file)
    for (const table of own) standing.tables.set(table.form, { file, table })
  }
  return standing
}

/** Tables of the school's blank workbooks that none of its files brings; said of the latest file. */
function nameMissingTables(
  standing: Standing,
  blanks: readonly string[],
  forms: Form[],
  byFile: Map<number, Verdict>,
): void {
  const [latest] = standing.files
  const verdict = latest === undefined ? undefined : byFile.get(latest.id)
  if (verdict === undefined) return
  const lacking = forms.filter(
    (form) =>
      form.editions.some(
        (edition) => blanks.includes(edition.workbook) && edition.items.length > 0,
      ) && !standing.tables.has(form.id),
  )
  if (lacking.length === 0) return
  const nearly = standing.files.flatMap(({ reading }) => reading.notRecognized ?? [])
  verdict.reasons = [
    ...verdict.reasons,
    ...lacking.map((form): Reason => {
      const near = nearly.find((one) => one.form === form.id)
      const params = { form: form.id, title: form.title }
      if (near === undefined) return { code: 'missing-table', params }
      const { sheet, found, of, labels } = near
      const why = { where: sheet, found, of, labels: labels.join('、') }
      return { code: 'missing-table', params: { ...params, ...why }, sheet }
    }),
  ]
  verdict.status = verdict.reasons.some((r) => QUERY_REASONS.has(r.code))
    ? 'queried'
    : verdict.status
}
