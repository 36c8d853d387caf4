import { isWhole } from '../repair.ts'
import type { CollectionPart, Wholeness } from '../repair.ts'
import type { Lang } from './template.ts'

const PARTS: Record<Lang, Record<CollectionPart, string>> = {
  zh: { config: '设置', schools: '名册', forms: '表式' },
  en: { config: 'settings', schools: 'register', forms: 'forms' },
}

/** How whole a collection file is: a line each for what there is, what is missing, by name and number. */
export function wholenessLines(lang: Lang, found: Wholeness): string[] {
  const { pages, strange, lines, files, unread, assets, parts } = found
  const named = (list: readonly (string | number)[]): string =>
    list.join(lang === 'zh' ? '、' : ', ')
  const total = (whole: number, lost: readonly unknown[]): string =>
    `${whole}/${whole + lost.length}`
  const words = parts.map((part) => PARTS[lang][part])
  const said = {
    zh: [
      isWhole(found) ? '完好。' : '有损坏。',
      `操作记录 ${total(lines.whole, lines.lost)} 条完好${lines.lost.length > 0 ? `；损坏：第 ${named(lines.lost)} 条` : ''}`,
      `收到的文件 ${total(files.whole, files.lost)} 份完好${files.lost.length > 0 ? `；损坏：${named(files.lost)}` : ''}`,
      unread.length > 0 && `文件完好而读数损坏，可重新读取 ${unread.length} 份：${named(unread)}`,
      `空白表、名册等资料 ${total(assets.whole, assets.lost)} 份完好${assets.lost.length > 0 ? `；损坏：${named(assets.lost)}` : ''}`,
      words.length > 0 && `损坏、将由原资料重新辨认：${named(words)}`,
      strange.length > 0 && `不是本程序建立的样子：${named(strange)}`,
      pages !== '' && `数据库检查：${pages}`,
    ],
    en: [
      isWhole(found) ? 'Whole.' : 'Damaged.',
      `Ledger entries ${total(lines.whole, lines.lost)} whole${lines.lost.length > 0 ? `; damaged: ${named(lines.lost)}` : ''}`,
      `Received files ${total(files.whole, files.lost)} whole${files.lost.length > 0 ? `; damaged: ${named(files.lost)}` : ''}`,
      unread.length > 0 &&
        `Files whole whose readings are damaged, to be read again: ${named(unread)}`,
      `Blanks, register and the like ${total(assets.whole, assets.lost)} whole${assets.lost.length > 0 ? `; damaged: ${named(assets.lost)}` : ''}`,
      words.length > 0 &&
        `Damaged, to be learned again from the files they came from: ${named(words)}`,
      strange.length > 0 && `Not as this program makes them: ${named(strange)}`,
      pages !== '' && `Database check: ${pages}`,
    ],
  }
  return said[lang].filter((line) => line !== false)
}
