import { describe, expect, it } from 'vitest'
import type { Ports, Store } from '../../../src/core/ports.ts'
import { BackupKeeper } from '../../../src/core/service/backup-keeper.ts'
import { CallError } from '../../../src/shared/result.ts'

/** A store of so many lines, and a keeper over backups that write down what they are asked for. */
function desk(host: 'desktop' | 'memory' = 'desktop', newest = 0) {
  const asked: string[] = []
  const state = { lines: 100, busy: 0, fails: false, told: 0 }
  const store = { path: 'a', readOnly: () => null, lines: () => state.lines } as unknown as Store
  const rows = newest === 0 ? [] : [{ before: false, lines: newest, at: '早' }]
  const make = (how: string): void => {
    asked.push(`${how} ${String(state.lines)}`)
    if (state.fails) throw new CallError('cannot-write', { path: 'b' })
  }
  const ports = {
    backups: {
      view: () => ({ rows: [{ before: true, lines: 1, at: '更早' }, ...rows] }),
      make: () => Promise.resolve().then(() => make('make')),
      makeNow: () => make('at once'),
      anchor: () => asked.push('anchor'),
    },
    clock: { now: () => '今', wait: () => Promise.resolve(asked.push('wait')) },
    log: { write: (level: string) => asked.push(level) },
    about: { host },
  } as unknown as Ports
  const keeper = new BackupKeeper(
    ports,
    () => state.busy-- > 0,
    () => void state.told++,
  )
  return { keeper, store, state, asked }
}
const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

describe('backups of the open collection', () => {
  it.each([
    [119, []],
    [120, ['wait', 'make 120', 'anchor']],
    [81, []],
    [80, ['wait', 'make 80', 'anchor']],
  ])('with 100 lines in the newest and %i now', async (lines, wanted) => {
    const { keeper, store, state, asked } = desk('desktop', 100)
    keeper.opened(store)
    expect(keeper.last).toEqual({ at: '早', failed: null })
    state.lines = lines
    keeper.changed()
    keeper.changed()
    await settled()
    expect(asked).toEqual(wanted)
    asked.length = 0
    keeper.changed()
    await settled()
    expect(asked).toEqual([])
  })

  it('waits while something is under way, and tells when it is done', async () => {
    const { keeper, store, state, asked } = desk()
    keeper.opened(store)
    expect(keeper.last).toEqual({ at: null, failed: null })
    state.busy = 3
    keeper.changed()
    await settled()
    expect(asked).toEqual(['wait', 'wait', 'wait', 'make 100', 'anchor'])
    expect([state.told, keeper.last]).toEqual([1, { at: '今', failed: null }])
  })

  it('at the end only what is new is kept, and anew in the next collection', async () => {
    const { keeper, store, state, asked } = desk()
    keeper.opened(store)
    await keeper.make()
    keeper.closing()
    expect(asked).toEqual(['make 100', 'anchor'])
    keeper.opened(store)
    await keeper.make()
    state.lines = 101
    keeper.closing()
    expect(asked.slice(2)).toEqual(['make 100', 'anchor', 'at once 101', 'anchor'])
    await expect(keeper.make()).rejects.toMatchObject({ code: 'no-collection' })
    keeper.anchor()
    expect(asked).toHaveLength(6)
  })

  it('keeps the end of the chain outside when it is asked to', () => {
    const { keeper, store, asked } = desk()
    keeper.opened(store)
    keeper.anchor()
    expect(asked).toEqual(['anchor'])
  })

  it('says that one failed, and that lines are still to be kept', async () => {
    const { keeper, store, state, asked } = desk()
    keeper.opened(store)
    state.fails = true
    await expect(keeper.make()).rejects.toMatchObject({ code: 'cannot-write' })
    expect(keeper.last.failed).toMatchObject({ code: 'cannot-write' })
    keeper.closing()
    expect(asked).toEqual(['make 100', 'warning', 'at once 100', 'warning'])
  })

  it('the command line makes none by itself', async () => {
    const { keeper, store, asked } = desk('memory')
    keeper.opened(store)
    keeper.changed()
    await settled()
    keeper.closing()
    expect(asked).toEqual([])
  })
})
