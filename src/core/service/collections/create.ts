import type { Spoken } from '../../ledger/kind.ts'
import type { Ports, Store } from '../../ports.ts'
import { withFormLibrary } from '../../setup/from-library.ts'
import type { Understanding } from '../../setup/understand.ts'
import { CallError } from '../../../shared/result.ts'

/**
 * Makes a collection file from an understood folder, without its returns; blanks of the form
 * library bring along what is counted from them.
 *
 * @throws CallError the first blocking problem (no-forms, bad-config, bad-register), or the store's
 */
export function createStore(ports: Ports, path: string, understood: Understanding): Store {
  const found = withFormLibrary(understood, {
    lists: ports.listLibrary(),
    indicators: ports.indicatorLibrary(),
  })
  const blocking = found.plan.problems.find((problem) => problem.blocking)
  if (blocking !== undefined) {
    const code =
      blocking.code === 'no-forms' ||
      blocking.code === 'bad-config' ||
      blocking.code === 'text-too-large'
        ? blocking.code
        : 'bad-register'
    throw new CallError(code, blocking.params)
  }
  return makeStore(ports, path, found)
}

/**
 * Makes a collection file of what is known to be fit; at its place there is the whole one or none, when the
 * power fails too. Throws what the store throws.
 */
export function makeStore(
  ports: Ports,
  path: string,
  found: Pick<Understanding, 'config' | 'schools' | 'forms' | 'assets'>,
): Store {
  const making = ports.stores.making(path)
  const { store } = making
  try {
    store.transaction(() => {
      store.setConfig(found.config)
      store.setSchools(found.schools)
      store.setForms(found.forms)
      const of = found.assets.map(({ role, name, bytes }): Spoken => {
        const { sha256 } = store.putAsset(role, name, bytes)
        return { what: 'asset', sha256 }
      })
      const payload = { title: found.config.title }
      const at = ports.clock.now()
      store.append({ at, person: '', kind: 'create', reason: '', of, payload })
    })
  } catch (error) {
    making.drop()
    throw error
  }
  return making.finish()
}
