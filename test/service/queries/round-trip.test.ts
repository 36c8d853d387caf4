import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileRow } from '../../../src/shared/intake.ts'
import { LIBREOFFICE, resaved } from '../../main/workbook/consolidated/libreoffice.ts'
import { desk } from '../desk.ts'
import type { TestDesk } from '../desk.ts'
import { asked, cellOf, findingsOf, inOrder, lineOf, opened, received } from './asked.ts'
import { planted } from './planted.ts'
import type { Planted } from './planted.ts'

/** Questions go out in a workbook, come back answered, and are settled by a person, never by themselves. */
let at: TestDesk
let plan: Planted

beforeEach(async () => {
  at = desk()
  plan = await planted()
  await at.open(plan.files)
})
afterEach(() => at.close())

async function fileAt(path: string): Promise<FileRow> {
  const row = (await at.service.files({})).find((file) => file.path === path)
  if (row === undefined) throw new Error(`no file ${path}`)
  return row
}

async function totalOf(item: string): Promise<string | undefined> {
  const rows = await at.service.totals({ form: item.split('[')[0] ?? '', by: null })
  return rows.find((row) => row.item === item)?.adopted
}

/** The reply: a corrected value to the first question, an explanation to the others. */
async function answered(typed: string): Promise<Uint8Array> {
  const sheet = await opened(await asked(at, plan.school))
  const findings = inOrder(await findingsOf(at, plan.school))
  findings.forEach((finding, index) => {
    if (index === 0) sheet.type(lineOf(finding, 1, plan.item), 'value', typed)
    sheet.type(String(index + 1), 'text', index === 0 ? '合计抄错了' : '同第 1 题')
  })
  return sheet.bytes()
}

async function comesBack(reply: Uint8Array): Promise<void> {
  const { school, item, right, wrong } = plan
  const total = await totalOf(item)
  await received(at, '微信/答复.xlsx', reply)

  const file = await fileAt('微信/答复.xlsx')
  expect(file).toMatchObject({ status: 'accepted', school })
  const findings = inOrder(await findingsOf(at, school))
  expect(file.reasons).toEqual([
    { code: 'answers-queries', params: { questions: findings.length, answered: findings.length } },
  ])
  // Nothing but answers: it replaces nothing and moves no figure.
  expect(await totalOf(item)).toBe(total)
  expect((await at.service.overview({})).held).toBe(0)
  expect(findings.map((finding) => finding.state)).toEqual(findings.map(() => 'asked'))
  expect(findings.map((finding) => finding.answer?.text)).toEqual(
    findings.map((_, index) => (index === 0 ? '合计抄错了' : '同第 1 题')),
  )
  expect(cellOf(findings[0], item)).toMatchObject({
    asked: wrong,
    value: right,
    state: 'proposed',
  })
  const [row] = (await at.service.queries({})).schools
  expect(row).toMatchObject({
    school,
    open: 0,
    asked: 0,
    answered: findings.length,
    proposals: 1,
    settled: 0,
  })

  // One click takes the value; the questions close because the rules hold.
  await at.service.adopt({
    changes: [{ school, item, value: right }],
    reason: '学校更正：合计抄错了',
  })
  expect(await findingsOf(at, school)).toEqual([])
  const { corrected } = await at.service.findings({ basis: 'adopted' })
  expect(corrected?.map((finding) => [finding.rule, finding.state])).toEqual(
    findings.map((finding) => [finding.rule, 'corrected']),
  )
  expect((await at.service.queries({})).schools[0]).toMatchObject({
    open: 0,
    asked: 0,
    answered: 0,
    settled: findings.length,
  })
  // Taken back, the question is open to the same answer again.
  await at.service.undo({})
  const again = inOrder(await findingsOf(at, school))
  expect(cellOf(again[0], item).state).toBe('proposed')
}

it('an answered workbook comes back, its values are proposals, and adopting one settles the questions', async () => {
  const before = await findingsOf(at, plan.school)
  expect(before.length).toBeGreaterThan(1)
  expect(before.map((finding) => finding.state)).toEqual(before.map(() => 'open'))
  const reply = await answered(plan.right)
  const [entry] = await at.service.ledger({ limit: 1 })
  expect(entry).toMatchObject({
    kind: 'ask',
    says: { params: { count: before.length } },
    active: true,
  })
  await comesBack(reply)
})

it.runIf(LIBREOFFICE !== null)('the same after LibreOffice saved the workbook', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-reply-'))
  try {
    const path = join(folder, 'reply.xlsx')
    writeFileSync(path, await answered(`${plan.right} 人`))
    const saved = new Uint8Array(readFileSync(await resaved(path)))
    expect(saved.length).toBeGreaterThan(0)
    await comesBack(saved)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it.runIf(LIBREOFFICE === null)('LibreOffice absent: its round trip did not run', () => {
  console.warn('LibreOffice absent: the reply was not passed through it')
  expect(LIBREOFFICE).toBeNull()
})

it('figures changed beside the answers are noticed, listed, and wait until they are taken', async () => {
  const { school, item, right, wrong, place, other } = plan
  const sheet = await opened(await asked(at, school))
  const findings = inOrder(await findingsOf(at, school))
  sheet.type('1', 'text', '已改表')
  const book = sheet.book.getWorksheet(place.sheet ?? '')
  if (book === undefined) throw new Error('the return’s sheet is gone')
  book.getCell(place.cell ?? '').value = Number(right)
  book.getCell(other.cell ?? '').value = Number(other.returned) + 1
  const [pupils, boarders] = [await totalOf(item), await totalOf(other.item)]
  await received(at, '答复.xlsx', await sheet.bytes())

  const file = await fileAt('答复.xlsx')
  expect(file.status).toBe('queried')
  expect(file.reasons.map((reason) => reason.code)).toEqual(
    expect.arrayContaining(['newer-return', 'reply-changed', 'answers-queries']),
  )
  const changed = file.reasons.find((reason) => reason.code === 'reply-changed')
  expect(changed?.params).toMatchObject({ count: 2, sample: item })
  expect((await at.service.overview({})).held).toBe(1)
  expect([await totalOf(item), await totalOf(other.item)]).toEqual([pupils, boarders])
  const { cells } = await at.service.difference({ file: file.id, against: null })
  expect(cells.map((cell) => [cell.item, cell.before.value, cell.after.value])).toEqual([
    [item, wrong, right],
    [other.item, other.returned, String(Number(other.returned) + 1)],
  ])
  const now = inOrder(await findingsOf(at, school))
  expect(now.map((finding) => finding.rule)).toEqual(findings.map((finding) => finding.rule))
  expect(now[0]?.answer).toMatchObject({ text: '已改表', cells: [], outdated: false })
  expect((await at.service.queries({})).schools[0]?.replies).toMatchObject([{ waits: true }])

  const then = await at.service.ifAccepted({ file: file.id })
  expect(then.totals.find((total) => total.item === item)).toMatchObject({
    after: String(Number(pupils) - 18),
  })
  // Taken as the school's return, it counts before the one it answers.
  await at.service.acceptFile({ id: file.id, reason: '学校改表重报' })
  const left = await findingsOf(at, school)
  expect(left.filter((one) => one.items.some((cell) => cell.item === item))).toEqual([])
  expect(await totalOf(item)).toBe(String(Number(pupils) - 18))
  await at.service.undo({})
  expect(await totalOf(item)).toBe(pupils)
  expect((await fileAt('答复.xlsx')).status).toBe('queried')
})

it('the same reply twice is a copy; of two replies the one received last counts', async () => {
  const reply = await answered(plan.right)
  await received(at, '答复.xlsx', reply)
  await received(at, '答复 (1).xlsx', reply)
  expect((await fileAt('答复 (1).xlsx')).status).toBe('duplicate')
  expect((await at.service.queries({})).schools[0]?.replies).toHaveLength(1)

  const second = await opened(reply)
  const [first] = inOrder(await findingsOf(at, plan.school))
  if (first === undefined) throw new Error('nothing was asked')
  second.type(lineOf(first, 1, plan.item), 'value', Number(plan.right) + 1)
  await received(at, '答复-再次.xlsx', await second.bytes())
  const [now] = inOrder(await findingsOf(at, plan.school))
  expect(cellOf(now, plan.item).value).toBe(String(Number(plan.right) + 1))
  expect((await at.service.queries({})).schools[0]?.replies).toHaveLength(2)
})

it('an answer to a figure that has changed since is shown as such and proposes nothing', async () => {
  const { school, item, wrong, right } = plan
  const reply = await answered(right)
  await at.service.adopt({
    changes: [{ school, item, value: String(Number(wrong) + 1) }],
    reason: '电话核实',
  })
  await received(at, '答复.xlsx', reply)
  const [finding] = inOrder(await findingsOf(at, school))
  expect(finding?.answer?.outdated).toBe(true)
  expect(cellOf(finding, item)).toMatchObject({ asked: wrong, state: 'outdated' })
  // It is another question now: not asked yet.
  expect(finding?.state).toBe('open')
  expect((await at.service.queries({})).schools[0]?.proposals).toBe(0)
})

it('a value that comes when the question is settled already is not lost from sight', async () => {
  const { school, item, right } = plan
  const sheet = await opened(await asked(at, school))
  const [first] = inOrder(await findingsOf(at, school))
  if (first === undefined) throw new Error('nothing was found')
  const theirs = String(Number(right) - 1)
  sheet.type(lineOf(first, 1, item), 'value', Number(theirs))
  await at.service.adopt({ changes: [{ school, item, value: right }], reason: '电话核实' })
  await received(at, '答复.xlsx', await sheet.bytes())
  const row = (await at.service.queries({})).schools.find((one) => one.school === school)
  expect(row).toMatchObject({
    answered: 0,
    differing: [{ item, typed: theirs, value: theirs, now: right }],
  })
  await at.service.adopt({ changes: [{ school, item, value: theirs }], reason: '学校更正' })
  const after = (await at.service.queries({})).schools.find((one) => one.school === school)
  expect(after?.differing).toEqual([])
})

it('a question can be answered by an explanation, which a person takes; or be withdrawn', async () => {
  await received(at, '答复.xlsx', await answered(plan.right))
  const [first, second] = inOrder(await findingsOf(at, plan.school))
  if (first === undefined || second === undefined) throw new Error('too few findings')
  const ref = ({ rule, school, row, column }: typeof first): object => ({
    rule,
    school,
    row,
    column,
  })
  await at.service.explain({
    rule: first.rule,
    school: first.school,
    row: first.row,
    column: first.column,
    text: `学校说明：${first.answer?.text ?? ''}`,
  })
  const open = (await at.service.overview({})).findings
  await at.service.withdrawFinding({
    rule: second.rule,
    school: second.school,
    row: second.row,
    column: second.column,
    reason: '本校情况特殊',
  })
  const now = inOrder(await findingsOf(at, plan.school))
  expect(now[0]).toMatchObject({ ...ref(first), state: 'explained' })
  expect(now[0]?.explanation?.text).toBe('学校说明：合计抄错了')
  expect(now[1]).toMatchObject({ state: 'withdrawn', withdrawn: { text: '本校情况特殊' } })
  expect((await at.service.overview({})).findings?.error).toBe((open?.error ?? 0) - 1)
  await at.service.undo({})
  expect(inOrder(await findingsOf(at, plan.school))[1]?.state).toBe('asked')
})

it('taking the asking back opens the questions again', async () => {
  await asked(at, plan.school)
  expect((await findingsOf(at, plan.school)).every((one) => one.state === 'asked')).toBe(true)
  await at.service.undo({})
  expect((await findingsOf(at, plan.school)).every((one) => one.state === 'open')).toBe(true)
})
