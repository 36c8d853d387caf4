import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listed } from '../../src/renderer/check/listed.ts'
import { mergedList } from '../../src/renderer/state/kept-findings.ts'
import { keepingSchools } from '../../src/renderer/state/kept-schools.ts'
import type { FindingList } from '../../src/shared/findings.ts'
import { CallError } from '../../src/shared/result.ts'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

// More schools than are checked at once; two have reported, and one of them breaks a rule.
const SCHOOLS = 120
const ITEM = '试表1[01,1]'
const code = (at: number): string => `36000${String(10_000 + at)}`
const rows = ['在校生', '其中：女']
const filled = (at: number, figures: number[]): Record<string, string> => ({
  封面: cover(code(at), `第${String(at)}小学`),
  试表1: table(
    '试表1',
    rows,
    ['计'],
    figures.map((figure) => [figure]),
  ),
})

let own: TestDesk
let grant: Awaited<ReturnType<TestDesk['service']['about']>>['collections'][number]['grant']
beforeAll(async () => {
  own = desk()
  const schools = Array.from(
    { length: SCHOOLS },
    (_, at) => `'${code(at)} | 第${String(at)}小学 | 甲镇`,
  )
  const files = await small({
    blank: { 封面: cover('', ''), 试表1: table('试表1', rows, ['计']) },
    schools: schools.join('\n'),
    returns: { '甲.xlsx': filled(0, [10, 4]), '乙.xlsx': filled(1, [10, 40]) },
    books: {
      'prior/明细.xlsx': {
        明细_试表1: `标识码 | 学校名称 | [01,1] | [02,1]\n'${code(0)} | 第0小学 | 3 | 1`,
      },
    },
    texts: {
      'rules.yaml':
        '- {id: 女生, title: 女生不多于在校生, check: "试表1[02,1] <= 试表1[01,1]", severity: error}\n' +
        '- {id: 上年, title: 比上年, check: "试表1[01,1] < 3 * 上年!试表1[01,1]", severity: query}\n',
    },
  })
  await own.open(files)
  await own.service.closeCollection({})
  const [known] = (await own.service.about({})).collections
  if (known === undefined) throw new Error('no collection')
  grant = known.grant
})
afterAll(() => own.close())

const reopened = async (): ReturnType<TestDesk['service']['openCollection']> => {
  await own.service.closeCollection({})
  return own.service.openCollection({ grant })
}

test('a large county is shown before it is checked, and says that it does not know yet', async () => {
  const first = await reopened()
  expect(first.coverage.reported).toBe(2)
  expect([first.findings, first.faults]).toEqual([null, null])
})

test('who asks for the findings gets all of them, last year among what they rest on', async () => {
  await reopened()
  const { findings } = await own.service.findings({ basis: 'adopted' })
  const ofRules = findings.filter(({ why }) => why === undefined)
  expect(ofRules.map(({ rule, school }) => [rule, school])).toEqual([
    ['上年', code(0)],
    ['女生', code(1)],
  ])
  const { findings: counts, faults } = await own.service.overview({})
  expect(counts?.error).toBe(1)
  expect(faults).toBe(0)
})

test('it is told when the counts are known, without anybody asking', async () => {
  const { last } = await own.service.events({ after: 0, waitMs: 0 })
  await reopened()
  const { findings } = await (async () => {
    for (let after = last; ;) {
      const now = await own.service.overview({})
      if (now.findings !== null) return now
      after = (await own.service.events({ after, waitMs: 5000 })).last
    }
  })()
  expect(findings?.error).toBe(1)
})

test('the files that were received are listed without parting their figures', async () => {
  await reopened()
  const files = own.service.current().storedFiles()
  const parted = files.flatMap(({ reading }) =>
    reading.tables.map((one) => vi.spyOn(one, 'values', 'get')),
  )
  expect((await own.service.files({})).map(({ cleanings }) => cleanings)).toHaveLength(2)
  expect(parted.length).toBeGreaterThan(0)
  for (const one of parted) expect(one).not.toHaveBeenCalled()
})

test('it rests while returns come in, not while somebody waits for it, and begins when they are in', async () => {
  await reopened()
  const files = await own.give([['又一份.txt', new TextEncoder().encode('不是上报表')]])
  const { job } = await own.service.importFiles({ files })
  const [{ findings }] = await Promise.all([
    own.service.findings({ basis: 'adopted' }),
    own.finish(job),
  ])
  expect(findings.length).toBeGreaterThan(0)
  let told = await own.service.overview({})
  for (let after = 0; told.findings === null; told = await own.service.overview({}))
    after = (await own.service.events({ after, waitMs: 5000 })).last
  expect(told.findings.error).toBe(1)
})

test('what is open is known before the figures are signed off', async () => {
  await reopened()
  expect((await own.service.openMatters({})).findings?.error).toBe(1)
  await reopened()
  await own.service.signOff({ name: '初审', reason: '' })
  const [row] = await own.service.snapshots({})
  expect(row?.open.findings?.error).toBe(1)
})

test('figures of last year are never missing from what is asked at once', async () => {
  await reopened()
  const story = await own.service.cell({ school: code(0), item: ITEM })
  expect(story.lastYear?.value).toBe('3')
})

test('what was asked of a collection is not answered by the one opened after it', async () => {
  await reopened()
  const asked = [
    own.service.findings({ basis: 'adopted' }),
    own.service.signOff({ name: '终审', reason: '' }),
  ].map((one) =>
    one.then(
      () => 'answered',
      (reason: unknown) => (reason instanceof CallError ? reason.code : reason),
    ),
  )
  await reopened()
  expect(await Promise.all(asked)).toEqual(['no-collection', 'no-collection'])
  const { findings } = await own.service.findings({ basis: 'adopted' })
  expect(findings.length).toBeGreaterThan(0)
  expect((await own.service.snapshots({})).map(({ name }) => name)).not.toContain('终审')
})

test('the list says what the findings say, and after a deed only the schools it concerned come anew', async () => {
  await reopened()
  const { service } = own
  const basis = 'adopted'
  let kept: FindingList | undefined
  const renewed = async (): Promise<string[]> => {
    const known = kept && { opened: kept.opened, revision: kept.revision }
    const news = await service.findingList({ basis, known })
    kept = mergedList(kept, news)
    const { findings, corrected = [] } = await service.findings({ basis })
    const whole = listed(kept)
    expect(whole.length).toBe(findings.length + corrected.length)
    for (const { items, ...finding } of [...findings, ...corrected]) {
      expect(whole).toContainEqual(expect.objectContaining(finding))
      const own = await service.schoolFindings({ school: finding.school, basis })
      expect(own).toContainEqual({ ...finding, items })
    }
    return news.schools.flatMap(({ school, lines }) => (lines ? [school] : []))
  }
  expect(await renewed()).toEqual(expect.arrayContaining([code(0), code(1)]))
  expect(kept?.checks['女生']).toEqual({
    title: '女生不多于在校生',
    formula: '试表1[02,1] <= 试表1[01,1]',
  })
  const line = listed(kept ?? { schools: [], checks: {} }).find(({ rule }) => rule === '女生')
  expect(line).toMatchObject({ form: '试表1', cells: { 试表1: [1, 0] } })
  expect(await renewed()).toEqual([])

  const place = { rule: '女生', school: code(1), row: null, column: null }
  await service.explain({ ...place, text: '电话核实' })
  expect(await renewed()).toEqual([code(1)])
  const changes = [{ school: code(1), item: '试表1[02,1]', value: '4' }]
  await service.adopt({ changes, reason: '抄错' })
  expect(await renewed()).toEqual([code(1)])
  expect(listed(kept ?? { schools: [], checks: {} }).map(({ state }) => state)).toContain(
    'corrected',
  )
  await service.undo({})
  await service.undo({})
  expect(await renewed()).toEqual([code(1)])
  // Revisions of another opening say nothing.
  await reopened()
  expect(await renewed()).toEqual(expect.arrayContaining([code(0), code(1)]))
})

test('of the schools only those come anew whose rows changed, and put together they are all of them', async () => {
  await reopened()
  const sent: number[] = []
  const { service } = own
  const kept = keepingSchools({
    ...service,
    async schoolNews(args) {
      const news = await service.schoolNews(args)
      sent.push(news.rows.length)
      return news
    },
  })
  const renewed = async (): Promise<void> =>
    expect(await kept.schools({})).toEqual(await service.schools({}))
  await renewed()
  await renewed()
  const changes = [{ school: code(1), item: '试表1[02,1]', value: '4' }]
  await service.adopt({ changes, reason: '抄错' })
  await renewed()
  await service.undo({})
  await renewed()
  expect(sent).toEqual([SCHOOLS, 0, 1, 1])
  // Another school in the register: all rows, for their places are others.
  const add = { 标识码: code(900), 学校名称: '新小学', 乡镇: '甲镇' }
  await service.editRegister({ edits: [{ add }], file: null, reason: '新建' })
  await renewed()
  await service.undo({})
  await reopened()
  await renewed()
  expect(sent.slice(4)).toEqual([SCHOOLS + 1, SCHOOLS])
})
