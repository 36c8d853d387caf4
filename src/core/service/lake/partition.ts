import type { Basis } from '../../../shared/model.ts'
import { allReported } from '../../../shared/coverage.ts'
import { coverageOf } from '../../collection/coverage.ts'
import type { Collection } from '../../collection/collection.ts'
import { dimensionNames } from '../../consolidate/groups.ts'
import { sideAdding } from '../../lake/adding.ts'
import { heldSum } from '../../lake/figure.ts'
import { placeOf } from '../../lake/place.ts'
import type { PlaceSaid } from '../../lake/place.ts'
import {
  ATTRIBUTES,
  BLANKS,
  CORRECTIONS,
  COVERAGE,
  FINDINGS,
  FORMS,
  INDICATORS,
  ITEMS,
  LAKE_SCHEMA,
  LAST_YEAR,
  SCHOOLS,
  VALUES,
} from '../../lake/schema.ts'
import type { LakePartition, LakeRow } from '../../model/lake.ts'
import { indicatorsOf } from '../consolidate/indicator-years.ts'
import { faultsIn } from '../faults/open-faults.ts'
import { findingLines } from '../findings/finding-lines.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { switchesKey } from '../findings/rule-set.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import { adoptedFingerprint, snapshotRows } from '../snapshots/snapshots.ts'
import type { Session } from '../session.ts'
import {
  attributeRows,
  blankRows,
  correctionRows,
  coverageRows,
  formRows,
  itemRows,
  lastYearRows,
  schoolRows,
  valueRows,
} from './rows.ts'
import type { Beside } from './rows.ts'

/**
 * The open collection as a county's partition of the columnar export (docs/lake.md). Rows are made as
 * they are taken; `about` is right once all of them were.
 *
 * @throws CallError no-collection; place-missing, bad-period: where it belongs cannot be told
 */
export function lakePartition(session: Session, said: PlaceSaid): LakePartition {
  const collection = session.current()
  const place = placeOf(collection.config, said)
  const beside: Beside = { count: 0 }
  const prior = lastYearIn(session)
  return {
    place,
    collection: collection.store.chain().collection,
    title: collection.config.title,
    tables: [
      { table: VALUES, rows: valueRows(collection, beside) },
      { table: SCHOOLS, rows: schoolRows(collection) },
      { table: ATTRIBUTES, rows: attributeRows(collection) },
      { table: FORMS, rows: formRows(collection) },
      { table: ITEMS, rows: itemRows(collection) },
      { table: LAST_YEAR, rows: lastYearRows(collection, prior) },
      { table: FINDINGS, rows: findingRows(session) },
      { table: INDICATORS, rows: indicatorRows(session) },
      { table: CORRECTIONS, rows: correctionRows(collection) },
      { table: COVERAGE, rows: coverageRows(collection) },
      { table: BLANKS, rows: blankRows(collection) },
    ],
    get about() {
      return { ...aboutOf(session), ...place, beside: String(beside.count) }
    },
  }
}

function* findingRows(session: Session): Generator<LakeRow> {
  const collection = session.current()
  const view = { ...findingsIn(session).view('adopted'), faults: [] }
  for (const line of findingLines(collection, view, '')) {
    const { rule, title, severity, school, row, column, check, left, right } = line
    const { difference, cells, state, text, person, at, answer } = line
    yield [
      ...[rule, title, severity, school.id, row, column, check, left, right, difference],
      ...[cells, state, text, person, at, answer],
    ].map((cell) => (cell === '' ? null : cell))
  }
}

function* indicatorRows(session: Session): Generator<LakeRow> {
  const collection = session.current()
  const external = externalsIn(session)
  const { indicators } = indicatorLibraryOf(collection)
  const unitOf = (name: string): string => external.find((one) => one.name === name)?.unit ?? ''
  for (const basis of ['returned', 'adopted'] satisfies Basis[]) {
    const results = indicatorsOf(collection, indicators, lastYearIn(session), external, basis)
    for (const [position, { indicator, now, before }] of results.entries()) {
      const { id, title, unit, decimals, scale, prefix, numerator, denominator } = indicator
      const [top, bottom] = [heldSum(now.numerator), heldSum(now.denominator)]
      const [topThen, bottomThen] = [heldSum(before.numerator), heldSum(before.denominator)]
      const lack =
        now.fault !== null
          ? 'fault'
          : now.lack !== null
            ? now.lack.why
            : now.awaited
              ? 'awaited'
              : null
      yield [
        ...[id, basis, String(position), title, unit, String(decimals), scale, prefix],
        ...[heldSum(now.value).exact, top.exact, bottom.exact, top.text, bottom.text],
        sideAdding(numerator, unitOf),
        denominator === null ? null : sideAdding(denominator, unitOf),
        ...[topThen.exact, bottomThen.exact, topThen.text, bottomThen.text],
        lack,
        JSON.stringify({ numerator, denominator }),
      ]
    }
  }
}

function aboutOf(session: Session): LakePartition['about'] {
  const collection = session.current()
  const { config, store } = collection
  const { ports } = session
  const { links, head, collection: mark } = store.chain()
  const { error, query } = findingsIn(session).counts('adopted')
  const coverage = coverageOf(collection)
  const signed = snapshotRows(session).find(({ active }) => active)
  const written = (text: string): string | null => (text === '' ? null : text)
  return {
    schema: String(LAKE_SCHEMA),
    collection: mark,
    title: config.title,
    school_year: config.schoolYear,
    period: written(config.period ?? ''),
    reference_date: written(config.referenceDate),
    due_date: written(config.dueDate),
    exported_at: ports.clock.now(),
    program: ports.about.version,
    fingerprint: adoptedFingerprint(collection, ports.digest),
    chain_links: String(links),
    chain_head: written(head),
    rules: ports.digest(rulesOf(collection)),
    expected: String(coverage.expected + (coverage.units?.expected ?? 0)),
    reported: String(allReported(coverage)),
    errors: String(error),
    unexplained: String(query),
    faults: String(faultsIn(session).length),
    signed_by: signed?.name ?? null,
    signed_at: signed?.at ?? null,
    signed_current: signed === undefined ? null : String(signed.same),
    dimensions: JSON.stringify(dimensionNames(config, collection.schools)),
    stages: JSON.stringify(config.stages ?? {}),
  }
}

/** The rules in force as one text, by whose hash counties that check otherwise are told. */
function rulesOf(collection: Collection): string {
  return `${collection.text('rules') ?? ''}\n${switchesKey(collection)}`
}
