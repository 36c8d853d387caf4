import { timeMark } from '../../../shared/expression-tokens.ts'
import { dimensionNames } from '../../consolidate/groups.ts'
import type { Fault } from '../../../shared/faults.ts'
import { faultText } from '../../../shared/words/faults.ts'
import type { RepairView } from '../../../shared/findings.ts'
import type { Reason, ReasonCode, School } from '../../../shared/model.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { parseExact } from '../../../shared/exact.ts'
import { codeOf } from '../../../shared/register.ts'
import { findingText, proposalText, reasonText } from '../../../shared/words/say.ts'
import type { Lang } from '../../../shared/words/say.ts'
import { change, fixed, resultText } from '../../indicators/evaluate.ts'
import type { Result } from '../../indicators/evaluate.ts'
import { over, showNumber, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Collection } from '../../collection/collection.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
import type { Findings } from '../findings/findings.ts'
import { cleaningsOf } from '../intake/file-rows.ts'
import { totalRowsOf } from '../data/views.ts'

/**
 * report.json (docs/contract.md §4) as pieces of text, so that a county of any size is never held whole.
 * Findings are those on the figures as returned.
 */
export function* reportJson(
  collection: Collection,
  findings: Findings | null,
  indicators: IndicatorResult[],
  faults: readonly Fault[],
  lang: Lang,
): Generator<string> {
  yield `{\n"schema": 1,\n"coverage": ${JSON.stringify(coverageOf(collection))},\n`
  yield* list('files', filesOf(collection, lang))
  yield ',\n'
  yield* list('repairs', cleaningLines(collection))
  yield ',\n'
  yield* list('findings', findingLines(collection, findings, lang))
  yield ',\n'
  yield* list('faults', faultLines(faults, lang))
  yield ',\n'
  yield* list('totals', totalLines(collection))
  yield ',\n'
  yield* list('indicators', indicatorLines(indicators))
  yield '\n}\n'
}

function* list(name: string, entries: Iterable<unknown>): Generator<string> {
  yield `"${name}": [`
  let first = true
  for (const entry of entries) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(entry)}`
    first = false
  }
  yield first ? ']' : '\n]'
}

function coverageOf(collection: Collection): unknown {
  const units = collection.expected.filter((one) => !isSchool(one))
  return {
    ...coverageOver(collection, collection.expected.filter(isSchool)),
    ...(units.length > 0 && { units: coverageOver(collection, units) }),
  }
}

function coverageOver(collection: Collection, reporters: School[]): object {
  const states = reporters.map((school) => ({
    school: codeOf(school),
    state: collection.stateOfSchool(school),
  }))
  const missing = states.filter(({ state }) => state === 'missing' || state === 'rejected')
  return {
    expected: states.length,
    reported: states.length - missing.length,
    missing: missing.map(({ school, state }) => ({
      school,
      state: state === 'missing' ? '未报' : '退回',
    })),
  }
}

function* filesOf(collection: Collection, lang: Lang): Generator {
  for (const { file, status, school, reasons } of collection.allVerdicts()) {
    yield {
      file: file.path,
      sha256: file.sha256,
      status,
      school: codeIn(collection, school),
      reasons: reasons.map((reason) => reasonLine(reason, lang)),
      tables: file.reading.tables.map(({ form, sheet, aligned }) => ({ form, sheet, aligned })),
    }
  }
}

/** A school's code in the register as it is now; an id that the register does not know stays. */
function codeIn(collection: Collection, id: string | null): string | null {
  const school = collection.schools.find((one) => one.id === id)
  return school === undefined ? id : codeOf(school)
}

/** Reasons beyond the list of docs/contract.md §4 go under the listed code nearest in meaning; the message says more. */
const LISTED: Partial<Record<ReasonCode, ReasonCode>> = {
  'unmatched-content': 'unreadable-cell',
  'unsure-line': 'unreadable-cell',
  'unsure-table': 'hidden-duplicate-table',
  'unsure-layout': 'old-template',
  'other-answers': 'answers-queries',
  'reply-changed': 'answers-queries',
  'newer-return': 'older-than',
  'merged-school': 'closed-school',
  'merged-return': 'older-than',
  'withdrawn-return': 'older-than',
  'program-fault': 'damaged',
  'own-collection': 'not-a-workbook',
  'digits-lost': 'unreadable-cell',
  'not-a-choice': 'unreadable-cell',
  'figure-for-words': 'unreadable-cell',
  'school-weighed': 'school-conflict',
  'school-inferred': 'short-name',
  'school-tied': 'school-conflict',
}

function reasonLine(reason: Reason, lang: Lang): unknown {
  return {
    code: LISTED[reason.code] ?? reason.code,
    message: reasonText(lang, reason),
    ...(reason.sheet !== undefined && { sheet: reason.sheet }),
    ...(reason.cell !== undefined && { cell: reason.cell }),
  }
}

function* cleaningLines(collection: Collection): Generator {
  for (const { file, status } of collection.allVerdicts()) {
    if (status === 'duplicate') continue
    for (const { kind, sheet, cell, item, raw, value } of cleaningsOf(collection, file)) {
      yield {
        file: file.path,
        sheet,
        cell,
        item,
        raw,
        value: plainOrText(value),
        kind,
      }
    }
  }
}

function* faultLines(faults: readonly Fault[], lang: Lang): Generator {
  for (const fault of faults) {
    yield { kind: fault.kind, id: fault.id, message: faultText(lang, fault) }
  }
}

function* indicatorLines(results: IndicatorResult[]): Generator {
  for (const { indicator, now, before, same, previous, plan, planFrom } of results) {
    const moved = change(now.value, before.value)
    yield {
      id: indicator.id,
      value: jsonNumber(now.value),
      text: now.value === null ? '' : resultText(indicator, now.value),
      numerator: jsonNumber(now.numerator),
      denominator: jsonNumber(now.denominator),
      prior: jsonNumber(before.value),
      change: jsonNumber(moved),
      ...(same !== undefined && { same: earlierLine(now, same) }),
      ...(previous !== undefined && { previous: earlierLine(now, previous) }),
      ...(plan !== undefined && { plan: planLine(now.value, plan.value, planFrom) }),
    }
  }
}

function earlierLine(now: Result, then: Result): unknown {
  return { value: jsonNumber(then.value), change: jsonNumber(change(now.value, then.value)) }
}

function planLine(
  now: Num | null,
  planned: Num | null,
  from: IndicatorResult['planFrom'],
): unknown {
  const share = now === null || planned === null ? null : over(times(now, 100), planned)
  return {
    value: jsonNumber(planned),
    document: from?.source ?? '',
    date: from?.date ?? '',
    change: jsonNumber(change(now, planned)),
    done: share === null ? null : Number(fixed(share, 1)),
  }
}

function jsonNumber(value: Num | null): number | null {
  return value === null ? null : Number(showNumber(value, 10))
}

function* findingLines(collection: Collection, findings: Findings | null, lang: Lang): Generator {
  if (findings === null) return
  let repairs = { school: '', byInstance: new Map<string, unknown[]>() }
  // Findings come school by school, so the repairs of one school at a time are enough.
  for (const found of findings.view('returned').findings) {
    if (repairs.school !== found.school) {
      const view = findings.repairs(collection.school(found.school), 'returned')
      repairs = { school: found.school, byInstance: repairsByInstance(view, lang) }
    }
    const instance = `${found.rule}[${found.row ?? ''},${found.column ?? ''}]`
    yield {
      rule: found.rule,
      severity: found.severity,
      school: codeIn(collection, found.school),
      row: found.row,
      col: found.column,
      message: findingText(lang, found),
      left: plainOrText(found.left),
      right: plainOrText(found.right),
      difference: plainOrText(found.difference),
      items: found.items.map(({ item, value, state, lastYear, past, sheet, cell }) => ({
        item: `${timeMark({ lastYear, ...(past !== undefined && { past }) })}${item}`,
        value: state === 'number' ? Number(value) : value === '' ? null : value,
        sheet,
        cell,
      })),
      repairs: found.severity === 'error' ? (repairs.byInstance.get(instance) ?? []) : [],
    }
  }
}

/** For every failing instance ("rule[row,column]") the proposals of its group. */
function repairsByInstance({ groups }: RepairView, lang: Lang): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  for (const { instances, proposals } of groups) {
    const rules = [...new Set(instances.map((id) => id.replace(/\[[^[]*\]$/u, '')))]
    const lines = proposals.map((proposal) => ({
      changes: proposal.changes.map(({ item, from, to }) => ({
        item,
        from: plainOrText(from),
        to: plainOrText(to),
      })),
      kind: proposal.cause,
      clears: rules,
      why: proposalText(lang, proposal),
    }))
    for (const instance of instances) found.set(instance, lines)
  }
  return found
}

/** A figure as a number, a text as it is. */
function plainOrText(value: string | null): number | string | null {
  if (value === null || value === '') return value
  return parseExact(value) === null ? value : Number(value)
}

/** A figure; null where nothing that makes it up is in. */
function numberOrNone(value: string): number | null {
  return value === '' ? null : Number(value)
}

function* totalLines(collection: Collection): Generator {
  const dimensions = dimensionNames(collection.config, collection.schools)
  for (const by of [null, ...dimensions]) {
    for (const form of collection.forms) {
      for (const row of totalRowsOf(collection, form, by)) {
        yield { ...row, returned: numberOrNone(row.returned), adopted: numberOrNone(row.adopted) }
      }
    }
  }
}
