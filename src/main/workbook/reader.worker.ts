import { parentPort, workerData } from 'node:worker_threads'
import { readReturn } from '../../core/intake/read-return.ts'
import type { ReadContext } from '../../core/ports.ts'
import { toWire } from './read-protocol.ts'
import type { Answer, Order } from './read-protocol.ts'
import { readWorkbook } from './read-workbook.ts'
import { underFlag } from './termination.ts'
import type { Flag } from './termination.ts'

/** A reading thread: one file at a time, as reader.ts hands them out. */
const port = parentPort
if (port === null) throw new Error('reader.worker is started by reader.ts')

underFlag(workerData as Flag)

// The library for old formats prints what it finds odd; the program's output is not the place.
Object.assign(console, { log: () => undefined, error: () => undefined })

let context: ReadContext | null = null

function answer(order: Order): Answer | null {
  if (order.kind === 'context') {
    context = order.context
    return null
  }
  const outcome = readWorkbook(order.bytes, order.path)
  if (order.kind === 'workbook') return { kind: 'workbook', outcome }
  if (context === null) throw new Error('no context')
  return { kind: 'return', reading: toWire(readReturn(outcome, order.path, context)) }
}

port.on('message', (order: Order) => {
  let said: Answer | null
  try {
    said = answer(order)
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    said = { kind: 'fault', name, message, stack }
  }
  if (said !== null) port.postMessage(said)
})
port.postMessage({ kind: 'ready' } satisfies Answer)
