import { sep } from 'node:path'
import { expect, test } from 'vitest'
import { compileCacheFolder } from '../../src/main/compile-cache.ts'
import { programFolder } from '../../src/main/places.ts'

const here = `${programFolder(import.meta.dirname)}${sep}src${sep}main${sep}compile-cache.ts`

test('only what runs from its sources keeps itself compiled, within the program, unless it was said otherwise', () => {
  expect(compileCacheFolder(here, {})).toBe(
    [programFolder(import.meta.dirname), 'node_modules', '.cache', 'huishu'].join(sep),
  )
  expect(compileCacheFolder(here.replace(/ts$/u, 'js'), {})).toBeNull()
  expect(compileCacheFolder(here, { NODE_COMPILE_CACHE: '' })).toBeNull()
})
