import type { Basis, Form, FormEdition, Cleaning, School } from '../../../shared/model.ts'
import { cleaningText, schoolStateText, reasonText } from '../../../shared/words/say.ts'
import type { Lang } from '../../../shared/words/say.ts'
import { dimensionNames, groupOf, groupSchools } from '../../consolidate/groups.ts'
import { coverageOf } from '../../collection/coverage.ts'
import { periodWordsOf } from '../../collection/period.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { NOT_ASKED, STATE_LETTER } from '../../../shared/state-letter.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import { breakdownOf, extraColumnsOf } from '../consolidate/breakdown.ts'
import type { ExtraColumn } from '../consolidate/breakdown.ts'
import type { Collection } from '../../collection/collection.ts'
import { wholeTable } from '../../collection/whole-table.ts'
import type { Ports } from '../../ports.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { indicatorRow } from '../indicators/indicator-views.ts'
import { labelOf } from '../../forms/form-index.ts'
import { itemForOthers } from '../../personal/in-items.ts'
import { maskedText } from '../../personal/marks.ts'
import { cleaningsOf } from '../intake/file-rows.ts'

/** Works out everything the forms and lists of the consolidated workbook say, so that the writer only writes. */
export function exportInput(
  consolidation: Consolidation,
  basis: Basis,
  lang: Lang,
  now: string,
  digest: Ports['digest'],
): Omit<ConsolidatedInput, 'quoted' | 'findings' | 'faults'> {
  const { collection } = consolidation
  const extras = extraColumnsOf(consolidation)
  const groupBy = dimensionNames(collection.config, collection.schools)[0] ?? ''
  const corrected = new Set(collection.corrections().map((c) => `${c.school}|${c.form.id}`))
  const forms = collection.forms.map((form) =>
    formInput(collection, form, basis, groupBy, corrected, extras),
  )
  return {
    config: collection.config,
    basis,
    lang,
    exportedAt: now,
    fingerprint: digest(fingerprintText(forms)),
    chain: endOf(collection.store.chain()),
    coverage: coverageOf(collection),
    groupBy,
    forms,
    extraColumns: extras.map(({ heading }) => heading),
    breakdown: breakdownOf(consolidation, basis),
    indicators: consolidation
      .indicatorList()
      .map((indicator) => indicatorRow(consolidation, indicator, basis)),
    externals: consolidation.external,
    periods: periodWordsOf(collection),
    missing: missingSchools(collection, groupBy, lang),
    changes: changesOf(collection),
    cleanings: linesOfCleanings(collection, lang),
  }
}

function formInput(
  collection: Collection,
  form: Form,
  basis: Basis,
  groupBy: string,
  corrected: Set<string>,
  extras: ExtraColumn[],
): ConsolidatedInput['forms'][number] {
  const own = collection.expected.filter((school) => collection.itemsOf(school, form).length > 0)
  const rows = own.flatMap((school) => {
    const table = collection.table(school.id, form.id)
    if (table === null && !corrected.has(`${school.id}|${form.id}`)) return []
    return [schoolLine(collection, form, school, basis, groupBy, extras)]
  })
  const groups = [...groupSchools(own, groupBy, collection.config)].map(([name, members]) => ({
    name,
    totals: totalsOver(collection, form, members, basis).values,
  }))
  return {
    form,
    workbook: widestEdition(form)?.workbook ?? '',
    totals: totalsOver(collection, form, own, basis).values,
    rows,
    groups,
  }
}

/** The blank workbook that asks for most of the form: its layout shows the fewest "*". */
export function widestEdition(form: Form): FormEdition | undefined {
  return [...form.editions].sort((a, b) => b.items.length - a.items.length)[0]
}

function schoolLine(
  collection: Collection,
  form: Form,
  school: School,
  basis: Basis,
  groupBy: string,
  extras: ExtraColumn[],
): ConsolidatedInput['forms'][number]['rows'][number] {
  return {
    school,
    group: groupOf(school, groupBy, collection.config),
    ...figuresOf(collection, form, school, basis),
    raw: collection.table(school.id, form.id)?.raw ?? {},
    extra: extras.map(({ text }) => text(school)),
  }
}

function figuresOf(
  collection: Collection,
  form: Form,
  school: School,
  basis: Basis,
): Pick<ConsolidatedInput['forms'][number]['rows'][number], 'values' | 'states'> {
  const corrected = basis === 'adopted' && collection.isCorrected(school.id)
  const table = corrected ? null : wholeTable(collection, school, form)
  if (table !== null) return { values: table.values, states: table.states }
  const asked = new Set(collection.itemsOf(school, form))
  const cells = collection.cells(school.id, form)
  const values: string[] = []
  let states = ''
  form.items.forEach((_, index) => {
    const cell = asked.has(index) ? cells[basis](index) : null
    values.push(cell?.value ?? '')
    states += cell === null ? NOT_ASKED : STATE_LETTER[cell.state]
  })
  return { values, states }
}

function endOf({ links, head }: { links: number; head: string }): ConsolidatedInput['chain'] {
  return links === 0 ? null : { links, head }
}

/** All figures in a fixed order, in parts: the same figures give the same fingerprint on every machine. */
function* fingerprintText(forms: ConsolidatedInput['forms']): Generator<string> {
  for (const [at, { form, rows }] of forms.entries()) {
    const lines = rows.map((row) => `${row.school.id}:${row.states}:${row.values.join(',')}`)
    yield `${at === 0 ? '' : '\n'}${form.id}\n`
    for (const [before, line] of lines.sort().entries()) yield before === 0 ? line : `\n${line}`
  }
}

function missingSchools(
  collection: Collection,
  groupBy: string,
  lang: Lang,
): ConsolidatedInput['missing'] {
  return collection.expected.flatMap((school) => {
    const state = collection.stateOfSchool(school)
    if (state === 'reported' || state === 'queried') return []
    const refused = collection
      .allVerdicts()
      .filter((v) => v.status === 'rejected' && collection.namedIn(v.file.path) === school.id)
    const reason = refused
      .flatMap((v) => v.reasons.map((r) => `${v.file.path}：${reasonText(lang, r)}`))
      .join(' ')
    const group = groupOf(school, groupBy, collection.config)
    return [{ school, group, state: schoolStateText(lang, state), reason }]
  })
}

function changesOf(collection: Collection): ConsolidatedInput['changes'] {
  const entries = new Map(collection.ledger.entries.map((entry) => [entry.id, entry]))
  return collection.corrections().flatMap(({ school, form, index, address, entry: id }) => {
    const item = form.items[index]
    const entry = entries.get(id)
    if (item === undefined || entry === undefined) return []
    const table = collection.table(school, form.id)
    const returned = collection.returned(school, form, index)
    return [
      {
        school: collection.school(school),
        item: address,
        label: labelOf(form, item),
        returned: itemForOthers(form, index, {
          state: returned.state,
          value: returned.state === 'unreadable' ? (table?.raw[index] ?? '') : returned.value,
        }),
        adopted: itemForOthers(form, index, collection.adopted(school, form, index)),
        reason: maskedText(entry.reason),
        person: entry.person,
        at: entry.at,
      },
    ]
  })
}

function linesOfCleanings(collection: Collection, lang: Lang): ConsolidatedInput['cleanings'] {
  return collection.allVerdicts().flatMap(({ file, status }) => {
    if (status !== 'accepted' && status !== 'queried') return []
    const cleanings = cleaningsOf(collection, file)
    const told = cleanings.filter((cleaning) => cleaning.kind !== 'text-number')
    const lines = told.map((cleaning) => ({
      file: file.path,
      sheet: cleaning.sheet,
      cell: cleaning.cell ?? '',
      item: cleaning.item ?? '',
      kind: cleaningText(lang, cleaning.kind),
      raw: cleaning.raw,
      value: cleaning.value ?? '',
    }))
    return [...lines, ...textNumbers(file.path, cleanings, lang)]
  })
}

/**
 * Numbers stored as text are the rule in exports of other systems: a line a sheet says how many,
 * where a line a cell would bury the cleanings that matter. report.json lists each.
 */
function textNumbers(
  path: string,
  cleanings: Cleaning[],
  lang: Lang,
): ConsolidatedInput['cleanings'] {
  const counts = new Map<string, number>()
  for (const { kind, sheet } of cleanings) {
    if (kind === 'text-number') counts.set(sheet, (counts.get(sheet) ?? 0) + 1)
  }
  return [...counts].map(([sheet, count]) => ({
    file: path,
    sheet,
    cell: '',
    item: '',
    kind: cleaningText(lang, 'text-number'),
    raw: lang === 'zh' ? `${String(count)} 格` : `${String(count)} cells`,
    value: '',
  }))
}
