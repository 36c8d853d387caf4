import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Random } from '../../scripts/county/random.ts'
import { createService } from '../../src/core/service/service.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'
import { county } from '../support/county.ts'
import { allShown } from './all-shown.ts'
import type { Spot } from './all-shown.ts'
import { deeds, readSpots } from './any-deed.ts'
import type { Deed } from './any-deed.ts'
import { desk } from './desk.ts'

/** Cells last corrected that are looked at closely, beside some that indicators read. */
const SPOTS = 3

/** What a service shows that has just opened a copy of the collection's file. */
async function afresh(data: string, spots: readonly Spot[]): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-afresh-'))
  cpSync(data, folder, { recursive: true })
  const ports = createPorts({ host: 'memory', ...places(), dataFolder: folder })
  const fresh = createService(ports)
  try {
    const [known] = (await fresh.about({})).collections
    if (known === undefined) throw new Error('no collection in the copy')
    await fresh.openCollection({ grant: known.grant })
    return await allShown(fresh, spots)
  } finally {
    fresh.close()
    await ports.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each([4, 7])(
  'what is remembered is what is worked out afresh, whatever was done in whatever order (%i)',
  async (seed) => {
    const { files } = await county({ style: 'official', seed: 11, schools: 8 })
    const late = [...files].filter(([path]) => path.startsWith('returns/')).slice(0, 4)
    const at = desk()
    try {
      await at.open(new Map([...files].filter(([path]) => !late.some(([one]) => one === path))))
      const { service } = at
      const random = new Random(seed)
      const changed: Spot[] = []
      const all: Record<string, Deed> = {
        ...deeds(service, changed),
        'receive a file': async () => {
          const one = late.pop()
          if (one === undefined) return
          await at.finish((await service.importFiles({ files: await at.give([one]) })).job)
        },
      }
      const done: string[] = []
      const always = await readSpots(service)
      await allShown(service, always)
      const undo: [string, Deed] = ['undo', () => service.undo({})]
      const steps = random
        .shuffle(Object.entries(all))
        .flatMap((step) => (random.chance(0.4) ? [step, undo] : [step]))
      for (const [name, deed] of steps) {
        // What cannot be done now is refused; a refusal must change nothing either.
        await deed(random).catch((error: unknown) => done.push(`(refused: ${String(error)})`))
        done.push(name)
        const spots = [...always, ...changed.slice(-SPOTS)]
        const kept = await allShown(service, spots)
        // What is stale stays so: every other step is held against what is worked out afresh.
        if (done.length % 2 === 1 && done.length < steps.length) continue
        const fresh = await afresh(join(at.folder, 'data'), spots)
        for (const [view, figures] of Object.entries(fresh)) {
          expect(kept[view], `${view} after ${done.join(', ')}`).toEqual(figures)
        }
      }
    } finally {
      await at.close()
    }
  },
  300_000,
)
