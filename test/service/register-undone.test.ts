import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rereadAll } from '../../src/core/collection/reread.ts'
import type { RegisterEdit } from '../../src/shared/register.ts'
import { CallError } from '../../src/shared/result.ts'
import type { TestDesk } from './desk.ts'
import {
  FIRST,
  registerCounty,
  returned,
  SECOND,
  send,
  STRANGE,
  THIRD,
  TOTAL,
} from './register-county.ts'

let at: TestDesk
beforeAll(async () => {
  at = await registerCounty()
  await send(at, '无码.xlsx', returned('', '试县三小', [30, 3]))
  const { service } = at
  await service.adopt({ changes: [{ school: SECOND, item: TOTAL, value: '201' }], reason: '电话' })
  await service.explain({ rule: 'r1', school: SECOND, row: null, column: null, text: '无误' })
})
afterAll(() => at.close())

/** Everything that follows from register, files and ledger; what was done itself left out. */
async function everything(): Promise<unknown> {
  const { service } = at
  const all = await service.overview({})
  const { undo: _, redo: __, revision: ___, receivedRevision: ____, ...overview } = all
  const collection = service.current()
  const { findings, faults } = await service.findings({ basis: 'adopted' })
  const pivot = await service.pivot({
    measure: { items: [TOTAL] },
    rows: ['乡镇'],
    columns: [],
    basis: 'adopted',
  })
  return {
    overview,
    readings: collection.storedFiles().map(({ id, reading }) => [id, reading]),
    verdicts: (await service.files({})).map((file) => [file.path, file.status, file.reasons]),
    schools: await service.schools({}),
    findings: findings.map((one) => [one.school, one.rule, one.state, one.explanation?.text]),
    faults,
    pivot: [pivot.rows, pivot.cells],
    totals: await service.totals({ form: '县教1', by: '乡镇' }),
    indicators: (await service.indicators({ basis: 'adopted' })).rows.map(({ now, before }) => [
      now,
      before,
    ]),
    links: (await service.yearLinks({})).links,
    corrections: [...collection.ledger.corrections],
  }
}

const SCHOOLS = [FIRST, SECOND, THIRD, STRANGE, '试县四小']
const school = fc.constantFrom(...SCHOOLS)
const code = fc.constantFrom(FIRST, SECOND, THIRD, STRANGE, '2190001008')
const name = fc.constantFrom('试县一小', '试县三小', '试县四小', '试县旧小')
const cells = fc.oneof(
  code.map((text) => ({ 标识码: text })),
  name.map((text) => ({ 学校名称: text })),
  fc.constantFrom('东镇', '南镇').map((text) => ({ 乡镇: text })),
  fc.constantFrom('正常', '停办').map((text) => ({ 状态: text })),
  fc.constantFrom('211', '999').map((text) => ({ 办学类型代码: text })),
)
const edit: fc.Arbitrary<RegisterEdit> = fc.oneof(
  fc.tuple(code, name).map(([one, called]) => ({ add: { 标识码: one, 学校名称: called } })),
  fc.tuple(school, cells).map(([one, set]) => ({ school: one, set })),
  fc.tuple(school, school).map(([one, into]) => ({ school: one, into })),
  school.map((one) => ({ school: one, apart: true as const })),
)
const step = fc.oneof(
  { arbitrary: edit.map((one) => ({ edit: one })), weight: 4 },
  fc.constant({ undo: true }),
  fc.nat(5).map((back) => ({ back })),
)
type Step = { edit: RegisterEdit } | { undo: boolean } | { back: number }

/** Does one step; what is refused changes nothing. */
async function take(one: Step, began: number): Promise<void> {
  const { service } = at
  try {
    if ('edit' in one) {
      await service.editRegister({ edits: [one.edit], file: null, reason: '试' })
    } else if ('undo' in one) {
      if (((await service.overview({})).undo?.id ?? 0) > began) await service.undo({})
    } else {
      const own = (await service.ledger({ limit: 100 })).filter(
        ({ id, active, kind }) => id > began && active && kind === 'edit-register',
      )
      const entry = own[one.back % Math.max(1, own.length)]
      if (entry !== undefined) await service.withdraw({ entry: entry.id, reason: '' })
    }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
  }
}

async function undoAll(began: number): Promise<void> {
  for (;;) {
    const { undo } = await at.service.overview({})
    if (undo === null || undo.id <= began) return
    await at.service.undo({})
  }
}

it('whatever is done to the register, a collection opened afresh or read anew from its bytes says the same; all undone, it is as it was, reading by reading', async () => {
  const before = await everything()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const began = (await at.service.ledger({ limit: 1 }))[0]?.id ?? 0
      for (const one of steps) await take(one, began)
      const now = await everything()
      await at.service.closeCollection({})
      const [known] = at.ports.grants.collections()
      await at.service.openCollection({ grant: known?.grant ?? '' })
      expect(await everything()).toEqual(now)
      await rereadAll(at.service.current(), at.ports)
      expect(await everything()).toEqual(now)
      await undoAll(began)
      expect(await everything()).toEqual(before)
    }),
    { numRuns: 25 },
  )
}, 120_000)
