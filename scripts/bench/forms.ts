import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { Findings } from '../../src/core/service/findings/findings.ts'
import { ruleSetOf } from '../../src/core/service/findings/rule-set.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { lastYearOf } from '../../src/core/service/last-year/last-year.ts'
import { understand } from '../../src/core/setup/understand.ts'
import { expandPaths } from '../../src/main/grants.ts'
import { createPorts } from '../../src/main/ports.ts'
import { valuesOfCollection } from '../county/outcome.ts'
import { makeCounty } from '../county/county.ts'
import type { CountyOptions } from '../county/county.ts'
import { holdAgainst } from '../county/held.ts'
import type { Held, Outcome } from '../county/held.ts'

/**
 * Made counties of forms as counties really make them, once without and once with mess: files and
 * cells that come out right, silent wrong values, what was lost without a word, and findings, of
 * which there must be none, for each kind of mess.
 *
 *   node scripts/bench/forms.ts [--seed 1] [--seeds 2] [--schools 46] [--kind KIND] [--list]
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '2' },
    schools: { type: 'string', default: '46' },
    kind: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'huishu-forms-'))
const all = new Map<string, Held>()
try {
  const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.seed) + i)
  for (const seed of seeds) {
    for (const mess of [false, true]) await measure(seed, mess)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
print()

async function measure(seed: number, mess: boolean): Promise<void> {
  const options: CountyOptions = { seed, schools: Number(values.schools), style: 'own', mess }
  const county = await makeCounty(options)
  const ports = createPorts({
    host: 'memory',
    version: '0',
    dataFolder: folder,
    sampleFolder: folder,
  })
  // Zips among the returns are opened where the files are on the disk.
  const place = join(folder, `${String(seed)}-${String(mess)}`)
  for (const [path, bytes] of county.files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), bytes)
  }
  const found = await understand(await expandPaths([place], place), ports.reader)
  const path = `${place}.huishu`
  const collection = new Collection(createStore(ports, path, found))
  const job = { signal: { cancelled: false }, update: () => undefined }
  await importReturns(collection, found.returns, ports, job, () => undefined)
  const prior = await lastYearOf(collection, ports.reader)
  const rules = ruleSetOf(collection, ports.shippedRules())
  const findings = new Findings(collection, () => rules, prior).view('returned').findings
  const outcome: Outcome = {
    files: collection.allVerdicts().map(({ file, status, school, reasons }) => ({
      file: file.path,
      status,
      school,
      reasons,
    })),
    values: valuesOfCollection(collection),
    findings: findings.map(({ school, rule, title }) => ({ school, rule: `${rule} ${title}` })),
  }
  collection.store.close()
  await ports.close()
  const { held, misses } = holdAgainst(outcome, county.truth)
  for (const [kind, one] of held) {
    const name = mess ? kind || '(kept to the form)' : '(county without mess)'
    all.set(name, added(all.get(name), one))
  }
  if (!values.list && values.kind === undefined) return
  const messOf = new Map(county.truth.files.map((file) => [file.file, file.mess]))
  const wanted = misses.filter(
    ({ file }) =>
      values.kind === undefined || (messOf.get(file) ?? []).join().includes(values.kind),
  )
  for (const { how, file, text } of wanted) {
    console.log(`${how}\t${String(seed)}\t${file} [${(messOf.get(file) ?? []).join(' ')}]\t${text}`)
  }
}

function added(before: Held | undefined, one: Held): Held {
  if (before === undefined) return one
  const sum = { ...before }
  for (const name of Object.keys(sum) as (keyof Held)[]) sum[name] += one[name]
  return sum
}

function print(): void {
  const head = ['files', 'right', 'cells', 'right', 'wrong', 'lost', 'asked', 'findings']
  console.log(['kind of mess'.padEnd(28), ...head.map((text) => text.padStart(9))].join(''))
  const line = (name: string, held: Held): string => {
    const { files, filesRight, cells, cellsRight, wrong, lost, asked, findings } = held
    const numbers = [files, filesRight, cells, cellsRight, wrong, lost, asked, findings]
    return [name.padEnd(28), ...numbers.map((n) => String(n).padStart(9))].join('')
  }
  for (const [name, held] of [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(line(name, held))
  }
}
