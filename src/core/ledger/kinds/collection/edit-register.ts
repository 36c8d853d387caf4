import { z } from 'zod'
import type { RegisterNote } from '../../../../shared/faults.ts'
import type { EntryWords } from '../../../../shared/ledger.ts'
import type { RegisterChange } from '../../state.ts'
import { defineKind } from '../../kind.ts'
import type { Said } from '../../kind.ts'

const columns = z.record(z.string(), z.string())
const name = z.string()
const change: z.ZodType<RegisterChange> = z.union([
  z.strictObject({ add: z.string(), name, attributes: columns }),
  z.strictObject({ school: z.string(), name, set: columns, was: columns }),
  z.strictObject({ school: z.string(), name, into: z.string(), intoName: z.string() }),
  z.strictObject({ school: z.string(), name, apart: z.literal(true) }),
])
const note: z.ZodType<RegisterNote> = z.strictObject({
  code: z.enum([
    'no-school-row',
    'code-missing',
    'code-lost',
    'code-twice',
    'row-twice',
    'status-missing',
  ]),
  sheet: z.string(),
  cell: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** 修改名册: schools added, set anew, merged, parted again; by hand or as chosen from a new register. */
export const editRegister = defineKind({
  kind: 'edit-register',
  payload: z.strictObject({
    changes: z.array(change),
    /** The new register that they were chosen from, kept as an asset, and what was noted of its rows. */
    file: z.strictObject({ asset: z.string(), notes: z.array(note) }).nullable(),
  }),
  takenBack: 'from-list',
  apply(state, { payload: { changes, file } }) {
    state.register.push(...changes)
    if (file !== null) state.registerNotes = file.notes
  },
  refers: [{ path: ['file', 'asset'], to: 'register' }],
  settles: ({ changes }) => changes.flatMap(settledBy),
  touches: ({ changes }) => [{ what: 'register', schools: [...new Set(changes.map(schoolOf))] }],
  of: ({ file }, hashes) => (file === null ? [] : hashes.asset('register', file.asset)),
  words({ changes, file }) {
    const [first] = changes
    const what: EntryWords =
      first === undefined ? { key: 'edit-register.none', params: {} } : changeWords(first)
    const params = { what, count: changes.length }
    if (file !== null) {
      const own = file.asset.slice(file.asset.indexOf('/') + 1)
      return { key: 'edit-register.file', params: { ...params, file: own } }
    }
    return changes.length > 1 ? { key: 'edit-register.many', params } : what
  },
  goesTo: ({ changes: [first] }) => ({
    kind: 'register',
    school: first === undefined ? null : schoolOf(first),
  }),
})

const schoolOf = (one: RegisterChange): string => ('add' in one ? one.add : one.school)

function changeWords(one: RegisterChange): EntryWords {
  if ('add' in one) return { key: 'edit-register.add', params: { school: one.name } }
  if ('into' in one) {
    return { key: 'edit-register.merge', params: { school: one.name, into: one.intoName } }
  }
  if ('apart' in one) return { key: 'edit-register.apart', params: { school: one.name } }
  const [column = '', to = ''] = Object.entries(one.set)[0] ?? []
  const more = Object.keys(one.set).length - 1
  const from = one.was[column] || { word: 'blank' }
  const params = { school: one.name, column, from, to: to || { word: 'blank' } }
  return more > 0
    ? { key: 'edit-register.columns', params: { ...params, more } }
    : { key: 'edit-register.set', params }
}

type Payload = { changes: RegisterChange[]; file: null }

/** Two who merge a pair of schools each the other way round speak of the same matter. */
function settledBy(one: RegisterChange): Said<Payload>[] {
  const alone = (changes: RegisterChange[]): Payload => ({ changes, file: null })
  const own = `register:${schoolOf(one)}`
  if ('add' in one)
    return [{ matter: own, value: JSON.stringify(one.attributes), alone: alone([one]) }]
  if ('set' in one)
    return Object.entries(one.set).map(([column, value]) => {
      const was = { [column]: one.was[column] ?? '' }
      return {
        matter: `${own}|${column}`,
        value,
        alone: alone([{ ...one, set: { [column]: value }, was }]),
      }
    })
  const into = 'into' in one ? one.into : ''
  const said = { matter: `${own}|→`, value: into, alone: alone([one]) }
  if (into === '') return [said]
  const pair = [one.school, into].toSorted().join('|')
  return [said, { ...said, matter: `register-pair:${pair}` }]
}
