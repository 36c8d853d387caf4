import { basename } from 'node:path'
import type { PickOptions } from '../shared/host.ts'

/** What the native dialogs are asked for: pure, so that the page's wishes can be checked and tested. */

/** Options as the page sent them, or null when they are not what the interface sends. */
export function checkPick(options: unknown): PickOptions | null {
  if (typeof options !== 'object' || options === null) return null
  const { kind, accept }: { kind?: unknown; accept?: unknown } = options
  if (kind !== 'files' && kind !== 'folder' && kind !== 'collection') return null
  if (accept === undefined) return { kind }
  if (!Array.isArray(accept)) return null
  const endings = accept.filter(isEnding)
  return endings.length === accept.length ? { kind, accept: endings } : null
}

function isEnding(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z0-9]{1,10}$/iu.test(text)
}

type Property = 'openFile' | 'openDirectory' | 'multiSelections'

/** Options of the open dialog. */
export function openOptions(options: PickOptions, folder: string) {
  const properties: Record<PickOptions['kind'], Property[]> = {
    files: ['openFile', 'multiSelections'],
    folder: ['openDirectory'],
    collection: ['openFile'],
  }
  const titles = { files: '选择文件', folder: '选择文件夹', collection: '打开统计库' }
  const accept = options.kind === 'collection' ? ['huishu'] : (options.accept ?? [])
  const everything = { name: '所有文件', extensions: ['*'] }
  const wanted = { name: accept.map((one) => `*.${one}`).join(' '), extensions: accept }
  return {
    title: titles[options.kind],
    properties: properties[options.kind],
    filters: accept.length === 0 ? [everything] : [wanted, everything],
    ...(options.kind === 'collection' ? { defaultPath: folder } : {}),
  }
}

/** Options of the save dialog for an export called `name`. */
export function saveOptions(name: string) {
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '') : ''
  const filters = ending === '' ? [] : [{ name: `*.${ending}`, extensions: [ending] }]
  return { title: '保存', defaultPath: name, filters }
}

/** Picked paths with the places they are shown at: a folder's files below it, others by name. */
export function pickedItems(options: PickOptions, paths: string[]): { at: string; path: string }[] {
  return paths.map((at) => ({ at, path: options.kind === 'folder' ? '' : basename(at) }))
}

/** Dropped paths as the preload sends them; null when they are anything else. */
export function checkDropped(items: unknown): { at: string; path: string }[] | null {
  if (!Array.isArray(items)) return null
  const checked: { at: string; path: string }[] = []
  for (const item of items as unknown[]) {
    if (typeof item !== 'object' || item === null) return null
    const { at, path }: { at?: unknown; path?: unknown } = item
    if (typeof at !== 'string' || typeof path !== 'string' || at === '') return null
    checked.push({ at, path: path === '' ? basename(at) : path })
  }
  return checked
}
