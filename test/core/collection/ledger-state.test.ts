import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLedger, redoTarget, undoTarget } from '../../../src/core/collection/ledger-state.ts'
import type { Deed, StoredEntry } from '../../../src/core/ledger/entry.ts'
import { cellKey } from '../../../src/core/ledger/state.ts'

type Act =
  | { act: 'adopt'; item: string; to: string | null }
  | { act: 'undo' }
  | { act: 'redo' }
  | { act: 'withdraw'; pick: number }

/** A ledger that only grows, worked on as the service does. */
class Ledger {
  readonly stored: StoredEntry[] = []

  private append(deed: Deed): void {
    const plain = { at: '', person: '', reason: '', of: [] }
    this.stored.push({ ...plain, ...deed, id: this.stored.length + 1 })
  }
  state() {
    return readLedger(this.stored)
  }
  adopt(item: string, to: string | null): void {
    this.append({
      kind: 'adopt',
      payload: { changes: [{ school: 's', item, from: '', to, returned: 'number:1' }] },
    })
  }
  undo(): void {
    const target = undoTarget(this.state().entries)
    if (target !== null) this.withdrawn(target.id, 'undo')
  }
  redo(): void {
    const target = redoTarget(this.state().entries)
    if (target !== null) this.withdrawn(target.id, 'redo')
  }
  /** Takes the pick-th correction in force back, as from the history list. */
  withdraw(pick: number): void {
    const own = this.state().entries.filter((entry) => entry.kind === 'adopt' && entry.active)
    const target = own[pick % Math.max(1, own.length)]
    if (target !== undefined) this.withdrawn(target.id, 'number')
  }
  private withdrawn(entry: number, by: 'undo' | 'redo' | 'number'): void {
    this.append({ kind: 'withdraw', payload: { entry, by } })
  }
  values(): Record<string, string> {
    return Object.fromEntries([...this.state().corrections].map(([key, { to }]) => [key, to]))
  }
}

interface Correction {
  item: string
  to: string | null
  active: boolean
}

/** The same as a person thinks of it: a list of corrections with ticks, and what was undone last. */
class Model {
  readonly corrections: Correction[] = []
  /** With how many corrections there were when it was undone. */
  readonly undone: { one: Correction; when: number }[] = []

  adopt(item: string, to: string | null): void {
    this.corrections.push({ item, to, active: true })
  }
  undo(): void {
    const last = this.corrections.findLast((one) => one.active)
    if (last === undefined) return
    last.active = false
    this.undone.push({ one: last, when: this.corrections.length })
  }
  redo(): void {
    const last = this.undone.at(-1)
    // What was undone before something new was done is past, as long as the new stands.
    if (last === undefined || this.corrections.slice(last.when).some((c) => c.active)) return
    this.undone.pop()
    last.one.active = true
  }
  withdraw(pick: number): void {
    const own = this.corrections.filter((one) => one.active)
    const target = own[pick % Math.max(1, own.length)]
    if (target !== undefined) target.active = false
  }
  values(): Record<string, string> {
    const values = new Map<string, string>()
    for (const { item, to, active } of this.corrections) {
      if (!active) continue
      if (to === null) values.delete(cellKey('s', item))
      else values.set(cellKey('s', item), to)
    }
    return Object.fromEntries(values)
  }
}

const adopt = fc.record({
  act: fc.constant('adopt' as const),
  item: fc.constantFrom('a', 'b', 'c'),
  to: fc.constantFrom('1', '2', '', null),
})
const step: fc.Arbitrary<Act> = fc.oneof(
  adopt,
  fc.constant<Act>({ act: 'undo' }),
  fc.constant<Act>({ act: 'redo' }),
  fc.record({ act: fc.constant('withdraw' as const), pick: fc.nat(5) }),
)

describe('the ledger', () => {
  it('says after any acts what a list with ticks says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (acts) => {
        const ledger = new Ledger()
        const model = new Model()
        for (const one of acts) {
          if (one.act === 'adopt') {
            ledger.adopt(one.item, one.to)
            model.adopt(one.item, one.to)
          } else if (one.act === 'withdraw') {
            ledger.withdraw(one.pick)
            model.withdraw(one.pick)
          } else {
            ledger[one.act]()
            model[one.act]()
          }
          expect(ledger.values()).toEqual(model.values())
        }
      }),
      { numRuns: 500 },
    )
  })

  it('comes back to where it was: as many redos as undos', () => {
    fc.assert(
      fc.property(fc.array(adopt, { minLength: 1, maxLength: 8 }), fc.nat(8), (acts, times) => {
        const ledger = new Ledger()
        for (const { item, to } of acts) ledger.adopt(item, to)
        const before = ledger.values()
        const n = Math.min(times, acts.length)
        for (let i = 0; i < n; i++) ledger.undo()
        for (let i = 0; i < n; i++) ledger.redo()
        expect(ledger.values()).toEqual(before)
        expect(redoTarget(ledger.state().entries)).toBe(null)
      }),
    )
  })

  it('changes no line that stands in it', () => {
    const ledger = new Ledger()
    ledger.adopt('a', '1')
    const copy = structuredClone(ledger.stored)
    ledger.undo()
    ledger.redo()
    expect(ledger.stored.slice(0, 1)).toEqual(copy)
  })

  it('has nothing to undo or redo when it is empty', () => {
    expect([undoTarget([]), redoTarget([])]).toEqual([null, null])
  })
})
