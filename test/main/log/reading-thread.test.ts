import { expect, onTestFinished, test } from 'vitest'
import type { Form } from '../../../src/shared/model.ts'
import { createReader } from '../../../src/main/workbook/reader.ts'
import { keptLog } from '../../support/kept-log.ts'
import { CONFIG } from '../store/material.ts'
import { xlsx } from '../workbook/reading/made.ts'

test('a fault of the program in a reading thread leaves its stack in the log; the file has its verdict', async () => {
  const log = keptLog()
  const reader = createReader(undefined, undefined, log)
  onTestFinished(() => reader.close())
  const bytes = xlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })
  const file = { path: 'a.xlsx', modifiedAt: null, bytes: () => Promise.resolve(bytes) }
  // What no collection holds: a form without a table.
  const forms = [{ id: '教基3112' } as Form]
  const context = { forms, schools: [], config: CONFIG }
  const codes: string[] = []
  await reader.readReturns(
    [file],
    context,
    (_, { reading }) => codes.push(...reading.reasons.map(({ code }) => code)),
    { cancelled: false },
  )
  expect(codes).toHaveLength(1)
  expect(log.told).toHaveLength(1)
  expect(log.told[0]).toMatchObject({ level: 'error', where: 'reading thread' })
  expect(log.told[0]?.error).toHaveProperty('stack', expect.stringContaining('src/core/'))
})
