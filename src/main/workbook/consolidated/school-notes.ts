import { fill } from '../../../shared/words/template.ts'
import type { WorkbookWords } from './words.ts'

/** So many schools are named in a note. */
const NAMED = 8

/** What is to be said of the schools that a figure rests on, beside the figure. */
export function schoolNotes(
  { missing, apart }: { missing: readonly string[]; apart: readonly string[] },
  words: WorkbookWords,
): string[] {
  const say = (sentence: string, schools: readonly string[]): string[] => {
    if (schools.length === 0) return []
    const names = schools.slice(0, NAMED).join('、') + (schools.length > NAMED ? '…' : '')
    return [fill(sentence, { n: schools.length, names })]
  }
  return [...say(words.noteMissing, missing), ...say(words.noteApart, apart)]
}
