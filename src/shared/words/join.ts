import type { ConflictSide, JoinConflict, JoinResult } from '../join.ts'
import { entryText } from './entries.ts'
import { minute } from './read-only.ts'
import type { Lang } from './say.ts'

const WORDS = {
  zh: {
    own: (name: string, entries: number, files: number) =>
      `${name}：独有记录 ${String(entries)} 条、报表 ${String(files)} 份`,
    first: '第一份',
    second: '第二份',
    same: '其中一份的内容另一份都有，合并后与较全的一份相同。',
    conflicts: (n: number) => `两份不同、待定：${String(n)} 处`,
    held: (n: number) => `同校报表不同，较晚的一份待采用：${String(n)} 份`,
    none: '两份没有不同的取舍。',
  },
  en: {
    own: (name: string, entries: number, files: number) =>
      `${name}: ${String(entries)} entries, ${String(files)} returns of its own`,
    first: 'first file',
    second: 'second file',
    same: 'One has all that the other has; the joined file is as the fuller one.',
    conflicts: (n: number) => `they differ, to be decided: ${String(n)}`,
    held: (n: number) => `different returns of one school, the later one waits: ${String(n)}`,
    none: 'They differ nowhere.',
  },
}

/** How two files came together, a sentence a line. */
export function joinLines(lang: Lang, found: Omit<JoinResult, 'made'>): string[] {
  const words = WORDS[lang]
  const { first, second, conflicts, held } = found
  if (first.entries + first.files === 0 || second.entries + second.files === 0) return [words.same]
  return [
    words.own(words.first, first.entries, first.files),
    words.own(words.second, second.entries, second.files),
    conflicts === 0 ? words.none : words.conflicts(conflicts),
    ...(held === 0 ? [] : [words.held(held)]),
  ]
}

/** What one side of a conflict says, with who said it, when and why. */
export function sideText(lang: Lang, side: ConflictSide): string {
  const by = [side.person, side.at === '' ? '' : minute(side.at), side.reason]
  return [entryText(lang, side.says), ...by].filter((one) => one !== '').join(' · ')
}

/** A conflict as a line: what each says, parted by a bar. */
export function conflictLine(lang: Lang, { sides }: JoinConflict): string {
  return sides.map((side) => sideText(lang, side)).join(' | ')
}
