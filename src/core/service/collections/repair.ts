import { CallError } from '../../../shared/result.ts'
import type { Wholeness } from '../../../shared/repair.ts'
import { Collection } from '../../collection/collection.ts'
import { rereadFiles } from '../../collection/reread.ts'
import type { AssetRole } from '../../model/asset-role.ts'
import type { Ports, Reader, SourceFile, Store } from '../../ports.ts'
import { understand } from '../../setup/understand.ts'

/**
 * 抢救: a new collection of all that is whole in a damaged one, which stays as it is. Received files
 * of which only the reading is lost are read again; forms, register and settings are learned again
 * from the files they came from. The new collection's ledger says what is missing.
 *
 * @param path the damaged file
 * @param target where nothing is yet
 * @returns what was lost
 * @throws CallError nothing-to-save; collection-exists, cannot-write
 */
export async function repaired(
  ports: Pick<Ports, 'stores' | 'reader' | 'clock'>,
  path: string,
  target: string,
  name: string,
): Promise<Wholeness> {
  const found = ports.stores.repair(path, target)
  if (found === null) throw new CallError('nothing-to-save', { path: name })
  const store = ports.stores.open(target)
  try {
    if (found.parts.length > 0) await learnAgain(store, found.parts, ports, name)
    const collection = new Collection(store)
    const unread = new Set(found.unread)
    const files = collection.storedFiles().filter((file) => unread.has(file.path))
    await rereadFiles(collection, files, ports)
    const { lines, files: received, assets } = found
    store.append({
      at: ports.clock.now(),
      person: '',
      kind: 'repair',
      reason: '',
      of: [],
      payload: { source: name, lines: lines.lost, files: received.lost, assets: assets.lost },
    })
    return found
  } finally {
    store.close()
  }
}

async function learnAgain(
  store: Store,
  parts: Wholeness['parts'],
  { reader }: Pick<Ports, 'reader'>,
  name: string,
): Promise<void> {
  const { config, schools, forms } = await understand(await folderOf(store, reader), reader)
  store.transaction(() => {
    if (parts.includes('config')) store.setConfig({ ...config, title: config.title || name })
    if (parts.includes('schools')) store.setSchools(schools)
    if (parts.includes('forms')) store.setForms(forms)
  })
}

/**
 * The folder that a collection was made of, as far as settings, forms and register go. A register is
 * kept by its place in the folder, a blank by its place below the forms, which the settings name.
 */
async function folderOf(store: Store, reader: Reader): Promise<SourceFile[]> {
  const kept = (role: AssetRole, place: (name: string) => string): SourceFile[] =>
    store.assets().flatMap((asset) => {
      const bytes = asset.role === role ? store.blob(asset.sha256) : null
      if (bytes === null) return []
      return [{ path: place(asset.name), modifiedAt: null, bytes: () => Promise.resolve(bytes) }]
    })
  const settings = kept('config', () => 'collection.yaml')
  const { formsFolder } = (await understand(settings, reader)).config
  const blanks = kept('form', (name) => `${formsFolder}/${name}`)
  return [...settings, ...blanks, ...kept('register', (name) => name)]
}
