import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { RegisterLine } from '../../shared/register.ts'
import type { CollectionConfig } from '../model/collection.ts'

/** 停办, or the word by which this register says it. */
const CLOSED = '停办'

/** What a new register has that the one in force has not. */
export interface RegisterDiff {
  lines: RegisterLine[]
  /** Schools that stand in both alike. */
  same: number
}

/**
 * Two registers beside each other. Schools are matched by code, then by a name that only one school
 * has in each. A column that the new register lacks says nothing of it, and a code that it lost
 * takes none away. A school that it lacks is proposed to be closed; one that is closed already may
 * be left out.
 *
 * @param now the schools in force
 * @param next the schools of the new register, as `readRegister` gives them
 * @param columns its headings
 */
export function differenceOf(
  now: readonly School[],
  next: readonly School[],
  columns: readonly string[],
  config: Pick<CollectionConfig, 'register'>,
): RegisterDiff {
  const matched = matches(now, next, config.register.key)
  const taken = new Set(matched.values())
  const lines: RegisterLine[] = []
  let same = 0
  for (const row of next) {
    const own = matched.get(row)
    if (own === undefined) {
      lines.push(added(row, columns, config.register.key))
      continue
    }
    const cells = differing(own, row, columns, config.register.key)
    if (cells.length === 0) same++
    else lines.push(changed(own, cells))
  }
  const closed = closedWord(now, config.register.active)
  for (const school of now) {
    if (school.active && !taken.has(school)) lines.push(gone(school, closed, config))
  }
  return { lines, same }
}

/** How a register says that a school is closed: its commonest word for it, else 停办. */
export function closedWord(schools: readonly School[], active: string): string {
  const counts = new Map<string, number>()
  for (const { status } of schools) {
    if (status !== '' && status !== active) counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1])
  return commonest?.[0] ?? CLOSED
}

/** Row of the new register → school in force. */
function matches(
  now: readonly School[],
  next: readonly School[],
  key: string,
): Map<School, School> {
  const matched = new Map<School, School>()
  const byCode = new Map(now.flatMap((one) => (has(one, key) ? [[codeOf(one), one]] : [])))
  const taken = new Set<School>()
  const pair = (row: School, school: School | undefined): void => {
    if (school === undefined || taken.has(school)) return
    matched.set(row, school)
    taken.add(school)
  }
  for (const row of next) if (has(row, key)) pair(row, byCode.get(codeOf(row)))
  const left = next.filter((row) => !matched.has(row))
  const free = byName(now.filter((school) => !taken.has(school)))
  for (const [name, rows] of byName(left)) {
    const [row, school] = [only(rows), only(free.get(name) ?? [])]
    if (row !== undefined) pair(row, school)
  }
  return matched
}

const has = (school: School, key: string): boolean => (school.attributes[key] ?? '') !== ''

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

function byName(schools: readonly School[]): Map<string, School[]> {
  const found = new Map<string, School[]>()
  for (const school of schools) {
    const name = plain(school.name)
    if (name !== '') found.set(name, [...(found.get(name) ?? []), school])
  }
  return found
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined
}

function differing(
  own: School,
  row: School,
  columns: readonly string[],
  key: string,
): RegisterLine['cells'] {
  return columns.flatMap((column) => {
    const [from, to] = [own.attributes[column] ?? '', row.attributes[column] ?? '']
    return from === to || (column === key && to === '') ? [] : [{ column, from, to }]
  })
}

function added(row: School, columns: readonly string[], key: string): RegisterLine {
  const filled = columns.flatMap((column): [string, string][] => {
    const text = row.attributes[column] ?? ''
    return text === '' ? [] : [[column, text]]
  })
  return {
    kind: 'added',
    school: null,
    name: row.name,
    code: row.attributes[key] ?? '',
    cells: filled.map(([column, to]) => ({ column, from: '', to })),
    edit: { add: Object.fromEntries(filled) },
  }
}

function changed(own: School, cells: RegisterLine['cells']): RegisterLine {
  const set = Object.fromEntries(cells.map(({ column, to }) => [column, to]))
  return { ...named(own), kind: 'changed', cells, edit: { school: own.id, set } }
}

function gone(
  school: School,
  closed: string,
  { register }: Pick<CollectionConfig, 'register'>,
): RegisterLine {
  const cells = [{ column: register.status, from: school.status, to: closed }]
  const set = { [register.status]: closed }
  return { ...named(school), kind: 'gone', cells, edit: { school: school.id, set } }
}

const named = (school: School): Pick<RegisterLine, 'school' | 'name' | 'code'> => ({
  school: school.id,
  name: school.name,
  code: codeOf(school),
})
