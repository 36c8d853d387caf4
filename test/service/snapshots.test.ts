import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { correctedReturn } from './corrected-return.ts'
import { desk } from './desk.ts'

/** Signing off, what moved since, and what a later return would move. */
const at = desk()
const ITEM = '教基4149[01,1]'
let school = ''
let path = ''
let corrected: Uint8Array

beforeAll(async () => {
  const { files } = await county({ seed: 11, schools: 8, mess: false })
  await at.open(files)
  const rows = await at.service.files({})
  const first = rows.find((row) => row.tables.some((table) => table.form === '教基4149'))
  school = first?.school ?? ''
  path = first?.path ?? ''
  const summary = '全县教职工{教职工数}。专任教师{专任教师数}。\n'
  await at.service.editText({ role: 'summary', text: summary, reason: '试' })
  const story = await at.service.cell({ school, item: ITEM })
  const bytes = files.get(path)
  if (bytes === undefined || story.source === null) throw new Error(path)
  corrected = await correctedReturn(bytes, story.source, Number(story.returned.value) + 5)
})
afterAll(() => at.close())

const totalOf = async (): Promise<number> => {
  const rows = await at.service.totals({ form: '教基4149', by: null })
  return Number(rows.find((row) => row.item === ITEM)?.adopted)
}
const waitingFile = async (): Promise<number> => {
  const rows = await at.service.files({})
  return rows.find((row) => row.path === '重报.xlsx')?.id ?? 0
}

it('before a later return is accepted it says what would change, and changes nothing', async () => {
  const files = await at.give([['重报.xlsx', corrected]])
  await at.finish((await at.service.importFiles({ files, hold: true })).job)
  const before = await totalOf()
  const { revision } = await at.service.overview({})
  const found = await at.service.ifAccepted({ file: await waitingFile() })

  const total = found.totals.find((one) => one.item === ITEM && one.by === null)
  expect([total?.before, total?.after]).toEqual([String(before), String(before + 5)])
  expect(found.totals.filter((one) => one.item === ITEM && one.by !== null)).toHaveLength(1)
  const staff = found.indicators.find((one) => one.id === '教职工数')
  const [was, is] = [staff?.before, staff?.after].map((text) => Number.parseInt(text ?? '', 10))
  expect(is).toBe((was ?? 0) + 5)
  expect(found.sentences).toEqual([
    {
      before: `全县教职工${String(was)}人。`,
      after: `全县教职工${String(is)}人。`,
      causes: [],
    },
  ])
  expect(await totalOf()).toBe(before)
  expect((await at.service.overview({})).revision).toBe(revision)
  await expect(at.service.ifAccepted({ file: 99 })).rejects.toMatchObject({ code: 'no-such-file' })
})

it('a sign-off keeps the figures under a name, with what is open', async () => {
  await at.service.setPerson({ person: '统计员' })
  await at.service.signOff({ name: '初审', reason: '报局领导' })
  const [row] = await at.service.snapshots({})
  expect(row).toMatchObject({ name: '初审', person: '统计员', active: true, same: true })
  expect(row?.open.held).toBe(1)
  expect(row?.open).toEqual(await at.service.openMatters({}))
  await expect(at.service.signOff({ name: ' ', reason: '' })).rejects.toMatchObject({
    code: 'reason-missing',
  })
})

it('what was accepted predicts what is then compared, and the entry is named', async () => {
  const file = await waitingFile()
  const predicted = await at.service.ifAccepted({ file })
  await at.service.acceptFile({ id: file, reason: '学校更正' })
  const [row] = await at.service.snapshots({})
  expect(row?.same).toBe(false)
  const found = await at.service.compareSnapshots({ from: row?.entry ?? 0, to: null })
  const plain = (list: { causes: number[] }[]): unknown[] =>
    list.map((one) => ({ ...one, causes: [] }))
  expect(plain(found.totals)).toEqual(plain(predicted.totals))
  expect(plain(found.indicators)).toEqual(plain(predicted.indicators))
  expect(plain(found.sentences)).toEqual(plain(predicted.sentences))
  expect(found.schools.map((one) => one.school)).toEqual([school])
  expect(found.entries.map((entry) => entry.kind)).toEqual(['accept-file'])
  for (const one of [...found.totals, ...found.indicators, ...found.sentences]) {
    expect(one.causes).toEqual(found.entries.map(({ id }) => id))
  }
})

it('two sign-offs are compared with the corrections and edits that lie between them', async () => {
  const now = await totalOf()
  const value = String(Number((await at.service.cell({ school, item: ITEM })).adopted.value) + 1)
  await at.service.adopt({ changes: [{ school, item: ITEM, value }], reason: '电话核实' })
  const text = '全县教职工{教职工数}。专任教师共{专任教师数}。\n'
  await at.service.editText({ role: 'summary', text, reason: '改句' })
  await at.service.signOff({ name: '终审', reason: '' })
  const rows = await at.service.snapshots({})
  expect(rows.map((row) => row.name)).toEqual(['终审', '初审'])
  const [last, first] = rows.map((row) => row.entry)
  const found = await at.service.compareSnapshots({ from: first ?? 0, to: last ?? 0 })
  expect(found.to?.name).toBe('终审')
  const total = found.totals.find((one) => one.item === ITEM && one.by === null)
  expect([total?.before, total?.after]).toEqual([String(now - 5), String(now + 1)])
  const kinds = (causes: number[]): string[] =>
    causes.map((id) => found.entries.find((entry) => entry.id === id)?.kind ?? '')
  expect(kinds(total?.causes ?? [])).toEqual(['accept-file', 'adopt'])
  expect(found.sentences).toHaveLength(2)
  expect(found.sentences[1]?.after).toMatch(/^专任教师共\d+人。$/u)
  expect(kinds(found.sentences[1]?.causes ?? [])).toContain('edit-text')
  const again = await at.service.compareSnapshots({ from: last ?? 0, to: null })
  expect([again.totals, again.indicators, again.sentences]).toEqual([[], [], []])
})

it('a sign-off taken back stays in the list as such, with its figures', async () => {
  await at.service.undo({})
  const [last] = await at.service.snapshots({})
  expect([last?.name, last?.active]).toEqual(['终审', false])
  await expect(at.service.compareSnapshots({ from: 1, to: null })).rejects.toMatchObject({
    code: 'no-such-entry',
  })
})

it('the second calculator agrees with the first on every total and indicator', async () => {
  for (const basis of ['returned', 'adopted'] as const) {
    const found = await at.service.recount({ basis })
    expect(found.differences).toEqual([])
    expect(found.totals).toBeGreaterThan(1_000)
    expect(found.indicators).toBeGreaterThan(10)
  }
})
