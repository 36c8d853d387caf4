import { expect, test } from 'vitest'
import type { Api } from '../../../src/shared/api.ts'
import { CallError } from '../../../src/shared/result.ts'
import { clientOver } from '../../../src/shared/schema.ts'
import { callKey, createCalls, UNKNOWN } from '../../../src/renderer/state/calls.ts'
import type { Calls } from '../../../src/renderer/state/calls.ts'

interface Request {
  method: string
  args: unknown
  answer: (value: unknown) => Promise<void>
  fail: (reason: unknown) => Promise<void>
}

/** A program that answers when the test says so. */
function slowApi(): { api: Api; requests: Request[] } {
  const requests: Request[] = []
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
  const api = clientOver(
    (method, args) =>
      new Promise((resolve, reject) => {
        requests.push({
          method,
          args,
          answer: (value) => (resolve(value), turn()),
          fail: (reason) => (reject(reason as Error), turn()),
        })
      }),
  )
  return { api, requests }
}

function begin(): { calls: Calls; requests: Request[] } {
  const { api, requests } = slowApi()
  return { calls: createCalls(api), requests }
}

const KEY = callKey('file', { id: 7 })

test('the text of a question says method and arguments, and not how the arguments were written down', () => {
  expect(callKey('grid', { form: 'a', basis: 'adopted', by: '' })).toBe(
    callKey('grid', { by: '', basis: 'adopted', form: 'a' }),
  )
  expect(callKey('grid', { form: 'a', basis: 'adopted', by: '' })).not.toBe(
    callKey('grid', { form: 'b', basis: 'adopted', by: '' }),
  )
  expect(callKey('files', {})).not.toBe(callKey('schools', {}))
  const where = [{ dimension: 'x', group: 'y' }]
  const measure = { indicator: 'i', side: 'numerator' as const }
  expect(callKey('measuredSchools', { measure, where, basis: 'adopted' })).toBe(
    callKey('measuredSchools', {
      basis: 'adopted',
      where: [{ group: 'y', dimension: 'x' }],
      measure: { side: 'numerator', indicator: 'i' },
    }),
  )
})

test('a question arrives as it was asked', async () => {
  const { calls, requests } = begin()
  calls.ask(callKey('figures', { form: 'a', basis: 'adopted', scope: { school: 's' } }), 1)
  expect(requests.map(({ method, args }) => ({ method, args }))).toEqual([
    { method: 'figures', args: { form: 'a', basis: 'adopted', scope: { school: 's' } } },
  ])
})

test('who asks the same while it is on its way, or later at the same revision, shares one request', async () => {
  const { calls, requests } = begin()
  const heard: string[] = []
  calls.subscribe(KEY, () => heard.push('panel'))
  calls.ask(KEY, 1)
  calls.subscribe(KEY, () => heard.push('line'))
  calls.ask(KEY, 1)
  await requests[0]?.answer({ id: 7 })
  calls.ask(KEY, 1)
  expect(requests.length).toBe(1)
  expect(heard).toEqual(['panel', 'line'])
  expect(calls.known(KEY)).toEqual({ value: { id: 7 }, error: null, revision: 1 })
})

test('a new revision asks again; the answer before stays until then, and stays the same object when nothing changed', async () => {
  const { calls, requests } = begin()
  calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  await requests[0]?.answer({ id: 7, reasons: [{ code: 'a' }] })
  const first = calls.known(KEY).value
  calls.ask(KEY, 2)
  expect(calls.known(KEY)).toEqual({ value: first, error: null, revision: 1 })
  await requests[1]?.answer({ reasons: [{ code: 'a' }], id: 7 })
  expect(calls.known(KEY).revision).toBe(2)
  expect(calls.known(KEY).value).toBe(first)
  calls.ask(KEY, 3)
  await requests[2]?.answer({ id: 7, reasons: [{ code: 'b' }] })
  expect(calls.known(KEY).value).toEqual({ id: 7, reasons: [{ code: 'b' }] })
})

test('an answer overtaken by a newer one is not taken for the newest', async () => {
  const { calls, requests } = begin()
  calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  calls.ask(KEY, 2)
  await requests[1]?.answer('new')
  await requests[0]?.answer('old')
  expect(calls.known(KEY)).toEqual({ value: 'new', error: null, revision: 2 })
})

test('while revisions follow faster than answers, the answers are shown all the same, as those of their revision', async () => {
  const { calls, requests } = begin()
  calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  calls.ask(KEY, 2)
  await requests[0]?.answer('first')
  expect(calls.known(KEY)).toEqual({ value: 'first', error: null, revision: 1 })
})

test('who goes away while others still look cancels nothing', async () => {
  const { calls, requests } = begin()
  let heard = 0
  const leave = calls.subscribe(KEY, () => undefined)
  calls.subscribe(KEY, () => (heard += 1))
  calls.ask(KEY, 1)
  leave()
  await requests[0]?.answer('there')
  expect([heard, calls.known(KEY).value]).toEqual([1, 'there'])
})

test('an answer that comes when nobody looks is there for who comes back at the same revision', async () => {
  const { calls, requests } = begin()
  const leave = calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  leave()
  await requests[0]?.answer('there')
  calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  expect([requests.length, calls.known(KEY).value]).toEqual([1, 'there'])
})

test('what nobody looks at is dropped at the next revision, and when there is too much of it', async () => {
  const { calls, requests } = begin()
  const leave = calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  await requests[0]?.answer('there')
  leave()
  calls.ask(callKey('files', {}), 2)
  expect(calls.known(KEY)).toBe(UNKNOWN)

  const keys = Array.from({ length: 40 }, (_, id) => callKey('file', { id }))
  for (const [at, key] of keys.entries()) {
    const go = calls.subscribe(key, () => undefined)
    calls.ask(key, 2)
    await requests[at + 2]?.answer(at)
    go()
  }
  const left = keys.filter((key) => calls.known(key) !== UNKNOWN)
  expect(left.length).toBeLessThan(20)
  expect(left.at(-1)).toBe(keys.at(-1))
})

test('what depends on less than the whole collection stays while nobody looks, until that changes', async () => {
  const { calls, requests } = begin()
  const look = (whole: number, own: number): (() => void) => {
    const leave = calls.subscribe(KEY, () => undefined)
    calls.ask(KEY, own, whole, true)
    return leave
  }
  const leave = look(1, 1)
  await requests[0]?.answer('there')
  leave()
  calls.ask(callKey('schools', {}), 2)
  look(2, 1)()
  expect([requests.length, calls.known(KEY).value]).toEqual([2, 'there'])
  look(3, 3)()
  expect(requests.length).toBe(3)
  calls.forget()
  expect(calls.known(KEY)).toBe(UNKNOWN)
})

test('after a change the figures that somebody looks at are asked for first, and once', () => {
  const { calls, requests } = begin()
  const grid = callKey('grid', { form: 'a', basis: 'adopted', by: '' })
  const other = callKey('grid', { form: 'b', basis: 'adopted', by: '' })
  for (const key of [KEY, grid]) calls.subscribe(key, () => undefined)
  for (const key of [KEY, grid, other]) calls.ask(key, 1)
  calls.hurry(2)
  expect(requests.slice(3).map(({ args }) => args)).toEqual([
    { form: 'a', basis: 'adopted', by: '' },
  ])
  for (const key of [KEY, grid]) calls.ask(key, 2)
  expect(requests.slice(4).map(({ method }) => method)).toEqual(['file'])
})

test('a failure keeps the answer before, is said, and is not asked again until somebody new looks or the revision grows', async () => {
  const { calls, requests } = begin()
  const leave = calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 1)
  await requests[0]?.answer('there')
  calls.ask(KEY, 2)
  await requests[1]?.fail(new CallError('no-such-file', { id: 7 }))
  expect(calls.known(KEY)).toEqual({
    value: 'there',
    error: new CallError('no-such-file', { id: 7 }),
    revision: 2,
  })
  calls.ask(KEY, 2)
  expect(requests.length).toBe(2)
  leave()
  calls.subscribe(KEY, () => undefined)
  calls.ask(KEY, 2)
  expect(requests.length).toBe(3)
  await requests[2]?.answer('again')
  expect(calls.known(KEY)).toEqual({ value: 'again', error: null, revision: 2 })
})

test('a failure that is no refusal of the program is put into words too', async () => {
  const { calls, requests } = begin()
  calls.ask(KEY, 1)
  await requests[0]?.fail(new Error('offline'))
  expect(calls.known(KEY).error).toMatchObject({ code: 'internal', params: { message: 'offline' } })
})

test('who went away after the collection was changed hears nothing more', async () => {
  const { calls, requests } = begin()
  let heard = 0
  const leave = calls.subscribe(KEY, () => (heard += 1))
  calls.forget()
  leave()
  calls.ask(KEY, 1)
  await requests[0]?.answer('there')
  expect(heard).toBe(1)
})

test('nothing of one collection is shown in another, though both stand at the same revision', async () => {
  const { calls, requests } = begin()
  let heard = 0
  calls.subscribe(KEY, () => (heard += 1))
  calls.ask(KEY, 1)
  await requests[0]?.answer('of the first')
  const other = callKey('files', {})
  calls.subscribe(other, () => undefined)
  calls.ask(other, 1)
  calls.forget()
  expect(heard).toBe(2)
  expect(calls.known(KEY)).toBe(UNKNOWN)
  await requests[1]?.answer('of the first, late')
  expect(calls.known(other)).toBe(UNKNOWN)
  calls.ask(KEY, 1)
  await requests[2]?.answer('of the second')
  expect([heard, calls.known(KEY).value]).toEqual([3, 'of the second'])
})
