import type { School } from '../../shared/model.ts'
import type { CollectionConfig } from '../model/collection.ts'

/**
 * A school as its row of the register says it.
 *
 * @param attributes every column, by its heading; which of them is what, the configuration says
 */
export function schoolOf(
  id: string,
  attributes: Record<string, string>,
  { register }: Pick<CollectionConfig, 'register'>,
): School {
  const name = attributes[register.name] ?? ''
  const status = attributes[register.status] ?? ''
  const code = (attributes[register.key] ?? '') || name
  return {
    id,
    ...(code !== id && { code }),
    name,
    shortName: attributes[register.shortName] ?? '',
    type: attributes[register.type] ?? '',
    status,
    // A register without a status column lists only schools that exist; so does a row without one.
    active: status === '' || status === register.active,
    attributes,
  }
}
