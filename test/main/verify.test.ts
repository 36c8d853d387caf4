import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { writeFiles } from '../support/write-files.ts'
import { callCli } from './run-cli.ts'

/** `huishu verify` over a compiled county, and over what another hand made of it. */
const folder = mkdtempSync(join(tmpdir(), 'huishu-verify-'))
const env = { HUISHU_DATA_DIR: join(folder, 'data') }
const out = join(folder, 'out')
const book = join(out, '汇总表.xlsx')
let path = ''

beforeAll(async () => {
  const { files } = await county({ seed: 41, schools: 12, mess: false })
  writeFiles(join(folder, 'in'), files)
  await callCli(['compile', join(folder, 'in'), '--out', out], env)
  path = join(out, readdirSync(out).find((name) => name.endsWith('.huishu')) ?? '')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('says that all is as recorded, held against the cover of the workbook', async () => {
  const { code, out: said, err } = await callCli(['verify', path, '--against', book], env)
  expect([code, err]).toEqual([0, ''])
  expect(said).toMatch(
    /^与记录一致：操作记录 \d+ 条，校验链 \d+ 环，文件 \d+ 份；对照外部锚点 1 处。\n$/u,
  )
})

it('names the return whose figures were exchanged, and ends with 1', async () => {
  const db = new DatabaseSync(path)
  db.exec(
    'UPDATE reading_table SET packed = (SELECT packed FROM reading_table WHERE file = 2 AND place = 0) WHERE file = 1 AND place = 0',
  )
  const row = db.prepare('SELECT path FROM file WHERE id = 1').get()
  db.close()
  const { code, out: said, err } = await callCli(['verify', path], env)
  expect(code).toBe(1)
  expect(said).toContain(`“${String(row?.['path'])}”`)
  expect(err).toContain('与它的记录不一致')
})

it('names what an exported workbook says of an end that is no more', async () => {
  const db = new DatabaseSync(path)
  const { sql } =
    db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'holding_is_not_deleted'").get() ?? {}
  db.exec('DROP TRIGGER holding_is_not_deleted; DELETE FROM holding WHERE id > 1')
  db.exec(String(sql))
  db.close()
  const { code, out: said } = await callCli(['verify', path, '--against', book], env)
  expect(code).toBe(1)
  expect(said).toMatch(/末尾被截去，或者这是较早的副本：.*（据 汇总表\.xlsx）/u)
})
