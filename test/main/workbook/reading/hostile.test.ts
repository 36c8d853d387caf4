import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import {
  columnsOverAndOver,
  fullOfCells,
  hiddenRows,
  mergesWithoutEnd,
  repeatedCell,
  sharedFormula,
  zeros,
} from './hostile.ts'

const SCRIPT = fileURLToPath(new URL('./read-alone.ts', import.meta.url))
/** Whole process, node and the file's own bytes included; on a busy machine V8 tidies up late. */
const MOST_MEGABYTES = 900

/** Whether the memory suffices depends on when V8 tidies up: read in full or refused, both are a verdict. */
const EITHER = /^(unknown-form|too-large)$/

/** What became of the file, in a process that is ended when it hangs. */
async function received(bytes: Uint8Array): Promise<{ codes: string[]; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-hostile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.xlsx')
  writeFileSync(path, bytes)
  const run = promisify(execFile)(process.execPath, ['--no-warnings', SCRIPT, path], {
    timeout: 100_000,
  })
  return JSON.parse((await run).stdout) as { codes: string[]; megabytes: number }
}

test.each<[attack: string, make: () => Uint8Array, verdict: RegExp]>([
  ['zip bomb: a gibibyte of zeros', () => zeros(2 ** 30), /^too-large$/],
  ['zip bomb: a gibibyte of zeros that claims to be small', () => zeros(1_000), /^damaged$/],
  [
    'a sheet of 60 MB, all of it cells',
    () => fullOfCells((address) => `<c r="${address}"><v>12345</v></c>`),
    EITHER,
  ],
  [
    'a sheet of 60 MB, all of it cells that only the careful reader reads',
    () => fullOfCells(() => '<c><v>7</v></c>'),
    EITHER,
  ],
  [
    'a sheet of 60 MB, all of it texts',
    () => fullOfCells((address) => `<c r="${address}" t="inlineStr"><is><t>字</t></is></c>`),
    EITHER,
  ],
  ['column settings over the whole width, 200,000 times', columnsOverAndOver, /^damaged$/],
  ['two million merges', mergesWithoutEnd, /^too-large$/],
  ['a long formula shared by a million cells', sharedFormula, /^too-large$/],
  ['an .ods cell repeated in every place', repeatedCell, /^too-large$/],
  ['XML Spreadsheet rows hidden over and over', hiddenRows, /^damaged$/],
  [
    'a .csv of 60 MB, all of it cells',
    () => Buffer.from(`${'1,2,'.repeat(50)}\n`.repeat(300_000)),
    /^too-large$/,
  ],
  ['a file of 65 MB', () => Buffer.alloc(65 * 2 ** 20, 'a'), /^too-large$/],
])('%s: a verdict, and the program stays small', { timeout: 120_000 }, async (_, make, verdict) => {
  const { codes, megabytes } = await received(make())
  expect(codes.join(' ')).toMatch(verdict)
  expect(megabytes).toBeLessThan(MOST_MEGABYTES)
})
