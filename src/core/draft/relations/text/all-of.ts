import { coreOf } from './likeness.ts'
import type { Mention } from './mention.ts'

/** Who is admitted is so to undergraduate or to vocational colleges, and to nothing else. */
const ADMITTED = /录取|招生|上线|升学|过线/u
const COLLEGES: readonly RegExp[] = [/本科/u, /专科|高职|大专/u]
/** Who has found a place, 就业 in its wider sense, goes on at school or works. */
const FOUND: readonly RegExp[] = [/升学|升入|深造/u, /(?<!未|待)就业|创业/u]
/** Compulsory schooling is that of primary and of junior secondary schools. */
const COMPULSORY: readonly RegExp[] = [/小学/u, /初中|初级中学/u]

/** Whether labels name all of what a total counts, by what the total itself is called: 乡镇 = 乡 + 镇. */
export function nameAllOf(total: Mention, labels: readonly string[]): boolean {
  const words = total.lead + total.tail
  if (isMadeOf(coreOf(total.tail) || coreOf(total.lead), labels)) return true
  if (ADMITTED.test(total.before + total.tail) && areEach(COLLEGES, labels)) return true
  if (total.lead.endsWith('就业') && areEach(FOUND, labels)) return true
  const compulsory = /义务教育/u.test(words + total.figure.about.group.join(''))
  return compulsory && total.figure.unit !== '所' && areEach(COMPULSORY, labels)
}

function areEach(kinds: readonly RegExp[], labels: readonly string[]): boolean {
  return (
    labels.length === kinds.length &&
    kinds.every((kind) => labels.filter((label) => kind.test(label)).length === 1)
  )
}

/** Whether a noun is put together of the labels: 乡镇 of 乡 and 镇, 中小学 of 中学 and 小学. */
function isMadeOf(noun: string, labels: readonly string[]): boolean {
  if (labels.length < 2 || labels.length > 3 || labels.includes('')) return false
  const own = labels.map(coreOf)
  const end = sharedEnd(own)
  const heads = own.map((label) => label.slice(0, label.length - end.length))
  if (heads.includes('') && end !== '') return false
  return ordersOf(heads).some((order) => noun === order.join('') + end)
}

function sharedEnd(labels: readonly string[]): string {
  const [first = ''] = labels
  for (let from = 0; from < first.length; from += 1) {
    const end = first.slice(from)
    if (labels.every((label) => label.endsWith(end) && label !== end)) return end
  }
  return ''
}

function ordersOf(heads: readonly string[]): (readonly string[])[] {
  if (heads.length < 2) return [heads]
  return heads.flatMap((head, at) =>
    ordersOf(heads.toSpliced(at, 1)).map((rest) => [head, ...rest]),
  )
}
