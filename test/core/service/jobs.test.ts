import { describe, expect, it } from 'vitest'
import type { JobState } from '../../../src/shared/jobs.ts'
import { CallError } from '../../../src/shared/result.ts'
import { keptLog } from '../../support/kept-log.ts'
import { Jobs } from '../../../src/core/service/jobs.ts'

function jobs() {
  let now = 0
  const reported: JobState[] = []
  const log = keptLog()
  const all = new Jobs(
    (job) => reported.push({ ...job }),
    () => now,
    log,
  )
  return {
    all,
    reported,
    told: log.told,
    tick: (seconds: number) => {
      now += seconds
    },
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a long job', () => {
  it('reports its start, its progress with a rate, and its end', async () => {
    const { all, reported, tick } = jobs()
    const id = all.start('import', async (job) => {
      tick(2)
      job.update({ done: 10, total: 40, current: 'a.xlsx' })
      await settled()
      job.update({ verdicts: { accepted: 10 } })
    })
    expect(all.busy).toBe(true)
    await settled()
    await settled()
    expect(reported.map((job) => job.state)).toEqual(['running', 'running', 'running', 'done'])
    expect(all.state(id)).toMatchObject({
      done: 10,
      total: 40,
      current: 'a.xlsx',
      rate: 5,
      verdicts: { accepted: 10 },
      error: null,
    })
    expect(all.busy).toBe(false)
  })

  it.each([
    [
      'a known error keeps its code',
      new CallError('cannot-write', { path: 'x' }),
      'failed',
      { code: 'cannot-write', params: { path: 'x' } },
    ],
    [
      'an unknown one is internal',
      new TypeError('oops'),
      'failed',
      { code: 'internal', params: { message: 'oops' } },
    ],
    [
      'what is no error too',
      'thrown text',
      'failed',
      { code: 'internal', params: { message: 'thrown text' } },
    ],
    ['cancelled is no failure', new CallError('cancelled'), 'cancelled', null],
  ])('ends with what happened: %s', async (_, thrown, state, error) => {
    const { all } = jobs()
    const id = all.start('export', () => Promise.reject(thrown as Error))
    await settled()
    expect(all.state(id)).toMatchObject({ state, error })
  })

  it('leaves what ended it in the log, with its stack; being cancelled is nothing to tell', async () => {
    const { all, told } = jobs()
    const fault = new TypeError('oops')
    all.start('export', () => Promise.reject(fault))
    all.start('import', () => Promise.reject(new CallError('cannot-write', { path: 'x' })))
    all.start('import', () => Promise.reject(new CallError('cancelled')))
    await settled()
    expect(told.map(({ level, where }) => [level, where])).toEqual([
      ['error', 'job export'],
      ['warning', 'job import'],
    ])
    expect(told[0]?.error).toBe(fault)
  })

  it('sees that it was cancelled, and the others do not', async () => {
    const { all } = jobs()
    const wait = async (job: { signal: { cancelled: boolean } }) => {
      while (!job.signal.cancelled) await settled()
    }
    const [one, two] = [all.start('import', wait), all.start('export', wait)]
    all.cancel(one)
    await settled()
    await settled()
    expect([all.state(one).state, all.state(two).state]).toEqual(['cancelled', 'running'])
    all.cancelAll()
    await settled()
    await settled()
    expect(all.state(two).state).toBe('cancelled')
  })

  it('is asked for by its number; another number is refused', () => {
    const { all } = jobs()
    expect(() => all.state(7)).toThrow(expect.objectContaining({ code: 'no-such-job' }))
    expect(() => all.cancel(7)).toThrow(expect.objectContaining({ code: 'no-such-job' }))
  })

  it('hands out copies: nobody outside changes its state', async () => {
    const { all } = jobs()
    const id = all.start('import', async () => undefined)
    all.state(id).state = 'failed'
    await settled()
    expect(all.state(id).state).toBe('done')
  })
})
