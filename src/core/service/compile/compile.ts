import { CallError } from '../../../shared/result.ts'
import type { SummaryView } from '../../../shared/summary.ts'
import type { Lang } from '../../../shared/words/say.ts'
import { Collection } from '../../collection/collection.ts'
import type { Ports, SourceFile } from '../../ports.ts'
import { understand } from '../../setup/understand.ts'
import { createStore } from '../collections/create.ts'
import { importReturns } from '../intake/import.ts'
import { writeResults } from './results.ts'
import type { CompileJob } from './results.ts'
import type { OutputFolder } from '../../model/output-folder.ts'

/** What is compiled, and how the results speak. */
export interface Compiling {
  /** Everything in the collection's folder. */
  sources: SourceFile[]
  /** Title where the folder's config gives none. */
  title: string
  lang: Lang
  /** Whether the lists of the workbook hold identity numbers whole; masked when absent. */
  identities?: boolean
}

/**
 * A folder of sources made into a collection, its returns read, and the results written:
 * <title>.huishu, 汇总表.xlsx, values.csv, report.json, 年度总结.docx when there is a summary, and 退回/
 * with the questions to each school that has open findings. Written is not asked: the ledger says
 * nothing of them, and their replies are recognised all the same.
 *
 * @param job told how far it is; cancelled, nothing half written stays
 * @returns the summary as written; null where there is none
 * @throws CallError no-forms, bad-config, bad-register, collection-exists, cannot-write, cancelled
 */
export async function compile(
  ports: Ports,
  { sources, title: named, lang, identities = false }: Compiling,
  out: OutputFolder,
  job: CompileJob,
): Promise<SummaryView | null> {
  const found = await understand(sources, ports.reader)
  const title = found.config.title || named
  await out.make()
  const name = `${title}.huishu`
  await makeRoom(ports, out, name)
  const store = createStore(ports, out.path(name), { ...found, config: { ...found.config, title } })
  try {
    const collection = new Collection(store)
    await importReturns(collection, found.returns, ports, job, () => undefined)
    if (job.signal.cancelled) throw new CallError('cancelled')
    return await writeResults(collection, ports, lang, out, job, identities)
  } finally {
    store.close()
  }
}

/**
 * Compiling again replaces the collection that an earlier compilation made; one in which somebody
 * has corrected figures since is work, and is never overwritten.
 */
async function makeRoom(ports: Ports, out: OutputFolder, name: string): Promise<void> {
  if (!(await out.has(name))) return
  const path = out.path(name)
  const store = ports.stores.open(path)
  const worked = store.ledger().some((entry) => entry.kind !== 'create' && entry.kind !== 'receive')
  store.close()
  if (worked) throw new CallError('collection-exists', { path })
  await out.removeCollection(name)
}
