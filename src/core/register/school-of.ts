import type { School } from '../../shared/model.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { reporterKind } from './reporter-kind.ts'

/**
 * A school, or another reporter, as its row of the register says it.
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
  const unit = reporterKind(attributes, { register })
  return {
    id,
    ...(code !== id && { code }),
    name,
    shortName: (attributes[register.shortName] ?? '') || (unit === null ? '' : shortened(name)),
    type: attributes[register.type] ?? '',
    status,
    // A register without a status column lists only schools that exist; so does a row without one.
    active: status === '' || status === register.active,
    attributes,
    ...(unit !== null && { unit }),
  }
}

/** What a section of an office calls itself: 青禾县教育局基建股 is 基建股, 青禾县招考中心 is 招考中心. */
function shortened(name: string): string {
  const own = name.replace(/^.*(?:局|委员会)(?=.{2})/u, '')
  const short = own === name ? name.replace(/^.{1,7}?[县区市旗](?=.{3})/u, '') : own
  return short === name ? '' : short
}
