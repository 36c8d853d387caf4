import { useSessionState } from '../state/context.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'
import type { Lang } from '../../shared/words/say.ts'

const CATALOGS: Record<Lang, Words> = { zh, en }

/** The interface's words in the language chosen now. */
export function useWords(): Words {
  return CATALOGS[useSessionState((state) => state.lang)]
}

/** The words of a language, for what is said outside components. */
export function wordsIn(lang: Lang): Words {
  return CATALOGS[lang]
}
