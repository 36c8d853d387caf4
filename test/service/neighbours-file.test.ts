import ExcelJS from 'exceljs'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { FileRow } from '../../src/shared/intake.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

/** Two primary schools; one filled in the other's file and left its code standing. */
interface Pair {
  a: string
  b: string
  /** Everything but returns, then A's return, B's own, and B's in A's file, under names that say nothing. */
  files: Map<string, Uint8Array>
  own: Record<'A.xlsx' | 'B.xlsx' | 'X.xlsx', Uint8Array>
}

let pair: Pair
let at: TestDesk

/** The return with every cell of that text changed. */
async function rewritten(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  for (const sheet of book.worksheets) {
    sheet.eachRow((line) =>
      line.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = cell.value.replace(from, to)
      }),
    )
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

beforeAll(async () => {
  const { files, truth } = await county({ seed: 12, schools: 10, mess: false, slips: 0 })
  const primary = truth.files.flatMap(({ file, school }) =>
    school?.startsWith('21') === true && file.endsWith('.xlsx') ? [{ file, school }] : [],
  )
  const [one, two] = primary
  const [a, b] = [files.get(one?.file ?? ''), files.get(two?.file ?? '')]
  if (one === undefined || two === undefined || a === undefined || b === undefined)
    throw new Error('no two primary schools')
  const others = [...files].filter(([path]) => !path.startsWith('returns/'))
  pair = {
    a: one.school,
    b: two.school,
    files: new Map(others),
    own: { 'A.xlsx': a, 'B.xlsx': b, 'X.xlsx': await rewritten(b, two.school, one.school) },
  }
})

beforeEach(async () => {
  at = desk()
  await at.open(pair.files)
})
afterEach(() => at.close())

async function send(...names: (keyof Pair['own'])[]): Promise<void> {
  const files = await at.give(names.map((name) => [name, pair.own[name]] as const))
  await at.finish((await at.service.importFiles({ files })).job)
}

async function fileOf(name: string): Promise<FileRow> {
  const row = (await at.service.files({})).find(({ path }) => path.endsWith(name))
  if (row === undefined) throw new Error(name)
  return row
}

/** Whose the mixed file is, its status, and what is said of its sender. */
async function mixed(): Promise<unknown[]> {
  const { school, status, reasons } = await fileOf('X.xlsx')
  const said = reasons.map(({ code }) => code).filter((code) => code.startsWith('school-'))
  return [school, status, ...said]
}

const waits = [null, 'queried', 'school-conflict']

it('waits where nothing else says whose it is', async () => {
  await send('X.xlsx')
  expect(await mixed()).toEqual(waits)
})

it.each<[string, (keyof Pair['own'])[][]]>([
  ['after the neighbour’s', [['A.xlsx'], ['X.xlsx']]],
  ['before the neighbour’s', [['X.xlsx'], ['A.xlsx']]],
  ['together with it', [['X.xlsx', 'A.xlsx']]],
])('is the school’s that has sent nothing, where it came %s', async (_, batches) => {
  for (const batch of batches) await send(...batch)
  expect(await mixed()).toEqual([pair.b, 'queried', 'school-weighed'])
  expect((await fileOf('A.xlsx')).school).toBe(pair.a)
  const { candidates } = await at.service.file({ id: (await fileOf('X.xlsx')).id })
  expect(candidates.map(({ school }) => school)).toEqual([pair.b, pair.a])
})

it('waits again once that school’s own return is in, and when the neighbour’s is taken out', async () => {
  await send('A.xlsx', 'X.xlsx')
  await at.service.withdrawFile({ id: (await fileOf('A.xlsx')).id, reason: '发错了' })
  expect(await mixed()).toEqual(waits)
  await at.service.undo({})
  expect(await mixed()).toEqual([pair.b, 'queried', 'school-weighed'])
  await send('B.xlsx')
  expect(await mixed()).toEqual(waits)
  expect((await fileOf('B.xlsx')).school).toBe(pair.b)
})

it('stays where a person put it, whatever comes', async () => {
  await send('X.xlsx', 'A.xlsx')
  const { id } = await fileOf('X.xlsx')
  await at.service.assignFile({ id, school: pair.a, reason: '电话核实' })
  await send('B.xlsx')
  expect((await fileOf('X.xlsx')).school).toBe(pair.a)
})
