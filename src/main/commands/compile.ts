import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { faultsOf } from '../../core/service/faults/faults.ts'
import { faultText } from '../../shared/words/faults.ts'
import { queryBookName } from '../../core/queries/query-book.ts'
import { reportJson } from '../../core/report/report-json.ts'
import { valuesCsv } from '../../core/report/values-csv.ts'
import { Collection } from '../../core/collection/collection.ts'
import { contentIn } from '../../core/service/intake/content.ts'
import { Consolidation } from '../../core/service/consolidate/consolidation.ts'
import { createStore } from '../../core/service/collections/create.ts'
import { consolidatedInput } from '../../core/service/data/consolidated-input.ts'
import { importReturns } from '../../core/service/intake/import.ts'
import { indicatorsOf } from '../../core/service/consolidate/indicator-years.ts'
import { Findings } from '../../core/service/findings/findings.ts'
import {
  externalOf,
  indicatorLibraryOf,
  lastYearOf,
} from '../../core/service/last-year/last-year.ts'
import { queryBook } from '../../core/service/queries/query-books.ts'
import { ownRulesOf, ruleSetOf } from '../../core/service/findings/rule-set.ts'
import type { RuleSet } from '../../core/service/findings/rule-set.ts'
import type { JobHandle } from '../../core/service/jobs.ts'
import { summaryDocument } from '../../core/service/summary/summary-document.ts'
import { summaryView } from '../../core/service/summary/summary-view.ts'
import type { Fault } from '../../shared/faults.ts'
import { understand } from '../../core/setup/understand.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { summaryWarningText } from '../../shared/words/summary.ts'
import { fileName } from '../files/names.ts'
import { writeWhole } from '../files/stream.ts'
import { expandPaths } from '../grants.ts'
import type { HostPorts } from '../ports.ts'
import { withWorkspace } from './workspace.ts'

interface Options {
  folder: string
  out: string
  lang: Lang
  progress: boolean
}

/**
 * `compile DIR --out OUT`: a collection folder made into a collection, its returns read, and the
 * results written: <title>.huishu, 汇总表.xlsx, values.csv, report.json, 年度总结.docx when there is a
 * summary, and 退回/ with the questions to each school that has open findings. Written is not asked:
 * the ledger says nothing of them, and their replies are recognised all the same.
 *
 * @throws CallError no-such-file, no-forms, bad-config, bad-register, collection-exists, cannot-write, cancelled
 */
export async function compileCommand(options: Options): Promise<void> {
  const signal = { cancelled: false }
  const stop = (): void => {
    signal.cancelled = true
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await withWorkspace('memory', ({ ports }) => compile(options, ports, signal))
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

async function compile(
  options: Options,
  ports: HostPorts,
  signal: { cancelled: boolean },
): Promise<void> {
  const folder = resolve(options.folder)
  const out = resolve(options.out)
  if (!(await isFolder(folder))) throw new CallError('no-such-file', { path: options.folder })
  const found = await understand(await expandPaths([folder], folder), ports.reader)
  const title = found.config.title || basename(folder)
  await makeFolder(out)
  const path = join(out, `${fileName(title)}.huishu`)
  await makeRoom(path, ports)
  const store = createStore(ports, path, { ...found, config: { ...found.config, title } })
  const collection = new Collection(store)
  try {
    const job = handleOf(options, signal)
    await importReturns(collection, found.returns, ports, job, () => undefined)
    if (signal.cancelled) throw new CallError('cancelled')
    const lastYear = await lastYearOf(collection, ports.reader)
    // report.json speaks of the rules that the folder brings; only without any, of the others.
    const rules = (): RuleSet =>
      collection.text('rules') === null
        ? ruleSetOf(collection, ports.shippedRules())
        : ownRulesOf(collection)
    const findings = new Findings(collection, rules, lastYear)
    const external = await externalOf(collection, ports.reader)
    const { indicators } = indicatorLibraryOf(collection)
    const results = indicatorsOf(collection, indicators, lastYear, external, 'returned')
    const faults = faultsOf({ collection, prior: lastYear, external }, findings)
    for (const fault of faults) process.stderr.write(`${faultText(options.lang, fault)}\n`)
    await writeWhole(join(out, 'values.csv'), valuesCsv(collection), signal)
    await writeWhole(
      join(out, 'report.json'),
      reportJson(collection, findings, results, faults, options.lang),
      signal,
    )
    const consolidation = new Consolidation(collection, lastYear, external)
    await writeWorkbook(consolidation, { findings, faults }, out, options, ports, job)
    if (collection.text('summary') !== null) await writeSummary(consolidation, out, options, ports)
    await writeQueryBooks(collection, findings, out, ports, job)
  } finally {
    store.close()
  }
}

/** 年度总结.docx; what in the text wants a look is said on stderr. */
async function writeSummary(
  consolidation: Consolidation,
  out: string,
  { lang }: Options,
  ports: HostPorts,
): Promise<void> {
  await ports.writer.summary(summaryDocument(consolidation, 'adopted'), join(out, '年度总结.docx'))
  const view = summaryView(consolidation, 'adopted', null)
  for (const warning of view.warnings) {
    process.stderr.write(`年度总结 ${summaryWarningText(lang, warning, view)}\n`)
  }
}

async function writeWorkbook(
  consolidation: Consolidation,
  { findings, faults }: { findings: Findings; faults: Fault[] },
  out: string,
  options: Options,
  ports: HostPorts,
  job: JobHandle,
): Promise<void> {
  const found = { ...findings.view('adopted'), faults }
  const input = consolidatedInput(consolidation, 'adopted', options.lang, ports, found)
  const blank = (name: string): Uint8Array | null =>
    consolidation.collection.material('form', name)?.bytes ?? null
  const progress = (done: number, total: number, current: string): void =>
    job.update({ done, total, current })
  await ports.writer.consolidated(input, blank, join(out, '汇总表.xlsx'), progress, job.signal)
}

async function writeQueryBooks(
  collection: Collection,
  findings: Findings | null,
  out: string,
  ports: HostPorts,
  job: JobHandle,
): Promise<void> {
  const now = ports.clock.now()
  const books = collection.expected.flatMap((school) => {
    const open = findings?.unsettled(school) ?? []
    if (open.length === 0) return []
    const book = queryBook(collection, school, open, now)
    return [{ name: queryBookName(book), book }]
  })
  if (books.length === 0) return
  await ports.writer.queries(
    books,
    contentIn(collection),
    { path: join(out, '退回'), kind: 'folder' },
    (done, total, current) => job.update({ done, total, current }),
    job.signal,
  )
}

/** Progress goes to stderr, when asked for, a line for every percent or so. */
function handleOf(options: Options, signal: { cancelled: boolean }): JobHandle {
  let shown = -1
  return {
    signal,
    update({ done, total, current }) {
      if (!options.progress || done === undefined) return
      const percent = total === undefined || total === 0 ? done : Math.floor((done / total) * 100)
      if (percent === shown) return
      shown = percent
      const of = total === undefined ? '' : `/${String(total)}`
      process.stderr.write(`${String(done)}${of} ${current ?? ''}\n`)
    },
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true
}

async function makeFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true })
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new CallError('cannot-write', { path: out, detail })
  }
}

/**
 * Compiling again replaces the collection that an earlier compilation made; one in which somebody
 * has corrected figures since is work, and is never overwritten.
 */
async function makeRoom(path: string, ports: HostPorts): Promise<void> {
  if ((await stat(path).catch(() => null)) === null) return
  const store = ports.stores.open(path)
  const worked = store.ledger().some((entry) => entry.kind !== 'create' && entry.kind !== 'receive')
  store.close()
  if (worked) throw new CallError('collection-exists', { path })
  for (const file of [path, `${path}-wal`, `${path}-shm`]) await rm(file, { force: true })
}
