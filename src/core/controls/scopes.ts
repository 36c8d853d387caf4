import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { ControlScope } from '../../shared/controls.ts'
import { dimensionNames, groupSchools } from '../consolidate/groups.ts'
import type { CollectionConfig } from '../model/collection.ts'

/** Reads whose total a line is from what stands in it. */
export type ScopeOf = (text: string) => ControlScope | null

const COUNTY = /^(?:全[县区市旗]|县[级]?合计|合计|总计|全县合计|全部)$/u

/** Schools by code, name or short name; groups of every dimension by name; the county. */
export function scopesOf(config: CollectionConfig, schools: School[]): ScopeOf {
  const scopes = new Map<string, ControlScope | null>()
  const put = (name: string, scope: ControlScope): void => {
    const key = plain(name)
    if (key === '') return
    // A name that two things have means neither.
    scopes.set(key, scopes.has(key) && !same(scopes.get(key), scope) ? null : scope)
  }
  for (const by of dimensionNames(config, schools)) {
    for (const group of groupSchools(schools, by, config).keys()) {
      put(group, { kind: 'group', by, group })
    }
  }
  for (const school of schools) {
    const { id, name, shortName } = school
    for (const one of new Set([codeOf(school), name, shortName]))
      put(one, { kind: 'school', school: id })
  }
  if (config.county !== '') scopes.set(plain(config.county), { kind: 'county' })
  return (text) => {
    const key = plain(text)
    if (COUNTY.test(key)) return { kind: 'county' }
    return scopes.get(key) ?? scopes.get(key.replace(/(?:小计|合计|总计|计)$/u, '')) ?? null
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '')
}

function same(a: ControlScope | null | undefined, b: ControlScope): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
