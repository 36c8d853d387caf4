import type { Fault } from '../../../shared/faults.ts'
import type { SummaryView } from '../../../shared/summary.ts'
import type { Lang } from '../../../shared/words/say.ts'
import type { Collection } from '../../collection/collection.ts'
import type { Ports } from '../../ports.ts'
import { queryBookName } from '../../model/query-book.ts'
import { Consolidation } from '../consolidate/consolidation.ts'
import { indicatorsOf } from '../consolidate/indicator-years.ts'
import { consolidatedInput } from '../data/consolidated-input.ts'
import type { ExportWishes } from '../data/list-sheets.ts'
import { faultsOf } from '../faults/faults.ts'
import { Findings } from '../findings/findings.ts'
import { ownRulesOf, ruleSetOf } from '../findings/rule-set.ts'
import type { RuleSet } from '../findings/rule-set.ts'
import { contentIn } from '../intake/content.ts'
import type { JobHandle } from '../jobs.ts'
import { externalOf, indicatorLibraryOf, lastYearOf } from '../last-year/last-year.ts'
import { queryBook } from '../queries/query-books.ts'
import { reportJson } from '../report/report-json.ts'
import { valuesCsv } from '../report/values-csv.ts'
import { summaryDocument } from '../summary/summary-document.ts'
import { summaryView } from '../summary/summary-view.ts'
import type { OutputFolder } from '../../model/output-folder.ts'

/** How compiling tells what it comes to. */
export interface CompileJob extends JobHandle {
  /** What could not be used, told before any result is written. */
  faults(found: Fault[]): void
  /** A school whose query workbook could not be put together; the others are written. */
  notWritten(school: string, detail: string): void
}

/**
 * Writes everything that follows from a collection's returns into a folder.
 *
 * @param identities whether the lists of the workbook hold identity numbers whole
 * @returns the summary as written; null where the collection has none
 * @throws CallError cannot-write, cancelled
 */
export async function writeResults(
  collection: Collection,
  ports: Ports,
  lang: Lang,
  out: OutputFolder,
  job: CompileJob,
  identities = false,
): Promise<SummaryView | null> {
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
  job.faults(faults)
  await out.write('values.csv', valuesCsv(collection), job.signal)
  await out.write(
    'report.json',
    reportJson(collection, findings, results, faults, lang),
    job.signal,
  )
  const consolidation = new Consolidation(collection, lastYear, external)
  const wishes = { basis: 'adopted' as const, lang, identities }
  await writeWorkbook(consolidation, { findings, faults }, ports, wishes, out, job)
  const summary = await writeSummary(consolidation, ports, out)
  await writeQueryBooks(collection, findings, ports, out, job)
  return summary
}

/** Writes 汇总表.xlsx into a folder. Throws CallError cannot-write, cancelled. */
export async function writeWorkbook(
  consolidation: Consolidation,
  { findings, faults }: { findings: Findings; faults: Fault[] },
  ports: Ports,
  wishes: ExportWishes,
  out: OutputFolder,
  job: JobHandle,
): Promise<void> {
  const found = { ...findings.view('adopted'), faults }
  const input = consolidatedInput(consolidation, wishes, ports, found)
  const blank = (name: string): Uint8Array | null =>
    consolidation.collection.material('form', name)?.bytes ?? null
  await ports.writer.consolidated(input, blank, out.path('汇总表.xlsx'), told(job), job.signal)
}

/** Writes 年度总结.docx into a folder; null where the collection has no summary. Throws CallError cannot-write. */
export async function writeSummary(
  consolidation: Consolidation,
  ports: Ports,
  out: OutputFolder,
): Promise<SummaryView | null> {
  if (consolidation.collection.text('summary') === null) return null
  await ports.writer.summary(summaryDocument(consolidation, 'adopted'), out.path('年度总结.docx'))
  return summaryView(consolidation, 'adopted', null)
}

async function writeQueryBooks(
  collection: Collection,
  findings: Findings,
  ports: Ports,
  out: OutputFolder,
  job: CompileJob,
): Promise<void> {
  const now = ports.clock.now()
  const books = collection.expected.flatMap((school) => {
    const open = findings.unsettled(school)
    if (open.length === 0) return []
    const book = queryBook(collection, school, open, now)
    return [{ name: queryBookName(book), book }]
  })
  if (books.length === 0) return
  const failed = await ports.writer.queries(
    books,
    contentIn(collection),
    { path: out.path('退回'), kind: 'folder' },
    told(job),
    job.signal,
  )
  for (const { school, detail } of failed) job.notWritten(school, detail)
}

/** How a writer's progress is told. */
function told(job: JobHandle): (done: number, total: number, current: string) => void {
  return (done, total, current) => job.update({ done, total, current })
}
