import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sampleHalfYear } from '../../scripts/summaries/sample-half-year.ts'
import { filesOf } from '../../scripts/summaries/write.ts'

const FOLDER = join(import.meta.dirname, '../../resources/sample-half-year')

it('the half-year sample is what the script writes', async () => {
  const kept = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const made = new Map<string, Buffer>()
  for await (const [path, content] of filesOf(sampleHalfYear())) {
    made.set(join(FOLDER, path), Buffer.from(content))
  }
  expect([...made.keys()].sort()).toEqual(kept.sort())
  const other = kept.filter((path) => made.get(path)?.equals(readFileSync(path)) !== true)
  expect(other).toEqual([])
})
