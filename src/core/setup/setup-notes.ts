import type { CollectionPlan } from '../../shared/plan.ts'
import type { CollectionConfig, SetupNote } from '../model/collection.ts'
import { strangeKeys } from '../model/known-keys.ts'

/** Problems of a plan that are said of the collection too, and the kind of file that mends them. */
const KEPT: Partial<Record<CollectionPlan['problems'][number]['code'], string>> = {
  'form-unreadable': '',
  'prior-unreadable': 'prior',
  'same-unreadable': 'same',
  'previous-unreadable': 'previous',
  'external-unreadable': 'external',
  'type-without-form': '',
  'file-not-found': '',
}

/**
 * What of a collection folder was not taken, to be said with the collection's results: the plan is
 * seen only where a person makes a collection by hand.
 *
 * @param named files that collection.yaml names itself
 * @param top names of the files that lie in the folder itself
 * @param has whether the folder has a file of a path
 * @param earlier paths of the files in the folder of earlier periods (prior/)
 */
export function setupNotes(
  config: CollectionConfig,
  problems: CollectionPlan['problems'],
  named: readonly { role: string; path: string }[],
  top: readonly string[],
  has: (path: string) => boolean,
  earlier: readonly string[] = [],
): SetupNote[] {
  const lacking = named.filter(({ path }) => !has(path))
  const ofPlan = problems.flatMap(({ code, params }): SetupNote[] => {
    const role = KEPT[code]
    if (role === undefined) return []
    return [{ code: code === 'file-not-found' ? 'form-not-found' : code, params, role }]
  })
  return [
    ...lacking.map(({ role, path }) => ({ code: 'file-not-found', params: { path }, role })),
    ...ofPlan,
    ...[...nearNames(config, top, has), ...unusedPast(config, earlier, has)].filter(({ role }) =>
      lacking.every((one) => one.role !== role),
    ),
  ]
}

/**
 * Columns of the register that collection.yaml names and that are not there: without 状态 every school
 * would be taken as open, without 举办者 nobody would be grouped by it.
 *
 * @param columns the register's headings; null where there is no register
 */
export function columnNotes(
  named: readonly { key: string; column: string }[],
  columns: readonly string[] | null,
): SetupNote[] {
  if (columns === null) return []
  return named
    .filter(({ column }) => !columns.includes(column))
    .map(({ key, column }) => ({
      code: 'column-not-found',
      params: { key, column, columns: columns.join('、') },
      role: 'register',
    }))
}

/** A file whose name is a slip of one that is looked for and not there: `indicator.yaml`. */
function nearNames(
  config: CollectionConfig,
  top: readonly string[],
  has: (path: string) => boolean,
): SetupNote[] {
  const wanted: [string, string][] = [
    ['rules', config.rules],
    ['indicators', config.indicators],
    ['summary', config.summary],
    ['lists', config.lists ?? ''],
    ['screening', 'screening.yaml'],
    ['register', config.register.file],
    ['external', config.external?.file ?? ''],
    ['plans', config.plans ?? ''],
    ['', 'collection.yaml'],
  ]
  const used = new Set([...wanted.map(([, path]) => path), 'collection.yml'])
  const free = top.filter((name) => !used.has(name))
  return wanted.flatMap(([role, path]) => {
    if (path === '' || path.includes('/') || has(path)) return []
    if (path === 'collection.yaml' && has('collection.yml')) return []
    const found = free.find((name) => isNear(name, path))
    return found === undefined ? [] : [{ code: 'name-near', params: { found, path }, role }]
  })
}

/** A list of an earlier period under a name that nobody looks for: `prior/去年同期.xlsx`. */
function unusedPast(
  { prior, earlier }: CollectionConfig,
  paths: readonly string[],
  has: (path: string) => boolean,
): SetupNote[] {
  const wanted = {
    prior: prior?.file ?? '',
    same: earlier?.same ?? '',
    previous: earlier?.previous ?? '',
  }
  const used = new Set(Object.values(wanted))
  return paths.flatMap((found): SetupNote[] => {
    const name = found.replace(/^.*\//u, '')
    if (used.has(found) || /^(?:~\$|\.)|^汇总表\./u.test(name)) return []
    if (!/\.(?:xlsx?|xlsm|et|ods|csv)$/iu.test(name)) return []
    const role = /同期/u.test(name)
      ? 'same'
      : /上期|上月|上季|上半年/u.test(name)
        ? 'previous'
        : 'prior'
    const path = wanted[role]
    return path === '' || has(path) ? [] : [{ code: 'name-near', params: { found, path }, role }]
  })
}

const stem = (name: string): string => name.replace(/\.[^.]*$/u, '')
const ending = (name: string): string =>
  name.replace(/^.*\./u, '').toLowerCase().replace('yml', 'yaml')

function isNear(name: string, path: string): boolean {
  if (ending(name) !== ending(path)) return false
  if (stem(name).toLowerCase() === stem(path).toLowerCase()) return true
  const [strange] = strangeKeys({ [stem(name)]: null }, [stem(path)])
  return strange?.meant === stem(path)
}
