import { expect, test } from 'vitest'
import { dispatch } from '../../src/main/dispatch.ts'
import { keptLog } from '../support/kept-log.ts'
import { tinyApi } from './tiny-api.ts'

test('a known method with right arguments reaches the service and its value comes back', async () => {
  const api = tinyApi()
  expect(await dispatch(api, 'setPerson', { person: '甲' }, { log: keptLog() })).toEqual({
    ok: true,
    value: { person: '甲' },
  })
  expect(api.calls).toEqual([{ method: 'setPerson', args: { person: '甲' } }])
})

test.each([['nothing'], ['constructor'], ['__proto__'], ['toString'], [''], [7], [null], [{}]])(
  'method %j is unknown and never reaches the service',
  async (method) => {
    const api = tinyApi()
    const result = await dispatch(api, method, {}, { log: keptLog() })
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
    expect(api.calls).toEqual([])
  },
)

test.each([
  ['setPerson', {}],
  ['setPerson', { person: 1 }],
  ['setPerson', { person: 'x', more: true }],
  ['schools', undefined],
  ['schools', null],
  ['schools', []],
  ['job', { id: -1 }],
])('%s with %j is bad-arguments and never reaches the service', async (method, args) => {
  const api = tinyApi()
  expect(await dispatch(api, method, args, { log: keptLog() })).toMatchObject({
    ok: false,
    error: { code: 'bad-arguments' },
  })
  expect(api.calls).toEqual([])
})

test('a CallError keeps its code', async () => {
  expect(await dispatch(tinyApi(), 'overview', {}, { log: keptLog() })).toEqual({
    ok: false,
    error: { code: 'no-collection', params: {} },
  })
})

test('any other error becomes internal, with one line, no stack and no path of the machine', async () => {
  const result = await dispatch(tinyApi(), 'ledger', { limit: 1 }, { log: keptLog() })
  expect(result).toEqual({
    ok: false,
    error: { code: 'internal', params: { message: "ENOENT: no such file, open '…/a.huishu'" } },
  })
})

test('even a thrown null becomes a Result', async () => {
  expect(await dispatch(tinyApi(), 'undo', {}, { log: keptLog() })).toEqual({
    ok: false,
    error: { code: 'internal', params: { message: 'unknown' } },
  })
})

test('strict mode refuses a value that would change on its way through JSON', async () => {
  const args = { form: 'x', by: null }
  expect(await dispatch(tinyApi(), 'totals', args, { log: keptLog() })).toMatchObject({ ok: true })
  expect(await dispatch(tinyApi(), 'totals', args, { strict: true, log: keptLog() })).toEqual({
    ok: false,
    error: { code: 'internal', params: { message: 'value of totals does not survive JSON' } },
  })
})

test('the stack of a fault goes into the log, where the answer has none', async () => {
  const log = keptLog()
  await dispatch(tinyApi(), 'ledger', { limit: 1 }, { log })
  await dispatch(tinyApi(), 'overview', {}, { log })
  await dispatch(tinyApi(), '学校', {}, { log })
  expect(log.told.map(({ level, where }) => [level, where])).toEqual([
    ['error', 'call ledger'],
    ['warning', 'call overview'],
    ['warning', 'call'],
  ])
  expect(log.told[0]?.error).toHaveProperty('stack', expect.stringContaining('tiny-api.ts'))
})
