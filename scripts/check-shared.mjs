// Compiles a collection folder that comes with its truth and counts where the results differ.
// An extra for machines that have such a folder; nothing of the project needs it.
// Usage: node scripts/check-shared.mjs COLLECTION-FOLDER
// Last line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Collection } from '../src/core/collection/collection.ts'
import { externalOf, lastYearOf } from '../src/core/service/last-year/last-year.ts'
import { filledSummary } from '../src/core/service/summary/quoted.ts'
import { stores } from '../src/main/store/stores.ts'
import { createReader } from '../src/main/workbook/reader.ts'
import { checkSeeds } from './check-seeds.mjs'
import { workbookFaults } from './check-workbooks.mjs'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(root, '../shared/data/county-a'))
const out = mkdtempSync(join(tmpdir(), 'huishu-check-'))
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const checks = []
const check = (name, faults) => {
  checks.push(faults.length === 0)
  const shown = faults.slice(0, 10).map((fault) => `  ${fault}`)
  console.log([`${faults.length === 0 ? 'ok' : 'FAILED'} ${name}`, ...shown].join('\n'))
}

/** Records of a CSV text without line breaks inside fields. */
function records(text) {
  const [head, ...lines] = text.replaceAll('\r', '').trim().split('\n').map(fieldsOf)
  return lines.map((fields) => Object.fromEntries(head.map((name, i) => [name, fields[i] ?? ''])))
}

function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

const sameValue = (a, b) => a === b || (a !== '' && b !== '' && Number(a) === Number(b))

try {
  const cli = [join(root, 'src/main/cli.ts'), 'compile', folder, '--out', out]
  const run = spawnSync(process.execPath, cli, { encoding: 'utf8' })
  check('compile ends with exit 0', run.status === 0 ? [] : [run.stderr])
  if (run.status === 0) compare()
  if (run.status === 0) await compareSummary()
  compareWorkbooks()
  await checkSeeds(join(folder, '../../seeds'), join(out, 'seeds'), check)
} finally {
  rmSync(out, { recursive: true, force: true })
}
console.log(`${checks.filter(Boolean).length} passed, ${checks.filter((ok) => !ok).length} failed`)
process.exitCode = checks.every(Boolean) ? 0 : 1

function compare() {
  const report = json(join(out, 'report.json'))
  const truth = new Map(
    records(readFileSync(join(folder, 'truth/values.csv'), 'utf8')).map((r) => [
      `${r.school} ${r.item}`,
      r.returned,
    ]),
  )
  const values = records(readFileSync(join(out, 'values.csv'), 'utf8'))
  const places = new Set(values.map((v) => `${v.school} ${v.item}`))
  check('every item of truth is listed, and no other', [
    ...[...truth.keys()].filter((key) => !places.has(key)),
    ...[...places].filter((key) => !truth.has(key)),
  ])
  const judged = values.map((v) => ({ ...v, want: truth.get(`${v.school} ${v.item}`) ?? '' }))
  const wrong = judged.filter(
    (v) => v.state !== 'unreadable' && v.want !== '?' && !sameValue(v.returned, v.want),
  )
  check(
    'no wrong value without a mark',
    wrong.map((v) => `${v.school} ${v.item} ${v.want} → ${v.returned} (${v.state})`),
  )
  check(
    'every readable value is read',
    judged
      .filter((v) => v.state === 'unreadable' && v.want !== '?')
      .map((v) => `${v.school} ${v.item}`),
  )
  const files = new Map(report.files.map((file) => [file.file.replace(/^returns\//, ''), file]))
  check(
    'verdicts of all files',
    json(join(folder, 'truth/files.json')).flatMap((want) => {
      const got = files.get(want.file)
      const fits = got !== undefined && [want.status, ...(want.also_ok ?? [])].includes(got.status)
      const whose = want.status === 'rejected' || got?.school === want.school
      return fits && whose
        ? []
        : [`${want.file}: ${want.status} ${want.school} → ${got?.status} ${got?.school}`]
    }),
  )
  compareTotals(report)
  compareFindings(report)
  compareIndicators(report)
}

function compareFindings(report) {
  const key = ({ school, rule, row, col }) => `${school} ${rule} [${row ?? ''},${col ?? ''}]`
  const got = new Set(report.findings.map(key))
  const want = new Set(json(join(folder, 'truth/findings.json')).map(key))
  check('findings instance by instance', [
    ...[...want].filter((one) => !got.has(one)).map((one) => `not found: ${one}`),
    ...[...got].filter((one) => !want.has(one)).map((one) => `too many: ${one}`),
  ])
}

function compareIndicators(report) {
  const got = new Map(report.indicators.map((one) => [one.id, one]))
  const faults = []
  for (const [id, want] of Object.entries(json(join(folder, 'truth/indicators.json')))) {
    const own = got.get(id)
    for (const field of ['value', 'numerator', 'denominator', 'prior']) {
      if (own?.[field] !== want[field])
        faults.push(`${id} ${field}: ${want[field]} → ${own?.[field]}`)
    }
  }
  check('indicators to the last digit', faults)
}

/** Odd workbooks beside the collection, which a script of theirs makes. */
function compareWorkbooks() {
  const workbooks = join(folder, '../workbooks')
  if (!existsSync(join(workbooks, 'make-cases.py'))) return
  const faults = workbookFaults(workbooks)
  if (faults === null) console.log('not run: odd workbooks as they are seen (no python3)')
  else check('odd workbooks as they are seen', faults)
}

/** The summary filled in by the collection that was compiled, and the one written for Word. */
async function compareSummary() {
  const path = join(folder, 'truth/summary_expected.md')
  if (!existsSync(path)) return
  const want = readFileSync(path, 'utf8')
  const store = stores.open(
    join(
      out,
      readdirSync(out).find((name) => name.endsWith('.huishu')),
    ),
  )
  const reader = createReader()
  try {
    const collection = new Collection(store)
    const prior = await lastYearOf(collection, reader)
    const external = await externalOf(collection, reader)
    const got = filledSummary({ collection, prior, external }, 'returned')?.text ?? ''
    const differs = (a, b) =>
      a
        .split('\n')
        .flatMap((line, i) => (line === b.split('\n')[i] ? [] : [`line ${i + 1}: ${line}`]))
    check('the summary to the last character', got === want ? [] : differs(got, want))
    const entries = unzipSync(readFileSync(join(out, '年度总结.docx')))
    const written = strFromU8(entries['word/document.xml'])
      .split('</w:p>')
      .map((line) =>
        [...line.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
      )
      .filter((line) => line !== '')
    const plain = want
      .split('\n')
      .map((line) => line.replace(/^#+ |^[\s　]+|\*\*/gu, '').replaceAll('**', ''))
    const wanted = plain.filter((line) => line !== '')
    check('年度总结.docx says the same', differs(written.join('\n'), wanted.join('\n')))
  } finally {
    store.close()
    await reader.close()
  }
}

function compareTotals(report) {
  const got = new Map(
    report.totals.map((t) => [`${t.item} ${t.by ?? ''} ${t.group ?? ''}`, t.returned]),
  )
  const faults = []
  for (const [item, { returned }] of Object.entries(
    json(join(folder, 'truth/totals.json')).items,
  )) {
    const wanted = [['', '', returned.county]]
    for (const [town, value] of Object.entries(returned['乡镇'])) wanted.push(['乡镇', town, value])
    for (const [by, group, value] of wanted) {
      const own = got.get(`${item} ${by} ${group}`)
      if (own !== value) faults.push(`${item} ${group}: ${value} → ${own}`)
    }
  }
  check('totals to the last digit', faults)
}
