import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DraftReport } from '../../src/shared/draft.ts'
import { callCli } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-draft-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = join(root, '总结.txt')
writeFileSync(file, '全县共有学校487所，投入资金3-5亿元。')

test('draft --json prints one document with the text and its figures', async () => {
  const { code, out, err } = await callCli(['draft', file, '--json'])
  expect([code, err]).toEqual([0, ''])
  const report = JSON.parse(out) as DraftReport
  expect(report.text).toBe('全县共有学校487所，投入资金3-5亿元。')
  expect(report.figures).toEqual([
    {
      start: 6,
      end: 10,
      text: '487所',
      value: 487,
      unit: '所',
      kind: 'stock',
      direction: null,
      approx: null,
      indicator: null,
    },
    expect.objectContaining({ text: '3-5亿元', value: 3e8, low: 3e8, high: 5e8, unit: '元' }),
  ])
})

test('draft says in a line how much was found', async () => {
  const { code, out } = await callCli(['draft', file])
  expect(code).toBe(0)
  expect(out).toContain('找到数字 2 个')
  expect((await callCli(['draft', file, '--lang', 'en'])).out).toContain('2 figures')
})

test('a file that is not there, and one that is no text, end with what to do', async () => {
  const none = await callCli(['draft', join(root, '没有.docx')])
  expect([none.code, none.out]).toEqual([1, ''])
  expect(none.err).toContain('找不到文件')
  const picture = join(root, '图.docx')
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
  const ended = await callCli(['draft', picture])
  expect(ended.code).toBe(1)
  expect(ended.err).toContain('另存为 .docx')
})
