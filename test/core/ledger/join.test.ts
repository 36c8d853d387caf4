import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLedger } from '../../../src/core/collection/ledger-state.ts'
import type { NewEntry, StoredEntry } from '../../../src/core/ledger/entry.ts'
import { conflictsOf, lastWords } from '../../../src/core/ledger/join/conflicts.ts'
import { joined } from '../../../src/core/ledger/join/joined.ts'
import type { History, Joined } from '../../../src/core/ledger/join/joined.ts'
import type { RegisterChange } from '../../../src/core/ledger/state.ts'
import { registerAfter, standsFor } from '../../../src/core/register/changes.ts'
import { schoolOf } from '../../../src/core/register/school-of.ts'
import type { School } from '../../../src/shared/model.ts'
import { readLine } from '../../../src/core/ledger/read-line.ts'

/** Two files of one collection, each worked on by itself: random histories that part somewhere. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

type Deed = Pick<NewEntry, 'kind' | 'payload'>
interface Done {
  deed: Deed
  /** Minutes since the line before; clocks may go back. */
  later: number
}

const CONFIG: Parameters<typeof registerAfter>[2] = {
  register: {
    ...{ file: '', sheet: null, key: '标识码', name: '学校名称', shortName: '简称' },
    ...{ type: '类型', status: '状态', active: '正常' },
  },
}
const school = fc.constantFrom('s1', 's2')
const item = fc.constantFrom('教基3112[01,1]', '教基3112[01,2]', '教基3112[02,1]')
const figure = fc.constantFrom('1', '2', '3')
const finding = fc.record({
  rule: fc.constantFrom('小学-1', '小学-2'),
  school,
  row: fc.constant(null),
  column: fc.constant(null),
})
/** Schools merged, parted, written of anew, by people who know nothing of each other. */
const one3 = fc.constantFrom('s1', 's2', 's3')
const registered: fc.Arbitrary<Deed> = fc
  .oneof(
    fc.record({ school: one3, into: one3 }).map(({ school: from, into }) => ({
      ...{ school: from, name: from, into, intoName: into },
    })),
    fc.record({ school: one3, name: fc.constant(''), apart: fc.constant(true as const) }),
    fc.record({ school: one3, to: figure }).map(({ school: of, to }) => ({
      ...{ school: of, name: of, set: { 乡镇: to }, was: { 乡镇: '' } },
    })),
  )
  .map((change) => ({ kind: 'edit-register' as const, payload: { changes: [change], file: null } }))
const years = fc.constantFrom('last' as const, 'same' as const)
const further: fc.Arbitrary<Deed> = fc.oneof(
  registered,
  fc.record({ role: fc.constantFrom('rules', 'summary'), text: figure }).map((payload) => ({
    kind: 'edit-text' as const,
    payload,
  })),
  fc.record({ of: years, sha256: fc.option(figure), source: fc.constant('某') }).map((payload) => ({
    kind: 'earlier-data' as const,
    payload,
  })),
  fc.record({ form: fc.constantFrom('甲', '乙'), of: years }).map(({ form, of }) => ({
    kind: 'confirm-last-year' as const,
    payload: of === 'last' ? { form } : { form, of },
  })),
  fc.record({ before: fc.uniqueArray(one3), now: fc.uniqueArray(one3) }).map(({ before, now }) => ({
    kind: 'link-schools' as const,
    payload: { before, now, names: { before, now } },
  })),
  fc.record({ figure, to: fc.option(figure) }).map((one) => ({
    kind: 'tie-figure' as const,
    payload: { ...one, text: '', title: '' },
  })),
  fc.record({ row: figure, label: figure }).map((one) => ({
    kind: 'edit-form' as const,
    payload: { edit: { form: '甲', ...one } },
  })),
  fc.record({ row: figure, newCode: figure }).map((one) => ({
    kind: 'edit-form' as const,
    payload: { edit: { form: '甲', ...one } },
  })),
)
const target = fc.integer({ min: 2, max: 12 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  further,
  fc
    .array(fc.record({ school, item, to: fc.option(figure) }), { minLength: 1, maxLength: 3 })
    .map((changes) => ({
      kind: 'adopt' as const,
      payload: { changes: changes.map((one) => ({ ...one, from: '0', returned: 'number:0' })) },
    })),
  finding.map((one) => ({
    kind: 'explain' as const,
    payload: { finding: one, difference: null },
  })),
  finding.map((one) => ({
    kind: 'withdraw-finding' as const,
    payload: { finding: one, difference: null },
  })),
  fc.record({ rule: fc.constantFrom('r1', 'r2'), on: fc.boolean() }).map((payload) => ({
    kind: 'switch-rule' as const,
    payload,
  })),
  fc
    .record({ path: fc.constantFrom('甲.xlsx', '乙.xlsx', '丙.xlsx', '丁.xlsx') })
    .map(({ path }) => ({
      kind: 'receive' as const,
      payload: { path, file: -1 },
    })),
  fc
    .constantFrom('hold' as const, 'accept-file' as const, 'withdraw-file' as const)
    .map((kind) => ({
      kind,
      payload: { file: 0 },
    })),
  target.map((entry) => ({ kind: 'withdraw' as const, payload: { entry, by: 'number' as const } })),
  fc.record({ school, item: fc.constant(null), follow: fc.boolean() }).map((payload) => ({
    kind: 'comment' as const,
    payload,
  })),
)
const story = (most: number): fc.Arbitrary<Done[]> =>
  fc.array(fc.record({ deed, later: fc.integer({ min: -2, max: 5 }) }), { maxLength: most })

/** What was done, as a file of the collection has it. */
function historyOf(parts: readonly { person: string; done: readonly Done[] }[]): History {
  const bodies = [
    JSON.stringify({
      at: at(0),
      person: '',
      kind: 'create',
      reason: '',
      of: [],
      payload: { title: '甲县' },
    }),
  ]
  const files: { id: number; path: string; sha256: string; receivedAt: string }[] = []
  let minute = 0
  for (const { person, done } of parts) {
    minute = parts[0] === undefined ? 0 : minute
    for (const { deed: one, later } of done) {
      minute += later
      const line = { at: at(minute), person, reason: `${person}的原因`, of: [] }
      const payload = payloadOf(one, files, at(minute), bodies.length)
      if (payload !== null) bodies.push(JSON.stringify({ ...line, kind: one.kind, payload }))
    }
  }
  const entries = bodies.map((body, index) => readLine(index + 1, JSON.parse(body)))
  return { bodies, entries, files, assets: [] }
}

/** Numbers as they are in that file; null for what cannot be done there. */
function payloadOf(
  one: Deed,
  files: { id: number; path: string; sha256: string; receivedAt: string }[],
  receivedAt: string,
  lines: number,
): unknown {
  if (one.kind === 'receive') {
    const { path } = one.payload as { path: string }
    if (files.some((file) => file.path === path)) return null
    const id = files.length + 1
    files.push({ id, path, sha256: digest(path), receivedAt })
    return { path, file: id }
  }
  if (one.kind === 'withdraw') {
    const { entry } = one.payload as { entry: number }
    return entry > lines ? null : one.payload
  }
  if (one.kind === 'hold' || one.kind === 'accept-file' || one.kind === 'withdraw-file')
    return files.length === 0 ? null : { file: files.length }
  return one.payload
}

const at = (minute: number): string =>
  new Date(Date.UTC(2025, 8, 1, 8, minute)).toISOString().replace('.000', '')

const two = fc
  .record({ base: story(6), left: story(8), right: story(8) })
  .map(({ base, left, right }) => ({
    base: historyOf([{ person: '', done: base }]),
    left: historyOf([
      { person: '', done: base },
      { person: '张', done: left },
    ]),
    right: historyOf([
      { person: '', done: base },
      { person: '李', done: right },
    ]),
  }))

const RUNS = { numRuns: 150 }
const bodies = ({ lines }: Joined): string[] => lines.map(({ body }) => body)
const asHistory = (one: Joined, from: readonly History[]): History => ({
  bodies: bodies(one),
  entries: one.entries,
  files: one.files.map((place, index) => {
    const found = place.flatMap((id, side) =>
      id === null ? [] : (from[side]?.files.find((file) => file.id === id) ?? []),
    )[0]
    if (found === undefined) throw new Error('a file from nowhere')
    return { ...found, id: index + 1 }
  }),
  assets: [],
})
const foundIn = (one: Joined): ReturnType<typeof conflictsOf> =>
  conflictsOf(
    one.entries,
    ({ id }) => {
      const [a, b] = one.lines[id - 1]?.from ?? [null, null]
      return [a !== null, b !== null]
    },
    (entries) => readLedger(entries).entries,
  )

it('joined in either order two files give the same lines, and the same to decide', () => {
  fc.assert(
    fc.property(two, ({ left, right }) => {
      const [ab, ba] = [joined(left, right, digest), joined(right, left, digest)]
      expect(bodies(ab)).toEqual(bodies(ba))
      expect(foundIn(ab)).toEqual(foundIn(ba))
    }),
    RUNS,
  )
})

it('a file joined with itself, or with what it came from, is as it was', () => {
  fc.assert(
    fc.property(two, ({ base, left, right }) => {
      expect(bodies(joined(left, left, digest))).toEqual(left.bodies)
      expect(bodies(joined(base, left, digest))).toEqual(left.bodies)
      const both = joined(left, right, digest)
      const again = joined(asHistory(both, [left, right]), left, digest)
      expect(bodies(again)).toEqual(bodies(both))
      expect(foundIn(joined(left, base, digest))).toEqual({ conflicts: [], again: [] })
    }),
    RUNS,
  )
})

it('every line and every file of both is there once, and speaks of what it spoke of', () => {
  fc.assert(
    fc.property(two, ({ base, left, right }) => {
      const both = joined(left, right, digest)
      const own = (one: History): number => one.bodies.length - base.bodies.length
      expect(both.lines).toHaveLength(base.bodies.length + own(left) + own(right))
      const sides = [left, right]
      for (const [index, { from }] of both.lines.entries())
        for (const [side, place] of from.entries()) {
          if (place === null) continue
          const [was, now] = [sides[side]?.entries[place], both.entries[index]]
          expect([now?.kind, now?.at, now?.person]).toEqual([was?.kind, was?.at, was?.person])
          expect(spokenOf(now, both.entries, filesIn(both, sides))).toEqual(
            spokenOf(was, sides[side]?.entries ?? [], sides[side]?.files ?? []),
          )
        }
    }),
    RUNS,
  )
})

function filesIn(both: Joined, sides: readonly History[]): History['files'] {
  return asHistory(both, sides).files
}

/** Of which file, or which line, a line speaks: by path, by kind and time. */
function spokenOf(
  entry: StoredEntry | undefined,
  entries: readonly StoredEntry[],
  files: History['files'],
): unknown {
  const payload = entry?.payload as { file?: number; entry?: number } | undefined
  const told = entries.find(({ id }) => id === payload?.entry)
  return [files.find(({ id }) => id === payload?.file)?.path, told?.kind, told?.at]
}

it('what only one of them settled holds; what both settled otherwise is told', () => {
  fc.assert(
    fc.property(two, ({ base, left, right }) => {
      const both = joined(left, right, digest)
      const { conflicts, again } = foundIn(both)
      const told = new Set(conflicts.map(({ matter }) => matter))
      const values = (of: readonly StoredEntry[]): Map<string, string> =>
        new Map(
          [...lastWords(readLedger(of).entries)].map(([key, one]) => [
            key,
            key.startsWith('file:') ? '' : one.value,
          ]),
        )
      const now = values(both.entries)
      for (const { matter, value } of again)
        now.set(matter, matter.startsWith('file:') ? '' : value)
      const [b, l, r] = [values(base.entries), values(left.entries), values(right.entries)]
      for (const matter of new Set([...b.keys(), ...l.keys(), ...r.keys()])) {
        // Files are numbered anew; the test above holds them.
        if (told.has(matter) || matter.startsWith('file:')) continue
        const said = [l, r].filter((one) => one.get(matter) !== b.get(matter))
        const wanted = said[0] ?? b
        expect([matter, now.get(matter)]).toEqual([matter, wanted.get(matter)])
        expect(said.every((one) => one.get(matter) === wanted.get(matter))).toBe(true)
      }
    }),
    RUNS,
  )
})

const changesIn = (payloads: readonly unknown[]): RegisterChange[] =>
  payloads.flatMap((payload) => (payload as { changes: RegisterChange[] }).changes)

/** What the workbench lets a person do: of schools that stand, or that were merged. */
function possible(schools: School[], before: readonly Done[], done: readonly Done[]): Done[] {
  const kept: Done[] = []
  for (const one of done) {
    const payloads = [...before, ...kept].map(({ deed: { payload } }) => payload)
    const now = registerAfter(schools, changesIn(payloads), CONFIG)
    const stands = (id: string): boolean => now.schools.some((own) => own.id === id)
    const [change] = changesIn([one.deed.payload])
    if (change === undefined || 'add' in change) continue
    const fits =
      'into' in change
        ? stands(change.school) && stands(change.into) && change.school !== change.into
        : stands(change.school) !== 'apart' in change
    if (fits) kept.push(one)
  }
  return kept
}

const into = (school: string, other: string): Done => ({
  later: 1,
  deed: {
    kind: 'edit-register',
    payload: { changes: [{ school, name: school, into: other, intoName: other }], file: null },
  },
})

it('a school that each merged into another one is told, and the later word holds', () => {
  const side = (person: string, other: string): History =>
    historyOf([
      { person: '', done: [] },
      { person, done: [into('s1', other)] },
    ])
  const both = joined(side('张', 's2'), side('李', 's3'), digest)
  expect(foundIn(both).conflicts.map(({ matter }) => matter)).toEqual(['register:s1|→'])
  const schools = ['s1', 's2', 's3'].map((id) => schoolOf(id, { 学校名称: id }, CONFIG))
  const now = registerAfter(schools, readLedger(both.entries).register, CONFIG)
  const last = lastWords(readLedger(both.entries).entries).get('register:s1|→')
  expect(standsFor(now).get('s1')).toBe(last?.value)
})

it('schools that either of them merged are one, or what stands against it is told', () => {
  const told = fc.array(fc.record({ deed: registered, later: fc.integer({ min: -2, max: 5 }) }), {
    maxLength: 4,
  })
  const schools = ['s1', 's2', 's3'].map((id) => schoolOf(id, { 学校名称: id }, CONFIG))
  const two_ = fc.record({ left: told, right: told, base: told })
  fc.assert(
    fc.property(two_, ({ base, left, right }) => {
      const first = possible(schools, [], base)
      const of = (person: string, done: readonly Done[]): History =>
        historyOf([
          { person: '', done: first },
          { person, done: possible(schools, first, done) },
        ])
      const [one, other] = [of('张', left), of('李', right)]
      const both = joined(one, other, digest)
      const { conflicts, again } = foundIn(both)
      if (conflicts.length > 0) return
      const words = [...lastWords(readLedger(both.entries).entries).values()]
      const now = registerAfter(
        schools,
        [...readLedger(both.entries).register, ...changesIn(again.map(({ alone }) => alone))],
        CONFIG,
      )
      const stands = standsFor(now)
      const at = (id: string): string => stands.get(id) ?? id
      const held = new Map([...words, ...again].map(({ matter, value }) => [matter, value]))
      for (const [matter, value] of held) {
        const school = /^register:(.+)\|→$/u.exec(matter)?.[1]
        if (school === undefined || value === school) continue
        // Merged, it stands for itself no more.
        expect([matter, value === '' ? at(school) : at(value)]).toEqual([matter, at(school)])
        expect([matter, value !== '' && at(school) === school]).toEqual([matter, false])
      }
    }),
    {
      numRuns: 300,
      examples: [
        [{ base: [], left: [into('s1', 's2'), into('s2', 's3')], right: [into('s3', 's1')] }],
      ],
    },
  )
})

it('two who correct one cell otherwise, or explain one finding otherwise, are both named', () => {
  const cell = (to: string): Done => ({
    later: 1,
    deed: {
      kind: 'adopt',
      payload: {
        changes: [{ school: 's1', item: '甲[1,1]', from: '0', to, returned: 'number:0' }],
      },
    },
  })
  const side = (person: string, to: string): History =>
    historyOf([
      { person: '', done: [] },
      { person, done: [cell(to)] },
    ])
  const both = joined(side('张', '5'), side('李', '7'), digest)
  const found = foundIn(both)
  expect(found.conflicts).toEqual([
    { matter: 'cell:s1|甲[1,1]', sides: [{ entry: 2 }, { entry: 3 }] },
  ])
  expect(foundIn(joined(side('张', '5'), side('李', '5'), digest)).conflicts).toEqual([])
})

it('of a third file the matters that two joined left speak of the lines they spoke of', () => {
  const adopted = (to: string, later: number): Done => ({
    later,
    deed: {
      kind: 'adopt',
      payload: {
        changes: [{ school: 's1', item: '甲[1,1]', from: '0', to, returned: 'number:0' }],
      },
    },
  })
  const side = (person: string, done: Done[]): History =>
    historyOf([
      { person: '', done: [] },
      { person, done },
    ])
  const [one, other] = [side('张', [adopted('5', 3)]), side('李', [adopted('7', 4)])]
  const both = joined(one, other, digest)
  const body = JSON.stringify({
    ...{ at: at(9), person: '张', kind: 'join', reason: '', of: [] },
    payload: { sources: [], conflicts: foundIn(both).conflicts },
  })
  const said = asHistory(both, [one, other])
  const bodies_ = [...said.bodies, body]
  const left: History = {
    ...said,
    bodies: bodies_,
    entries: bodies_.map((text, index) => readLine(index + 1, JSON.parse(text))),
  }
  // The third one did something before them.
  const { entries } = joined(left, side('王', [adopted('9', 1)]), digest)
  const line = entries.find((entry) => entry.kind === 'join')
  const people = line?.payload.conflicts.flatMap(({ sides }) =>
    sides.map((of) => entries.find(({ id }) => 'entry' in of && id === of.entry)?.person),
  )
  expect(people).toEqual(['张', '李'])
})
