import type { Incomplete } from '../overview.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

const SENTENCE: Record<Lang, string> = {
  zh: '这个统计库是在使用中被复制的，当时还没有写进文件的操作不在里面：现有 {lines} 条记录，最后一条是 {at}。请与原来的统计库核对，或在原处用“另存副本”重新复制。',
  en: 'This collection was copied while in use, and what had not been written into the file at that moment is not in it: it has {lines} entries, the last of {at}. Compare it with the original, or copy that again with “Save a copy”.',
}

/** What a collection may lack, and what to do. */
export function incompleteText(lang: Lang, { at, lines }: Incomplete): string {
  return fill(SENTENCE[lang], { at: at.slice(0, 19).replace('T', ' '), lines })
}
