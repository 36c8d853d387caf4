import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { opened } from '../service/queries/asked.ts'
import { planted } from '../service/queries/planted.ts'
import { writeFiles } from '../support/write-files.ts'
import { callCli } from './run-cli.ts'

// `compile` writes a query workbook for each school with open findings, and knows its reply again.
const root = mkdtempSync(join(tmpdir(), 'huishu-compile-'))
const [folder, out] = [join(root, 'county'), join(root, 'out')]
afterAll(() => rmSync(root, { recursive: true }))

interface Report {
  findings: { school: string }[]
  files: { file: string; status: string; school: string; reasons: { code: string }[] }[]
  totals: unknown[]
}
const report = (): Report => JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report

test('compiling asks each school with findings, and a reply among the returns is recognised', async () => {
  const { files, school } = await planted()
  writeFiles(folder, files)
  expect((await callCli(['compile', folder, '--out', out])).code).toBe(0)
  const before = report()
  const asked = readdirSync(join(out, '退回'))
  const schools = [...new Set(before.findings.map((finding) => finding.school))]
  expect(new Set(asked.map((name) => name.split('_')[0]))).toEqual(new Set(schools))
  expect(asked).toHaveLength(schools.length)
  expect(asked.every((name) => /^[^_]+_.+\.xlsx$/u.test(name))).toBe(true)

  const name = asked.find((one) => one.startsWith(school)) ?? ''
  const sheet = await opened(new Uint8Array(readFileSync(join(out, '退回', name))))
  sheet.type('1', 'text', '抄写颠倒')
  writeFileSync(join(folder, 'returns', name), await sheet.bytes())
  // Nothing was decided in the collection made before: it may be made anew.
  expect((await callCli(['compile', folder, '--out', out])).code).toBe(0)
  const after = report()
  const reply = after.files.find((file) => file.file.endsWith(name))
  expect(reply).toMatchObject({ status: 'accepted', school })
  expect(reply?.reasons.map((reason) => reason.code)).toEqual(['answers-queries'])
  expect(after.totals).toEqual(before.totals)
  expect(after.findings).toEqual(before.findings)
})
