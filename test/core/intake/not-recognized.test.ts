import { describe, expect, it } from 'vitest'
import { decideVerdicts } from '../../../src/core/intake/verdicts.ts'
import { reasonText } from '../../../src/shared/words/say.ts'
import { sheet } from '../../support/sheet.ts'
import { received } from './files.ts'
import { context, COVER, read, school } from './returned.ts'

const PUPILS = (a = '') => `
  控辍保学情况表 | < | <
  年级 | 在校生数 | 辍学数
  一年级 | ${a} | ${a}
  二年级 | ${a} | ${a}
`
const ROOMS = sheet('校舍', '校舍情况表 | < | <\n类别 | 面积 | 间数\n教室 | | \n食堂 | | ')
const REMADE = sheet(
  '校舍',
  '校舍情况表 | < | <\n项目 | 平方数 | 数量\n教学楼 | 1 | 2\n综合楼 | 3 | 4',
)
const within = context([sheet('控辍', PUPILS()), ROOMS])
const filled = sheet('控辍', PUPILS('5'))

/** What the verdict over a school's one file says of tables that are not there. */
function missing(sheets: ReturnType<typeof sheet>[]): string[] {
  const reading = { ...read([COVER, ...sheets], within), school: 's1' }
  const file = { ...received(1, { path: 'a.xlsx', school: 's1' }), reading }
  const { byFile } = decideVerdicts(
    [file],
    [school('s1', '石门镇中心小学')],
    within.forms,
    within.config,
  )
  const reasons = [...byFile.values()].flatMap((verdict) => verdict.reasons)
  return reasons
    .filter(({ code }) => code === 'missing-table')
    .map((reason) => reasonText('zh', reason))
}

describe('a table that was not recognised', () => {
  it('is not called missing where its sheet is there: what of it was not found is said', () => {
    expect(missing([filled, REMADE])).toEqual([
      '表 校舍《校舍情况表》没有认出来：工作表“校舍”像是这张表，但 4 个行列标题只对上 0 个（没有找到：面积、间数、教室、食堂 等），没有采用；请按空白表改正后重报。',
    ])
  })

  it('is missing where nothing looks like it', () => {
    expect(missing([filled, sheet('说明', '各项均已核对')])).toEqual([
      '缺表 校舍《校舍情况表》；请学校补报。',
    ])
  })

  it('is named in a file in which no table was recognised', () => {
    const { status, reasons } = read([COVER, REMADE], within)
    expect([status, reasons.map(({ code, sheet: on }) => [code, on])]).toEqual([
      'rejected',
      [['unknown-form', '校舍']],
    ])
    expect(reasonText('en', reasons[0] ?? { code: 'damaged', params: {} })).toContain(
      'sheet “校舍” looks like 校舍, but only 0 of 4',
    )
  })
})
