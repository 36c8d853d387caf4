import { describe, expect, it } from 'vitest'
import { draftList } from '../../../../src/core/draft/desk/list.ts'
import { remarksOf } from '../../../../src/core/draft/desk/remarks.ts'
import { vouched } from '../../../../src/core/draft/desk/vouched.ts'
import { draftReport } from '../../../../src/core/draft/desk/report.ts'
import type { Ignored } from '../../../../src/core/ledger/state.ts'
import { relation, viewOf } from './view.ts'

const TEXT = '全县学校26所，其中小学20所、初中5所。教师88人。'
const AT = '2025-11-03T08:00:00Z'

/** What a report says, line by line. */
const lines = (view: ReturnType<typeof viewOf>): string[] =>
  draftReport(view, AT, 'zh').paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))

const stands = (figures: string[]): Map<string, Ignored> =>
  new Map([
    [
      'sum_of_parts\tfigure 0\tfigure 1\tfigure 2',
      { entry: 7, figures, reason: '含教学点', person: '统计员', at: AT },
    ],
  ])

describe('doubts', () => {
  it('stand at the figure that is worked out, and mark all figures of the relation', () => {
    const view = viewOf(TEXT, [
      relation([0, 1, 2]),
      relation([3, 1, 0], { type: 'share_of' }),
      relation([3], { verdict: 'consistent' }),
    ])
    expect(view.doubts.map(({ figure }) => figure)).toEqual([0, 0])
    expect(view.states).toEqual(['doubtful', 'doubtful', 'doubtful', 'doubtful'])
    const sound = viewOf(TEXT, [relation([0, 1], { verdict: 'consistent' })])
    expect(sound.states).toEqual(['sound', 'sound', 'free', 'free'])
  })

  it.each<[string, Parameters<typeof viewOf>[1], Map<string, Ignored>, string]>([
    [
      'in doubt',
      [relation([0, 1, 2])],
      new Map(),
      '存疑 3，已忽略 0，与本库一致 0，算式相符 0，未核对 1',
    ],
    [
      'let stand',
      [relation([0, 1, 2])],
      stands(['26所', '20所', '5所']),
      '存疑 0，已忽略 3，与本库一致 0，算式相符 0，未核对 1',
    ],
    [
      'sound',
      [relation([0, 1], { verdict: 'consistent' })],
      new Map(),
      '存疑 0，已忽略 0，与本库一致 0，算式相符 2，未核对 2',
    ],
  ])('are counted at the head of the report: %s', (_, relations, ignored, said) => {
    expect(lines(viewOf(TEXT, relations, { ignored }))[1]).toContain(`文中数字 4 个：${said}。`)
  })

  it('let stand for a reason they mark nothing red, until one of their figures reads otherwise', () => {
    const same = viewOf(TEXT, [relation([0, 1, 2])], { ignored: stands(['26所', '20所', '5所']) })
    expect(same.states).toEqual(['ignored', 'ignored', 'ignored', 'free'])
    expect(remarksOf(same, 'zh')).toEqual([])
    expect(lines(same)).toContain('理由：含教学点（统计员，2025-11-03 08:00）')
    const other = viewOf(TEXT, [relation([0, 1, 2])], { ignored: stands(['26所', '21所', '5所']) })
    expect(other.states[0]).toBe('doubtful')
    expect(other.doubts[0]?.ignored).toBeNull()
  })

  it('two of the same figures have keys of their own', () => {
    const { doubts } = viewOf(TEXT, [relation([0, 1, 2]), relation([0, 1, 2])])
    expect(new Set(doubts.map(({ key }) => key)).size).toBe(2)
  })
})

describe('the data has the last word', () => {
  const sum = relation([0, 1, 2])
  const all = (verdicts: ('agrees' | 'differs' | 'none')[]) =>
    vouched(
      [sum],
      verdicts.map((verdict) => ({ verdict, choice: null })),
      [],
    )[0]?.verdict

  it('over a reading of the text that figures, each as the collection has it, do not fit', () => {
    expect(all(['agrees', 'agrees', 'agrees'])).toBe('undecidable')
  })

  it('but one figure that it does not vouch for leaves the doubt', () => {
    expect(all(['agrees', 'agrees', 'none'])).toBe('inconsistent')
    expect(all(['agrees', 'differs', 'agrees'])).toBe('inconsistent')
    expect(all([])).toBe('inconsistent')
  })
})

describe('comments', () => {
  it('say what does not hold, the formula, what would fit, and the other figures', () => {
    const [remark] = remarksOf(viewOf(TEXT, [relation([0, 1, 2])]), 'zh')
    expect(TEXT.slice(remark?.start, remark?.end)).toBe('26所')
    expect(remark?.text.split('\n')).toEqual([
      '26所：分项之和为25所，与26所不符。',
      '算式：26 = 20 + 5',
      '可能应为：26所改为25所',
      '同时涉及：20所、5所',
    ])
  })

  it('of one figure are one comment', () => {
    const view = viewOf(TEXT, [
      relation([0, 1, 2]),
      relation([0], { type: 'versus_data', message: '本库为25所。' }),
    ])
    const remarks = remarksOf(view, 'zh')
    expect(remarks).toHaveLength(1)
    expect(remarks[0]?.text).toContain('本库为25所。')
  })

  it('of a figure in a header go to one of its figures in the text, or to the report alone', () => {
    const text = '小学20所、初中5所。\n共26所。'
    const both = viewOf(text, [relation([2, 0, 1])], { header: true })
    expect(remarksOf(both, 'zh').map(({ start, end }) => text.slice(start, end))).toEqual(['20所'])
    const alone = viewOf(text, [relation([2], { type: 'versus_data' })], { header: true })
    expect(remarksOf(alone, 'zh')).toEqual([])
    expect(lines(alone)).toContain('在页眉，Word 不能在此加批注，仅列于本报告。')
    expect(lines(both)).not.toContain('在页眉，Word 不能在此加批注，仅列于本报告。')
  })
})

it('the report counts what it lists, and says none where there is none', () => {
  const said = lines(viewOf(TEXT, [relation([0, 1, 2])]))
  expect(said).toContain('一、存疑 1 处')
  expect(said).toContain('原句：全县学校26所，其中小学20所、初中5所。')
  expect(said).toContain('三、未核对的数字 1 个')
  expect(said).toContain('88人　教师88人。')
  expect(said[said.indexOf('二、已忽略 0 处') + 1]).toBe('无。')
})

it('the list has a line for every figure, with numbers as numbers', () => {
  const list = draftList(viewOf(TEXT, [relation([0, 1, 2])]), 'zh')
  expect(list.rows).toHaveLength(4)
  expect(list.headings).toHaveLength(list.widths.length)
  for (const row of list.rows) expect(row).toHaveLength(list.headings.length)
  expect(list.rows[0]?.slice(0, 7)).toEqual([
    '1',
    '正文',
    '全县学校26所，其中小学20所、初中5所。',
    '26所',
    '26',
    '所',
    '存疑',
  ])
})
