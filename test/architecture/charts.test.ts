import { expect, test } from 'vitest'
import { sources, text } from './imports.ts'

test('charts are drawn one way: no picture is put together by hand', () => {
  const drawn = sources().filter(
    (path) => path.startsWith('src/renderer/') && /<svg\b/u.test(text(path)),
  )
  expect(drawn).toEqual([])
})
