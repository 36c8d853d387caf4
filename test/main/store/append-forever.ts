import { writeSync } from 'node:fs'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, received, someBytes } from './material.ts'

/**
 * A process for tests: opens the collection named on the command line, then goes on storing until
 * it is killed, saying after each call which one has come back; or makes fifty corrections and waits.
 */
const path = process.argv[2]
if (path === undefined) throw new Error('which collection?')
const store = stores.open(path)
writeSync(1, 'open\n')
if (process.argv[3] === 'fifty') {
  for (let n = 1; n <= 50; n += 1) {
    store.append(adoption(n))
    writeSync(1, `${n}\n`)
  }
}
if (process.argv[3] !== 'append') setInterval(() => undefined, 1_000)
else
  for (let n = 1; ; n += 1) {
    const bytes = someBytes(n, 30_000)
    store.transaction(() => {
      store.addFile(received(n, bytes), bytes)
      store.append(adoption(n))
    })
    writeSync(1, `${n}\n`)
  }
