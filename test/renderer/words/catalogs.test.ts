import { expect, test } from 'vitest'
import { en } from '../../../src/renderer/words/en.ts'
import { zh } from '../../../src/renderer/words/zh.ts'

/** Every sentence of a catalog with its place; functions are asked with plain values. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const made: unknown = Reflect.apply(value, undefined, [7, 9, 8])
    return [[path, String(made)]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`))
}

test('both catalogs say the same things', () => {
  const places = (catalog: unknown): string[] => sentences(catalog, '').map(([path]) => path)
  expect(places(en).toSorted()).toEqual(places(zh).toSorted())
})

test('no sentence is empty, and no Chinese one was left in English', () => {
  // The switch to the other language speaks that language; marks, and words that
  // forms print, are shown as they are written.
  const other = new Set([
    '.top.language',
    '.top.languageHint',
    '.setup.marks',
    '.forms.code.one-table.rows',
    '.forms.maker.rowsHint',
    '.forms.maker.columnsHint',
  ])
  const all = [...sentences(zh, ''), ...sentences(en, '')]
  expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
  const left = sentences(en, '').filter(
    ([path, text]) => /[\u4e00-\u9fff]/.test(text) && !other.has(path),
  )
  expect(left).toEqual([])
})
