import type { LastYear } from './prior.ts'
import { utf8Bytes } from './utf8-bytes.ts'
import { utf8Text } from './utf8-text.ts'

/** How chosen values of last year are kept in the collection file. */
interface Packed {
  version: 1
  names: Record<string, string>
  values: Record<string, Record<string, string>>
}

/** Last year's values as bytes to keep: the same values give the same bytes. */
export function packPrior({ values, names }: LastYear): Uint8Array {
  const packed: Packed = {
    version: 1,
    names: Object.fromEntries(names),
    values: Object.fromEntries([...values].map(([id, own]) => [id, Object.fromEntries(own)])),
  }
  return utf8Bytes(JSON.stringify(packed))
}

/** What `packPrior` packed. */
export function unpackPrior(bytes: Uint8Array): LastYear {
  const packed = JSON.parse(utf8Text(bytes)) as Packed
  return {
    names: new Map(Object.entries(packed.names)),
    values: new Map(
      Object.entries(packed.values).map(([id, own]) => [id, new Map(Object.entries(own))]),
    ),
  }
}
