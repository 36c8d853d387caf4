import { Bounded } from '../../../memory/bounded.ts'

/** Words that narrow nothing and name nothing of their own. */
const FRAME =
  /全国|全省|全市|全县|全区|全镇|全乡|全校|我市|我县|我区|我省|我镇|本市|本县|本区|本级|总数|总量|总额|总|的|比例|比重|占比|比|量|数|为|达到?|约|共有|共|有|数量|人数|其|年度|全年|年初|在/gu

/** The noun of any people at the end of what was done to them: 聘用人员 are those of 实际聘用296人. */
export const PEOPLE = /(?<=..)(?:人员|教师|学生|人数|者)$/u

/** What words name, without the frame that every measure has: 占全县幼儿园总数的 → 幼儿园. 计划 and 规划 are one. */
export function coreOf(words: string): string {
  return cores.get(words) ?? cores.set(words, withoutFrame(words))
}

/** Every figure's words are asked for again with each share behind it. */
const cores = new Bounded<string>(5000)

function withoutFrame(words: string): string {
  return words
    .replaceAll(/[（(][^（()）]*[)）]/gu, '')
    .replaceAll(/计划/gu, '规划')
    .replaceAll(/在校生/gu, '在校学生')
    .replaceAll(/[\d\s.,，、：:“”()（）]|\d+年/gu, '')
    .replaceAll(FRAME, '')
}

/** Length of the longest run of characters that both have. */
export function sharedRun(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)]
  let best = 0
  let above: number[] = []
  for (const character of one) {
    const row = [0]
    for (const [at, its] of other.entries()) {
      const run = its === character ? (above[at] ?? 0) + 1 : 0
      row.push(run)
      if (run > best) best = run
    }
    above = row
  }
  return best
}

/** Whether a figure's words name what `core` names: all of it, or its last two characters at least. */
export function names(words: string, core: string): boolean {
  const own = coreOf(words)
  return (
    core !== '' &&
    (own.includes(core) ||
      sharedRun(own, core) >= Math.max(2, Math.ceil(Array.from(core).length * 0.6)))
  )
}
