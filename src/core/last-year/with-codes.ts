import type { School } from '../../shared/model.ts'
import type { CollectionConfig } from '../model/collection.ts'

/**
 * What is said of a school that is gone, with its kind and dimensions both by name and by code:
 * last year's list names the kind (小学) where groups and conditions go by its code (211), or the
 * other way round. A code is what this year's register has beside the name, where that is one and
 * the same for all schools of that name; what is not certain stays unknown.
 *
 * @param said attribute → text
 */
export function withCodes(
  said: Readonly<Record<string, string>>,
  register: readonly School[],
  config: Pick<CollectionConfig, 'register' | 'dimensionFields' | 'codeNames'>,
): Record<string, string> {
  const known = { ...said }
  const { type } = config.register
  const kind = config.dimensionFields['办学类型'] ?? '办学类型'
  if (kind !== type) {
    fillFrom(known, kind, type, register)
    fillFrom(known, type, kind, register)
  }
  for (const [dimension, names] of Object.entries(config.codeNames)) {
    const field = config.dimensionFields[dimension] ?? dimension
    const name = known[dimension] ?? ''
    if (field === dimension || name === '' || (known[field] ?? '') !== '') continue
    const prefixes = Object.keys(names).filter((prefix) => names[prefix] === name)
    const [only] = prefixes
    if (only !== undefined && prefixes.length === 1) known[field] = only
  }
  return known
}

const plain = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replaceAll(/\s/gu, '')

/** Gives an attribute the value that goes with another one throughout the register. */
function fillFrom(
  known: Record<string, string>,
  from: string,
  to: string,
  register: readonly School[],
): void {
  const said = plain(known[from])
  if (said === '' || plain(known[to]) !== '') return
  const found = new Set(
    register.flatMap(({ attributes }) =>
      plain(attributes[from]) === said && plain(attributes[to]) !== ''
        ? [attributes[to]?.trim() ?? '']
        : [],
    ),
  )
  const [only] = found
  if (only !== undefined && found.size === 1) known[to] = only
}
