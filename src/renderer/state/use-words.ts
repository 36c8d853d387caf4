import { wordsIn } from '../words/words-in.ts'
import type { Words } from '../words/zh.ts'
import { useDeskState } from './context.tsx'

/** The interface's words in the language chosen now. */
export function useWords(): Words {
  return wordsIn(useDeskState((state) => state.lang))
}
