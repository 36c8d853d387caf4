import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** Where a county's partition was written. */
export function partitionText(lang: Lang, at: string): string {
  return fill(lang === 'zh' ? '已写入 {at}' : 'written: {at}', { at })
}

/** Figures that stand beside their column as texts, because it cannot hold them exactly. */
export function besideText(lang: Lang, count: number): string {
  return fill(
    lang === 'zh'
      ? '有 {count} 个数超出列的范围（整数 12 位、小数 6 位），原样写在 adopted_text 列，按 docs/lake.md 的写法合计时已算入。'
      : '{count} figures do not fit their column (12 digits before, 6 behind the point) and stand in adopted_text as written; totals as docs/lake.md forms them take them in.',
    { count },
  )
}
