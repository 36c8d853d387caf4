import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mainEntries, portableEntries } from '../../scripts/package/entries.ts'

const root = resolve(import.meta.dirname, '../..')

// A thread whose file is not built starts in the checkout, and in no package.
test('every thread of the program is built, for the checkout and for the portable folder', () => {
  const workers = readdirSync(join(root, 'src/main'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.worker.ts'))
    .map((path) => basename(path, '.ts'))
  expect(workers).toContain('reader.worker')
  for (const entries of [mainEntries(root), portableEntries(root)]) {
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(workers))
  }
})
