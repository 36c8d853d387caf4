import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { unzipSync } from 'fflate'
import { inflateRawSync, deflateRawSync } from 'node:zlib'
import { readReturn } from '../../src/core/intake/read-return.ts'
import { understand } from '../../src/core/setup/understand.ts'
import { expandPaths } from '../../src/main/grants.ts'
import { createPorts } from '../../src/main/ports.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { makeParts } from '../county/county.ts'

/**
 * What it takes to understand returns of forms as counties make them, held against inflating the
 * same bytes: processor time of one thread, for each return. The first round is cold.
 *
 *   node scripts/bench/understanding.ts [--schools 300] [--rounds 4] [--seed 5]
 */
const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '4' },
    seed: { type: 'string', default: '5' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'huishu-understanding-'))
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const returns: [string, Uint8Array][] = []
  const options = {
    seed: Number(values.seed),
    schools: Number(values.schools),
    style: 'own',
  } as const
  for await (const part of makeParts({ ...options, mess: false })) {
    if (part.kind !== 'file') continue
    const bytes = typeof part.bytes === 'string' ? Buffer.from(part.bytes) : part.bytes
    if (part.path.startsWith('returns/')) {
      returns.push([part.path, bytes])
      continue
    }
    mkdirSync(dirname(join(folder, part.path)), { recursive: true })
    writeFileSync(join(folder, part.path), bytes)
  }
  const place = { host: 'memory', version: '0', dataFolder: folder, sampleFolder: folder } as const
  const ports = createPorts(place)
  const { forms, schools, config } = await understand(
    await expandPaths([folder], folder),
    ports.reader,
  )
  await ports.close()
  // Each part as it is packed in the zip, without its frame.
  const packed = returns.flatMap(([, bytes]) =>
    Object.values(unzipSync(bytes)).map((part) => deflateRawSync(part)),
  )
  const head = ['inflating', 'cells', 'understanding', '÷ inflating', 'cells too']
  console.log(`ms a return (${String(returns.length)} returns)`)
  console.log(head.map((text) => text.padStart(14)).join(''))
  for (let round = 0; round < Number(values.rounds); round++) {
    const inflating = timed(() => packed.forEach((part) => inflateRawSync(part)))
    const books: [string, ReturnType<typeof readWorkbook>][] = []
    const cells = timed(() => {
      for (const [path, bytes] of returns)
        books.push([path, readWorkbook(Buffer.from(bytes), path)])
    })
    const context = { forms, schools, config }
    const understanding = timed(() => {
      for (const [path, book] of books) readReturn(book, path, context)
    })
    const each = [inflating, cells, understanding].map((ms) => (ms / returns.length).toFixed(2))
    const ratios = [understanding, understanding + cells].map((ms) => (ms / inflating).toFixed(1))
    console.log([...each, ...ratios].map((text) => text.padStart(14)).join(''))
  }
}

/** Milliseconds that the processor was busy with it. */
function timed(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
