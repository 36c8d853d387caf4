import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { perObject } from '../../memory/per-object.ts'
import type { WorkbookData } from '../../ports.ts'
import type { Session } from '../session.ts'

/** Blank workbooks of a collection read already, by name. */
const readBefore = perObject<Collection, Map<string, WorkbookData>>(() => new Map())

/** A blank workbook of the collection as cells. Throws CallError no-such-file. */
export async function blankWorkbook(session: Session, name: string): Promise<WorkbookData> {
  const collection = session.current()
  const read = readBefore(collection)
  const known = read.get(name)
  if (known !== undefined) return known
  const blank = collection.material('form', name)
  const outcome = blank === null ? null : await session.ports.reader.read(blank.bytes, name)
  if (outcome?.ok !== true) throw new CallError('no-such-file', { path: name })
  read.set(name, outcome.workbook)
  return outcome.workbook
}
