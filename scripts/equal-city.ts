import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { totalsOver } from '../src/core/consolidate/totals.ts'
import { createService } from '../src/core/service/service.ts'
import { openCity } from '../src/main/lake/open-city.ts'
import { places } from '../src/main/places.ts'
import { createPorts } from '../src/main/ports.ts'
import { ExactSum } from '../src/shared/exact.ts'
import type { Basis } from '../src/shared/model.ts'

/**
 * Holds a roll-up against the core: every item of every form of a folder's counties, on both bases, as the engine
 * adds it up over the partitions and as the core adds it up over each opened collection. Ends with 1 where one
 * digit differs.
 *
 *   node scripts/equal-city.ts DIR
 */
const folder = resolve(process.argv[2] ?? '.')
const work = mkdtempSync(join(tmpdir(), 'huishu-equal-'))
const ports = createPorts({ host: 'memory', ...places(), dataFolder: join(work, 'data') })
const BASES: Basis[] = ['returned', 'adopted']

/** What the core says: basis, county, form and item → total. */
const core = new Map<string, string>()
for (const name of readdirSync(folder).filter((one) => one.endsWith('.huishu'))) {
  const service = createService(ports)
  await service.openCollection({ grant: ports.grants.collectionGrant(join(folder, name)) })
  await service.ready()
  const collection = service.current()
  for (const basis of BASES) {
    for (const form of collection.forms) {
      const { values } = totalsOver(collection, form, collection.expected, basis)
      collection.index.addressesOf(form).forEach((item, at) => {
        core.set([basis, collection.config.county, form.id, item].join('|'), values[at] ?? '')
      })
    }
  }
  service.close()
}

const { city, close } = await openCity(ports, folder, { lang: 'en', hashes: true })
let compared = 0
let differing = 0
let lacking = 0
let otherwise = 0
const differ = (where: string, engine: string, own: string): void => {
  compared++
  if (engine === own) return
  differing++
  if (differing <= 20) console.error(`${where}: engine ${engine}, core ${own}`)
}
for (const basis of BASES) {
  for (const { id } of city.forms) {
    const { form, addresses, counties, total } = await city.form(id, basis)
    form.items.forEach((item, at) => {
      if (item.kind === 'text' || item.adds !== undefined) return
      const address = addresses[at] ?? ''
      const sum = new ExactSum()
      let known = false
      for (const { part, totals } of counties) {
        const engine = totals.values[at] ?? ''
        const called = city.calledBy(part, id, at)
        if (called === null) {
          // The county has no such item: it must have no figure of it either.
          lacking++
          if (engine !== '') differ([basis, city.nameOf(part), id, address].join('|'), engine, '')
          continue
        }
        const where = [basis, city.nameOf(part), called.form, called.items[0] ?? ''].join('|')
        const own = core.get(where)
        if (own === undefined || called.items.length > 1) throw new Error(`not one item: ${where}`)
        if (called.form !== id || called.items[0] !== address) otherwise++
        differ(where, engine, own)
        if (own === '') continue
        sum.add(own)
        known = true
      }
      differ(`${basis}|${id}|${address}`, total.values[at] ?? '', known ? String(sum) : '')
    })
  }
}
console.log(
  `${String(city.parts.length)} counties, ${String(compared)} totals compared (${String(otherwise)} of forms or codes that are called otherwise), ${String(differing)} differ; ${String(lacking)} that a county does not have`,
)
close()
await ports.close()
rmSync(work, { recursive: true, force: true })
process.exitCode = differing === 0 ? 0 : 1
