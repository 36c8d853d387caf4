import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from './desk.ts'
import type { Desk } from './desk.ts'

let at: Desk
beforeAll(() => {
  at = desk()
}, 60_000)
afterAll(() => at.close())

/** What the county's figures come to, form by form. */
async function figures(): Promise<unknown> {
  const forms = await at.service.forms({})
  return Promise.all(
    forms.map(({ id }) =>
      at.service
        .figures({ form: id, basis: 'adopted', scope: { county: true } })
        // How often it changed since it was opened is no figure.
        .then((one) => ({ ...one, revision: 0 })),
    ),
  )
}

test('a collection whose readings, forms and settings are spoilt is saved with the same figures', async () => {
  await at.service.openSample({})
  // Opening the sample begins the first job: reading its returns.
  await at.finish(1)
  const before = await figures()
  const received = await at.service.files({})
  await at.service.closeCollection({})
  const [known] = (await at.service.about({})).collections
  if (known === undefined) throw new Error('no collection')
  const path = at.ports.grants.collectionPath(known.grant)
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  db.exec(`UPDATE reading SET packed = x'0100' WHERE file % 3 = 0;
    UPDATE document SET packed = x'00';`)
  db.close()
  await expect(at.service.openCollection({ grant: known.grant })).rejects.toMatchObject({
    code: 'damaged-collection',
  })
  const { made, found } = await at.service.repairCollection({ grant: known.grant })
  expect(found.parts).toEqual(['config', 'schools', 'forms'])
  expect(found.unread.length).toBeGreaterThan(5)
  expect([found.files.lost, found.lines.lost, found.assets.lost]).toEqual([[], [], []])
  expect(made.title).toContain('抢救')
  await at.service.openCollection({ grant: made.grant })
  expect(await figures()).toEqual(before)
  expect(await at.service.files({})).toEqual(received)
  const said = (await at.service.ledger({ limit: 5 })).at(0)
  expect(said?.says.key).toBe('repair')
  expect(said?.says.params).toMatchObject({ lines: 0, files: 0, assets: 0 })
})

test('what cannot be read at all says so', async () => {
  const [known] = (await at.service.about({})).collections
  const grant = at.ports.grants.collectionGrant(join(at.folder, 'none.huishu'))
  await expect(at.service.repairCollection({ grant })).rejects.toMatchObject({
    code: 'nothing-to-save',
  })
  expect((await at.service.about({})).collections[0]).toEqual(known)
})
