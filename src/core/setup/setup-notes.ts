import type { CollectionPlan } from '../../shared/plan.ts'
import type { CollectionConfig, SetupNote } from '../model/collection.ts'
import { strangeKeys } from '../model/known-keys.ts'

/** Problems of a plan that are said of the collection too, and the kind of file that mends them. */
const KEPT: Partial<Record<CollectionPlan['problems'][number]['code'], string>> = {
  'form-unreadable': '',
  'prior-unreadable': 'prior',
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
 */
export function setupNotes(
  config: CollectionConfig,
  problems: CollectionPlan['problems'],
  named: readonly { role: string; path: string }[],
  top: readonly string[],
  has: (path: string) => boolean,
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
    ...nearNames(config, top, has).filter(({ role }) => lacking.every((one) => one.role !== role)),
  ]
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

const stem = (name: string): string => name.replace(/\.[^.]*$/u, '')
const ending = (name: string): string =>
  name.replace(/^.*\./u, '').toLowerCase().replace('yml', 'yaml')

function isNear(name: string, path: string): boolean {
  if (ending(name) !== ending(path)) return false
  if (stem(name).toLowerCase() === stem(path).toLowerCase()) return true
  const [strange] = strangeKeys({ [stem(name)]: null }, [stem(path)])
  return strange?.meant === stem(path)
}
