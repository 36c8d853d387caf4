import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { desk } from '../desk.ts'
import { findingsOf } from './asked.ts'
import { planted } from './planted.ts'

/** What explained a finding last year is offered again when it comes up again. */
const [last, later, now] = [desk(), desk(), desk()]
afterAll(async () => {
  await last.close()
  await later.close()
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

  // Or taken over later, from the workbook or from last year's collection itself.
  const said = new Uint8Array(readFileSync(output.path))
  await later.open(plan.files)
  const found = async (): Promise<(string | undefined)[]> =>
    (await findingsOf(later, school)).flatMap((one) => one.saidLastYear ?? [])
  expect(await found()).toEqual([])
  const files1 = await later.give([['去年汇总表.xlsx', said]])
  expect(await later.service.takeExplanations({ files: files1 })).toEqual({ taken: 1 })
  expect(await found()).toEqual(['含借读生 18 人'])
  await later.service.undo({})
  expect(await found()).toEqual([])
  const place = join(last.folder, 'data')
  await last.service.closeCollection({})
  const [name = ''] = readdirSync(place).filter((one) => one.endsWith('.huishu'))
  const files2 = await later.give([[name, new Uint8Array(readFileSync(join(place, name)))]])
  expect(await later.service.takeExplanations({ files: files2 })).toEqual({ taken: 1 })
  expect(await found()).toEqual(['含借读生 18 人'])
  const files3 = await later.give([['空.csv', new TextEncoder().encode('a,b')]])
  expect(await later.service.takeExplanations({ files: files3 })).toEqual({ taken: 0 })

  const files = new Map(plan.files)
  files.set('prior/汇总表.xlsx', new Uint8Array(readFileSync(output.path)))
  await now.open(files)
  const again = await findingsOf(now, school)
  const same = again.filter((one) => one.saidLastYear !== undefined)
  expect(same).toMatchObject([{ rule, row, column, saidLastYear: '含借读生 18 人', state: 'open' }])
})
