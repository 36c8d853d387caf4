import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { SourceFile } from '../../src/core/ports.ts'
import { defaultConfig } from '../../src/core/setup/config.ts'
import { createReader } from '../../src/main/workbook/reader.ts'

/**
 * Receives every file of a folder as returns are received, in threads and within limits, and says
 * what became of each: `node scripts/corpus/read-all.ts FOLDER [--list]`. For corpora of real
 * workbooks, which are not kept here; docs/limits.md tells which ones were read, and with what
 * result. Exit 1 when a file was left without a verdict or the program grew beyond its memory.
 */
const [folder = '', flag] = process.argv.slice(2)
const MOST_MB = 700

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry): SourceFile => {
    const at = join(entry.parentPath, entry.name)
    return { path: relative(folder, at), modifiedAt: null, bytes: () => readFile(at) }
  })

const reader = createReader()
const context = { forms: [], schools: [], config: defaultConfig() }
const verdicts = new Map<string, number>()
let waits: { ms: number; path: string }[] = []
let last = performance.now()
await reader.readReturns(
  files,
  context,
  ({ path }, { reading }) => {
    const [reason] = reading.reasons
    const verdict = `${reading.status} ${reason?.code ?? ''}`
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    if (flag === '--list') console.log(`${verdict}\t${path}\t${JSON.stringify(reason?.params)}`)
    const now = performance.now()
    waits = [...waits, { ms: now - last, path }].sort((a, b) => b.ms - a.ms).slice(0, 5)
    last = now
  },
  { cancelled: false },
)
await reader.close()

const counted = [...verdicts.values()].reduce((sum, count) => sum + count, 0)
const peak = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
for (const [verdict, count] of [...verdicts].sort((a, b) => b[1] - a[1]))
  console.log(count, verdict)
for (const { ms, path } of waits) console.log(`waited ${Math.round(ms)} ms for`, path)
console.log(`${files.length} files, ${counted} verdicts, peak ${peak} MB`)
process.exitCode = counted === files.length && peak <= MOST_MB ? 0 : 1
