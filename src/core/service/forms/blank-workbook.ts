import { CallError } from '../../../shared/result.ts'
import type { WorkbookData } from '../../ports.ts'
import { Kept } from '../kept.ts'
import type { Session } from '../session.ts'

const READ = new Kept<Map<string, WorkbookData>>()

/** A blank workbook of the collection as cells. Throws CallError no-such-file. */
export async function blankWorkbook(session: Session, name: string): Promise<WorkbookData> {
  const collection = session.current()
  const read = READ.of(collection, () => new Map())
  const known = read.get(name)
  if (known !== undefined) return known
  const blank = collection.material('form', name)
  const outcome = blank === null ? null : await session.ports.reader.read(blank.bytes, name)
  if (outcome?.ok !== true) throw new CallError('no-such-file', { path: name })
  read.set(name, outcome.workbook)
  return outcome.workbook
}
