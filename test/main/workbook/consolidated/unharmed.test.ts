import { crc32 } from 'node:zlib'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { createWriter } from '../../../../src/main/writer.ts'
import { CallError } from '../../../../src/shared/result.ts'
import { blankWorkbook, countyInput } from './county.ts'
import { exportTo, scratch } from './export.ts'

const writer = createWriter({ queryBook: () => Promise.reject(new Error('no questions here')) })

it('cancelled: throws, leaves no part file, and the earlier export as it was', async () => {
  const folder = await scratch()
  const target = join(folder, '汇总表.xlsx')
  await writeFile(target, 'earlier')
  const blank = await blankWorkbook()
  const signal = { cancelled: false }
  const export1 = writer.consolidated(
    countyInput(),
    () => blank,
    target,
    (_done, _total, current) => {
      if (current === '修改') signal.cancelled = true
    },
    signal,
  )
  await expect(export1).rejects.toEqual(new CallError('cancelled'))
  expect(await readdir(folder)).toEqual(['汇总表.xlsx'])
  expect(await readFile(target, 'utf8')).toBe('earlier')
})

it('replaces an earlier export whole', async () => {
  const folder = await scratch()
  await writeFile(join(folder, '汇总表.xlsx'), 'earlier')
  await exportTo(folder, countyInput())
  expect(await readdir(folder)).toEqual(['汇总表.xlsx'])
  expect((await readFile(join(folder, '汇总表.xlsx'))).subarray(0, 2).toString()).toBe('PK')
})

it('cannot write: says which file, and leaves nothing', async () => {
  const folder = await scratch()
  await expect(exportTo(join(folder, 'gone'), countyInput())).rejects.toEqual(
    new CallError('cannot-write', { path: '汇总表.xlsx', detail: 'ENOENT' }),
  )
  await mkdir(join(folder, '汇总表.xlsx'))
  await expect(exportTo(folder, countyInput())).rejects.toMatchObject({ code: 'cannot-write' })
  expect(await readdir(folder)).toEqual(['汇总表.xlsx'])
})

it('reports every row it has written, up to the last', async () => {
  const folder = await scratch()
  const blank = await blankWorkbook()
  const seen: [number, number, string][] = []
  await writer.consolidated(
    countyInput(),
    () => blank,
    join(folder, 'x.xlsx'),
    (...step) => seen.push(step),
    { cancelled: false },
  )
  const counts = seen.map(([done]) => done)
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  const total = 9 + 9 + 2 + 1 + 1 + 1 + 35 + 1
  expect(seen.at(-1)).toEqual([total, total, ''])
  expect(seen.at(-2)).toEqual([total, total, '核对'])
})

it('is the same file for the same data, whenever it is written', async () => {
  const first = await readFile(await exportTo(await scratch(), countyInput()))
  const second = await readFile(await exportTo(await scratch(), countyInput()))
  expect(parts(first)).toEqual(parts(second))
})

/** Sizes and check sums of the parts; the archive itself carries the time of writing. */
function parts(bytes: Buffer): Record<string, number> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, crc32(part)]),
  )
}
