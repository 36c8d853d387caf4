import { describe, expect, it } from 'vitest'
import type { JobState } from '../../../src/shared/jobs.ts'
import { EventHub } from '../../../src/core/service/events.ts'

const never = () => new Promise<void>(() => undefined)
const job = (id: number, done: number): JobState => ({
  id,
  kind: 'import',
  state: 'running',
  done,
  total: 9,
  current: '',
  rate: 0,
  error: null,
  output: null,
  left: [],
  verdicts: {},
})

describe('events for a long poll', () => {
  it('come at once when there are some, in order, and once', async () => {
    const hub = new EventHub(never)
    hub.changed(1)
    hub.changed(2)
    const { last, events } = await hub.after(0, 1000)
    expect(events.map((event) => event.revision)).toEqual([1, 2])
    expect((await hub.after(last, 0)).events).toEqual([])
  })

  it('wake everybody who waits', async () => {
    const hub = new EventHub(never)
    const waiting = [hub.after(0, 1000), hub.after(0, 1000)]
    hub.changed(5)
    for (const answer of await Promise.all(waiting)) {
      expect(answer.events.map((event) => event.revision)).toEqual([5])
    }
  })

  it('are none when the time is over', async () => {
    const hub = new EventHub(() => Promise.resolve())
    expect(await hub.after(0, 10)).toEqual({ last: 0, events: [] })
  })

  it('tell of a job its newest state only, and as it was then', async () => {
    const hub = new EventHub(never)
    const running = job(1, 1)
    hub.job(1, running)
    hub.job(1, job(2, 1))
    running.done = 3
    hub.job(1, running)
    running.done = 9
    const { events } = await hub.after(0, 0)
    expect(events.map((event) => [event.job?.id, event.job?.done])).toEqual([
      [2, 1],
      [1, 3],
    ])
  })

  it('begin anew for a client that knows numbers of an earlier run', async () => {
    const hub = new EventHub(never)
    hub.changed(1)
    expect((await hub.after(99, 1000)).events.length).toBe(1)
  })

  it('stay few, however many happen: the newest is always among them', async () => {
    const hub = new EventHub(never)
    for (let revision = 1; revision <= 5000; revision++) hub.changed(revision)
    const { last, events } = await hub.after(0, 0)
    expect(last).toBe(5000)
    expect(events.length).toBeLessThanOrEqual(500)
    expect(events.at(-1)?.revision).toBe(5000)
  })
})
