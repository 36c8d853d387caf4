import type { Lang } from '../../shared/words/say.ts'
import { singular } from '../../shared/words/singular.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

const CATALOGS: Record<Lang, Words> = { zh, en: inNumber(en) }

/** The interface's words in a language. */
export function wordsIn(lang: Lang): Words {
  return CATALOGS[lang]
}

/** A catalog whose sentences say “1 file” where they were given a 1. */
function inNumber<T>(words: T): T {
  if (typeof words === 'function') {
    const say = (...given: unknown[]): unknown => {
      const said: unknown = Reflect.apply(words, undefined, given)
      return typeof said === 'string' && given.some(hasOne) ? singular(said) : said
    }
    return say as T
  }
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words
  return Object.fromEntries(
    Object.entries(words).map(([name, part]: [string, unknown]) => [name, inNumber(part)]),
  ) as T
}

function hasOne(given: unknown): boolean {
  if (typeof given === 'object' && given !== null) return Object.values(given).some(hasOne)
  return given === 1 || given === '1'
}
