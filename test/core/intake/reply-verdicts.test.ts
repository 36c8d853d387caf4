import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideVerdicts } from '../../../src/core/intake/verdicts.ts'
import type { StoredFile } from '../../../src/core/ports.ts'
import { CONFIG, FORMS, received } from './files.ts'
import type { Sent } from './files.ts'
import { school } from './returned.ts'

const SCHOOLS = [school('s1', '石门小学')]

/** A query workbook that came back, to questions about the file whose bytes are named. */
function reply(id: number, about: string, sent: Sent): StoredFile {
  const file = received(id, { date: '2025-09-10', ...sent })
  const asked = {
    title: '',
    county: '',
    schoolYear: '',
    school: 's1',
    askedAt: '2025-09-15T08:00:00Z',
    sent: ['表一', '表二', '表三'].map((form) => ({ form, file: about })),
    questions: 2,
    answers: [],
  }
  return { ...file, reading: { ...file.reading, reply: asked } }
}

/** Path → status and codes of the reasons; form → file that counts. */
function decided(files: StoredFile[], taken: number[] = []) {
  const decisions = { held: new Set<number>(), taken: new Set(taken), withdrawn: new Map() }
  const { byFile, bySchool } = decideVerdicts(files, SCHOOLS, FORMS, CONFIG, decisions)
  return {
    files: Object.fromEntries(
      [...byFile.values()].map(({ file, status, reasons }) => [
        file.path,
        [status, ...reasons.map((reason) => reason.code)],
      ]),
    ),
    counts: Object.fromEntries(
      [...(bySchool.get('s1')?.tables ?? [])].map(([form, { file }]) => [form, file.path]),
    ),
  }
}
const all = (path: string) => ({ 表一: path, 表二: path, 表三: path })

const original = received(1, { path: 'a.xlsx', bytes: 'a', date: '2025-09-10' })
const changed = {
  表一: ['11', '4'],
  表二: ['20', '8'],
  表三: ['30', '12'],
} satisfies Sent['tables']

it('a reply with nothing but answers is taken note of and replaces nothing', () => {
  const files = [original, reply(2, 'a', { path: '答复.xlsx' })]
  expect(decided(files)).toEqual({
    files: { 'a.xlsx': ['accepted'], '答复.xlsx': ['accepted', 'answers-queries'] },
    counts: all('a.xlsx'),
  })
})

it('a reply with other figures waits; taken, it counts before the return it answers', () => {
  const files = [original, reply(2, 'a', { path: '答复.xlsx', tables: changed })]
  expect(decided(files)).toEqual({
    files: { 'a.xlsx': ['accepted'], '答复.xlsx': ['queried', 'newer-return', 'reply-changed'] },
    counts: all('a.xlsx'),
  })
  expect(decided(files, [2]).counts).toEqual(all('答复.xlsx'))
})

it('news is what differs from what was sent, not from a return that came meanwhile', () => {
  const meanwhile = received(3, {
    path: '更正.xlsx',
    bytes: 'c',
    date: '2025-09-20',
    tables: changed,
  })
  const files = [original, reply(2, 'a', { path: '答复.xlsx' }), meanwhile]
  expect(decided(files)).toMatchObject({
    files: { '答复.xlsx': ['accepted', 'answers-queries'], 'a.xlsx': ['superseded', 'older-than'] },
    counts: all('更正.xlsx'),
  })
})

it('an unreadable cell typed anew is news, though it cannot be read either', () => {
  const unsure = received(1, { path: 'a.xlsx', bytes: 'a', tables: { 表一: ['?约10', '4'] } })
  const same = reply(2, 'a', { path: '答复.xlsx', tables: { 表一: ['?约10', '4'] } })
  const other = reply(2, 'a', { path: '答复.xlsx', tables: { 表一: ['?约12', '4'] } })
  expect(decided([unsure, same]).files['答复.xlsx']?.[0]).toBe('accepted')
  expect(decided([unsure, other]).files['答复.xlsx']?.[0]).toBe('queried')
})

it('alone a reply is the school’s return', () => {
  expect(decided([reply(2, 'a', { path: '答复.xlsx' })]).counts).toEqual(all('答复.xlsx'))
})

it('the order in which returns and replies came in does not matter', () => {
  const files = [
    original,
    reply(2, 'a', { path: '答复.xlsx' }),
    reply(3, 'a', { path: '答复2.xlsx', tables: changed }),
    received(4, { path: '补.xlsx', bytes: 'd', date: '2025-09-12', tables: { 表二: ['21', '8'] } }),
  ]
  const expected = decided(files)
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(decided(shuffled)).toEqual(expected)
    }),
  )
})
