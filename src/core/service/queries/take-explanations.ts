import type { GrantedFile } from '../../../shared/grants.ts'
import { readSaid } from '../../queries/last-year-said.ts'
import { readLedger } from '../../collection/ledger-state.ts'
import type { Session } from '../session.ts'

const COLLECTION = /\.huishu$/iu

/**
 * What explained findings in other collections' results, by finding: their workbook with its sheet
 * 审核, or the collection file itself, which is only read.
 *
 * @throws CallError no-such-grant; for a collection file what Stores.open throws
 */
export async function explanationsIn(
  session: Session,
  files: GrantedFile[],
): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const file of files.filter(({ path }) => COLLECTION.test(path))) {
    const store = session.ports.stores.open(session.ports.grants.collectionPath(file.grant))
    try {
      const { explanations, dismissed } = readLedger(store.ledger())
      for (const [key, { text }] of [...explanations, ...dismissed]) said.set(key, text)
    } finally {
      store.close()
    }
  }
  const workbooks = files.filter(({ path }) => !COLLECTION.test(path))
  for (const source of await session.sources(workbooks)) {
    const outcome = await session.ports.reader.read(await source.bytes(), source.path)
    if (!outcome.ok) continue
    for (const [key, text] of readSaid(outcome.workbook)) said.set(key, text)
  }
  return said
}
