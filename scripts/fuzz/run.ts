import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import type { BookType } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { defaultConfig } from '../../src/core/setup/config.ts'
import { writeSummary } from '../../src/main/document/summary-docx.ts'
import { stores } from '../../src/main/store/stores.ts'
import { Random } from '../county/random.ts'
import { changed } from './change.ts'
import { tampered } from './tamper.ts'
import { collections, drafts, filesEnding, http, workbooks, yaml, zips } from './targets.ts'
import type { Target } from './targets.ts'

export const FUZZ_KINDS = [
  'workbooks',
  'zips',
  'yaml',
  'drafts',
  'huishu',
  'tampered',
  'http',
] as const
export type FuzzKind = (typeof FUZZ_KINDS)[number]

/** A file that did what it should not: made again by kind, seed and number. */
export interface FuzzFault {
  kind: FuzzKind
  number: number
  what: string
  bytes: Uint8Array
}

const EVERY_KIND = resolve(import.meta.dirname, '../../test/fixtures/every-kind.huishu.gz')
const SAMPLE = resolve(import.meta.dirname, '../../resources/sample')

/**
 * Gives `count` changed files of a kind to the program.
 *
 * @param seed equal seeds give equal files
 * @param folder where the program may write
 */
export async function fuzz(
  kind: FuzzKind,
  seed: number,
  count: number,
  folder: string,
): Promise<FuzzFault[]> {
  const target = await targetOf(kind, join(folder, kind))
  const faults: FuzzFault[] = []
  try {
    for (let number = 0; number < count; number += 1) {
      const random = new Random(`${kind} ${String(seed)} ${String(number)}`)
      const bytes =
        target.change?.(random) ??
        changed(random.pick(target.seeds), random.pick(target.seeds), random)
      const what = await target.give(bytes).catch(stackOf)
      if (what !== null) faults.push({ kind, number, what, bytes })
    }
  } finally {
    await target.close()
  }
  return faults
}

const stackOf = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 600)

async function targetOf(kind: FuzzKind, folder: string): Promise<Target> {
  mkdirSync(folder, { recursive: true })
  switch (kind) {
    case 'workbooks':
      return workbooks([...small(filesEnding(SAMPLE, /\.xlsx$/u)), ...ofOtherFormats()])
    case 'zips':
      return zips([zipped(6), zipSync({ 'a.zip': zipped(2), '一小/说明.txt': new Uint8Array(9) })])
    case 'yaml':
      return yaml(filesEnding(SAMPLE, /\.yaml$/u))
    case 'drafts':
      return drafts([readFileSync(join(SAMPLE, 'summary.md')), await docx(folder)])
    case 'huishu':
      return collections([collection(folder)], join(folder, 'opened'))
    case 'tampered': {
      const whole = everyKind(folder)
      const target = collections([whole], join(folder, 'opened'))
      const change = (random: Random): Uint8Array =>
        tampered(whole, join(folder, '改.huishu'), random)
      return { ...target, change }
    }
    case 'http':
      return http(folder, SAMPLE)
  }
}

/** What takes long to read takes as long for each of its changes. */
const small = (files: Uint8Array[]): Uint8Array[] =>
  files.toSorted((a, b) => a.length - b.length).slice(0, 12)

const FORMATS: BookType[] = ['xlsb', 'biff8', 'biff5', 'biff2', 'ods', 'xlml', 'html', 'csv']

function ofOtherFormats(): Uint8Array[] {
  const book = utils.book_new()
  const rows = Array.from({ length: 12 }, (_, r) => [`第${String(r)}行`, r, r / 7, r % 2 === 0])
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1')
  return FORMATS.map(
    (type) => new Uint8Array(write(book, { type: 'buffer', bookType: type }) as Buffer),
  )
}

function zipped(count: number): Uint8Array {
  const files = small(filesEnding(join(SAMPLE, 'returns'), /\.xlsx?$/u)).slice(0, count)
  return zipSync(Object.fromEntries(files.map((bytes, at) => [`${String(at)}小.xlsx`, bytes])))
}

async function docx(folder: string): Promise<Uint8Array> {
  const path = join(folder, '总结.docx')
  const text = readFileSync(join(SAMPLE, 'summary.md'), 'utf8').replaceAll(/[{}]/gu, '')
  const paragraphs = text.split('\n').map((line) => {
    return { level: null, runs: [{ text: line, bold: false, bookmark: null }] }
  })
  await writeSummary({ title: '总结', paragraphs }, path)
  return readFileSync(path)
}

/** A whole collection with some files in it. */
function collection(folder: string): Uint8Array {
  const path = join(folder, '原库.huishu')
  const store = stores.create(path)
  store.transaction(() => {
    store.setConfig({ ...defaultConfig(), title: '年报', county: '某县' })
    store.setSchools([{ id: '1', name: '一小', attributes: {}, active: true } as never])
    store.setForms([])
    for (const bytes of small(filesEnding(join(SAMPLE, 'returns'), /\.xlsx?$/u)).slice(0, 2)) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const about = { path: `returns/${sha256.slice(0, 4)}.xlsx`, sha256, size: bytes.length }
      const at = { receivedAt: '2025-09-01T00:00:00Z', modifiedAt: null }
      store.addFile({ ...about, ...at, reading: READING }, bytes)
    }
    const line = { at: '2025-09-01T00:00:00Z', person: '', reason: '', of: [] }
    store.append({ ...line, kind: 'create', payload: { title: '年报' } })
  })
  store.close()
  return readFileSync(path)
}

/** A collection with every kind of entry there is, brought to this version, with a chain over all of it. */
function everyKind(folder: string): Uint8Array {
  const path = join(folder, '各种.huishu')
  writeFileSync(path, gunzipSync(readFileSync(EVERY_KIND)))
  const store = stores.open(path)
  const line = { at: '2025-10-01T00:00:00Z', person: '', reason: '', of: [] }
  store.transaction(() => store.append({ ...line, kind: 'person', payload: { name: '经办' } }))
  store.close()
  return readFileSync(path)
}

const READING = {
  identity: { code: null, name: '一小' },
  school: '1',
  candidates: [],
  returnDate: null,
  status: 'accepted' as const,
  reasons: [],
  layout: [],
  tables: [],
}
