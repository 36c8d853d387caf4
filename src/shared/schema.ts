import { z } from 'zod'
import type { Api, Args, Method } from './api.ts'
import { formDraft, formEdit } from './form-schema.ts'
import { FAULT_STACK } from './log.ts'
import { EARLIER } from './last-year.ts'
import { basis, cellChange, grantedFile, held, ids, lang, short, text } from './schema-parts.ts'
import { SCREENING_KINDS } from './screening.ts'
import { citySchemas } from './city-schema.ts'
import { pictureExport, shownExport } from './shown-schema.ts'
import { measure, seriesSchemas } from './series-schema.ts'

/** Runtime check of every method's arguments; unknown keys are refused. */
const none = z.strictObject({})
const files = z.array(grantedFile).max(100_000)
const form = short
const textRole = z.enum(['rules', 'indicators', 'summary', 'screening', 'lists'])
const id = z.number().int().nonnegative()

const scope = z.union([
  z.strictObject({ school: short }),
  z.strictObject({ by: short, group: text }),
  z.strictObject({ county: z.literal(true) }),
])

const where = text.nullable()
const earlier = z.enum(EARLIER)
const pivotSide = z.strictObject({ field: short, bounds: z.array(z.number().int()).max(20) })
const listCount = z.strictObject({
  id: short,
  where,
  sum: text.nullable(),
  agreed: z.boolean().exactOptional(),
  once: text.exactOptional(),
  unit: short.nullable(),
})
const leafSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum'), expr: text, where }),
  z.strictObject({ kind: z.literal('schools'), where }),
  z.strictObject({ kind: z.literal('count'), expr: text, where }),
  z.strictObject({ kind: z.literal('max'), expr: text, where }),
  z.strictObject({ kind: z.literal('external'), name: text }),
  z.strictObject({ kind: z.literal('cv'), expr: text, weight: text, where }),
])
// Sums within sums say nothing that one sum does not; the workbench sends them opened.
const indicatorSide = z.union([
  leafSide,
  z.strictObject({ kind: z.literal('add'), sides: z.array(leafSide).min(1).max(50) }),
])
const indicatorDraft = z.strictObject({
  id: short,
  title: z.string().max(500),
  unit: z.string().max(100),
  decimals: z.number().int().min(0).max(10),
  numerator: indicatorSide,
  denominator: indicatorSide.nullable(),
  scale: z.string().max(40),
  prefix: z.string().max(40),
  nature: z.enum(['stock', 'flow']).exactOptional(),
  plan: z.string().max(200).exactOptional(),
})

const rule = z.strictObject({
  id: z.string().max(200),
  title: z.string().max(500),
  check: text,
  severity: z.enum(['error', 'query']),
  when: text,
  tolerance: z.string().max(100),
  source: z.string().max(1_000),
})

const columns = z.record(z.string().max(200), z.string().max(1_000))
const registerEdit = z.union([
  z.strictObject({ add: columns }),
  z.strictObject({ school: short, set: columns }),
  z.strictObject({ school: short, into: short }),
  z.strictObject({ school: short, apart: z.literal(true) }),
])

const schemas: { [M in Method]: z.ZodType<Args<M>> } = {
  about: none,
  reportFault: z.strictObject({
    where: z.enum(['screen', 'page', 'promise', 'action']),
    name: z.string().max(100),
    stack: z.string().max(FAULT_STACK),
  }),
  showLog: none,
  openSample: z.strictObject({ which: z.enum(['half-year']).optional() }),
  planCollection: z.strictObject({ files }),
  createCollection: z.strictObject({
    files,
    title: short,
    county: text,
    schoolYear: text,
    period: text.exactOptional(),
    referenceDate: text,
    dueDate: text,
  }),
  openCollection: z.strictObject({ grant: short }),
  repairCollection: z.strictObject({ grant: short }),
  reopenCollection: none,
  nextYear: none,
  joinCollection: z.strictObject({ grant: short }),
  joinConflicts: none,
  decideConflict: z.strictObject({
    join: id,
    matter: z.string().max(10_000),
    side: z.union([z.literal(0), z.literal(1)]),
  }),
  discardCollection: z.strictObject({ grant: short }),
  closeCollection: none,
  backups: z.strictObject({ grant: short.nullable() }),
  backUp: none,
  verify: none,
  verification: none,
  personal: none,
  removePersonal: z.strictObject({ reason: text }),
  setBackupFolder: z.strictObject({ folder: z.string().max(4_000) }),
  backupDifference: z.strictObject({ id: short }),
  restoreBackup: z.strictObject({ grant: short.nullable(), id: short, reason: text }),
  copyCollection: none,
  checkCopy: z.strictObject({ reason: text }),
  overview: none,
  setPerson: z.strictObject({ person: z.string().max(100) }),
  importFiles: z.strictObject({ files, hold: z.boolean().exactOptional() }),
  job: z.strictObject({ id }),
  cancelJob: z.strictObject({ id }),
  events: z.strictObject({ after: id, waitMs: z.number().int().min(0).max(60_000) }),
  schools: none,
  schoolNews: z.strictObject({ known: held }),
  files: none,
  file: z.strictObject({ id }),
  assignFile: z.strictObject({ id, school: short.nullable(), reason: text }),
  difference: z.strictObject({ file: id, against: id.nullable() }),
  acceptFile: z.strictObject({ id, reason: text }),
  withdrawFile: z.strictObject({ id, reason: text }),
  unlockFile: z.strictObject({ id, password: z.string().min(1).max(1_000) }),
  sheetAsSent: z.strictObject({ file: id, sheet: z.string().max(200).nullable() }),
  confirmLayout: z.strictObject({ file: id, form, reason: text }),
  reminders: z.strictObject({ by: z.string().max(200), lang }),
  exportReminders: z.strictObject({ by: z.string().max(200), lang }),
  forms: none,
  reviewForms: none,
  draftForm: z.strictObject({ draft: formDraft }),
  exportForm: z.strictObject({ draft: formDraft }),
  planBlanks: z.strictObject({ files }),
  addBlanks: z.strictObject({
    files,
    concerns: z.array(short).max(1_000).nullable(),
    reason: text,
  }),
  tryForms: z.strictObject({ files: files.nullable() }),
  exportBlanks: z.strictObject({
    schools: z.array(short).min(1).max(100_000).nullable(),
    lastYear: z.boolean(),
  }),
  editForm: z.strictObject({ edit: formEdit, reason: text }),
  register: none,
  editRegister: z.strictObject({
    edits: z.array(registerEdit).max(100_000),
    file: grantedFile.nullable(),
    reason: text,
  }),
  registerDifference: z.strictObject({ file: grantedFile }),
  editParticulars: z.strictObject({
    particulars: z.strictObject({
      title: z.string().max(500),
      county: text,
      schoolYear: text,
      period: text,
      referenceDate: text,
      dueDate: text,
    }),
    reason: text,
  }),
  paper: z.strictObject({ form, workbook: short.nullable() }),
  grid: z.strictObject({ form, basis, by: z.string().max(200), known: held }),
  figures: z.strictObject({ form, basis, scope }),
  cell: z.strictObject({ school: short, item: short }),
  totals: z.strictObject({ form, by: short.nullable() }),
  findings: z.strictObject({ basis }),
  findingList: z.strictObject({ basis, known: held }),
  schoolFindings: z.strictObject({ school: short, basis }),
  repairs: z.strictObject({ school: short, basis }),
  explain: z.strictObject({
    rule: short,
    school: short,
    row: short.nullable(),
    column: short.nullable(),
    text: z.string().min(1).max(2_000),
  }),
  queries: none,
  queryText: z.strictObject({ school: short }),
  exportQueries: z.strictObject({ schools: z.array(short).min(1).max(100_000).nullable() }),
  askSchool: z.strictObject({ school: short }),
  withdrawFinding: z.strictObject({
    rule: short,
    school: short,
    row: short.nullable(),
    column: short.nullable(),
    reason: z.string().min(1).max(2_000),
  }),
  lists: none,
  listRows: z.strictObject({ form, scope, from: id, to: id }),
  correctRow: z.strictObject({
    form,
    school: short,
    sheet: short,
    row: id,
    column: id,
    value: z.string().max(10_000).nullable(),
    reason: text,
  }),
  listPivot: z.strictObject({
    form,
    scope,
    rows: pivotSide.nullable(),
    columns: pivotSide.nullable(),
    where: text,
  }),
  keepCounts: z.strictObject({ form, counts: z.array(listCount).min(1).max(2_000), reason: text }),
  dropCounts: z.strictObject({ form, ids: ids.min(1), reason: text }),
  screening: z.strictObject({ basis }),
  setScreening: z.strictObject({
    kind: z.enum(SCREENING_KINDS),
    on: z.boolean(),
    values: z.array(z.strictObject({ name: short, value: z.string().max(20) })).max(20),
    reason: text,
  }),
  likeSchools: z.strictObject({
    basis,
    rule: short,
    school: short,
    row: short.nullable(),
    column: short.nullable(),
  }),
  takeExplanations: z.strictObject({ files }),
  consolidation: none,
  pivot: z.strictObject({
    measure,
    rows: z.array(short).max(4),
    columns: z.array(short).max(4),
    basis,
    comparable: z.boolean().optional(),
  }),
  measuredSchools: z.strictObject({
    measure,
    where: z.array(z.strictObject({ dimension: short, group: text })).max(8),
    basis,
    comparable: z.boolean().optional(),
  }),
  indicators: z.strictObject({ basis, comparable: z.boolean().optional() }),
  tryIndicator: z.strictObject({ draft: indicatorDraft, basis }),
  saveIndicator: z.strictObject({
    was: short.nullable(),
    draft: indicatorDraft.nullable(),
    reason: text,
  }),
  indicatorLibrary: none,
  takeIndicators: z.strictObject({ ids: ids.min(1) }),
  externals: none,
  editExternal: z.strictObject({
    name: short,
    figure: z
      .strictObject({
        value: short,
        unit: z.string().max(100),
        source: z.string().max(500),
        date: z.string().max(100),
      })
      .nullable(),
    reason: text,
  }),
  yearLinks: none,
  linkSchools: z.strictObject({ before: ids, now: ids, reason: text }),
  bridge: z.strictObject({ measure, basis }),
  earlierLists: none,
  lastYearList: z.strictObject({ of: earlier.optional() }),
  confirmLastYear: z.strictObject({ form: short, of: earlier.optional(), reason: text }),
  dropLastYear: z.strictObject({ of: earlier, reason: text }),
  chooseLastYear: grantedFile.extend({ of: earlier.optional(), reason: text }),
  ...seriesSchemas,
  ...citySchemas,
  impact: none,
  controls: z.strictObject({ basis }),
  importControls: z.strictObject({ files, reason: text }),
  exportControls: z.strictObject({ basis, lang }),
  proveRules: none,
  proposeRules: none,
  switchRule: z.strictObject({ rule: short, on: z.boolean(), reason: text }),
  tryRule: z.strictObject({ rule, replaces: short.nullable() }),
  saveRule: z.strictObject({ rule, replaces: short.nullable(), reason: text }),
  deleteRule: z.strictObject({ id: short, reason: text }),
  text: z.strictObject({ role: textRole }),
  editText: z.strictObject({ role: textRole, text: z.string().max(2_000_000), reason: text }),
  quotedForms: z.strictObject({ indicator: short, basis }),
  summary: z.strictObject({ basis, text: z.string().max(2_000_000).nullable() }),
  exportSummary: z.strictObject({ basis, as: z.enum(['docx', 'txt']) }),
  figureTrail: z.strictObject({ indicator: short, basis }),
  draft: z.strictObject({ entry: id.nullable(), basis }),
  keepDraft: z.strictObject({ files: files.min(1) }),
  pasteDraft: z.strictObject({
    name: short,
    text: z.string().min(1).max(2_000_000).nullable(),
    basis,
  }),
  draftChoices: z.strictObject({ entry: id, basis, figure: id }),
  tieFigure: z.strictObject({ entry: id, basis, figure: id, to: short.nullable(), reason: text }),
  ignoreDoubts: z.strictObject({
    entry: id,
    basis,
    doubts: z.array(z.string().min(1).max(100_000)).min(1).max(10_000),
    reason: text,
  }),
  compareDrafts: z.strictObject({ before: id, after: id }),
  exportDraft: z.strictObject({
    entry: id,
    basis,
    as: z.enum(['comments', 'report', 'list']),
    lang,
  }),
  signOff: z.strictObject({ name: z.string().min(1).max(200), reason: text }),
  openMatters: none,
  snapshots: none,
  compareSnapshots: z.strictObject({ from: id, to: id.nullable() }),
  ifAccepted: z.strictObject({ file: id }),
  recount: z.strictObject({ basis }),
  cellReach: z.strictObject({ school: short, item: short }),
  adopt: z.strictObject({ changes: z.array(cellChange).min(1).max(200_000), reason: text }),
  withdraw: z.strictObject({ entry: id, reason: text }),
  comments: none,
  addComment: z.strictObject({
    school: short,
    item: short.nullable(),
    text,
    follow: z.boolean(),
  }),
  settleComment: z.strictObject({ entry: id }),
  undo: none,
  redo: none,
  ledger: z.strictObject({ limit: z.number().int().min(1).max(100_000) }),
  exportWorkbook: z.strictObject({
    basis,
    lang,
    identities: z.boolean().exactOptional(),
  }),
  exportShown: shownExport,
  exportPicture: pictureExport,
  exportLake: z.strictObject({ province: text, city: text, county: text }),
  exportEvidence: z.strictObject({ lang }),
  exportResults: z.strictObject({
    lang,
    identities: z.boolean().exactOptional(),
  }),
}

/** Every method of the Api, for preload exposure and HTTP routes. */
export const METHODS: readonly Method[] = Object.freeze(Object.keys(schemas) as Method[])

const known = new Set<string>(METHODS)

/** Whether `name` is a method; safe against inherited names such as `constructor`. */
export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && known.has(name)
}

/**
 * The arguments of `method` as they must be, or where they are wrong.
 *
 * @param args what came over the wire: anything at all
 */
export function checkArgs<M extends Method>(
  method: M,
  args: unknown,
): { ok: true; args: Args<M> } | { ok: false; where: string } {
  const parsed = schemas[method].safeParse(args)
  if (parsed.success) return { ok: true, args: parsed.data as Args<M> }
  const issue = parsed.error.issues[0]
  return { ok: false, where: issue ? `${issue.path.join('.') || '.'}: ${issue.message}` : '.' }
}

/** A caller with one typed function per method, made from one untyped `call`. */
export function clientOver(call: (method: Method, args: unknown) => Promise<unknown>): Api {
  const client: Partial<Record<Method, (args: unknown) => Promise<unknown>>> = {}
  for (const method of METHODS) client[method] = (args) => call(method, args)
  return client as unknown as Api
}
