import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideVerdicts } from '../../../src/core/intake/verdicts.ts'
import { CONFIG, FORMS, received } from './files.ts'
import type { Sent } from './files.ts'
import { school } from './returned.ts'

const SCHOOLS = [school('s1', '石门小学'), school('s2', '双桥小学')]

/** Path → status and reasons; school → form → file, for these files received in this order. */
function decided(sent: Sent[]) {
  const files = sent.map((one, index) => received(index + 1, one))
  const { byFile, bySchool } = decideVerdicts(files, SCHOOLS, FORMS, CONFIG)
  const verdicts = [...byFile.values()].map(({ file, status, school: owner, reasons }) => [
    file.path,
    [
      status,
      owner,
      ...reasons.map((r) =>
        `${r.code} ${String(r.params['path'] ?? r.params['form'] ?? '')}`.trim(),
      ),
    ],
  ])
  const standing = [...bySchool].map(([id, { tables }]) => [
    id,
    Object.fromEntries([...tables].map(([form, { file }]) => [form, file.path] as const)),
  ])
  return {
    files: Object.fromEntries(verdicts) as Record<string, (string | null)[]>,
    schools: Object.fromEntries(standing) as Record<string, Record<string, string>>,
  }
}
const all = (path: string) => ({ 表一: path, 表二: path, 表三: path })

describe('verdicts over all files together', () => {
  it('call a file with the same bytes a duplicate, and keep the plainest name', () => {
    const { files } = decided([
      { path: 'a (1).xlsx', bytes: 'x' },
      { path: '副本a.xlsx', bytes: 'x' },
      { path: 'a.xlsx', bytes: 'x' },
    ])
    expect(files).toEqual({
      'a.xlsx': ['accepted', 's1'],
      'a (1).xlsx': ['duplicate', 's1', 'same-bytes a.xlsx'],
      '副本a.xlsx': ['duplicate', 's1', 'same-bytes a.xlsx'],
    })
  })

  it('do not call worthless files copies of one another', () => {
    const { files } = decided([
      { path: '~$a.xlsx', bytes: 'x', status: 'ignored', school: null },
      { path: '~$b.xlsx', bytes: 'x', status: 'ignored', school: null },
    ])
    expect(Object.values(files).map(([status]) => status)).toEqual(['ignored', 'ignored'])
  })

  it.each<[string, Sent, Sent]>([
    [
      'a later date',
      { path: 'b.xlsx', date: '2025-09-15' },
      { path: 'z.xlsx', date: '2025-09-12' },
    ],
    [
      'the name, on the same date',
      { path: 'a修改.xlsx', date: '2025-09-12' },
      { path: 'z.xlsx', date: '2025-09-12' },
    ],
    ['初报 in the other’s name', { path: 'a.xlsx' }, { path: 'z-初报.xlsx' }],
    [
      'the file’s time',
      { path: 'a.xlsx', modifiedAt: '2025-09-16T00:00:00Z' },
      { path: 'z.xlsx', modifiedAt: '2025-09-12T00:00:00Z' },
    ],
    ['a date against none', { path: 'a.xlsx', date: '2025-09-12' }, { path: 'z.xlsx' }],
    [
      'a dateless 更正 against a date',
      { path: 'a更正.xlsx' },
      { path: 'z.xlsx', date: '2025-09-12' },
    ],
  ])('let the later return count, told by %s', (_, later, earlier) => {
    const { files, schools } = decided([later, earlier])
    expect(files[later.path]?.[0]).toBe('accepted')
    expect(files[earlier.path]).toEqual(['superseded', 's1', `older-than ${later.path}`])
    expect(schools['s1']).toEqual(all(later.path))
  })

  it('put together tables sent one by one, and name those still missing', () => {
    const one: Sent = { path: '1.xlsx', tables: { 表一: ['1', '1'] } }
    const two: Sent = { path: '2.xlsx', tables: { 表二: ['2', '2'] } }
    const three: Sent = { path: '3.xlsx', tables: { 表三: ['3', '3'] } }
    expect(decided([one, two]).files).toEqual({
      '1.xlsx': ['accepted', 's1'],
      '2.xlsx': ['queried', 's1', 'missing-table 表三'],
    })
    const complete = decided([one, two, three])
    expect(complete.schools['s1']).toEqual({ 表一: '1.xlsx', 表二: '2.xlsx', 表三: '3.xlsx' })
    expect(Object.values(complete.files).map(([status]) => status)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
  })

  it('let one table sent again replace that table only', () => {
    const whole: Sent = { path: '全.xlsx', date: '2025-09-10' }
    const again: Sent = { path: '改.xlsx', date: '2025-09-15', tables: { 表二: ['21', '8'] } }
    for (const order of [
      [whole, again],
      [again, whole],
    ]) {
      const { files, schools } = decided(order)
      expect(schools['s1']).toEqual({ 表一: '全.xlsx', 表二: '改.xlsx', 表三: '全.xlsx' })
      expect(files).toEqual({ '全.xlsx': ['accepted', 's1'], '改.xlsx': ['accepted', 's1'] })
    }
  })

  it('never let a rejected file take the place of one that was read', () => {
    const { files, schools } = decided([
      { path: 'a.xlsx', date: '2025-09-12' },
      { path: 'b.xlsx', date: '2025-09-20', status: 'rejected', school: null },
    ])
    expect(files['a.xlsx']).toEqual(['accepted', 's1'])
    expect(schools['s1']).toEqual(all('a.xlsx'))
  })

  it('do not depend on the order in which files came', () => {
    const date = fc.constantFrom(null, '2025-09-10', '2025-09-12', '2025-09-15')
    const sent = fc
      .uniqueArray(
        fc.record({
          path: fc
            .tuple(
              fc.constantFrom('a', 'b', 'c', 'd'),
              fc.constantFrom('', '-初报', '修改', ' (1)'),
            )
            .map((p) => `${p.join('')}.xlsx`),
          school: fc.constantFrom('s1', 's2', null),
          status: fc.constantFrom('accepted' as const, 'queried' as const, 'rejected' as const),
          date,
          modifiedAt: fc.constantFrom(null, '2025-09-11T00:00:00Z', '2025-09-14T00:00:00Z'),
          forms: fc.subarray(['表一', '表二', '表三'], { minLength: 1 }),
          copied: fc.boolean(),
        }),
        { selector: (one) => one.path, minLength: 2, maxLength: 7 },
      )
      .map((list) =>
        list.map(({ forms, copied, ...one }): Sent => ({
          ...one,
          tables: Object.fromEntries(forms.map((form) => [form, ['1', '2']])),
          bytes: copied ? `copied ${String(one.school)} ${one.status}` : one.path,
        })),
      )
    const shuffled = sent.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        // Copies share their reading, as files with the same bytes do.
        const first = new Map(list.map((one) => [one.bytes, one]))
        const same = (one: Sent): Sent => ({
          ...first.get(one.bytes),
          path: one.path,
          modifiedAt: one.modifiedAt ?? null,
        })
        expect(decided(other.map(same))).toEqual(decided(list.map(same)))
      }),
      { numRuns: 500 },
    )
  })
})
