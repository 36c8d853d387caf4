import type { Form, Reason, ReasonCode, Cleaning, School } from '../../shared/model.ts'
import { editionOf, matchSheets } from '../align/match-sheets.ts'
import type { Match, Matches } from '../align/match-sheets.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import { perObject } from '../memory/per-object.ts'
import { parseA1 } from '../model/address.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { NotRecognized, Reading, Said } from '../model/reading.ts'
import type { ReadOutcome } from '../model/sheet.ts'
import type { ReadContext } from '../ports.ts'
import { partReply } from '../queries/reply.ts'
import { blanksOf } from '../register/blanks.ts'
import { readCover } from './cover.ts'
import type { Cover } from './cover.ts'
import { cutSheets } from './cut-sheets.ts'
import { layoutOf } from './layout.ts'
import { leftOutBlocks } from './left-out.ts'
import { readLists } from './lists/read-list.ts'
import { readTable } from './read-table.ts'
import type { TableResult } from './read-table.ts'
import { linesNotFound } from './not-found.ts'
import { ownColumns } from './own-columns.ts'
import { ownSubtotals } from './own-subtotals.ts'
import { notRecognized } from './not-recognized.ts'
import { isForeign, keyLostReason, replyReason } from './reply-identity.ts'
import { schoolSheets, whoseIsIt } from './whose.ts'

/** Reasons for which a file needs a person; the others are only notes. */
export const QUERY_REASONS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'unknown-school',
  'school-conflict',
  'several-schools',
  'school-weighed',
  'school-inferred',
  'school-tied',
  'closed-school',
  'merged-school',
  'old-template',
  'missing-table',
  'unreadable-cell',
  'error-cell',
  'no-cached-value',
  'ambiguous-unit',
  'date-in-number',
  'not-a-count',
  'not-a-choice',
  'figure-for-words',
  'digits-lost',
  'merged-cells',
  'hidden-duplicate-table',
  'unmatched-content',
  'unsure-line',
  'unsure-table',
  'unsure-layout',
])

/**
 * Understands a received file as a return: who sent it, which tables, every figure, every
 * cleaning, and the verdict over the file by itself.
 *
 * @param outcome the file's cells, or why it could not be read
 * @param path its name, as weak evidence of the sender
 * @param assigned school a person said it is from; overrides what the file says
 */
export function readReturn(
  outcome: ReadOutcome,
  path: string,
  context: ReadContext,
  assigned: string | null = null,
): Reading {
  if (!outcome.ok) return unreadableFile(outcome.code, outcome.detail)
  const { returned, reply, keyLost } = partReply(outcome.workbook.sheets, context.forms)
  if (reply !== null && isForeign(reply, context.config, context.before)) {
    const params = { title: reply.title, schoolYear: reply.schoolYear }
    return { ...emptyReading('rejected'), reasons: [{ code: 'other-answers', params }] }
  }
  const whole = returned
    .filter((sheet) => sheet.rowCount > 0)
    .map((sheet) => new SheetGrid(sheet, returned))
  const grids = cutSheets(whole, context.forms)
  const cover = readCover(whole)
  const said = saidBy(cover, whole, context)
  const sentTo = reply?.school ?? null
  const identity = whoseIsIt({ said, path, sentTo }, context, assigned)
  const school = context.schools.find((s) => s.id === identity.school) ?? null
  const lists = readLists(grids, listsFor(context, school))
  const tableGrids = grids.filter((grid) => !lists.sheets.has(grid))
  const { blanks, matches } = matchForms(tableGrids, context, school)
  if (matches.used.length === 0 && lists.tables.length === 0 && reply === null) {
    const [near] = notRecognized(tableGrids, formsOf(context.forms, blanks))
    return {
      ...emptyReading('rejected'),
      identity: { code: identity.code, name: identity.name },
      said,
      reasons: [near === undefined ? { code: 'unknown-form', params: {} } : unknownForm(near)],
    }
  }
  const reasons: Reason[] = [...identity.reasons]
  if (reply !== null) reasons.push(replyReason(reply))
  if (keyLost !== null) reasons.push(keyLostReason(keyLost))
  const layout: Cleaning[] = []
  preferFilled(matches)
  const tables = matches.used.map((match) => {
    const notes = layoutOf(match)
    const beside = matches.used.filter((other) => other !== match && other.grid === match.grid)
    const result = readTable(
      match,
      match.edition,
      notes.aligned,
      beside.map(({ map }) => map),
    )
    layout.push(...notes.cleanings)
    if (match.edition === undefined && blanks !== null) reasons.push(...notInForm(match, result))
    else if (notes.aligned === 'unsure') reasons.push(...unsureLayout(match, context))
    const open = result.reasons.filter((reason) => !takenByAnother(reason, match, matches.used))
    const added = ownSubtotals(match, open)
    const own = ownColumns(match, added.open)
    layout.push(...added.layout, ...own.layout)
    const found = linesNotFound(match, result.table, own.open)
    reasons.push(...found.reasons, ...unsureTable(match), ...own.open)
    return found.table
  })
  const leftOut = leftOutBlocks(matches.used, reasons, context.forms, blanks)
  layout.push(...leftOut.layout)
  tables.push(...leftOut.tables, ...lists.tables)
  reasons.push(...lists.reasons)
  layout.push(...lists.layout)
  const others = matches.repeated.filter((again) => differs(again, matches.used))
  layout.push(
    ...sheetsMoved(matches.used),
    ...extraSheets(tableGrids, [...matches.used, ...others], cover, context.config, blanks),
  )
  reasons.push(...others.flatMap((again) => repeatedTable(again, matches.used)))
  const there = new Set(tables.map(({ form }) => form))
  const own = new Set(
    matches.used.flatMap(({ grid, more = [] }) => [grid, ...more.map((one) => one.grid)]),
  )
  const unread = notRecognized(
    tableGrids.filter((grid) => !own.has(grid)),
    formsOf(context.forms, blanks).filter(({ id }) => !there.has(id)),
  )
  const queried = reasons.some((reason) => QUERY_REASONS.has(reason.code))
  return {
    identity: { code: identity.code, name: identity.name },
    said,
    school: identity.school,
    candidates: identity.candidates,
    returnDate: cover.date,
    status: queried ? 'queried' : 'accepted',
    reasons,
    layout,
    tables,
    ...(unread.length > 0 && { notRecognized: unread }),
    ...(reply !== null && { reply }),
  }
}

/** What a file says of its sender: written on its sheets, else what these are called. */
function saidBy(cover: Cover, grids: SheetGrid[], context: ReadContext): Said {
  const [codes, names, stamps] = [cover.codes, cover.names, cover.stamps].map(textsOf)
  const written = [codes, names, stamps].some((texts) => texts !== undefined && texts.length > 0)
  const sheets = grids.filter(({ sheet }) => !sheet.hidden).map(({ sheet }) => sheet.name)
  return {
    codes: codes ?? [],
    names: written ? (names ?? []) : schoolSheets(sheets, context),
    stamps: stamps ?? [],
    asksForCode: cover.asksForCode,
  }
}

const textsOf = (evidence: Cover['codes']): string[] => [
  ...new Set(evidence.map(({ value }) => value)),
]

function emptyReading(status: Reading['status']): Reading {
  return {
    identity: { code: null, name: null },
    school: null,
    candidates: [],
    returnDate: null,
    status,
    reasons: [],
    layout: [],
    tables: [],
  }
}

/** Archives that are not opened, as they are told apart by their bytes. */
const PACKED: ReadonlySet<string> = new Set(['RAR', '7z', 'gzip'])

function unreadableFile(
  code: Extract<ReadOutcome, { ok: false }>['code'],
  detail: string,
): Reading {
  // Returns may be in it: it is not passed over as if nothing had come.
  const packed = code === 'not-a-workbook' && PACKED.has(detail)
  const ignored = !packed && (code === 'not-a-workbook' || code === 'lock-file')
  return {
    ...emptyReading(ignored ? 'ignored' : 'rejected'),
    reasons: [{ code, params: packed ? { detail, zip: 'foreign' } : { detail } }],
  }
}

/** The lists of the school's own blank workbooks; all, where its kind is not known. */
function listsFor(context: ReadContext, school: School | null): Form[] {
  const blanks = blanksOf(school, context.schools, context.config, context.forms)
  return context.forms.filter(
    (form) => form.list !== undefined && (blanks === null || editionOf(form, blanks)),
  )
}

/** One array for a collection: what is known of layouts is kept for it. */
const tablesAmong = perObject((forms: Form[]) => forms.filter(({ list }) => list === undefined))
const inWorkbooks = perObject((forms: Form[]) => {
  const names = new Set(forms.flatMap((form) => form.editions.map(({ workbook }) => workbook)))
  const own = (name: string): Form[] =>
    forms.filter((form) => editionOf(form, [name]) !== undefined)
  return [...names].map((name) => ({ name, own: own(name) }))
})

/** Matches the sheets with the school's own forms; where its kind is not known, with the workbook that fits best. */
function matchForms(
  grids: SheetGrid[],
  context: ReadContext,
  school: School | null,
): { blanks: readonly string[] | null; matches: Matches } {
  const blanks = blanksOf(school, context.schools, context.config, context.forms)
  const forms = tablesAmong(context.forms)
  if (blanks !== null) return { blanks, matches: matchSheets(grids, forms, blanks) }
  let best: { blanks: readonly string[] | null; matches: Matches; fit: number } = {
    blanks: null,
    matches: { used: [], repeated: [] },
    fit: -1,
  }
  for (const { name, own } of inWorkbooks(forms)) {
    const matches = matchSheets(grids, own, [name])
    const surely = matches.used.reduce((sum, match) => sum + match.map.score, 0)
    const fit = surely - own.length * 0.2
    if (fit > best.fit) best = { blanks: [name], matches, fit }
  }
  return best
}

/** The forms that the school was to fill in; all, where that is not known. */
function formsOf(forms: Form[], blanks: readonly string[] | null): Form[] {
  return blanks === null ? forms : forms.filter((form) => editionOf(form, blanks) !== undefined)
}

/** No table was recognised, but a sheet may be meant for one: what of it does not stand there. */
function unknownForm({ form, sheet, found, of, labels }: NotRecognized): Reason {
  const params = { form, where: sheet, found, of, labels: labels.join('、') }
  return { code: 'unknown-form', params, sheet }
}

/** Whether figures that a table does not know are another table's of the same sheet. */
function takenByAnother(reason: Reason, match: Match, used: Match[]): boolean {
  const place = reason.code === 'unmatched-content' ? parseA1(reason.cell ?? '') : null
  if (place === null) return false
  return used.some(
    ({ grid, map }) =>
      grid === match.grid &&
      map !== match.map &&
      map.parts.some(
        ({ rowAt, columnAt }) => rowAt.includes(place.row) && columnAt.includes(place.column),
      ),
  )
}

/** A table of this collection that the school's own form lacks: its figures are counted nowhere. */
function notInForm({ form, grid }: Match, { table }: TableResult): Reason[] {
  const figures = table.values.filter((value) => value !== '' && value !== '0')
  const [sample = ''] = figures
  if (figures.length === 0) return []
  const params = {
    form: form.id,
    place: '整张表',
    label: form.title,
    count: figures.length,
    sample,
  }
  return [{ code: 'unmatched-content', params, sheet: grid.sheet.name }]
}

/** A sheet that could be another table of the same labels as well. */
function unsureTable({ form, rival, grid }: Match): Reason[] {
  if (rival === undefined) return []
  const sheet = grid.sheet.name
  return [{ code: 'unsure-table', params: { form: form.id, other: rival.id, sheet }, sheet }]
}

/** A layout much unlike the form's is asked about, once for all files laid out so. */
function unsureLayout(match: Match, context: ReadContext): Reason[] {
  const layout = confirmationKey(match)
  if (context.confirmed?.includes(layout) === true) return []
  const percent = Math.round(match.map.score * 100)
  const params = { form: match.form.id, percent, layout }
  return [{ code: 'unsure-layout', params, sheet: match.grid.sheet.name }]
}

/** What a confirmation holds for: the form and where its rows and columns stand. */
function confirmationKey({ form, map }: Match): string {
  return `${form.id}|${map.rowAt.join(',')}|${map.columnAt.join(',')}`
}

/** Tables that stand behind one which the blank workbook has after them. */
function sheetsMoved(used: Match[]): Cleaning[] {
  let furthest = -1
  return used.flatMap((match) => {
    const order = match.edition?.order ?? furthest
    const moved = order < furthest
    furthest = Math.max(furthest, order)
    return moved ? [layoutCleaning('sheet-moved', match.grid.sheet.name, match.form.id)] : []
  })
}

function layoutCleaning(kind: Cleaning['kind'], sheet: string, raw: string): Cleaning {
  return { kind, sheet, cell: null, item: null, raw, value: null }
}

/** Sheets that are neither a table nor one of the blank workbook's other sheets; a copy of a table with the same figures is one. */
function extraSheets(
  grids: SheetGrid[],
  matches: Match[],
  cover: Cover,
  config: CollectionConfig,
  blanks: readonly string[] | null,
): Cleaning[] {
  const ours = new Set(
    matches.flatMap((match) => [match.grid, ...(match.more ?? []).map(({ grid }) => grid)]),
  )
  const known = new Set((blanks ?? []).flatMap((blank) => config.otherSheets[blank] ?? []))
  const covers = new Set(
    [...cover.codes, ...cover.names, ...cover.stamps].map((evidence) => evidence.sheet),
  )
  return grids.flatMap(({ sheet }, index) => {
    const grid = grids[index]
    if (grid === undefined || ours.has(grid) || known.has(sheet.name) || covers.has(sheet.name))
      return []
    return [layoutCleaning('extra-sheet', sheet.name, sheet.name)]
  })
}

/**
 * A school may leave the blank sheet as it came and fill in a copy of it: the filled one is its
 * return, whatever the sheets are called.
 */
function preferFilled(matches: Matches): void {
  for (const [at, match] of matches.used.entries()) {
    const isAgain = (other: Match): boolean => other.form.id === match.form.id
    if (!matches.repeated.some(isAgain) || hasFigures(match)) continue
    const again = matches.repeated.findIndex((other) => isAgain(other) && hasFigures(other))
    const filled = matches.repeated[again]
    if (filled === undefined) continue
    matches.used[at] = filled
    matches.repeated[again] = match
  }
}

/** Whether anything was filled in, by figures or texts; formulas that add up nothing do not count. */
function hasFigures(match: Match): boolean {
  const { values, formulas } = readTable(match, match.edition, 'exact').table
  return values.some((value, index) => value !== '' && formulas[index] === undefined)
}

/**
 * Whether a form that stands on a further sheet says something else there than where it is used: a
 * spare blank copy does not, the blank's own sheet left empty does.
 */
function differs(again: Match, used: Match[]): boolean {
  if (again.edition?.sheet !== again.grid.sheet.name && !hasFigures(again)) return false
  const figures = (match: Match): string =>
    readTable(match, match.edition, 'exact').table.values.join('|')
  const first = used.find((match) => match.form.id === again.form.id)
  return first !== undefined && figures(first) !== figures(again)
}

/** A form that stands on two sheets with different figures: one is used, and it is said. */
function repeatedTable(again: Match, all: Match[]): Reason[] {
  const used = all.find((match) => match.form.id === again.form.id)
  if (used === undefined) return []
  const sheets = `${used.grid.sheet.name}、${again.grid.sheet.name}`
  return [
    {
      code: 'hidden-duplicate-table',
      params: { form: used.form.id, sheets, used: used.grid.sheet.name },
      sheet: again.grid.sheet.name,
    },
  ]
}
