import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { understand } from '../../src/core/setup/understand.ts'
import { expandPaths } from '../../src/main/grants.ts'
import { createPorts } from '../../src/main/ports.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { writeReturns } from './intake-files.ts'

/**
 * Returns of ten tables and some 8,000 filled cells each. `make` writes them; the contenders
 * read all their cells one file after the other (`exceljs`, `cells`), or take them in through the
 * real service, threads and store (`intake`: read, aligned, identified, cleaned, stored, judged).
 */
const [contender = '', folder = '', count = '0'] = process.argv.slice(2)

const beforeMb = process.memoryUsage().rss / 1e6
let start = performance.now()
const note = await run()
const ms = performance.now() - start
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
console.log(JSON.stringify({ ms, beforeMb, peakMb, note }))

async function run(): Promise<string> {
  switch (contender) {
    case 'make':
      await writeReturns(folder, Number(count))
      return folder
    case 'exceljs':
      return byExceljs()
    case 'cells':
      return byReader()
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

async function byExceljs(): Promise<string> {
  // Not in the memory of the others.
  const { default: ExcelJS } = await import('exceljs')
  start = performance.now()
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
    start = performance.now()
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
