import { wordsIn } from '../words/words-in.ts'
import type { Words } from '../words/zh.ts'
import { useSessionState } from './context.tsx'

/** The interface's words in the language chosen now. */
export function useWords(): Words {
  return wordsIn(useSessionState((state) => state.lang))
}
