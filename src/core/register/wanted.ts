import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { RegisterEdit } from '../../shared/register.ts'
import { CallError } from '../../shared/result.ts'
import { cleanText, displayLabel } from '../forms/label.ts'
import { isScientific } from '../last-year/school-finder.ts'
import type { RegisterChange } from '../ledger/state.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { registerAfter } from './changes.ts'
import type { Register } from './changes.ts'

type Config = Pick<CollectionConfig, 'register'>

/**
 * What a person asks of the register, as the ledger keeps it: cleaned, each with what stood there
 * before; what changes nothing is left out.
 *
 * @param edits each of schools that the register in force has
 * @param base the register as it came with the collection
 * @param earlier the changes of it that hold
 * @throws CallError no-such-school, school-unnamed, bad-code, code-taken, merged-into-itself; then nothing is changed
 */
export function changesWanted(
  edits: readonly RegisterEdit[],
  base: readonly School[],
  earlier: readonly RegisterChange[],
  config: Config,
): RegisterChange[] {
  const now = registerAfter(base, earlier, config)
  const taken = new Set([...now.schools, ...now.merged].map(({ id }) => id))
  const changes = edits.flatMap((edit) => changeOf(edit, now, taken, config) ?? [])
  refuseSharedCodes(changes, registerAfter(base, [...earlier, ...changes], config), config)
  return changes
}

function changeOf(
  edit: RegisterEdit,
  { schools, merged }: Register,
  taken: Set<string>,
  config: Config,
): RegisterChange | null {
  const { key, name } = config.register
  if ('add' in edit) {
    const attributes = cleaned(edit.add, config)
    const called = attributes[name] ?? ''
    if (called === '') throw new CallError('school-unnamed')
    return { add: freeId(attributes[key] ?? '', called, taken), name: called, attributes }
  }
  if ('apart' in edit) {
    const own = known(edit.school, merged)
    return { school: own.id, name: own.name, apart: true }
  }
  const school = known(edit.school, schools)
  if ('into' in edit) {
    const into = known(edit.into, schools)
    if (into.id === school.id) throw new CallError('merged-into-itself', { name: school.name })
    return { school: school.id, name: school.name, into: into.id, intoName: into.name }
  }
  const set = Object.fromEntries(
    Object.entries(cleaned(edit.set, config)).filter(
      ([column, text]) => text !== (school.attributes[column] ?? ''),
    ),
  )
  if (set[name] === '') throw new CallError('school-unnamed')
  // Whatever a school was known by stays known; a code is corrected, not taken away.
  if (set[key] === '') throw new CallError('bad-code', { code: '' })
  const columns = Object.keys(set)
  if (columns.length === 0) return null
  const was = Object.fromEntries(columns.map((column) => [column, school.attributes[column] ?? '']))
  return { school: school.id, name: school.name, set, was }
}

function known(id: string, schools: readonly School[]): School {
  const school = schools.find((one) => one.id === id)
  if (school === undefined) throw new CallError('no-such-school', { school: id })
  return school
}

/** Texts as a register is read: codes without white space and full-width digits. */
function cleaned(texts: Record<string, string>, { register }: Config): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([column, text]) => {
      if (column === register.name) return [column, cleanText(text)]
      if (column !== register.key) return [column, displayLabel(cleanText(text))]
      const code = text.normalize('NFKC').replaceAll(/\s/gu, '')
      if (isScientific(code) || code.includes('|')) throw new CallError('bad-code', { code: text })
      return [column, code]
    }),
  )
}

/** What a new school will be known by: its code, else its name, else either with a number. */
function freeId(code: string, name: string, taken: Set<string>): string {
  // "|" parts the names of figures and findings.
  const own = [code, name.replaceAll('|', '｜')].filter((id) => id !== '')
  for (let number = 2; ; number++) {
    const id = own.find((one) => !taken.has(one))
    if (id !== undefined) {
      taken.add(id)
      return id
    }
    own.push(`${own[0] ?? ''}#${String(number)}`)
  }
}

/** A code that two schools would bear tells of no file whose it is. */
function refuseSharedCodes(
  changes: readonly RegisterChange[],
  { schools }: Register,
  { register: { key } }: Config,
): void {
  for (const change of changes) {
    const id = 'add' in change ? change.add : change.school
    const code = codeGiven(change, schools, key)
    if (code === undefined || code === '') continue
    const other = schools.find((one) => codeOf(one) === code && one.id !== id)
    if (other !== undefined) throw new CallError('code-taken', { code, name: other.name })
  }
}

/** The code that a change gives a school; that of one that stands for itself again is its own. */
function codeGiven(
  change: RegisterChange,
  schools: readonly School[],
  key: string,
): string | undefined {
  if ('add' in change) return change.attributes[key]
  if ('set' in change) return change.set[key]
  if ('into' in change) return undefined
  return schools.find(({ id }) => id === change.school)?.attributes[key]
}
