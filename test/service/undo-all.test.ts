import { expect, test } from 'vitest'
import { addressOf } from '../../src/core/forms/form-index.ts'
import { Random } from '../../scripts/county/random.ts'
import { merged } from '../../src/renderer/state/kept-grids.ts'
import type { CellChange } from '../../src/shared/corrections.ts'
import type { GridData } from '../../src/shared/figures.ts'
import { STATE_LETTER } from '../../src/shared/state-letter.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** A table without what is counted from the opening on. */
const figures = ({ rows, items }: GridData): unknown => ({ rows, items })

/**
 * Edits, pasted blocks, fills, taking back and doing again in any order. After each step the rows that
 * came as changed make the same table as all rows do; after undoing all of it everything is as it was.
 */
test.each([3, 8, 21])(
  'any edits, pastes, fills, undos and redos, then undo all: the original figures (%i)',
  async (seed) => {
    const at = desk()
    try {
      const { files } = await county({ style: 'official', seed: 11, schools: 8 })
      await at.open(files)
      const { service } = at
      const random = new Random(seed)
      const forms = (await service.forms({})).filter(({ unit }) => unit !== null).slice(0, 2)
      const by = (await service.overview({})).dimensions[0]?.name ?? ''
      const ask = (form: string, known?: GridData): Promise<GridData> =>
        service.grid({
          form,
          basis: 'adopted',
          by,
          ...(known && { known: { opened: known.opened, revision: known.revision } }),
        })
      const original = new Map<string, GridData>()
      for (const { id } of forms) original.set(id, await ask(id))
      const held = new Map(original)
      let steps = 0
      for (let turn = 0; turn < 24; turn += 1) {
        const form = random.pick(forms)
        const grid = held.get(form.id)
        if (!grid) throw new Error('no table')
        if (random.chance(0.3) && steps > 0) {
          await service.undo({})
          steps -= 1
          if (random.chance(0.5)) {
            await service.redo({})
            steps += 1
          }
        } else {
          // One cell, a column filled downwards, or a block.
          const schools = grid.rows.filter(({ level }) => level === 'school')
          const top = random.int(0, schools.length - 1)
          const left = random.int(0, grid.items.length - 1)
          const [high, wide] = random.pick([
            [1, 1],
            [4, 1],
            [3, 3],
          ] as const)
          const changes = schools.slice(top, top + high).flatMap((row) =>
            grid.items.slice(left, left + wide).flatMap((index, offset): CellChange[] => {
              const item = form.items[index]
              if (!item || row.states[left + offset] !== STATE_LETTER.number) return []
              const value = wide === 1 && high > 1 ? '7' : String(random.int(0, 900))
              if (value === row.values[left + offset]) return []
              return [{ school: row.key, item: addressOf(form, item), value }]
            }),
          )
          if (changes.length === 0) continue
          await service.adopt({ changes, reason: '电话核实' })
          steps += 1
        }
        for (const { id } of forms) {
          const before = held.get(id)
          if (!before) throw new Error('no table')
          const news = await ask(id, before)
          expect(news.since).toBe(before.revision)
          const now = merged(before, news)
          expect(figures(now)).toEqual(figures(await ask(id)))
          held.set(id, now)
        }
      }
      expect(steps).toBeGreaterThan(3)
      for (; steps > 0; steps -= 1) await service.undo({})
      for (const [id, grid] of original) expect(figures(await ask(id))).toEqual(figures(grid))
      // An opening of another collection, or the same once more, takes no rows from this one.
      const [known] = (await service.about({})).collections
      await service.closeCollection({})
      await service.openCollection({ grant: known?.grant ?? '' })
      for (const [id, grid] of original) {
        const again = await ask(id, grid)
        expect(again.since).toBe(null)
        expect(figures(again)).toEqual(figures(grid))
      }
    } finally {
      await at.close()
    }
  },
  120_000,
)
