import { afterAll, beforeAll, expect, it } from 'vitest'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'

const at = desk()
const { service } = at
afterAll(() => at.close())

beforeAll(async () => {
  const blank = { 封面: cover('', ''), 县教1: table('县教1', ['总计'], ['人数', '其中女']) }
  await at.open(
    await small({
      blank,
      schools: "'2190001001 | 试县一小 | 东镇",
      returns: {
        '一小.xlsx': {
          封面: cover('2190001001', '试县一小'),
          县教1: table('县教1', ['总计'], ['人数', '其中女'], [[3, 5]]),
        },
      },
      texts: {
        'rules.yaml':
          "- {id: r1, title: 女不超过总数, check: '县教1[01,2] <= 县教1[01,1]', severity: error}",
        'indicators.yaml': "- {id: 人, title: 人, unit: 人, value: {sum: '县教1[01,1]'}}",
        'summary.md': '共{人}。',
      },
    }),
  )
})

const deep = `${'('.repeat(4_900)}1${')'.repeat(4_900)}`
const found = async () => {
  const { findings, faults } = await service.findings({ basis: 'adopted' })
  return { findings: findings.map(({ rule }) => rule), faults: faults.map(({ code }) => code) }
}

it.each([
  ['rules', `- {id: tief, title: x, check: '${deep} = 1', severity: error}`, 'rule-text'],
  ['rules', `${'['.repeat(50_000)}`, 'rule-entry'],
  ['indicators', `- {id: tief, title: x, unit: 人, value: {sum: '${deep}'}}`, 'indicator-text'],
  ['indicators', '&a [*a]', 'indicator-entry'],
  ['summary', `${'{人|'.repeat(5_000)}${'{'.repeat(5_000)}`, null],
] as const)(
  'a text of %s beyond all measure is one named fault; the rest works and it can be put back',
  async (role, text, code) => {
    const before = await found()
    await service.editText({ role, text, reason: '试一下' })
    const { faults } = await found()
    expect(faults).toEqual(expect.arrayContaining(code === null ? before.faults : [code]))
    expect((await service.overview({})).coverage).toEqual({ expected: 1, reported: 1 })
    expect((await service.indicators({ basis: 'adopted' })).rows.length).toBeLessThanOrEqual(1)
    const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
    expect((await at.finish(job))?.state).toBe('done')
    await service.undo({})
    expect(await found()).toEqual(before)
  },
)

it('a collection that holds such a text opens like any other', async () => {
  await service.editText({
    role: 'rules',
    text: `- {id: t, check: '${deep} = 1', severity: error}`,
    reason: 'x',
  })
  const { collections } = await service.about({})
  const [own] = collections
  await service.closeCollection({})
  expect((await service.openCollection({ grant: own?.grant ?? '' })).coverage.reported).toBe(1)
  expect((await found()).faults).toEqual(['rule-text'])
})
