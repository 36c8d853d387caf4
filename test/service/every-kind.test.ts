import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KINDS } from '../../src/core/ledger/kinds.ts'
import { portrait } from '../support/portrait.ts'
import { desk } from './desk.ts'

/**
 * A collection made by the version before lines of the ledger were kept by kind: all 22 kinds are
 * in it, with entries taken back, undone and done again. What that version said of it stands
 * beside it.
 */
const at = desk()
const fixture = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../fixtures', name))
const before = JSON.parse(fixture('every-kind.json').toString('utf8')) as Record<string, unknown>
let now: Record<string, unknown> = {}

beforeAll(async () => {
  const bytes = new Uint8Array(gunzipSync(fixture('every-kind.huishu.gz')))
  const [file] = await at.give([['every-kind.huishu', bytes]])
  await at.service.openCollection({ grant: file?.grant ?? '' })
  now = await portrait(at.service)
})
afterAll(() => at.close())

it('a collection of an earlier version says the same of itself, point by point', () => {
  expect(Object.keys(now)).toEqual(Object.keys(before))
  for (const [point, said] of Object.entries(now))
    expect([point, unordered(said)]).toEqual([point, unordered(before[point])])
})

/**
 * What that version called 0 where nothing is in any more has no figure since, and stands after the
 * changes that have: rows of a comparison are held against each other as a set, with 0 for none.
 */
function unordered(said: unknown): unknown {
  if (Array.isArray(said)) {
    const rows: unknown[] = said.map((one: unknown) => unordered(one))
    const isRow = rows.length > 4 && typeof rows[0] === 'string' && rows[3] === null
    if (isRow) rows[3] = '0'
    return rows.every((row) => Array.isArray(row))
      ? rows
          .filter((row: unknown[]) => !(row[2] === '0' && row[3] === '0'))
          .map((row) => JSON.stringify(row))
          .toSorted()
      : rows
  }
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(said).map(([key, part]) => [key, unordered(part)]))
}

/** What that version could not do yet, and what no line is. */
const NOT_YET = [
  'confirm-last-year',
  'edit-register',
  'edit-particulars',
  'repair',
  'restore',
  'lost',
  'keep-draft',
  'tie-figure',
  'ignore-doubt',
  'comment',
  'settle-comment',
  'unreadable',
]

it('each of its lines is read, and every kind is among them', async () => {
  const { unreadableLines } = await at.service.overview({})
  expect(unreadableLines).toBe(0)
  const kinds = new Set((await at.service.ledger({ limit: 1_000 })).map(({ kind }) => kind))
  const lacking = KINDS.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))
  expect(lacking).toEqual(NOT_YET)
})

it('can be worked on: what is done is undone again, to the same state', async () => {
  const { undo } = await at.service.overview({})
  await at.service.setPerson({ person: '统计员' })
  await at.service.editText({ role: 'summary', text: '别的', reason: '' })
  await at.service.undo({})
  const after = await portrait(at.service)
  expect((await at.service.overview({})).undo?.id).toBe(undo?.id)
  expect([after['totals'], after['findings'], after['texts']]).toEqual([
    before['totals'],
    before['findings'],
    before['texts'],
  ])
})
