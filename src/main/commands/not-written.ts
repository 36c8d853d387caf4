import type { Lang } from '../../shared/words/say.ts'

/** That a school's query workbook could not be put together, and why where that is known. */
export function notWrittenText(lang: Lang, school: string, detail = ''): string {
  const why = { zh: detail && `（${detail}）`, en: detail && ` (${detail})` }[lang]
  return {
    zh: `“${school}”的退回核实没有写成${why}，其他学校的照常。`,
    en: `The questions to “${school}” could not be written${why}; all others are.`,
  }[lang]
}
