import type { Context } from './context.ts'

const RESPECTIVELY = /分别|依次/u
const LISTED = /[、和与及]/u
const SEPARATOR = /[\d.]+[^\d、和与及，]{0,8}(?=[、和与及])/gu

/**
 * Of 小学、初中、高中生师比分别为17:1、13:1和12:1 the member that a figure belongs to, with what all
 * members share; null outside such lists.
 */
export function memberOf({ before }: Pick<Context, 'before'>): string | null {
  const at = before.search(RESPECTIVELY)
  if (at < 0) return null
  const members = before.slice(0, at).split(LISTED)
  const index = [...before.slice(at).matchAll(SEPARATOR)].length
  const [own, last] = [members[index], members.at(-1)]
  if (members.length < 2 || own === undefined || last === undefined) return null
  return own === last ? last : `${own}${sharedEnd(own, last)}`
}

/** 小学 + 高中生师比: what stands behind the last member's own two or so characters is of all. */
function sharedEnd(own: string, last: string): string {
  const name = own.trim().slice(-2)
  return own.trim().length <= 4 && !last.endsWith(name) ? last.trim().slice(2) : ''
}
