import type { Store } from '../../src/core/ports.ts'
import { stores } from '../../src/main/store/stores.ts'

/**
 * Opens a collection as a person would after the trouble, and holds it against its record.
 *
 * @returns how many entries it has, and what is wrong with it
 */
export function looked(path: string): { lines: number; faults: string[] } {
  let store: Store
  try {
    store = stores.open(path)
  } catch (error) {
    return { lines: -1, faults: [`cannot be opened: ${String(error)}`] }
  }
  try {
    store.config()
    store.files()
    const steps = store.verification([])
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    const { troubles } = step.value
    return { lines: store.lines(), faults: troubles.map(({ kind, what }) => `${kind} ${what}`) }
  } catch (error) {
    return { lines: -1, faults: [`cannot be read: ${String(error)}`] }
  } finally {
    store.close()
  }
}
