import { readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { desk } from '../desk.ts'
import { findingsOf } from './asked.ts'
import { planted } from './planted.ts'

/** What explained a finding last year is offered again when it comes up again. */
const [last, now] = [desk(), desk()]
afterAll(async () => {
  await last.close()
  await now.close()
})

it('the sheet 审核 of last year’s workbook brings its explanations into this year', async () => {
  const plan = await planted()
  await last.open(plan.files)
  const [finding] = await findingsOf(last, plan.school)
  if (finding === undefined) throw new Error('nothing was found')
  const { rule, school, row, column } = finding
  await last.service.explain({ rule, school, row, column, text: '含借读生 18 人' })
  const state = await last.finish(
    (await last.service.exportWorkbook({ basis: 'adopted', lang: 'zh' })).job,
  )
  const output = last.ports.grants.output(state?.output?.grant ?? '')
  if (output === null) throw new Error('no output')

  const files = new Map(plan.files)
  files.set('prior/汇总表.xlsx', new Uint8Array(readFileSync(output.path)))
  await now.open(files)
  const again = await findingsOf(now, school)
  const same = again.filter((one) => one.saidLastYear !== undefined)
  expect(same).toMatchObject([{ rule, row, column, saidLastYear: '含借读生 18 人', state: 'open' }])
})
