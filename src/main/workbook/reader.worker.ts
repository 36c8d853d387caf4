import { parentPort, workerData } from 'node:worker_threads'
import { readReturn } from '../../core/intake/read-return.ts'
import { readYaml } from '../../core/model/yaml-text.ts'
import { utf8Text } from '../../core/model/utf8-text.ts'
import type { ReadContext } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { readDraft } from '../document/read-draft.ts'
import { decrypted } from './decrypt.ts'
import { toWire } from './read-protocol.ts'
import type { Answer, Order } from './read-protocol.ts'
import { readWorkbook } from './read-workbook.ts'
import { underFlag } from './termination.ts'
import type { Flag } from './termination.ts'
import { Unreadable } from './unreadable.ts'

/** A reading thread: one file at a time, as reader.ts hands them out. */
const port = parentPort
if (port === null) throw new Error('reader.worker is started by reader.ts')

underFlag(workerData as Flag)

// The library for old formats prints what it finds odd; the program's output is not the place.
Object.assign(console, { log: () => undefined, error: () => undefined })

let context: ReadContext | null = null

async function answer(order: Order): Promise<Answer | null> {
  switch (order.kind) {
    case 'context':
      context = order.context
      return null
    case 'workbook':
      return { kind: 'workbook', outcome: readWorkbook(order.bytes, order.path) }
    case 'return': {
      if (context === null) throw new Error('no context')
      const outcome = readWorkbook(order.bytes, order.path)
      return { kind: 'return', reading: toWire(readReturn(outcome, order.path, context)) }
    }
    case 'draft':
      return { kind: 'draft', draft: readDraft(order.bytes, order.path) }
    case 'analysis': {
      // Most threads never look into a draft.
      const { analysisOf } = await import('../../core/draft/analysis.ts')
      return { kind: 'analysis', analysis: analysisOf(order.text) }
    }
    case 'yaml':
      // What is wrong with it is told where it is used; here only that it comes to an end.
      readYaml(utf8Text(order.bytes))
      return { kind: 'yaml' }
    case 'unlock':
      return { kind: 'unlock', opened: unlocked(order.bytes, order.password) }
    case 'query': {
      // The library for it takes a quarter of a second and 30 MB; most threads never need it.
      const { queryWorkbook } = await import('./queries/query-workbook.ts')
      const content = (sha256: string) => order.files.get(sha256) ?? null
      return { kind: 'query', bytes: await queryWorkbook(order.book, content) }
    }
  }
}

function unlocked(bytes: Uint8Array, password: string): Uint8Array | null {
  try {
    return decrypted(bytes, password)
  } catch (error) {
    // A lock of a kind that cannot be opened, or a broken one: the file stays as it is.
    if (error instanceof Unreadable) return null
    throw error
  }
}

async function said(order: Order): Promise<Answer | null> {
  try {
    return await answer(order)
  } catch (error) {
    if (error instanceof CallError)
      return { kind: 'refused', error: { code: error.code, params: error.params } }
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'fault', name, message, stack }
  }
}

// One order after the other, also where one has to wait for a library.
let last: Promise<void> = Promise.resolve()
port.on('message', (order: Order) => {
  last = last.then(async () => {
    const answered = await said(order)
    if (answered !== null) port.postMessage(answered)
  })
})
port.postMessage({ kind: 'ready' } satisfies Answer)
