import { parentPort, workerData } from 'node:worker_threads'
import { underFlag } from '../workbook/termination.ts'
import type { Flag } from '../workbook/termination.ts'
import { readDirectory } from './directory.ts'
import { inflated, record } from './inflate.ts'
import type { UnpackAnswer, UnpackOrder } from './unpack-protocol.ts'
import { inMemory, onDisk } from './zip-bytes.ts'
import type { ZipBytes } from './zip-bytes.ts'

/** The unpacking thread: one order at a time, as unpacker.ts gives them. It keeps nothing. */
const port = parentPort
if (port === null) throw new Error('unpack.worker is started by unpacker.ts')

underFlag(workerData as Flag)

function answer(order: UnpackOrder, zip: ZipBytes): UnpackAnswer {
  if (order.kind === 'list') return { kind: 'list', directory: readDirectory(zip, order.most) }
  const whole = order.kind === 'member' ? inflated(zip, order.entry) : null
  const bytes = whole ?? record(zip, order.entry, order.kept)
  // Of its own: a piece of the zip in memory is not to be handed over with all the rest.
  return { kind: 'member', bytes: new Uint8Array(bytes), intact: whole !== null }
}

port.on('message', (order: UnpackOrder) => {
  let said: UnpackAnswer
  try {
    const { zip } = order
    said =
      'at' in zip
        ? onDisk(zip.at, (bytes) => answer(order, bytes))
        : answer(order, inMemory(new Uint8Array(zip.shared)))
  } catch (error) {
    said = { kind: 'lost', why: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(said, said.kind === 'member' ? [said.bytes.buffer as ArrayBuffer] : [])
})
port.postMessage({ kind: 'ready' } satisfies UnpackAnswer)
