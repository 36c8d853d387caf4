import { afterEach, expect, it } from 'vitest'
import type { TestDesk } from './desk.ts'
import { asked, opened } from './queries/asked.ts'
import { registerCounty, SECOND } from './register-county.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

const reason = '更正'
async function open() {
  at = await registerCounty()
  return { at, service: at.service }
}

const particulars = {
  title: '试县教育统计',
  county: '试县',
  schoolYear: '2025',
  period: '',
  referenceDate: '2025-09-01',
  dueDate: '2025-10-10',
}

it('can be changed, is what exports say, and is undone', async () => {
  const { service } = await open()
  const after = await service.editParticulars({ particulars, reason })
  expect(after).toMatchObject(particulars)
  expect((await service.reminders({ by: '乡镇', lang: 'zh' })).text).toContain('试县教育统计')
  expect(await service.undo({})).toMatchObject({ title: '试县统计', dueDate: '' })
})

it('dates as they are written by hand are kept as days', async () => {
  const { service } = await open()
  const after = await service.editParticulars({
    particulars: { ...particulars, referenceDate: '2025年9月1日', dueDate: '2025.10.10' },
    reason,
  })
  expect(after).toMatchObject(particulars)
})

it('a reply to questions that were sent under the former title is still its own', async () => {
  const { at: own, service } = await open()
  const sent = await opened(await asked(own, SECOND))
  sent.type('1', 'text', '已核对')
  await service.editParticulars({ particulars, reason })
  const files = await own.give([['答复.xlsx', await sent.bytes()]])
  await own.finish((await service.importFiles({ files })).job)
  const reply = (await service.files({})).find(({ path }) => path === '答复.xlsx')
  expect(reply?.status).toBe('accepted')
  const { findings } = await service.findings({ basis: 'adopted' })
  expect(findings.map(({ answer }) => answer?.text)).toContain('已核对')
})

it.each([
  ['without a title', { ...particulars, title: ' ' }, 'untitled'],
  ['with a period that is none', { ...particulars, period: '2026-13' }, 'bad-period'],
  ['with a date that is none', { ...particulars, dueDate: '2025年2月30日' }, 'bad-date'],
  [
    'as it is already',
    {
      title: '试县统计',
      county: '试县',
      schoolYear: '',
      period: '',
      referenceDate: '',
      dueDate: '',
    },
    'nothing-changed',
  ],
])('%s is refused', async (_, wanted, code) => {
  const { service } = await open()
  await expect(service.editParticulars({ particulars: wanted, reason })).rejects.toMatchObject({
    code,
  })
})
