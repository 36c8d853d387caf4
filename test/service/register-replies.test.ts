import { afterEach, expect, it } from 'vitest'
import type { TestDesk } from './desk.ts'
import { asked, opened } from './queries/asked.ts'
import { registerCounty, SECOND, THIRD } from './register-county.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

it('the reply of a school that was merged after it was asked stands at the one that it is now', async () => {
  at = await registerCounty()
  const { service } = at
  const sent = await opened(await asked(at, SECOND))
  sent.type('1', 'text', '已核对')
  await service.editRegister({
    edits: [{ school: SECOND, into: THIRD }],
    file: null,
    reason: '撤并文件',
  })
  const files = await at.give([['答复.xlsx', await sent.bytes()]])
  await at.finish((await service.importFiles({ files })).job)
  const { schools } = await service.queries({})
  const now = schools.find(({ school }) => school === THIRD)
  expect(now?.replies.map(({ path }) => path)).toEqual(['答复.xlsx'])
  expect(schools.map(({ school }) => school)).not.toContain(SECOND)
  const { findings } = await service.findings({ basis: 'adopted' })
  expect(findings.find(({ school }) => school === THIRD)?.answer?.text).toBe('已核对')
})
