import { CallError } from '../../../shared/result.ts'
import { packPrior } from '../../setup/prior-values.ts'
import { readPrior } from '../../setup/prior.ts'
import type { LastYear } from '../../setup/prior.ts'
import { Collection } from '../../collection/collection.ts'
import type { Session } from '../session.ts'

/**
 * Last year's values from last year's collection, or from a workbook of details as the
 * consolidated workbook holds them. They are kept in this collection, so that the other file may
 * go away.
 *
 * @throws CallError bad-prior when there are none in it; what opening a collection throws
 */
export async function chosenLastYear(
  session: Session,
  grant: string,
  path: string,
): Promise<{ source: string; sha256: string }> {
  const source = path.split('/').at(-1) ?? path
  const found = /\.huishu$/iu.test(path)
    ? fromCollection(session, grant)
    : await fromWorkbook(session, grant, path)
  if (found.values.size === 0) {
    throw new CallError('bad-prior', { path: source, detail: '没有各校的数据' })
  }
  const { sha256 } = session.current().store.putAsset('prior-values', source, packPrior(found))
  return { source, sha256 }
}

function fromCollection(session: Session, grant: string): LastYear {
  const store = session.ports.stores.open(session.ports.grants.collectionPath(grant))
  try {
    return valuesOfYear(new Collection(store))
  } finally {
    store.close()
  }
}

/** A collection's adopted values as the next year sees them: blank cells are absent. */
function valuesOfYear(collection: Collection): LastYear {
  const last: LastYear = { values: new Map(), names: new Map() }
  for (const school of collection.expected) {
    const values = new Map<string, string>()
    let reported = false
    for (const form of collection.forms) {
      const addresses = collection.index.addressesOf(form)
      for (const index of collection.itemsOf(school, form)) {
        const { value, state } = collection.adopted(school.id, form, index)
        if (state !== 'missing') reported = true
        if (state === 'number' || state === 'text') values.set(addresses[index] ?? '', value)
      }
    }
    if (!reported) continue
    last.values.set(school.id, values)
    last.names.set(school.id, school.name)
  }
  return last
}

async function fromWorkbook(session: Session, grant: string, path: string): Promise<LastYear> {
  const [file] = await session.sources([{ grant, path }])
  const bytes = await file?.bytes()
  const outcome = bytes === undefined ? null : await session.ports.reader.read(bytes, path)
  if (outcome?.ok !== true) {
    throw new CallError('bad-prior', { path, detail: outcome?.detail ?? '' })
  }
  return readPrior(outcome.workbook, session.current().config.register.key)
}
