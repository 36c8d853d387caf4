import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeParts } from './county/county.ts'
import type { CountyOptions } from './county/county.ts'
import { MESS_KINDS } from './county/mess/kinds.ts'
import type { CountyStyle } from './county/design.ts'
import { SAMPLE } from './county/sample.ts'
import { TRUTH_HEAD, Totals, csvLine } from './county/truth.ts'
import type { TruthFile, TruthList } from './county/truth.ts'

const USAGE = `Makes a county: blank forms, a register, and the returns of its schools.

  node scripts/make-county.ts --out DIR [--seed 1] [--schools 24] [--style official|plain|own]
                              [--tables 8] [--clean] [--mess KIND,KIND] [--no-register]
  node scripts/make-county.ts --sample        writes resources/sample again

What a careful person would take from the returns goes to DIR/truth.
`

/** Writes a county file by file, so that a thousand schools need little more memory than a few. */
async function writeCounty(
  options: CountyOptions,
  folder: string,
  truth: boolean,
): Promise<number> {
  const write = (path: string, bytes: Uint8Array | string) => {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
  const verdicts: TruthFile[] = []
  const lists: TruthList[] = []
  const totals = new Totals()
  let csv = -1
  if (truth) {
    mkdirSync(join(folder, 'truth'), { recursive: true })
    csv = openSync(join(folder, 'truth/values.csv'), 'w')
    writeSync(csv, TRUTH_HEAD)
  }
  let files = 0
  for await (const part of makeParts(options)) {
    if (part.kind === 'file') {
      write(part.path, part.bytes)
      files++
    } else if (part.kind === 'verdict') verdicts.push(part.file)
    else if (part.kind === 'lists') lists.push(...part.lists)
    else if (truth) {
      totals.add(part.values)
      writeSync(csv, part.values.map(csvLine).join(''))
    }
  }
  if (truth) {
    closeSync(csv)
    write('truth/files.json', `${JSON.stringify(verdicts, null, 1)}\n`)
    if (lists.length > 0) write('truth/lists.json', `${JSON.stringify(lists, null, 1)}\n`)
    write('truth/totals.json', `${JSON.stringify(totals.list(), null, 1)}\n`)
  }
  return files
}

function whole(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not ${text}`)
  return Number(text)
}

function isStyle(text: string): text is CountyStyle {
  return ['official', 'plain', 'own'].includes(text)
}

/** Whether there is mess, or which kinds of it. Throws Error for a kind that nobody knows. */
function messOf(clean: boolean, kinds: string | undefined): CountyOptions['mess'] {
  if (clean || kinds === undefined) return !clean
  const asked = kinds.split(',')
  const known = MESS_KINDS.filter((kind) => asked.includes(kind))
  const unknown = asked.filter((kind) => !known.some((one) => one === kind))
  if (unknown.length > 0) throw new Error(`--mess does not know ${unknown.join(', ')}`)
  return { kinds: known, rate: 0 }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string' },
      schools: { type: 'string' },
      style: { type: 'string', default: 'official' },
      tables: { type: 'string' },
      clean: { type: 'boolean', default: false },
      mess: { type: 'string' },
      'no-register': { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.sample) {
    const folder = fileURLToPath(new URL('../resources/sample', import.meta.url))
    rmSync(folder, { recursive: true, force: true })
    const files = await writeCounty(SAMPLE, folder, false)
    process.stdout.write(`resources/sample: ${files} files\n`)
    return
  }
  const { style } = values
  if (values.help || values.out === undefined || !isStyle(style)) {
    process.stderr.write(USAGE)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const options: CountyOptions = {
    seed: whole(values.seed, 'seed', 1),
    schools: whole(values.schools, 'schools', 24),
    tables: whole(values.tables, 'tables', 8),
    style,
    mess: messOf(values.clean, values.mess),
    config: values['no-register'] ? 'none' : 'own',
  }
  const files = await writeCounty(options, values.out, true)
  process.stdout.write(`${values.out}: ${files} files\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
