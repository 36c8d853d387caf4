import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CountyOptions } from '../../scripts/county/county.ts'
import { valuesCsv } from '../../src/core/service/report/values-csv.ts'
import { Collection } from '../../src/core/collection/collection.ts'
import { createStore } from '../../src/core/service/collections/create.ts'
import { importReturns } from '../../src/core/service/intake/import.ts'
import { totalRowsOf } from '../../src/core/service/data/views.ts'
import { understand } from '../../src/core/setup/understand.ts'
import type { SourceFile } from '../../src/core/ports.ts'
import { expandPaths } from '../../src/main/grants.ts'
import { createPorts } from '../../src/main/ports.ts'
import { tempFolder } from '../main/store/temp.ts'
import { compareFiles, compareValues, valuesOf } from '../support/compare.ts'
import { county } from '../support/county.ts'
import { writeFiles } from '../support/write-files.ts'

const place = {
  host: 'memory',
  version: '0',
  dataFolder: tmpdir(),
  sampleFolder: tmpdir(),
} as const
const ports = createPorts(place)
afterAll(() => ports.close())

/** A made county read by the real reader into a real collection; `order` says in which order files come. */
async function collected(
  options: Partial<CountyOptions>,
  order: (returns: SourceFile[]) => SourceFile[] = (returns) => returns,
) {
  const { files, truth } = await county(options)
  const folder = join(tempFolder(), 'county')
  writeFiles(folder, files)
  const found = await understand(await expandPaths([folder], folder), ports.reader)
  const store = createStore(ports, join(folder, 'x.huishu'), found)
  onTestFinished(() => store.close())
  const collection = new Collection(store)
  const receive = (returns: SourceFile[]): Promise<void> =>
    importReturns(
      collection,
      returns,
      ports,
      { signal: { cancelled: false }, update: () => undefined },
      () => undefined,
    )
  await receive(order(found.returns))
  return { truth, found, collection, receive }
}

const csvOf = (collection: Collection): string => [...valuesCsv(collection)].join('')

/** Path → status, school and reasons of every file. */
function verdictsOf(collection: Collection) {
  return collection.allVerdicts().map(({ file, status, school, reasons }) => ({
    file: file.path,
    status,
    school,
    reasons: reasons.map(({ code }) => ({ code })),
  }))
}

describe.each([
  ['official', 11],
  ['official', 12],
  ['plain', 11],
  ['plain', 12],
  ['plain', 13],
] as const)('a county in the %s style, seed %i', (style, seed) => {
  it('is read without one figure lost or wrong, and every file gets its verdict', async () => {
    const { truth, collection } = await collected({ style, seed, schools: 20 })
    const values = compareValues(valuesOf(csvOf(collection)), truth.values)
    expect(values.wrong).toEqual([])
    expect(values.unreadable.length).toBeLessThan(truth.values.length / 1000)
    expect(compareFiles(verdictsOf(collection), truth.files)).toEqual([])
    const left = new Set(values.unreadable.map(({ item }) => item))
    const totals = new Map(
      collection.forms
        .flatMap((form) => totalRowsOf(collection, form, null))
        .map(({ item, returned }) => [item, returned]),
    )
    const off = truth.totals.filter(
      ({ item, returned }) => !left.has(item) && totals.get(item) !== returned,
    )
    expect(off).toEqual([])
  })
})

describe('a county received', () => {
  it('backwards, and then once more, says the same', async () => {
    const forwards = await collected({ style: 'official', seed: 12, schools: 20 })
    const backwards = await collected({ style: 'official', seed: 12, schools: 20 }, (list) =>
      list.toReversed(),
    )
    const plain = (collection: Collection) =>
      verdictsOf(collection).toSorted((a, b) => (a.file < b.file ? -1 : 1))
    expect(csvOf(backwards.collection)).toBe(csvOf(forwards.collection))
    expect(plain(backwards.collection)).toEqual(plain(forwards.collection))
    const before = forwards.collection.storedFiles().length
    await forwards.receive(forwards.found.returns)
    expect(forwards.collection.storedFiles().length).toBe(before)
  })
})
