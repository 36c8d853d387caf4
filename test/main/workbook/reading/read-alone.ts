import { readFileSync } from 'node:fs'
import type { ReadContext } from '../../../../src/core/ports.ts'
import { createReader } from '../../../../src/main/workbook/reader.ts'
import { CONFIG } from '../../store/material.ts'

/**
 * Receives one file as a return, in a process of its own, and prints what became of it and how much
 * memory the whole process took at most.
 */
const path = process.argv[2] ?? ''
const context: ReadContext = { forms: [], schools: [], config: CONFIG }
const reader = createReader()
const file = { path, modifiedAt: null, bytes: () => Promise.resolve(readFileSync(path)) }
const codes: string[] = []
await reader.readReturns(
  [file],
  context,
  (_, { reading }) => codes.push(...reading.reasons.map(({ code }) => code)),
  { cancelled: false },
)
await reader.close()
const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ codes, megabytes }))
