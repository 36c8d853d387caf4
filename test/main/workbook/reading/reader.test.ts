import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { ReadContext, ReadReturn, SourceFile } from '../../../../src/core/ports.ts'
import { createReader } from '../../../../src/main/workbook/reader.ts'
import { CONFIG } from '../../store/material.ts'
import { xlsx } from './made.ts'

const CONTEXT: ReadContext = { forms: [], schools: [], config: CONFIG }
const SMALL = xlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })

/** A workbook that takes longer to read than the small one. */
function large(): Uint8Array {
  const cells = Array.from(
    { length: 40 },
    (_, c) => `<c t="inlineStr"><is><t>cell ${c}</t></is></c>`,
  )
  return xlsx({ rows: `<row>${cells.join('')}</row>`.repeat(1_500) })
}

interface Limits {
  milliseconds: number
  megabytes: number
}

function reader(limits?: Limits, alone?: Limits) {
  const made = createReader(limits, alone)
  onTestFinished(() => made.close())
  return made
}

function file(path: string, bytes: Uint8Array | Error): SourceFile {
  return {
    path,
    modifiedAt: null,
    bytes: () => (bytes instanceof Error ? Promise.reject(bytes) : Promise.resolve(bytes)),
  }
}

async function all(files: SourceFile[], made = reader()): Promise<[string, ReadReturn][]> {
  const results: [string, ReadReturn][] = []
  await made.readReturns(files, CONTEXT, ({ path }, result) => results.push([path, result]), {
    cancelled: false,
  })
  return results
}

test('a workbook is read outside the calling thread', async () => {
  const outcome = await reader().read(SMALL, 'a.xlsx')
  expect(outcome.ok && outcome.workbook.sheets[0]?.cells[0]?.[0]).toEqual({
    kind: 'number',
    value: '1',
  })
})

test('returns come in the order of the files, each with its bytes and their hash', async () => {
  const files = Array.from({ length: 80 }, (_, n) =>
    file(`returns/${n}.xlsx`, n % 10 === 0 ? large() : n % 3 === 0 ? new Uint8Array() : SMALL),
  )
  const results = await all(files)
  expect(results.map(([path]) => path)).toEqual(files.map(({ path }) => path))
  for (const [n, [, result]] of results.entries()) {
    const bytes = (await files[n]?.bytes()) ?? new Uint8Array()
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(result.size).toBe(bytes.length)
    expect(result.bytes).toEqual(bytes)
    const code = n % 10 !== 0 && n % 3 === 0 ? 'empty-file' : 'unknown-form'
    expect(result.reading.reasons.map((reason) => reason.code)).toEqual([code])
  }
})

test('a file that takes too long is rejected, those after it are read', async () => {
  const made = reader({ milliseconds: 150, megabytes: 1_024 })
  const slow = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(10_000) })
  const [first, ...rest] = await all(
    [file('slow.xlsx', slow), file('~$a', SMALL), file('~$b', SMALL)],
    made,
  )
  expect(first?.[1].reading).toMatchObject({
    status: 'rejected',
    reasons: [{ code: 'too-large', params: { detail: '> 0.15 s' } }],
  })
  expect(first?.[1].size).toBe(slow.length)
  expect(rest.map(([, { reading }]) => reading.status)).toEqual(['ignored', 'ignored'])
})

test('a file that takes too much memory is rejected, those after it are read', async () => {
  const made = reader({ milliseconds: 60_000, megabytes: 32 })
  const huge = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(20_000) })
  const results = await all([file('huge.xlsx', huge), file('~$a', SMALL)], made)
  expect(results.map(([, { reading }]) => reading.reasons)).toEqual([
    [{ code: 'too-large', params: { detail: '> 32 MB' } }],
    [{ code: 'lock-file', params: { detail: '' } }],
  ])
})

test('a file that needs more memory than its share is read alone, those beside it all the same', async () => {
  const within = { milliseconds: 60_000, megabytes: 32 }
  const made = reader(within, { ...within, megabytes: 1_024 })
  const large = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(2_500) })
  const files = [file('large.xlsx', large), ...Array.from({ length: 6 }, () => file('a', SMALL))]
  const results = await all(files, made)
  expect(results.map(([, { reading }]) => reading.reasons.map(({ code }) => code))).toEqual(
    files.map(() => ['unknown-form']),
  )
})

test('a file that is read again alone has its whole time, however long the first try took', async () => {
  const made = reader(
    { milliseconds: 60_000, megabytes: 32 },
    { milliseconds: 300, megabytes: 1_024 },
  )
  const huge = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(20_000) })
  const [first] = await all([file('huge.xlsx', huge)], made)
  expect(first?.[1].reading.reasons).toEqual([{ code: 'too-large', params: { detail: '> 0.3 s' } }])
})

test('a file whose bytes cannot be had is rejected and named, not left out', async () => {
  const results = await all([file('gone.xlsx', new Error('ENOENT')), file('~$a', SMALL)])
  expect(results[0]).toMatchObject([
    'gone.xlsx',
    {
      size: 0,
      reading: { status: 'rejected', reasons: [{ code: 'damaged', params: { detail: 'ENOENT' } }] },
    },
  ])
  expect(results).toHaveLength(2)
})

test('after cancelling nothing more is delivered', async () => {
  const signal = { cancelled: false }
  const seen: string[] = []
  const files = Array.from({ length: 60 }, (_, n) => file(`${n}.xlsx`, SMALL))
  await reader().readReturns(
    files,
    CONTEXT,
    ({ path }) => {
      seen.push(path)
      signal.cancelled = seen.length === 3
    },
    signal,
  )
  expect(seen).toEqual(['0.xlsx', '1.xlsx', '2.xlsx'])
})

test('an error of the receiver ends the reading and comes out', async () => {
  const files = Array.from({ length: 60 }, (_, n) => file(`${n}.xlsx`, SMALL))
  const made = reader()
  await expect(
    made.readReturns(
      files,
      CONTEXT,
      () => {
        throw new Error('disk full')
      },
      { cancelled: false },
    ),
  ).rejects.toThrow('disk full')
  expect((await made.read(SMALL, 'a.xlsx')).ok).toBe(true)
})

test('two readings at once do not mix', async () => {
  const made = reader()
  const names = (prefix: string) =>
    Array.from({ length: 20 }, (_, n) => file(`${prefix}${n}`, SMALL))
  const [a, b] = await Promise.all([all(names('a'), made), all(names('b'), made)])
  expect(a.map(([path]) => path)).toEqual(names('a').map(({ path }) => path))
  expect(b.map(([path]) => path)).toEqual(names('b').map(({ path }) => path))
})
