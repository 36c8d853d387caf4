import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { firstFree } from '../../shared/first-free.ts'

/** Names Windows keeps for devices; a file called so cannot be opened there. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
// oxlint-disable-next-line no-control-regex -- control characters are just what must go
const UNFIT = /[<>:"/\\|?*\u0000-\u001f\u007f]/gu

/**
 * `name` as a file name that every system takes: characters that Windows refuses become "-",
 * no folder part, no dots or spaces at the ends, at most 120 characters.
 */
export function fileName(name: string): string {
  const plain = name.replaceAll(UNFIT, '-').replace(/^[\s.]+|[\s.]+$/gu, '')
  const short = Array.from(plain).slice(0, 120).join('')
  if (short === '') return '未命名'
  return DEVICES.test(short) ? `_${short}` : short
}

/** A path in `folder` where nothing is yet: `name.ending`, else `name (2).ending` and so on. */
export function freePath(folder: string, name: string, ending: string): string {
  return firstFree(
    (attempt) => join(folder, `${name}${attempt === 1 ? '' : ` (${attempt})`}${ending}`),
    existsSync,
  )
}

/** A place as it may be shown and stored: "/" between parts, no way out, no control characters. */
export function safePlace(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    // oxlint-disable-next-line no-control-regex -- see UNFIT
    .map((part) => part.replaceAll(/[\u0000-\u001f\u007f]/gu, ''))
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/') || '未命名'
}
