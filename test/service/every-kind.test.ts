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
  for (const [point, said] of Object.entries(now)) {
    const [own, then] =
      point === 'present' ? [apart(said), apart(before[point])] : [said, before[point]]
    expect([point, point === 'rules' ? known(own) : own]).toEqual([point, then])
  }
})

it('a rule that came with the program since is not in force', () => {
  const since = (now['rules'] as RuleRow[]).filter(([id]) => !knownThen.has(id))
  expect(since.filter(([, on]) => on)).toEqual([])
})

type RuleRow = [id: string, on: boolean]
const knownThen = new Set((before['rules'] as RuleRow[]).map(([id]) => id))
const known = (rules: unknown): RuleRow[] =>
  (rules as RuleRow[]).filter(([id]) => knownThen.has(id))

// What rests on nothing was called 0 by that version and is no figure since.
it('but where nothing is in any more it has no figure', () => {
  const was = emptied(before['present']).map((row) => {
    const [item = '', group] = row
    const atNought = group === null && AT_NOUGHT.includes(String(item))
    return atNought ? row : [...row.slice(0, 3), null, ...row.slice(4)]
  })
  const [first] = was
  const added = ['教基3112[12,4]', '乡镇', '0', null, ...(first?.slice(4) ?? [])]
  expect(sorted(emptied(now['present']))).toEqual(sorted([...was, added]))
})

type Row = (string | number | null)[]

/** Of this row of the form nothing is in any more; only these two of the county were put at 0 by hand. */
const EMPTIED = /^教基3112\[12,/u
const AT_NOUGHT = ['教基3112[12,3]', '教基3112[12,5]']

const totalsOf = (present: unknown): Row[] => (present as { totals: Row[] }).totals
const isEmptied = ([item]: Row): boolean => EMPTIED.test(String(item))
const emptied = (present: unknown): Row[] => totalsOf(present).filter(isEmptied)
const sorted = (rows: Row[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted()

/** The comparison without the rows that rest on nothing any more. */
function apart(present: unknown): unknown {
  const totals = totalsOf(present).filter((row) => !isEmptied(row))
  return { ...(present as object), totals }
}

/** What that version could not do yet, and what no line is. */
const NOT_YET = [
  'earlier-data',
  'confirm-last-year',
  'check-copy',
  'edit-register',
  'edit-particulars',
  'repair',
  'restore',
  'join',
  'remove-personal',
  'lost',
  'keep-draft',
  'tie-figure',
  'ignore-doubt',
  'comment',
  'settle-comment',
  'unreadable',
  'earlier-year',
  'remove-earlier-year',
  'break-series',
  'add-blank',
  'adopt-row',
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
