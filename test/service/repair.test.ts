import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let at: TestDesk
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

test('forms and register are learned again from where the settings say that they lay', async () => {
  const own = desk()
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: table('县教1', ['总计'], ['在校生数']) },
    schools: "'2190001001 | 甲小学 | 东镇",
    returns: {
      '甲小学.xlsx': {
        封面: cover('2190001001', '甲小学'),
        县教1: table('县教1', ['总计'], ['在校生数'], [[7]]),
      },
    },
  })
  // The same folder, blanks and register in other places.
  const text = new TextDecoder()
  const settings = text
    .decode(files.get('collection.yaml'))
    .replace('{by_type', '{folder: 空白表, by_type')
  const moved = new Map(
    [...files].map(([path, bytes]) => {
      if (path === 'collection.yaml')
        return [path, new TextEncoder().encode(`${settings}\nregister: {file: 名册/学校.xlsx}`)]
      const place = path
        .replace(/^forms\//u, '空白表/')
        .replace(/^register\.xlsx$/u, '名册/学校.xlsx')
      return [place, bytes]
    }),
  )
  await own.open(moved)
  const before = await own.service.forms({})
  expect(before).toHaveLength(1)
  await own.service.closeCollection({})
  const [known] = (await own.service.about({})).collections
  const grant = known?.grant ?? ''
  const db = new DatabaseSync(own.ports.grants.collectionPath(grant))
  db.exec(`UPDATE document SET packed = x'00' WHERE name IN ('forms', 'schools')`)
  db.close()
  const { made, found } = await own.service.repairCollection({ grant })
  expect(found.parts).toEqual(['schools', 'forms'])
  const { coverage } = await own.service.openCollection({ grant: made.grant })
  expect(await own.service.forms({})).toEqual(before)
  expect([coverage.expected, coverage.reported]).toEqual([1, 1])
  await own.close()
})

test('what cannot be read at all says so', async () => {
  const [known] = (await at.service.about({})).collections
  const grant = at.ports.grants.collectionGrant(join(at.folder, 'none.huishu'))
  await expect(at.service.repairCollection({ grant })).rejects.toMatchObject({
    code: 'nothing-to-save',
  })
  expect((await at.service.about({})).collections[0]).toEqual(known)
})
