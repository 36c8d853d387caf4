import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./end-midway.ts', import.meta.url))

test('a thread that is ended while it inflates does not end the program', async () => {
  const run = promisify(execFile)(process.execPath, ['--no-warnings', SCRIPT], { timeout: 150_000 })
  expect(Number((await run).stdout)).toBe(48)
}, 180_000)
