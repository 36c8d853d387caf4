import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../../src/main/files/stream.ts'
import { copyWhole } from '../../../src/main/files/whole.ts'
import { writeAside } from '../../../src/main/files/aside.ts'
import { writeLists } from '../../../src/main/workbook/lists.ts'
import { CallError } from '../../../src/shared/result.ts'
import { tempFolder } from './temp.ts'

const signal = { cancelled: false }
const LISTS = [{ name: '表', title: '题', headings: ['a'], rows: [['1']], widths: [9] }]

test.each([
  ['a copy', (from: string, to: string) => copyWhole(from, to)],
  ['a text', (_: string, to: string) => writeWhole(to, ['figures'], signal)],
  ['a workbook', (_: string, to: string) => writeLists(LISTS, to)],
])('%s that cannot take its place leaves no half-made file beside it', async (_what, write) => {
  const folder = tempFolder()
  const from = join(folder, 'from')
  writeFileSync(from, 'figures')
  // A folder of that name: only the last step, the renaming, fails.
  const target = join(folder, '汇总表.xlsx')
  mkdirSync(join(target, 'x'), { recursive: true })
  await expect(write(from, target)).rejects.toMatchObject({ code: 'cannot-write' })
  expect(readdirSync(folder).sort()).toEqual(['from', '汇总表.xlsx'].sort())
})

const CHUNK = 'x'.repeat(2 ** 20)
const gone = new Error('worked out wrongly')

function* breaking(): Generator<string> {
  yield CHUNK
  throw gone
}

test.each([
  ['a text whose pieces fail', 'cannot-write', (to: string) => writeWhole(to, breaking(), signal)],
  [
    'a text that is cancelled',
    'cancelled',
    (to: string) => writeWhole(to, [CHUNK, CHUNK], { cancelled: true }),
  ],
  [
    'a workbook whose making is cancelled',
    'cancelled',
    (to: string) =>
      writeAside(to, async (stream) => {
        stream.write(CHUNK)
        await Promise.resolve()
        throw new CallError('cancelled')
      }),
  ],
])('%s leaves the older file as it was, and nothing beside it', async (_what, code, write) => {
  const folder = tempFolder()
  const target = join(folder, 'a.csv')
  writeFileSync(target, 'older')
  await expect(write(target)).rejects.toMatchObject({ code })
  expect(readdirSync(folder)).toEqual(['a.csv'])
  expect(readFileSync(target, 'utf8')).toBe('older')
})
