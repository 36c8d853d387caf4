import type { Touch } from '../ledger/touch.ts'
import type { Ports } from '../ports.ts'
import type { Collection } from './collection.ts'
import { rereadAll, rereadFile, rereadRegister, rereadReplies, settle } from './reread.ts'

/** Derives again what was touched, and nothing that was not; then whose the files are that hang on others. */
export async function deriveAgain(
  collection: Collection,
  touches: readonly Touch[],
  ports: Pick<Ports, 'reader'>,
): Promise<void> {
  await deriveTouched(collection, touches, ports)
  await settle(collection, ports)
}

async function deriveTouched(
  collection: Collection,
  touches: readonly Touch[],
  ports: Pick<Ports, 'reader'>,
): Promise<void> {
  if (touches.some(({ what }) => what === 'form')) return rereadAll(collection, ports)
  const files = new Set(touches.flatMap((one) => (one.what === 'reading' ? [one.file] : [])))
  for (const file of files) await rereadFile(collection, file, ports)
  if (touches.some(({ what }) => what === 'register')) return rereadRegister(collection, ports)
  if (touches.some(({ what }) => what === 'particulars')) return rereadReplies(collection, ports)
  if (files.size > 0) return
  if (touches.some(decides)) collection.refresh()
  else collection.refreshLedger()
}

/** Whether it changes which files count, or what is counted from the lists. */
function decides(touch: Touch): boolean {
  return DECIDES.has(touch.what) || (touch.what === 'text' && touch.role === 'lists')
}

const DECIDES: ReadonlySet<Touch['what']> = new Set(['file', 'received', 'waiting'])
