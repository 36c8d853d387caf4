import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { understand } from '../../src/core/setup/understand.ts'
import { expandPaths } from '../../src/main/grants.ts'
import { createPorts } from '../../src/main/ports.ts'
import { readDirectory } from '../../src/main/zip/directory.ts'
import { inflated } from '../../src/main/zip/inflate.ts'
import { inMemory } from '../../src/main/zip/zip-bytes.ts'
import { readReturn } from '../../src/core/intake/read-return.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { writeReturns } from './intake-files.ts'

/**
 * Returns of ten tables and some 8,000 filled cells each. `make` writes them; the contenders, in one thread, read all
 * their cells (`exceljs`, `cells`), only inflate all their parts (`inflating`), or read and understand them
 * (`reading`); `intake` takes them in through the real service, threads and store: read, aligned, identified,
 * cleaned, stored, judged.
 */
const [contender = '', folder = '', count = '0'] = process.argv.slice(2)

const beforeMb = process.memoryUsage().rss / 1e6
let [start, worked] = [performance.now(), process.cpuUsage()]
const note = await run()
const ms = performance.now() - start
const { user, system } = process.cpuUsage(worked)
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, beforeMb, peakMb, note }))

async function run(): Promise<string> {
  switch (contender) {
    case 'make':
      await writeReturns(folder, Number(count))
      return folder
    case 'exceljs':
      return byExceljs()
    case 'inflating':
      return inflating()
    case 'cells':
      return byReader()
    case 'reading':
      return understanding()
    case 'intake':
      return intake()
    default:
      throw new Error(`no contender ${contender}`)
  }
}

function returns(): string[] {
  const names = readdirSync(join(folder, 'returns')).slice(0, Number(count))
  return names.map((name) => join(folder, 'returns', name))
}

/** Begins to measure: what came before is done once, whatever is read. */
function begin(): void {
  ;[start, worked] = [performance.now(), process.cpuUsage()]
}

/** Every part of every workbook inflated, and nothing done with it. */
function inflating(): string {
  let bytes = 0
  for (const path of returns()) {
    const zip = inMemory(readFileSync(path))
    for (const entry of readDirectory(zip, 1_000)?.entries ?? [])
      bytes += inflated(zip, entry)?.length ?? 0
  }
  return `${(bytes / 1e6).toFixed(0)} MB`
}

/** Read and understood as the reading threads do it: what each return says of each item. */
async function understanding(): Promise<string> {
  const place = { host: 'memory', version: '0', dataFolder: folder, sampleFolder: folder } as const
  const ports = createPorts(place)
  const { forms, schools, config } = await understand(
    await expandPaths([folder], folder),
    ports.reader,
  )
  await ports.close()
  begin()
  let cells = 0
  for (const path of returns()) {
    const read = readReturn(readWorkbook(readFileSync(path), path), path, {
      forms,
      schools,
      config,
    })
    for (const { states } of read.tables) cells += states.length
  }
  return `${cells} items`
}

async function byExceljs(): Promise<string> {
  // Not in the memory of the others.
  const { default: ExcelJS } = await import('exceljs')
  begin()
  let cells = 0
  for (const path of returns()) {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          // A merged range has its value in each of its cells here.
          if (cell.type !== ExcelJS.ValueType.Merge) cells += 1
        }),
      ),
    )
  }
  return `${cells} cells`
}

function byReader(): string {
  let cells = 0
  for (const path of returns()) {
    const outcome = readWorkbook(readFileSync(path), path)
    if (!outcome.ok) throw new Error(`${path}: ${outcome.code} ${outcome.detail}`)
    for (const sheet of outcome.workbook.sheets) {
      for (const row of sheet.cells) row?.forEach(() => (cells += 1))
    }
  }
  return `${cells} cells`
}

async function intake(): Promise<string> {
  const place = { host: 'memory', version: '0', dataFolder: folder, sampleFolder: folder } as const
  const ports = createPorts(place)
  const path = join(folder, `${process.pid}.huishu`)
  try {
    const found = await understand(await expandPaths([folder], folder), ports.reader)
    const store = createStore(ports, path, found)
    const collection = new Collection(store)
    const verdicts = new Map<string, number>()
    const job = { signal: { cancelled: false }, update: () => undefined }
    const files = found.returns.slice(0, Number(count))
    // Setting up the collection is done once, whatever comes in.
    begin()
    await importReturns(collection, files, ports, job, () => undefined)
    for (const { status } of collection.allVerdicts()) {
      verdicts.set(status, (verdicts.get(status) ?? 0) + 1)
    }
    store.close()
    return [...verdicts].map(([status, files]) => `${files} ${status}`).join(', ')
  } finally {
    await ports.close()
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
}
