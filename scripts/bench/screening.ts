import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { lastYearOf } from '../../src/core/service/last-year/last-year.ts'
import { Screening } from '../../src/core/service/screening/screening.ts'
import { asCount } from '../../src/core/screening/county.ts'
import type { ScreenedSchool } from '../../src/core/screening/county.ts'
import { fraction, times } from '../../src/core/model/number.ts'
import { screens } from '../../src/core/screening/screen.ts'
import { understand } from '../../src/core/setup/understand.ts'
import type { CellFigure } from '../../src/core/rules/value.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { Form } from '../../src/shared/model.ts'
import { SCREENING_KINDS } from '../../src/shared/screening.ts'
import type { ScreeningKind } from '../../src/shared/screening.ts'
import { makeCounty } from '../county/county.ts'
import { Random } from '../county/random.ts'
import { sourcesOfCounty } from './county-sources.ts'

/**
 * What the screening finds, as shipped: on clean made counties every finding is a false alarm; then
 * mischief of each kind is planted at one school at a time, and it is counted how often the kind
 * made for it, or any kind, asks about that school.
 *
 *   node scripts/bench/screening.ts [SEED] [COUNTIES] [PLANTED PER KIND]
 */
const seed = Number(process.argv[2] ?? '1')
const counties = Number(process.argv[3] ?? '3')
const planted = Number(process.argv[4] ?? '40')
const SCHOOLS = 120

interface Tally {
  alarms: number
  planted: number
  own: number
  any: number
}

const folder = mkdtempSync(join(tmpdir(), 'huishu-screening-'))
const tallies = new Map<ScreeningKind, Tally>(
  SCREENING_KINDS.map((kind) => [kind, { alarms: 0, planted: 0, own: 0, any: 0 }]),
)
try {
  for (let n = 0; n < counties; n++) await measure(seed + n)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
print()

async function measure(from: number): Promise<void> {
  const ports = createPorts({
    host: 'memory',
    version: '0',
    dataFolder: folder,
    sampleFolder: folder,
  })
  const county = await makeCounty({ seed: from, schools: SCHOOLS, style: 'official', mess: false })
  const found = await understand(sourcesOfCounty(county.files), ports.reader)
  const path = join(folder, `${String(from)}.huishu`)
  const collection = new Collection(createStore(ports, path, found))
  const job = { signal: { cancelled: false }, update: () => undefined }
  await importReturns(collection, found.returns, ports, job, () => undefined)
  const prior = await lastYearOf(collection, ports.reader)
  const screening = new Screening(collection, ports.screening, prior)
  const { context, ratios } = screening.comparing()
  const ready = screens(context, ratios)
  const schools = screening.schools('returned')
  for (const { kind, screen } of ready) tally(kind).alarms += screen(schools).length
  const random = new Random(`mischief ${String(from)}`)
  for (const kind of SCREENING_KINDS) {
    for (let n = 0; n < planted; n++) {
      const at = random.int(0, schools.length - 1)
      const one = schools[at]
      const odd = one === undefined ? null : mischief(kind, one, schools, context.forms, random)
      if (odd === null) continue
      const changed = schools.with(at, odd)
      const asked = ready.flatMap(({ screen }) =>
        screen(changed).filter((suspicion) => suspicion.school === odd.school.id),
      )
      tally(kind).planted++
      if (asked.some((suspicion) => suspicion.kind === kind)) tally(kind).own++
      if (asked.length > 0) tally(kind).any++
    }
  }
  collection.store.close()
  await ports.close()
}

/** A school with mischief of a kind; null where it has no table for it. */
function mischief(
  kind: ScreeningKind,
  one: ScreenedSchool,
  schools: readonly ScreenedSchool[],
  forms: readonly Form[],
  random: Random,
): ScreenedSchool | null {
  const titled = (title: RegExp): Form | undefined =>
    forms.find((form) => title.test(form.title) && one.figures.table(form) !== null)
  const pupils = titled(/分类型学生数|幼儿数/u)
  if (pupils === undefined) return null
  const table = one.figures.table(pupils) ?? []
  const last = one.figures.lastYear(pupils)
  const put = (form: Form | undefined, figures: CellFigure[] | null): ScreenedSchool | null =>
    form === undefined ? null : withTable(one, form, figures)
  switch (kind) {
    case '缺表':
      return put(pupils, null)
    case '空表':
      return put(
        pupils,
        table.map(() => 0),
      )
    case '空壳': {
      const classes = titled(/班数/u)
      return put(
        classes,
        (classes?.items ?? []).map(() => 0),
      )
    }
    case '增减':
      return put(
        pupils,
        table.map((figure) => scaled(figure, 2)),
      )
    case '升级': {
      const grade = pupils.columns.findIndex(({ path }) =>
        /^(?:三年级|大班)$/u.test(path.at(-1) ?? ''),
      )
      return put(
        pupils,
        table.map((figure, at) =>
          pupils.items[at]?.column === grade ? scaled(figure, 3) : figure,
        ),
      )
    }
    case '离群': {
      const conditions = titled(/办学条件/u)
      const row = conditions?.rows.findIndex(({ label }) => label.startsWith('图书')) ?? -1
      const own = conditions === undefined ? null : one.figures.table(conditions)
      return put(
        conditions,
        (own ?? []).map((figure, at) =>
          conditions?.items[at]?.row === row ? scaled(figure, 10) : figure,
        ),
      )
    }
    case '量级': {
      const conditions = titled(/办学条件/u)
      const own = conditions === undefined ? null : one.figures.table(conditions)
      const isArea = (at: number): boolean =>
        /面积/u.test(conditions?.rows[conditions.items[at]?.row ?? -1]?.label ?? '')
      return put(
        conditions,
        (own ?? []).map((figure, at) => (isArea(at) ? tenThousandth(figure) : figure)),
      )
    }
    case '照抄': {
      const others = schools.filter(
        ({ school }) => school.type === one.school.type && school.id !== one.school.id,
      )
      const other = others[random.int(0, Math.max(0, others.length - 1))]
      const copied = random.int(0, 1) === 0 ? last : (other?.figures.table(pupils) ?? null)
      return copied === null ? null : put(pupils, copied)
    }
    case '尾数':
      return put(pupils, table.map(rounded))
    case '换列': {
      const staff = titled(/教职工数/u)
      const own = staff === undefined ? null : one.figures.table(staff)
      return put(
        staff,
        (own ?? []).map((figure, at) => own?.[swapped(staff, at)] ?? figure),
      )
    }
  }
}

function withTable(one: ScreenedSchool, form: Form, figures: CellFigure[] | null): ScreenedSchool {
  const table = (wanted: Form) => (wanted.id === form.id ? figures : one.figures.table(wanted))
  return { school: one.school, figures: { ...one.figures, table } }
}

/** 万平方米 for 平方米. */
function tenThousandth(figure: CellFigure): CellFigure {
  const count = asCount(figure)
  return count === null ? figure : times(count, fraction(1n, 10_000n))
}

function scaled(figure: CellFigure, by: number): CellFigure {
  const count = asCount(figure)
  return typeof count === 'number' ? count * by : figure
}

function rounded(figure: CellFigure): CellFigure {
  const count = asCount(figure)
  return typeof count === 'number' ? Math.round(count / 5) * 5 : figure
}

/** The cell of the neighbouring column, where it is one of 专任教师 and 行政人员. */
function swapped(form: Form | undefined, at: number): number {
  const item = form?.items[at]
  const [a, b] = ['专任教师', '行政人员'].map(
    (name) => form?.columns.findIndex(({ path }) => path.at(-1) === name) ?? -1,
  )
  const to = item?.column === a ? b : item?.column === b ? a : item?.column
  return form?.items.findIndex((one) => one.row === item?.row && one.column === to) ?? at
}

function tally(kind: ScreeningKind): Tally {
  const found = tallies.get(kind)
  if (found === undefined) throw new Error(kind)
  return found
}

function print(): void {
  const lines = [...tallies].map(([kind, { alarms, planted: all, own, any }]) =>
    [kind, alarms, all, own, any].join('\t'),
  )
  process.stdout.write(
    [
      `${String(counties)} clean counties of ${String(SCHOOLS)} schools, seed ${String(seed)}`,
      'kind\tfalse alarms\tplanted\tasked by it\tasked by any',
      ...lines,
      '',
    ].join('\n'),
  )
}
