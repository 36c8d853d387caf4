import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { understand } from '../../../../src/core/setup/understand.ts'
import { Findings } from '../../../../src/core/service/findings/findings.ts'
import { Collection } from '../../../../src/core/collection/collection.ts'
import { createStore } from '../../../../src/core/service/collections/create.ts'
import { importReturns } from '../../../../src/core/service/intake/import.ts'
import { lastYearOf } from '../../../../src/core/service/last-year/last-year.ts'
import { ruleSetOf } from '../../../../src/core/service/findings/rule-set.ts'
import { places } from '../../../../src/main/places.ts'
import { createPorts } from '../../../../src/main/ports.ts'
import { county, sourceFiles } from '../../../support/county.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-derive-'))
const ports = createPorts({ host: 'memory', ...places(), dataFolder: folder })
const shipped = readFileSync(places().ruleLibrary, 'utf8')
afterAll(async () => {
  await ports.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A county whose returns say what is true, as a collection that came without rules of its own. */
async function correct(style: 'official' | 'plain', seed: number) {
  const made = await county({ style, seed, schools: 14, mess: false })
  const found = await understand(sourceFiles(made), ports.reader)
  const assets = found.assets.filter((asset) => asset.role !== 'rules')
  const path = join(folder, `${style}${String(seed)}.huishu`)
  const collection = new Collection(createStore(ports, path, { ...found, assets }))
  const job = { signal: { cancelled: false }, update: () => undefined }
  await importReturns(collection, found.returns, ports, job, () => undefined)
  const prior = await lastYearOf(collection, ports.reader)
  const findings = new Findings(collection, () => ruleSetOf(collection, shipped), prior)
  return { collection, findings }
}

it.each([
  ['official', 1],
  ['official', 2],
  ['official', 3],
  ['plain', 1],
  ['plain', 2],
  ['plain', 3],
] as const)(
  'no derived check and no shipped error fails on correct figures: %s county %i',
  async (style, seed) => {
    const { collection, findings } = await correct(style, seed)
    const { rules, findings: found } = findings.view('returned')
    const derived = new Set(
      rules.filter((rule) => rule.origin === 'derived').map((rule) => rule.id),
    )
    expect(derived.size).toBeGreaterThan(10)
    expect(found.filter((one) => derived.has(one.rule) || one.severity === 'error')).toEqual([])
    // None of them is void: each was decided for some school, unless no school fills in its table.
    const running = rules.filter((rule) => rule.on && rule.origin === 'derived')
    expect(running.filter((rule) => rule.faults > 0)).toEqual([])
    expect(running.some((rule) => rule.schools > 0)).toBe(true)
    collection.store.close()
  },
)

it.each(['official', 'plain'] as const)(
  'a total that is one too high is found by a derived check: %s',
  async (style) => {
    const { collection, findings } = await correct(style, 4)
    const before = findings.view('adopted')
    const derived = before.rules.filter(
      (rule) => rule.origin === 'derived' && rule.severity === 'error',
    )
    const balance = derived.find((rule) => rule.check.includes(' = ') && rule.schools > 0)
    const total = /^(?<form>.+?)\[(?<row>[^,]+),(?<column>[^\]]+)\]/u.exec(
      balance?.check ?? '',
    )?.groups
    const form = collection.form(total?.['form'] ?? '')
    const school = collection.expected.find((one) => collection.table(one.id, form.id) !== null)
    const index = form.items.findIndex(
      (item) =>
        item.kind === 'number' &&
        (total?.['row'] === '*' || form.rows[item.row]?.code === total?.['row']) &&
        (total?.['column'] === '*' || form.columns[item.column]?.code === total?.['column']),
    )
    const returned = collection.returned(school?.id ?? '', form, index)
    const item = collection.index.addressesOf(form)[index] ?? ''
    const changes = [
      {
        school: school?.id ?? '',
        item,
        from: returned.value,
        to: String(Number(returned.value) + 1),
        returned: `${returned.state}:${returned.value}`,
      },
    ]
    const at = '2025-09-21T08:00:00Z'
    collection.store.append({
      at,
      person: '',
      kind: 'adopt',
      reason: '试',
      of: [],
      payload: { changes },
    })
    collection.refreshLedger()
    const found = findings.view('adopted').findings
    expect(found.map((one) => one.rule)).toContain(balance?.id)
    expect(new Set(found.map((one) => one.school))).toEqual(new Set([school?.id]))
    collection.store.close()
  },
)
