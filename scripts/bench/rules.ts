import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { School } from '../../src/shared/model.ts'
import { understand } from '../../src/core/setup/understand.ts'
import type { Understanding } from '../../src/core/setup/understand.ts'
import { utf8Text } from '../../src/core/model/utf8-text.ts'
import { parseRules } from '../../src/core/rules/library.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { Findings } from '../../src/core/service/findings/findings.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { indicatorsOf } from '../../src/core/service/consolidate/indicator-years.ts'
import { indicatorLibraryOf, lastYearOf } from '../../src/core/service/last-year/last-year.ts'
import { overviewOf } from '../../src/core/service/overview/overview.ts'
import { ruleSetOf } from '../../src/core/service/findings/rule-set.ts'
import { figuresOf } from '../../src/core/service/data/views.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { HostPorts } from '../../src/main/ports.ts'
import type { ExternalFigure } from '../../src/core/model/external-figure.ts'
import { noLastYear } from '../../src/core/last-year/last-year.ts'
import type { LastYear } from '../../src/core/last-year/last-year.ts'
import { makeCounty } from '../county/county.ts'
import { sourcesOfCounty } from './county-sources.ts'

/**
 * How long the rules take: all of them over all schools from nothing, and everything that rests on
 * the figures (findings, counts, totals of every form, indicators) after one correction.
 *
 *   node scripts/bench/rules.ts [SCHOOLS] [RULES] [ROUNDS]
 *
 * The county is a made one of 60 schools whose returns are taken over and over under new codes, and
 * its rules are its own, repeated under new ids; so tables, figures and checks are ordinary ones.
 */
const [schools, rules, rounds] = [2, 3, 4].map((at) => Number(process.argv[at] ?? '0'))
const SCHOOLS = schools || 1_000
const RULES = rules || 1_000
const ROUNDS = rounds || 9
const EXTERNAL: ExternalFigure[] = []
const folder = mkdtempSync(join(tmpdir(), 'huishu-rules-'))
const ports = createPorts({
  host: 'memory',
  version: '0',
  dataFolder: folder,
  sampleFolder: folder,
})
try {
  await measure()
} finally {
  await ports.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const { collection, prior } = await largeCounty(ports)
  const { indicators } = indicatorLibraryOf(collection)
  const put = () => ruleSetOf(collection, '')
  const cold: Took[] = []
  let findings = new Findings(collection, put, prior)
  for (let round = 0; round < ROUNDS; round++) {
    findings = new Findings(collection, put, prior)
    const ready = timed(() => findings.ruleSet()).took.ms
    const { took, value } = timed(() => findings.view('adopted'))
    cold.push(took)
    if (round === 0) {
      const running = value.rules.filter((rule) => rule.on && rule.fault === null).length
      console.log(
        `rules (${SCHOOLS} schools, ${running} rules, ${value.findings.length} findings; rules read and compiled in ${ready.toFixed(0)} ms)`,
      )
    }
  }
  say('all rules over all schools', cold)
  const forms = collection.forms
  const all = (): void => {
    forms.forEach((form) => figuresOf(collection, form, 'adopted', { county: true }))
  }
  all()
  indicatorsOf(collection, indicators, prior, EXTERNAL, 'adopted')
  const parts = new Map<string, Took[]>()
  const part = (name: string, work: () => unknown): void => {
    const { took } = timed(work)
    parts.set(name, [...(parts.get(name) ?? []), took])
  }
  const whole: Took[] = []
  for (let round = 0; round < ROUNDS * 3; round++) {
    const edit = correction(collection, round)
    const { took } = timed(() => {
      part('  ledger', () => {
        collection.store.append(edit)
        collection.refreshLedger()
      })
      part('  findings', () => findings.view('adopted'))
      part('  overview', () => overviewOf(collection, findings))
      part('  totals', all)
      part('  indicators', () => indicatorsOf(collection, indicators, prior, EXTERNAL, 'adopted'))
    })
    whole.push(took)
  }
  say('after one correction', whole)
  for (const [name, times] of parts) say(name, times)
  collection.store.close()
}

/** A correction of one cell of one school, another one each time. */
function correction(collection: Collection, round: number) {
  const school = collection.expected[(round * 37 + 1) % collection.expected.length]
  if (school === undefined) throw new Error('no schools')
  const form = collection.forms.find(
    (one) =>
      one.items.some((item) => item.kind === 'number') &&
      collection.table(school.id, one.id) !== null,
  )
  if (form === undefined) throw new Error('no table')
  const index = form.items.findIndex((item) => item.kind === 'number')
  const item = collection.index.addressesOf(form)[index] ?? ''
  const { value, state } = collection.returned(school.id, form, index)
  const changes = [
    { school: school.id, item, from: value, to: String(round + 7), returned: `${state}:${value}` },
  ]
  const at = '2025-09-21T08:00:00Z'
  return { at, person: '', kind: 'adopt' as const, reason: '核实', of: [], payload: { changes } }
}

async function largeCounty(host: HostPorts): Promise<{ collection: Collection; prior: LastYear }> {
  const county = await makeCounty({ seed: 1, schools: 60, style: 'official', mess: false })
  const found = await understand(sourcesOfCounty(county.files), host.reader)
  const small = new Collection(createStore(host, join(folder, 'small.huishu'), found))
  const job = { signal: { cancelled: false }, update: () => undefined }
  await importReturns(small, found.returns, host, job, () => undefined)
  const before = await lastYearOf(small, host.reader)
  const large = new Collection(
    createStore(host, join(folder, 'large.huishu'), {
      ...found,
      schools: manySchools(found.schools),
      assets: [...found.assets.filter((asset) => asset.role !== 'rules'), manyRules(found)],
    }),
  )
  const prior = { ...noLastYear(), covered: before.covered }
  for (const school of large.schools) {
    const from = school.attributes['原校'] ?? ''
    const values = before.values.get(from)
    const tables = before.tables.get(from)
    if (values !== undefined) prior.values.set(school.id, values)
    if (tables !== undefined) prior.tables.set(school.id, tables)
    const own = small.standing(from)?.files[0]
    if (own === undefined) continue
    const path = `${school.id}.xlsx`
    const reading = { ...own.reading, school: school.id }
    large.addFile({ ...own, id: large.storedFiles().length + 1, sha256: school.id, path, reading })
  }
  large.refresh()
  misprint(large)
  small.store.close()
  return { collection: large, prior }
}

/** One wrong figure at every fifth school, so that there is something to find. */
function misprint(collection: Collection): void {
  const changes = collection.expected
    .filter((_, at) => at % 5 === 0)
    .flatMap((_, at) => correction(collection, at).payload.changes)
  collection.store.append({ ...correction(collection, 0), payload: { changes } })
  collection.refreshLedger()
}

function manySchools(list: School[]): School[] {
  const active = list.filter((school) => school.active)
  return Array.from({ length: SCHOOLS }, (_, at) => {
    const school = active[at % active.length]
    if (school === undefined) throw new Error('no schools')
    const id = `9${String(at).padStart(9, '0')}`
    return {
      ...school,
      id,
      name: `${school.name}${String(at)}`,
      attributes: { ...school.attributes, 原校: school.id },
    }
  })
}

/** The county's rules, shipped like ones included, again and again under new ids. */
function manyRules(found: Understanding): Understanding['assets'][number] {
  const asset = found.assets.find((one) => one.role === 'rules')
  const own = asset === undefined ? [] : parseRules(utf8Text(asset.bytes)).rules
  const list: Rule[] = []
  for (let at = 0; list.length < RULES && own.length > 0; at++) {
    const rule = own[at % own.length]
    if (rule !== undefined) list.push({ ...rule, id: `${rule.id}/${String(at)}` })
  }
  const bytes = new TextEncoder().encode(JSON.stringify(list))
  return { role: 'rules', name: 'rules.yaml', bytes }
}

interface Took {
  /** By the clock, and in this process alone: a busy machine stretches only the first. */
  ms: number
  own: number
}

function timed<T>(work: () => T): { took: Took; value: T } {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const value = work()
  const { user, system } = process.cpuUsage(used)
  return { took: { ms: performance.now() - start, own: (user + system) / 1_000 }, value }
}

function say(name: string, times: Took[]): void {
  const middle = (of: (took: Took) => number): string => {
    const sorted = times.map(of).toSorted((a, b) => a - b)
    return (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0).toFixed(1).padStart(8)
  }
  const best = Math.min(...times.map(({ ms }) => ms))
  console.log(
    `  ${name.padEnd(28)} median ${middle(({ ms }) => ms)} ms (processor ${middle(({ own }) => own)})  best ${best.toFixed(1).padStart(8)}`,
  )
}
