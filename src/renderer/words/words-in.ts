import type { Lang } from '../../shared/words/say.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

const CATALOGS: Record<Lang, Words> = { zh, en }

/** The interface's words in a language. */
export function wordsIn(lang: Lang): Words {
  return CATALOGS[lang]
}
