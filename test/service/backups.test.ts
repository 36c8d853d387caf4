import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspect } from '../../src/main/store/repair.ts'
import { isWhole } from '../../src/shared/repair.ts'
import { runCli } from '../main/run-cli.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** Backups of a real collection: made, looked at, put back; damaged ones are none. */
const at = desk()
let path = ''
let school = ''
const ITEM = '教基4149[01,1]'

beforeAll(async () => {
  const { files } = await county({ seed: 21, schools: 4, mess: false })
  await at.open(files)
  path = at.service.current().store.path
  const rows = await at.service.files({})
  school = rows.find((row) => row.tables.some(({ form }) => form === '教基4149'))?.school ?? ''
})
afterAll(() => at.close())

const adopted = async (): Promise<string> =>
  (await at.service.cell({ school, item: ITEM })).adopted.value
const correct = (value: string) =>
  at.service.adopt({ changes: [{ school, item: ITEM, value }], reason: '电话核实' })
const copiesIn = (place: string): string[] =>
  readdirSync(place).flatMap((name) => (name.endsWith('.huishu') ? [join(place, name)] : []))
const folder = (): string => join(dirname(path), `${basename(path, '.huishu')}.备份`)

it('a backup is a whole collection beside the file, and in the second folder where one was chosen', async () => {
  const second = join(at.folder, '移动 硬盘')
  await expect(at.service.setBackupFolder({ folder: second })).rejects.toMatchObject({
    code: 'no-such-folder',
  })
  await expect(at.service.setBackupFolder({ folder: '相对' })).rejects.toMatchObject({
    code: 'no-such-folder',
  })
  mkdirSync(second)
  const set = await at.service.setBackupFolder({ folder: second })
  expect([set.second, set.secondThere]).toEqual([second, true])
  await correct('41')
  const { rows } = await at.service.backUp({})
  expect(rows.map(({ where }) => where)).toEqual(['beside', 'second'])
  const made = [...copiesIn(folder()), ...copiesIn(join(second, basename(folder())))]
  expect(made).toHaveLength(2)
  for (const file of made) {
    const found = inspect(file)
    expect(found === null ? null : isWhole(found)).toBe(true)
    expect(found?.lines.whole).toBe(rows[0]?.lines)
  }
  expect((await at.service.overview({})).backup).toMatchObject({ failed: null })
})

it('where the second folder is gone the first backup is made, and the trouble is told', async () => {
  const before = (await at.service.backups({ grant: null })).second
  rmSync(before, { recursive: true })
  writeFileSync(before, 'no folder')
  await correct('42')
  await expect(at.service.backUp({})).rejects.toMatchObject({ code: 'second-backup' })
  expect((await at.service.overview({})).backup.failed?.code).toBe('second-backup')
  const view = await at.service.setBackupFolder({ folder: '' })
  expect([view.second, view.rows.length]).toEqual(['', 2])
})

it('before a backup is put back, what would be gone is told one by one', async () => {
  const [newest] = (await at.service.backups({ grant: null })).rows
  await correct('43')
  await at.service.setPerson({ person: '复核员' })
  const found = await at.service.backupDifference({ id: newest?.id ?? '' })
  expect(found.lacking.map(({ kind }) => kind)).toEqual(['person', 'adopt'])
  expect([found.lackingCount, found.moreCount, found.files]).toEqual([2, 0, []])
  expect(found.cells).toMatchObject([{ school, item: ITEM, now: '43', backup: '42' }])
  await expect(at.service.backupDifference({ id: 'beside/none' })).rejects.toMatchObject({
    code: 'no-such-backup',
  })
})

it('a backup put back is the state of then; what was there is kept, and can be put back too', async () => {
  const [newest] = (await at.service.backups({ grant: null })).rows
  const id = newest?.id ?? ''
  await expect(at.service.restoreBackup({ grant: null, id, reason: ' ' })).rejects.toMatchObject({
    code: 'reason-missing',
  })
  await at.service.restoreBackup({ grant: null, id, reason: '误改' })
  expect(await adopted()).toBe('42')
  const [last] = await at.service.ledger({ limit: 1 })
  expect([last?.kind, last?.reason]).toEqual(['restore', '误改'])
  const kept = (await at.service.backups({ grant: null })).rows.find(({ before }) => before)
  expect(kept).toBeDefined()
  await at.service.restoreBackup({ grant: null, id: kept?.id ?? '', reason: '还是后来的对' })
  expect(await adopted()).toBe('43')
})

it('a collection that cannot be opened any more gets its backup back, and is kept as it is', async () => {
  const lines = at.service.current().store.lines()
  await at.service.backUp({})
  const copies = copiesIn(folder()).length
  await at.service.closeCollection({})
  // What the newest backup has already is not kept once more.
  expect(copiesIn(folder())).toHaveLength(copies)
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 16_384, bytes.length)
  writeFileSync(path, bytes)
  const grant = at.ports.grants.collectionGrant(path)
  await expect(at.service.openCollection({ grant })).rejects.toMatchObject({
    code: 'damaged-collection',
  })
  const [newest] = (await at.service.backups({ grant })).rows.filter(({ before }) => !before)
  await at.service.restoreBackup({ grant, id: newest?.id ?? '', reason: '打不开' })
  expect(at.service.current().store.lines()).toBe(lines + 1)
  const broken = readdirSync(folder()).filter((name) =>
    readFileSync(join(folder(), name)).equals(bytes),
  )
  expect(broken).toHaveLength(1)
})

it('a backup of what is damaged is not taken, and the older ones stay', async () => {
  const before = readdirSync(folder()).toSorted()
  const { store } = at.service.current()
  const copy = join(at.folder, '另一.huishu')
  store.copyTo(copy)
  // Bytes of a received file altered behind the program's back.
  const { DatabaseSync } = await import('node:sqlite')
  const db = new DatabaseSync(copy)
  const { sha256 } = db.prepare('SELECT sha256 FROM file LIMIT 1').get() ?? {}
  db.exec('DROP TRIGGER blob_is_not_changed')
  db.prepare("UPDATE blob SET data = x'504b0304' WHERE sha256 = ?").run(String(sha256))
  db.exec(
    "CREATE TRIGGER blob_is_not_changed BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END",
  )
  db.close()
  await at.service.openCollection({ grant: at.ports.grants.collectionGrant(copy) })
  await expect(at.service.backUp({})).rejects.toMatchObject({ code: 'backup-damaged' })
  expect((await at.service.backups({ grant: null })).rows).toEqual([])
  expect(readdirSync(folder()).toSorted()).toEqual(before)
})

it('the command line backs up, compares and puts back', async () => {
  await at.service.openCollection({ grant: at.ports.grants.collectionGrant(path) })
  await correct('44')
  await at.service.closeCollection({})
  const env = { HUISHU_DATA_DIR: join(at.folder, 'cli-data') }
  const made = await runCli(['backup', path], env)
  expect(made).toMatchObject({ code: 0, err: '' })
  const rolling = made.out.split('\n').filter((line) => line !== '' && !line.includes('恢复前'))
  const [id = '', older = ''] = rolling.map((line) => line.split('\t')[0] ?? '')
  expect(await runCli(['restore', path, id], env)).toEqual({ code: 0, out: '', err: '' })
  const look = await runCli(['restore', path, older], env)
  expect(look.out).toContain('44 → 43')
  const back = await runCli(['restore', path, older, '--reason', '试'], env)
  expect(back).toEqual({ code: 0, out: '', err: '' })
  expect((await runCli(['restore', path, 'beside/x', '--reason', '试'], env)).code).toBe(1)
  expect(existsSync(path)).toBe(true)
  await at.service.openCollection({ grant: at.ports.grants.collectionGrant(path) })
  expect(await adopted()).toBe('43')
}, 60_000)
